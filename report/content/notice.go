package content

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// Notice is a notice on the whole input as an output shows it.
type Notice struct{ Place, Severity, Text string }

func inputNotices(figs *stats.Figures) []Notice {
	var list []Notice
	for _, n := range figs.Notices {
		place := n.Place()
		if place != "" {
			place = nl.Isolated(place)
		}
		list = append(list, Notice{place, n.Severity.String(), nl.Sentence(n.Text)})
	}
	return list
}

// Line is the notice on one line.
func (n Notice) Line() string {
	if n.Place == "" {
		return n.Text
	}
	return n.Place + ": " + n.Text
}
