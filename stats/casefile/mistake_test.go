package casefile

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

// remarks lists what is told of an input, by rule or notice and column.
func remarks(data *stats.Dataset) []string {
	var told []string
	for _, f := range data.Findings {
		if stats.RowRules[f.Rule].Severity != stats.Info {
			told = append(told, fmt.Sprint(stats.RowRules[f.Rule].ID, " ", f.Column))
		}
	}
	for _, n := range data.Notices {
		told = append(told, n.ID+" "+n.Column+" "+n.Text)
	}
	return told
}

// mistake is an error of one kind in a good export of 15 columns.
type mistake struct {
	name    string
	columns []string
	make    func(t *rapid.T, sheet *sample.Sheet, column int)
}

var mistakes = []mistake{
	{"header misspelt", []string{"zaaknummer", "aanmelddatum", "uitzetdatum", "afkeurreden", "aanmelder",
		"initiatiefnemer", "delict", "bereid",
		"contactdatum", "contactvorm", "afsluitdatum", "bemiddelaar", "arrondissement"},
		func(t *rapid.T, sheet *sample.Sheet, column int) {
			name := []rune(sheet.Header[column])
			name[rapid.IntRange(0, len(name)-1).Draw(t, "letter")] = 'q'
			sheet.Header[column] = string(name)
		}},
	{"column emptied", []string{"zaaknummer", "aanmelddatum", "uitzetdatum", "afkeurreden", "aanmelder",
		"initiatiefnemer", "delict", "bereid", "contactvorm",
		"afsluitdatum", "bemiddelaar"},
		func(_ *rapid.T, sheet *sample.Sheet, column int) {
			for _, row := range sheet.Rows {
				row[column] = ""
			}
		}},
	{"dates shifted", []string{"aanmelddatum", "uitzetdatum", "contactdatum", "afsluitdatum"},
		func(t *rapid.T, sheet *sample.Sheet, column int) {
			years := rapid.SampledFrom([]int{-100, -10, -2}).Draw(t, "years")
			if column == 1 {
				years = -years
			}
			for _, row := range sheet.Rows {
				if on, ok := row[column].(time.Time); ok {
					row[column] = on.AddDate(years, 0, 0)
				}
			}
		}},
	{"values recoded", []string{"afkeurreden", "aanmelder", "initiatiefnemer", "delict", "bereid", "contact",
		"contactvorm"},
		func(t *rapid.T, sheet *sample.Sheet, column int) {
			prefix := rapid.SampledFrom([]string{"K", "code ", "7"}).Draw(t, "prefix")
			for _, row := range sheet.Rows {
				if text, ok := row[column].(string); ok && text != "" {
					row[column] = fmt.Sprint(prefix, len(text))
				}
			}
		}},
	{"columns exchanged", []string{"delict", "aanmelder", "initiatiefnemer", "afkeurreden", "contactvorm"},
		func(t *rapid.T, sheet *sample.Sheet, column int) {
			other := rapid.SampledFrom([]int{1, 2, 3, 4, 5, 6, 9, 10,
				11}).Filter(func(i int) bool { return i != column }).Draw(t, "other")
			for _, row := range sheet.Rows {
				row[column], row[other] = row[other], row[column]
			}
		}},
}

// TestNoMistakeIsSilent makes one mistake in a good export: it must be refused,
// or told in a way that the good export does not give.
func TestNoMistakeIsSilent(t *testing.T) {
	ruleset := rulesFor(t)
	options := Options{ReferenceDate: day.NoDay, Workers: 1}
	good := sample.CSV{}.Write(sample.Cases(150))
	before := remarks(read(t, ruleset, options, good))
	rapid.Check(t, func(t *rapid.T) {
		sheet := sample.Cases(150)
		sheet.Header = slices.Clone(sheet.Header)
		m := rapid.SampledFrom(mistakes).Draw(t, "mistake")
		name := rapid.SampledFrom(m.columns).Draw(t, "column")
		m.make(t, sheet, slices.Index(sample.Header15, name))
		file := sample.CSV{}.Write(sheet)
		data, err := Read(context.Background(), []Input{input("a", file)}, ruleset, options)
		if err != nil {
			return
		}
		for _, told := range remarks(data) {
			if !slices.Contains(before, told) {
				return
			}
		}
		t.Fatalf("%s in %s: nothing is told", m.name, name)
	})
}

// TestEveryLineOfEveryLayoutIsAccountedFor draws the layout of a whole file: the
// lines above the header, the header and the rows are all its lines.
func TestEveryLineOfEveryLayoutIsAccountedFor(t *testing.T) {
	ruleset := rulesFor(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "cases")
		d := sample.CSV{
			Comma:   rapid.SampledFrom([]string{";", ",", "\t", "|"}).Draw(t, "comma"),
			NewLine: rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "newline"),
			Quote:   rapid.Bool().Draw(t, "quote"),
			Encoding: rapid.SampledFrom([]string{"", "bom", "utf-16le", "utf-16be", "windows-1252"}).Draw(t,
				"encoding"),
		}
		titles := rapid.SliceOfN(rapid.SampledFrom([]string{"", "Overzicht", "Zaken van 2021"}), 0, 5).Draw(t, "titles")
		for _, title := range titles {
			d.Title += title + d.NewLine
		}
		below := rapid.SliceOfN(rapid.SampledFrom([]string{"", "Totaal", "Einde rapport", "Totaal" + d.Comma + "12"}),
			0, 4).Draw(t, "below")
		for _, line := range below {
			d.Total += line + d.NewLine
		}
		for len(below) > 0 && below[len(below)-1] == "" {
			below = below[:len(below)-1] // empty lines at the end are no rows
		}
		data, err := Read(context.Background(), []Input{input("a", d.Write(sample.Cases(n)))}, ruleset,
			Options{ReferenceDate: day.NoDay, Workers: 2, block: 500})
		if err != nil {
			t.Fatal(err)
		}
		s := data.Sources[0]
		if s.Counted != n || s.LeftOut != 0 || s.Rows != n+len(below) {
			t.Fatalf("%+v of %d cases and %s", s, n, strings.Join(below, "|"))
		}
	})
}
