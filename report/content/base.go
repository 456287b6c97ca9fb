package content

import (
	"fmt"
	"strings"

	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// BaseLine is the one line below a figure: its noemer, and by which date its
// year goes.
func BaseLine(figs *stats.Figures, t *stats.Table) string {
	s := ""
	if t.Figure.BaseText != "" {
		s = "Noemer: " + t.Figure.BaseText
		if n, known := t.Base(len(figs.Years) - 1); known && t.Figure.Within == 0 {
			s += fmt.Sprintf(" (%d: %s)", figs.Year, nl.Int(n))
		}
		s += "."
	}
	if t.Figure.Base.Assigned && t.Figure.Span == stats.ByCohort {
		s += " " + assignedText(figs)
	}
	if t.Figure.Span == stats.ByEvent {
		s += " Het jaar is dat van de gebeurtenis, niet dat van de aanmelding."
	}
	return strings.TrimSpace(s)
}

// Warnings are the warnings that stand above everything.
func Warnings(figs *stats.Figures) []string {
	var notices []string
	if figs.Demo {
		notices = append(notices, "VOORBEELDDATA: alle zaken in dit overzicht zijn verzonnen.")
	}
	if open := OpenRemark(figs.Threshold); open != "" {
		notices = append(notices, nl.Sentence("let op: "+open))
	}
	if unchecked := UncheckedNotice(figs); unchecked != "" {
		notices = append(notices, unchecked)
	}
	if s := sentences.Unfinished(figs); s != "" {
		notices = append(notices, s+" Vergelijk dit jaar daarom niet zomaar met een eerder jaar.")
	}
	return notices
}

// SourceName names a file with its sheet.
func SourceName(s stats.Source) string {
	if s.Sheet == "" {
		return nl.CleanLabel(s.Name)
	}
	return nl.CleanLabel(s.Name) + ", blad " + nl.CleanLabel(s.Sheet)
}

// Banner is what stands above every page: that the cases are invented, and
// that small numbers are not hidden, and that the settings were not looked at. They
// are the first notices.
func Banner(figs *stats.Figures) string {
	n := 0
	for _, noticed := range []bool{figs.Demo, figs.Threshold <= 1, UncheckedNotice(figs) != ""} {
		if noticed {
			n++
		}
	}
	return strings.Join(Warnings(figs)[:n], " ")
}

// SourceHash names a file with its SHA-256.
func SourceHash(s stats.Source) string { return fmt.Sprintf("%s: %s", SourceName(s), s.SHA256) }
