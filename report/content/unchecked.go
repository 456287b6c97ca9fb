package content

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// UncheckedNotice says that settings which herstel init proposed were looked at by
// nobody; empty when they were. It stands above everything, as the figures may rest on it.
func UncheckedNotice(figs *stats.Figures) string {
	for _, n := range figs.Notices {
		if n.ID == stats.NoticeUnchecked {
			return nl.Sentence("NIET NAGEKEKEN: " + n.Text)
		}
	}
	return ""
}
