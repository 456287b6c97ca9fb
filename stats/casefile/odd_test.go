package casefile

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

// TestOddExportsLoseNoCase gives exports with more in them than one clean table: what
// is a case counts, and every other row is told.
func TestOddExportsLoseNoCase(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(sample.CSV{}.Write(sample.Cases(30)))), "\n")
	header, cases := lines[0], lines[1:]
	of := strings.Count(header, ";")
	padded := func(cells ...string) string {
		return strings.Join(cells, ";") + strings.Repeat(";", of+1-len(cells))
	}
	for _, c := range []struct {
		name    string
		lines   []string
		account [4]int   // rows, counted, left out, no case
		want    []string // rules and rows
	}{
		{"a header on each page", slices.Concat(lines[:11], lines[:1], lines[11:21], lines[:1], lines[21:]),
			[4]int{32, 30, 0, 2}, []string{"geen-zaakrij [12 23]"}},
		{"two files glued together, each with a mark",
			slices.Concat(lines[:11], []string{"\uFEFF" + header}, lines[11:]),
			[4]int{31, 30, 0, 1}, []string{"geen-zaakrij [12]"}},
		{"the header in capitals at the end", append(slices.Clone(lines), strings.ToUpper(header)),
			[4]int{31, 30, 0, 1}, []string{"geen-zaakrij [32]"}},
		{"a count in the column of dates",
			slices.Concat(lines[:11], []string{padded("Subtotaal 2020", "10")}, lines[11:],
				[]string{padded("Eindtotaal", "30")}), [4]int{32, 30, 0, 2}, []string{"geen-zaakrij [12 33]"}},
		{"a number of a page", slices.Concat(lines[:11], []string{padded("Pagina 2 van 3")}, lines[11:]),
			[4]int{31, 30, 1, 0}, []string{"aanmelddatum [12]"}},
		{"a second line of a case", slices.Concat(lines[:2], []string{padded("", "", "", "", "", "", "", "", "", "",
			"Briefwisseling")}, lines[2:]), [4]int{31, 30, 0, 1}, []string{"geen-zaakrij [3]"}},
		{"a small table below", append(slices.Clone(lines), "", "Rijlabels;Aantal", "zelf;12"),
			[4]int{33, 30, 2, 1}, []string{"geen-zaakrij [32]", "rijvorm [33 34]"}},
		{"the last line cut off", append(slices.Clone(lines[:30]), cases[29][:len(cases[29])/2]),
			[4]int{30, 29, 1, 0}, []string{"rijvorm [31]"}},
		{"an end of file of DOS", append(slices.Clone(lines), "\x1a"), [4]int{30, 30, 0, 0}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay}, []byte(strings.Join(c.lines, "\n")+"\n"))
			s := data.Sources[0]
			if got := [4]int{s.Rows, s.Counted, s.LeftOut, s.NotCase}; got != c.account {
				t.Errorf("got %v, want %v", got, c.account)
			}
			var got []string
			for _, f := range data.Findings {
				if effect := stats.RowRules[f.Rule].Effect; effect != stats.Counted {
					got = append(got, fmt.Sprint(stats.RowRules[f.Rule].ID, " ", f.Rows))
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
