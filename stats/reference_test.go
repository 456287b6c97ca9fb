package stats_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"herstel/stats"
	"herstel/stats/rules"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// reference counts every figure of the demo with a loop of its own over the
// rows of the file, without cube, codes, vocabularies or catalog.
type reference struct {
	rows   []map[string]string
	groups map[string]string // delict -> aanleiding, initiatiefnemer -> initiatief, aanmelder -> aanmeldgroep
}

func newReference(t *testing.T) *reference {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(demo.Export()))
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	ref := &reference{groups: map[string]string{
		"Slachtoffer": "slachtoffer of nabestaande", "Nabestaande": "slachtoffer of nabestaande",
		"Verdachte": "verdachte, dader of veroorzaker", "Dader": "verdachte, dader of veroorzaker", "Veroorzaker": "verdachte, dader of veroorzaker",
		"Getuige": "overig", "Anders": "overig",
	}}
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, code := range ruleset.Vocabulary(rules.ColOffence).Names() {
		ref.groups["delict "+name] = ruleset.Vocabulary(rules.ColOffence).Value(code).Group
	}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, cell := range record {
			row[records[0][i]] = cell
		}
		ref.rows = append(ref.rows, row)
	}
	return ref
}

func date(text string) time.Time {
	at, err := time.Parse("02-01-2006", text)
	if err != nil {
		return time.Time{}
	}
	return at
}

// count counts the rows that meet all conditions.
func (r *reference) count(conditions ...func(map[string]string) bool) int {
	n := 0
	for _, row := range r.rows {
		if !slices.ContainsFunc(conditions, func(c func(map[string]string) bool) bool { return !c(row) }) {
			n++
		}
	}
	return n
}

func in(column string, year int) func(map[string]string) bool {
	return func(row map[string]string) bool { return date(row[column]).Year() == year }
}

func filled(column string) func(map[string]string) bool {
	return func(row map[string]string) bool { return row[column] != "" }
}

func is(column, value string) func(map[string]string) bool {
	return func(row map[string]string) bool { return row[column] == value }
}

func (r *reference) grouped(column, group string) func(map[string]string) bool {
	return func(row map[string]string) bool {
		if column == "delict" {
			return r.groups["delict "+strings.ToLower(row[column])] == group
		}
		if column == "aanmelder" {
			return (row[column] == "zelf") == (group == "zelf")
		}
		return r.groups[row[column]] == group
	}
}

func notAfter(column string, day time.Time) func(map[string]string) bool {
	return func(row map[string]string) bool { return row[column] != "" && !date(row[column]).After(day) }
}

// days gives the sorted distances between two dates of the rows whose second
// date lies in the year.
func (r *reference) days(from, to string, year int) []float64 {
	var days []float64
	for _, row := range r.rows {
		if row["uitzetdatum"] != "" && row[to] != "" && date(row[to]).Year() == year {
			days = append(days, date(row[to]).Sub(date(row[from])).Hours()/24)
		}
	}
	slices.Sort(days)
	return days
}

func quantile(days []float64, p float64) float64 {
	h := p * float64(len(days)-1)
	low := math.Floor(h)
	return days[int(low)] + (h-low)*(days[min(int(low)+1, len(days)-1)]-days[int(low)])
}

// want gives the count and the base of one cell, and false for a figure that
// has a check of its own.
func (r *reference) want(id string, labels []string, year int) (count, base int, ok bool) {
	assigned := []func(map[string]string) bool{in("aanmelddatum", year), filled("uitzetdatum")}
	of := func(more ...func(map[string]string) bool) int { return r.count(append(assigned[:2:2], more...)...) }
	contact := is("contact", "ja")
	cut := time.Date(2022-(2021-year), 3, 1, 0, 0, 0, 0, time.UTC)
	name, isBreakdown := strings.CutPrefix(id, "uitsplitsing:")
	perName, isPer := strings.CutPrefix(id, "contact_per_uitsplitsing:")
	switch {
	case isBreakdown:
		return of(is(name, labels[0])), of(), true
	case isPer:
		return of(is(perName, labels[0]), contact), of(is(perName, labels[0])), true
	}
	switch id {
	case "afkeurreden":
		rejected := []func(map[string]string) bool{in("aanmelddatum", year), filled("afkeurreden")}
		return r.count(append(rejected, is("afkeurreden", labels[0]))...), r.count(rejected...), true
	case "aanmeldgroep":
		return of(r.grouped("aanmelder", labels[0])), of(), true
	case "aanleiding":
		return of(r.grouped("delict", labels[0])), of(), true
	case "delict":
		return of(is("delict", labels[1])), of(), true
	case "initiatief":
		return of(r.grouped("initiatiefnemer", labels[0])), of(), true
	case "initiatief_per_aanleiding":
		return of(r.grouped("delict", labels[0]), r.grouped("initiatiefnemer", labels[1])), of(r.grouped("delict", labels[0])), true
	case "initiatief_per_aanmeldgroep":
		return of(r.grouped("aanmelder", labels[0]), r.grouped("initiatiefnemer", labels[1])), of(r.grouped("aanmelder", labels[0])), true
	case "contact":
		return of(contact), of(), true
	case "contact_per_aanleiding":
		return of(r.grouped("delict", labels[0]), contact), of(r.grouped("delict", labels[0])), true
	case "contact_per_initiatief":
		return of(r.grouped("initiatiefnemer", labels[0]), contact), of(r.grouped("initiatiefnemer", labels[0])), true
	case "bereidheid":
		return of(is("bereid", "ja")), of(), true
	case "contact_na_bereidheid":
		return of(is("bereid", "ja"), contact), of(is("bereid", "ja")), true
	case "contact_afgesloten":
		closed := r.count(filled("uitzetdatum"), in("afsluitdatum", year))
		return r.count(filled("uitzetdatum"), in("afsluitdatum", year), contact), closed, true
	case "contactvorm":
		return of(contact, is("contactvorm", labels[0])), of(contact), true
	case "contact_gelijke_rijping":
		return of(notAfter("uitzetdatum", cut), notAfter("contactdatum", cut)), of(notAfter("uitzetdatum", cut)), true
	case "maand":
		return r.count(in("aanmelddatum", year), func(row map[string]string) bool {
			return fmt.Sprint(int(date(row["aanmelddatum"]).Month())) == labels[0]
		}), 0, true
	case "bemiddelaars":
		seen := map[string]bool{}
		for _, row := range r.rows {
			if date(row["aanmelddatum"]).Year() == year && row["uitzetdatum"] != "" {
				seen[row["bemiddelaar"]] = true
			}
		}
		return len(seen), 0, true
	case "standen":
		before := func(column string) func(map[string]string) bool {
			return func(row map[string]string) bool { return row[column] != "" && date(row[column]).Year() < year }
		}
		begin := r.count(before("uitzetdatum")) - r.count(before("afsluitdatum"), filled("uitzetdatum"))
		in, out := r.count(in("uitzetdatum", year)), r.count(in("afsluitdatum", year), filled("uitzetdatum"))
		return map[string]int{"begin": begin, "instroom": in, "uitstroom": out, "eind": begin + in - out}[labels[0]], 0, true
	}
	return 0, 0, false
}

func TestDemoAgreesWithAnIndependentCount(t *testing.T) {
	ref := newReference(t)
	config := bytes.Replace(demo.Config(), []byte("drempel: 5"), []byte("drempel: 0"), 1)
	data, ruleset := statstest.ReadDemo(t, config)
	figs, err := stats.Compute(data, ruleset, stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate})
	if err != nil {
		t.Fatal(err)
	}
	checked := map[string]bool{}
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			for i, cell := range row.Cells {
				count, base, ok := ref.want(table.Figure.ID, row.Labels, figs.Years[i])
				if !ok {
					continue
				}
				checked[table.Figure.ID] = true
				if cell.Count.N != count || cell.Base.N != base {
					t.Errorf("%s %v %d = %d of %d, want %d of %d", table.Figure.ID, row.Labels, figs.Years[i], cell.Count.N, cell.Base.N, count, base)
				}
			}
		}
	}
	if len(checked) != len(figs.Tables)-4 {
		t.Errorf("checked %d of %d tables; instroom, aanmelder, doorlooptijd and kerncijfers are checked elsewhere", len(checked), len(figs.Tables))
	}
	checkLeadTimes(t, ref, figs)
}

func checkLeadTimes(t *testing.T, ref *reference, figs *stats.Figures) {
	t.Helper()
	table, _ := figs.Table("doorlooptijd")
	columns := [][2]string{{"aanmelddatum", "uitzetdatum"}, {"uitzetdatum", "contactdatum"}, {"uitzetdatum", "afsluitdatum"}}
	for i, row := range table.Rows {
		for y, cell := range row.Cells {
			days := ref.days(columns[i][0], columns[i][1], figs.Years[y])
			want := []float64{quantile(days, .25), quantile(days, .5), quantile(days, .75), quantile(days, .9)}
			got := []float64{cell.Quantiles.P25, cell.Quantiles.Median, cell.Quantiles.P75, cell.Quantiles.P90}
			if cell.Count.N != len(days) || !slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
				t.Errorf("%v %d: %d cases %v, want %d %v", row.Labels, figs.Years[y], cell.Count.N, got, len(days), want)
			}
		}
	}
}
