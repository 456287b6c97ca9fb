package report

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCleanLabel(t *testing.T) {
	tests := []struct{ in, want string }{
		{"  Slachtofferhulp   Nederland ", "Slachtofferhulp Nederland"},
		{"a\u00a0b\tc\nd", "a b c d"},
		{"a\u202Eb\u2066c\u2069", "abc"},
		{"nul\x00 \uFFFE\uFFFFeind", "nul eind"},
		{"ongeldig \xff", "ongeldig"},
		{"</script>", "</script>"},
		{"😀", "😀"},
	}
	for _, tt := range tests {
		if got := cleanLabel(tt.in); got != tt.want {
			t.Errorf("cleanLabel(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Lines fit, and together hold every character where nothing was cut off.
func TestWrapFitsAndKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := cleanLabel(rapid.StringMatching(`[a-zA-Zéë0-9 ,()%-]{0,120}`).Draw(t, "text"))
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

func TestFileName(t *testing.T) {
	tests := []struct{ id, want string }{
		{"contact_per_aanleiding", "contact-per-aanleiding-2021"},
		{"uitsplitsing:arrondissement", "uitsplitsing-arrondissement-2021"},
		{"uitsplitsing:Één/../ré", "uitsplitsing-een-re-2021"},
		{"</script>", "script-2021"},
		{"😀", "figuur-2021"},
		{strings.Repeat("a", 200), strings.Repeat("a", 60) + "-2021"},
	}
	for _, tt := range tests {
		if got := FileName(tt.id, 2021); got != tt.want {
			t.Errorf("FileName(%q) = %q, want %q", tt.id, got, tt.want)
		}
	}
	safe := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	rapid.Check(t, func(t *rapid.T) {
		if name := FileName(rapid.String().Draw(t, "id"), 2021); !safe.MatchString(name) || len(name) > 70 {
			t.Fatalf("%q is no safe file name", name)
		}
	})
}
