package tidy

import "herstel/stats"

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
