package echarts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"herstel/stats/nl"
)

// Lines fit, and together hold every character where nothing was cut off.
func TestWrapFitsAndKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := nl.CleanLabel(rapid.StringMatching(`[a-zA-Zéë0-9 ,()%-]{0,120}`).Draw(t, "text"))
		width := rapid.Float64Range(20, 400).Draw(t, "width")
		f := face{rapid.Float64Range(8, 16).Draw(t, "size"), rapid.Bool().Draw(t, "bold")}
		lines := wrap(text, f, width, 1000)
		for _, line := range lines {
			if f.width(line) > width+1e-9 && utf8.RuneCountInString(line) > 1 {
				t.Fatalf("%q is %v wide, at most %v", line, f.width(line), width)
			}
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := squeeze(strings.Join(lines, "")); got != squeeze(text) {
			t.Fatalf("%q became %q", text, lines)
		}
		if short := wrap(text, f, width, 2); len(short) > 2 {
			t.Fatalf("%d lines, at most 2", len(short))
		}
	})
}
