package content

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/report/internal/reporttest"
	"herstel/stats"
)

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
	ids := []string{"contact", "uitsplitsing:sport", "uitsplitsing:Spört", "uitsplitsing:sport 2",
		"uitsplitsing:sport!", "uitsplitsing:" + long + "a", "uitsplitsing:" + long + "b"}
	want := []string{"contact-2021", "uitsplitsing-sport-2021", "uitsplitsing-sport-3-2021",
		"uitsplitsing-sport-2-2021", "uitsplitsing-sport-4-2021",
		"uitsplitsing-" + long[:47] + "-2021", "uitsplitsing-" + long[:47] + "-2-2021"}
	figs := &stats.Figures{Year: 2021, Years: []int{2021}}
	for _, id := range ids {
		f := reporttest.BySport
		f.ID = id
		if id == "contact" {
			f = reporttest.Contact
		}
		figs.Tables = append(figs.Tables,
			reporttest.Table(f, reporttest.Row("Voetbal", reporttest.Of(30, 100)),
				reporttest.Row("Tennis", reporttest.Of(70, 100))))
	}
	for range 3 {
		for i, id := range ids {
			if got := chartFor(t, figs, id).FileName(); got != want[i] {
				t.Errorf("%s: %s, want %s", id, got, want[i])
			}
		}
	}
}
