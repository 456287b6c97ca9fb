package tidy

import "herstel/stats"

// Notice is a notice in the tidy form.
type Notice struct {
	ID       string `json:"id"`
	Severity string `json:"ernst"`
	Text     string `json:"tekst"`
	File     string `json:"bestand,omitempty"`
	Sheet    string `json:"blad,omitempty"`
	Column   string `json:"kolom,omitempty"`
	Rows     []int  `json:"rijen,omitempty"`
}

// NoticeOf puts a notice in the tidy form.
func NoticeOf(n stats.Notice) Notice {
	return Notice{n.ID, n.Severity.String(), n.Text, n.File, n.Sheet, n.Column, n.Rows}
}
