package main

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// withheld tells, a line for each year, which figures are withheld whole.
func (o *outcome) withheld() []string {
	var list []string
	for _, year := range o.figs.Years {
		if ids := withheldIn(o.figs, year); len(ids) > 0 {
			list = append(list, fmt.Sprintf("over %d zijn er te weinig zaken om kleine aantallen te verbergen; "+
				"helemaal verborgen %s: %s",
				year, nl.Plural(len(ids), "is", "zijn"), strings.Join(ids, ", ")))
		}
	}
	return list
}

func withheldIn(figs *stats.Figures, year int) []string {
	var ids []string
	for _, w := range figs.Withheld() {
		if w.Year == year && !w.Detail {
			ids = append(ids, w.Figure)
		}
	}
	return ids
}

// refuseWithheld refuses figures of which some are withheld, for --strict.
func refuseWithheld(figs *stats.Figures) error {
	var ids []string
	for _, w := range figs.Withheld() {
		if !w.Detail {
			ids = append(ids, w.Figure)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	return refused("zonder --strict gaat het verslag door, zonder die cijfers; herstel check --privacy noemt ze",
		"er zijn te weinig zaken om kleine aantallen te verbergen in %s",
		nl.Count(len(slices.Compact(ids)), "cijfer", "cijfers"))
}
