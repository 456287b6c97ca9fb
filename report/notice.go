package report

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// noticeView is a notice on the whole input as an output shows it.
type noticeView struct{ Place, Severity, Text string }

func inputNotices(figs *stats.Figures) []noticeView {
	var list []noticeView
	for _, n := range figs.Notices {
		place := n.Place()
		if place != "" {
			place = isolated(place)
		}
		list = append(list, noticeView{place, n.Severity.String(), nl.Sentence(n.Text)})
	}
	return list
}

// line is the notice on one line.
func (n noticeView) line() string {
	if n.Place == "" {
		return n.Text
	}
	return n.Place + ": " + n.Text
}

// notice is a notice in the tidy form.
type notice struct {
	ID       string `json:"id"`
	Severity string `json:"ernst"`
	Text     string `json:"tekst"`
	File     string `json:"bestand,omitempty"`
	Sheet    string `json:"blad,omitempty"`
	Column   string `json:"kolom,omitempty"`
	Rows     []int  `json:"rijen,omitempty"`
}

func tidyNotice(n stats.Notice) any {
	return notice{n.ID, n.Severity.String(), n.Text, n.File, n.Sheet, n.Column, n.Rows}
}
