package casefile

import (
	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// wording gathers how an export writes yes and nothing, by column.
type wording struct{ yes, nothing [rules.ColumnCount][]string }

// sayYes notes how a cell that means yes is written.
func (w *wording) sayYes(column rules.Column, c grid.Cell, epoch grid.Epoch) {
	word := stats.TrueCell
	switch {
	case c.Form == grid.FormText && string(c.Text) == "ja": // what nearly every cell holds
		word = "ja"
	case c.Form != grid.FormBoolean:
		word = rules.Fold(grid.TextOf(c, epoch))
	}
	w.yes[column] = stats.AddWord(w.yes[column], word)
}

// sayNothing notes a word that stands for an empty cell.
func (w *wording) sayNothing(column rules.Column, c grid.Cell) {
	w.nothing[column] = stats.AddWord(w.nothing[column], rules.Fold(string(grid.Utf8Of(c.Text))))
}

// merge adds what another worker met.
func (w *wording) merge(other *wording) {
	for c := range w.yes {
		for _, word := range other.yes[c] {
			w.yes[c] = stats.AddWord(w.yes[c], word)
		}
		for _, word := range other.nothing[c] {
			w.nothing[c] = stats.AddWord(w.nothing[c], word)
		}
	}
}

// header is how a file calls a column; empty for one that it does not have itself.
func (l *layout) header(c rules.Column) string {
	if pos := l.at[c]; pos == absent || pos >= l.width {
		return ""
	}
	return l.names[c]
}

// columns tells how the files write each column.
func (l *ledger) columns() (list [rules.ColumnCount]stats.ExportColumn) {
	for c := range list {
		list[c] = stats.ExportColumn{Headers: l.headers[c], Yes: l.wording.yes[c], Nothing: l.wording.nothing[c]}
	}
	return list
}
