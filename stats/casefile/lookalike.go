package casefile

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/rules"
)

// lookalikes notices headers that are not read and look like those of a column
// that the file lacks: a slip in one letter costs the figures that need it.
func (l *layout) lookalikes(headers []string, file, sheet string, ruleset *rules.Rules) []stats.Notice {
	var notices []stats.Notice
	for _, pos := range l.unknown {
		if pos >= len(headers) {
			continue
		}
		for c := range rules.ColumnCount {
			if l.at[c] != absent {
				continue
			}
			if _, near := rules.Nearest(headers[pos], ruleset.Headers(c)); near {
				notices = append(notices, stats.Notice{ID: stats.NoticeLookalike, Severity: stats.Warning, File: file,
					Sheet: sheet, Column: c.String(),
					Text: fmt.Sprintf("de kop van kolom %s lijkt op %s, maar wordt niet gelezen; zet de kop in "+
						"herstel.yaml onder kolommen als het die kolom is", letters(pos), c)})
				break
			}
		}
	}
	return notices
}
