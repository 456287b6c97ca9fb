package content

import (
	"regexp"

	"herstel/stats"
)

// RunText names the kenmerk that all files of one run have; empty outside a report.
func RunText(figs *stats.Figures) string {
	if figs.Run == "" {
		return ""
	}
	return "Kenmerk: " + figs.Run
}

// runNamed finds what RunText writes, and the key of the JSON.
var runNamed = regexp.MustCompile(`(?i)\bkenmerk"?: ?"?([0-9a-f]{12})\b`)

// RunIn finds the kenmerk that a text of a report names; empty where it names none.
func RunIn(text []byte) string {
	if found := runNamed.FindSubmatch(text); found != nil {
		return string(found[1])
	}
	return ""
}
