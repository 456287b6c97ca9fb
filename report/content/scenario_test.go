package content

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/statstest"
)

// trendWords are words that only a clear change may bring into a sentence.
var trendWords = regexp.MustCompile(`steeg|stegen|daalde|zakte|verdubbeld|gehalveerd|op rij|voor het eerst|een stijging|een daling|duidelijk\b`)

// trends lists the sentences of a report that tell a change.
func trends(figs *stats.Figures) []string {
	var told []string
	for i := range figs.Tables {
		for _, s := range sentences.Of(figs, &figs.Tables[i]) {
			if trendWords.MatchString(s) {
				told = append(told, figs.Tables[i].Figure.ID+": "+s)
			}
		}
	}
	for _, s := range sentences.Headlines(figs) {
		if trendWords.MatchString(s) {
			told = append(told, "kort: "+s)
		}
	}
	return told
}

// rowsOf edits a copy of the rows of the demo export: cell gives a cell by its header.
type rowsOf struct {
	header []string
	rows   [][]string
}

func demoRows(t *testing.T) *rowsOf {
	records := statstest.Records(t)
	return &rowsOf{records[0], records[1:]}
}

func (r *rowsOf) at(name string) int { return slices.Index(r.header, name) }

func (r *rowsOf) year(row []string) string { return row[r.at("aanmelddatum")][6:] }

// keep leaves the rows of some years.
func (r *rowsOf) keep(years ...string) {
	r.rows = slices.DeleteFunc(r.rows, func(row []string) bool { return !slices.Contains(years, r.year(row)) })
}

// change edits every n-th row of a year.
func (r *rowsOf) change(year string, n int, edit func(set func(column, value string), get func(string) string)) {
	seen := 0
	for _, row := range r.rows {
		if r.year(row) != year {
			continue
		}
		if seen++; seen%n == 0 {
			edit(func(column, value string) { row[r.at(column)] = value },
				func(column string) string { return row[r.at(column)] })
		}
	}
}

// shifted copies the rows with every date some days later.
func (r *rowsOf) shifted(days int, suffix string) [][]string {
	var copies [][]string
	for _, row := range r.rows {
		row = slices.Clone(row)
		for i, name := range r.header {
			if at, err := time.Parse("02-01-2006", row[i]); err == nil && strings.HasSuffix(name, "datum") {
				row[i] = at.AddDate(0, 0, days).Format("02-01-2006")
			}
		}
		row[r.at("zaaknummer")] += suffix
		copies = append(copies, row)
	}
	return copies
}

// report makes the figures of 2021.
func (r *rowsOf) report(t *testing.T, config, reference string) *stats.Figures {
	t.Helper()
	data, ruleset := statstest.ReadRecords(t, append([][]string{r.header}, r.rows...), []byte(config))
	on, ok := day.Parse(reference)
	if !ok {
		t.Fatal(reference)
	}
	figs, err := stats.Compute(data, ruleset, stats.Options{Year: 2021, ReferenceDate: on, Version: "toets"})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

const march = "2022-03-01"

// A year that is copied 364 days later is the same year: no figure differs clearly,
// and no sentence tells a change.
func TestTwinYears(t *testing.T) {
	r := demoRows(t)
	r.keep("2020")
	r.rows = append(r.rows, r.shifted(364, "t")...)
	figs := r.report(t, "privacy: {drempel: 0}", march)
	compared := 0
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			if c := row.Cells[1].Change; c.Known {
				compared++
				if c.Clear {
					t.Errorf("%s %v differs clearly: %+v", table.Figure.ID, row.Labels, c)
				}
			}
		}
	}
	if compared < 100 {
		t.Errorf("only %d numbers were compared", compared)
	}
	for _, s := range trends(figs) {
		t.Error(s)
	}
}

// The sentences of exports that tempt a report into a change that is none. Read
// them when they change.
func TestScenarios(t *testing.T) {
	blank := func(set func(string, string), _ func(string) string) { set("delict", "") }
	scenarios := []struct {
		name, config, reference string
		edit                    func(*rowsOf)
	}{
		{"blanco", "", march, func(r *rowsOf) { r.keep("2020", "2021"); r.change("2021", 3, blank) }},
		{"hercodering", "trendbreuken: [{jaar: 2021, figuur: aanmelder, reden: nieuw registratiesysteem}]", march,
			func(r *rowsOf) {
				r.change("2021", 2, func(set func(string, string), get func(string) string) {
					if get("aanmelder") == "Politie" {
						set("aanmelder", "Openbaar Ministerie")
					}
				})
			}},
		{"contact-zonder-datum", "", march, func(r *rowsOf) {
			r.change("2021", 2, func(set func(string, string), get func(string) string) { set("contactdatum", "") })
		}},
		{"halfjaar", "", "2021-07-01", func(*rowsOf) {}},
		{"jaar-ontbreekt", "", march, func(r *rowsOf) { r.keep("2019", "2021") }},
		{"een-jaar", "", march, func(r *rowsOf) { r.keep("2021") }},
		{"eerste-jaren", "", march, func(r *rowsOf) { r.keep("2020", "2021") }},
		{"nu", "vergelijken: nu", march, func(*rowsOf) {}},
		{"noemen", "noemen: [{figuur: afkeurreden, categorie: {afkeurreden: OM verstrekt geen gegevens}}, {figuur: " +
			"contact}]", march, func(*rowsOf) {}},
	}
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			r := demoRows(t)
			s.edit(r)
			figs := r.report(t, s.config, s.reference)
			compareGolden(t, s.name+".txt", told(figs))
		})
	}
}

// told is the year in short, and the sentences of every figure.
func told(figs *stats.Figures) string {
	var b strings.Builder
	b.WriteString("In het kort\n" + strings.Join(sentences.Headlines(figs), "\n") + "\n")
	for _, section := range Sections(figs) {
		b.WriteString("\n# " + section.Title + "\n")
		for _, table := range section.Tables {
			b.WriteString("\n" + TableOf(figs, table).Caption + "\n" + strings.Join(sentences.Of(figs, table), "\n") +
				"\n")
			for _, note := range TableOf(figs, table).Notes {
				b.WriteString("(" + note + ")\n")
			}
		}
	}
	return b.String()
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("..", "..", "testdata", "golden", "sentences", name)
	if os.Getenv("HERSTEL_UPDATE") == "1" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("the sentences differ from %s; run make update and read them:\n%s", path, got)
	}
}
