package report

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"herstel/stats"
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

// Names that a file name cannot tell apart get a number, whatever order the look-up has.
func TestFileNamesOfFiguresDiffer(t *testing.T) {
	long := strings.Repeat("lang", 20)
	ids := []string{"contact", "uitsplitsing:sport", "uitsplitsing:Spört", "uitsplitsing:sport 2", "uitsplitsing:sport!", "uitsplitsing:" + long + "a", "uitsplitsing:" + long + "b"}
	want := []string{"contact-2021", "uitsplitsing-sport-2021", "uitsplitsing-sport-3-2021", "uitsplitsing-sport-2-2021", "uitsplitsing-sport-4-2021",
		"uitsplitsing-" + long[:47] + "-2021", "uitsplitsing-" + long[:47] + "-2-2021"}
	figs := &stats.Figures{Year: 2021, Years: []int{2021}}
	for _, id := range ids {
		f := bySport
		f.ID = id
		if id == "contact" {
			f = contact
		}
		figs.Tables = append(figs.Tables, table(f, row("Voetbal", of(30, 100)), row("Tennis", of(70, 100))))
	}
	for range 3 {
		for i, id := range ids {
			if got := chartFor(t, figs, id).FileName(); got != want[i] {
				t.Errorf("%s: %s, want %s", id, got, want[i])
			}
		}
	}
}
