package main

import (
	"fmt"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// checkedShape is what dates look like that cannot be read.
type checkedShape struct {
	Shape string `json:"vorm"`
	Count int    `json:"aantal"`
}

// shownShapes is how many shapes of a finding are shown.
const shownShapes = 5

func checkedShapes(all []stats.Shape) []checkedShape {
	var shapes []checkedShape
	for _, s := range all[:min(len(all), shownShapes)] {
		shapes = append(shapes, checkedShape{s.Text, s.Count})
	}
	return shapes
}

func shapeWords(shapes []checkedShape) string {
	var words []string
	for _, s := range shapes {
		words = append(words, fmt.Sprintf("%s (%s)", quote(s.Shape), nl.Int(s.Count)))
	}
	return strings.Join(words, ", ")
}
