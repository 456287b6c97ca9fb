package content

import (
	"strings"

	"herstel/report/sentences"
	"herstel/stats"
)

// CategoryLine writes the values of a category on one line.
func CategoryLine(labels []stats.Label) string {
	parts := make([]string, len(labels))
	for i, l := range labels {
		parts[i] = sentences.LabelText(l.Dimension, l.Value)
	}
	return strings.Join(parts, " / ")
}

// FullStop ends a text with one full stop.
func FullStop(s string) string { return strings.TrimRight(s, ". ") + "." }
