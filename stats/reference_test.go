package stats_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"herstel/stats"
	"herstel/stats/day"
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
		"Verdachte": "verdachte, dader of veroorzaker", "Dader": "verdachte, dader of veroorzaker",
		"Veroorzaker": "verdachte, dader of veroorzaker",
		"Getuige":     "overig", "Anders": "overig",
	}}
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, code := range ruleset.Vocabulary(rules.ColOffence).Names() {
		ref.groups["delict "+name] = ruleset.Vocabulary(rules.ColOffence).Value(code).Group
	}
	for name, code := range ruleset.Vocabulary(rules.ColReferrer).Names() {
		ref.groups["aanmelder "+name] = ruleset.Vocabulary(rules.ColReferrer).Value(code).Label
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

// asOf gives the rows as they stood on a day: an aanmelding of later has not
// come in, a step of later has not been set.
func (r *reference) asOf(day time.Time) *reference {
	stood := &reference{groups: r.groups}
	for _, row := range r.rows {
		if date(row["aanmelddatum"]).After(day) {
			continue
		}
		row = maps.Clone(row)
		for column, fact := range map[string]string{
			"uitzetdatum": "", "afsluitdatum": "", "contactdatum": "contact", "bereiddatum": "bereid",
			"afkeurdatum": "afkeurreden",
		} {
			if date(row[column]).After(day) {
				row[column] = ""
				delete(row, fact)
			}
		}
		stood.rows = append(stood.rows, row)
	}
	return stood
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
		if column == "aanmelder als" {
			return r.groups["aanmelder "+strings.ToLower(row["aanmelder"])] == group
		}
		if column == "aanmelder" {
			return (row[column] == "zelf") == (group == "zelf")
		}
		return r.groups[row[column]] == group
	}
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
	case "afkeurreden_van_aanmeldingen":
		of := in("aanmelddatum", year)
		return r.count(of, filled("afkeurreden"), is("afkeurreden", labels[0])), r.count(of), true
	case "contact_per_aanmelder":
		return of(r.grouped("aanmelder als", labels[0]), contact), of(r.grouped("aanmelder als", labels[0])), true
	case "contactvorm_per_aanleiding":
		within := r.grouped("delict", labels[0])
		return of(within, contact, is("contactvorm", labels[1])), of(within, contact), true
	case "instroom":
		all := in("aanmelddatum", year)
		open, rejected := is("uitzetdatum", ""), filled("afkeurreden")
		return map[string]int{"aanmeldingen": r.count(all), "uitgezet": of(), "afgekeurd": r.count(all, open, rejected),
			"nog te beoordelen": r.count(all, open, func(row map[string]string) bool { return !rejected(row) }),
		}[labels[0]], r.count(all), true
	case "aanmelder":
		return of(r.grouped("aanmelder als", labels[0])), of(), true
	case "aanmeldgroep":
		return of(r.grouped("aanmelder", labels[0])), of(), true
	case "aanleiding":
		return of(r.grouped("delict", labels[0])), of(), true
	case "delict":
		return of(is("delict", labels[1])), of(), true
	case "initiatief":
		return of(r.grouped("initiatiefnemer", labels[0])), of(), true
	case "initiatief_per_aanleiding":
		return of(r.grouped("delict", labels[0]), r.grouped("initiatiefnemer", labels[1])),
			of(r.grouped("delict", labels[0])), true
	case "initiatief_per_aanmeldgroep":
		return of(r.grouped("aanmelder", labels[0]), r.grouped("initiatiefnemer", labels[1])),
			of(r.grouped("aanmelder", labels[0])), true
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
	case "maand":
		return r.count(in("aanmelddatum", year), func(row map[string]string) bool {
			return fmt.Sprint(int(date(row["aanmelddatum"]).Month())) == labels[0]
		}), r.count(in("aanmelddatum", year)), true
	case "bemiddelaars":
		seen := map[string]bool{}
		for _, row := range r.rows {
			if date(row["uitzetdatum"]).Year() == year {
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
		return map[string]int{"begin": begin, "instroom": in, "uitstroom": out, "eind": begin + in - out}[labels[0]], 0,
			true
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
	stood := map[int]*reference{}
	for back, year := range []int{2021, 2020, 2019} {
		stood[year] = ref.asOf(time.Date(2022-back, 3, 1, 0, 0, 0, 0, time.UTC))
	}
	checked := map[string]bool{}
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			for i, cell := range row.Cells {
				if ref.beginsTooLate(t, &table, row.Labels, figs.Years[i], cell) {
					continue
				}
				count, base, ok := stood[figs.Years[i]].want(table.Figure.ID, row.Labels, figs.Years[i])
				if !ok {
					continue
				}
				checked[table.Figure.ID] = true
				if cell.Count.N != count || cell.Base.N != base {
					t.Errorf("%s %v %d = %d of %d, want %d of %d", table.Figure.ID, row.Labels, figs.Years[i],
						cell.Count.N, cell.Base.N, count, base)
				}
			}
		}
	}
	if len(checked) != len(figs.Tables)-7 {
		t.Errorf("checked %d of %d tables; contact_binnen, contact_kromme, contact_ontleding, "+
			"doorlooptijd, doorlooptijd_cohort, sindsdien and kerncijfers are checked elsewhere", len(checked),
			len(figs.Tables))
	}
	checkLeadTimes(t, stood, figs)
	checkSince(t, ref, stood, figs)
}

// beginsTooLate holds an event figure against the part of the events of 2021 whose
// case came in as long before that year as the export lacks before the year asked for.
func (r *reference) beginsTooLate(t *testing.T, table *stats.Table, labels []string, year int, cell stats.Cell) bool {
	t.Helper()
	column := map[string]string{"contact_afgesloten": "afsluitdatum", "standen": "afsluitdatum"}[table.Figure.ID]
	if table.Figure.ID == "doorlooptijd" {
		column = map[string]string{"aanmelding_tot_uitzetting": "uitzetdatum", "uitzetting_tot_contact": "contactdatum",
			"uitzetting_tot_afsluiting": "afsluitdatum"}[labels[0]]
	}
	january := func(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }
	lacking := column != ""
	if lacking {
		since := january(2021).Add(-january(year).Sub(january(2019)))
		all := r.count(filled("uitzetdatum"), in(column, 2021))
		old := r.count(filled("uitzetdatum"), in(column, 2021),
			func(row map[string]string) bool { return date(row["aanmelddatum"]).Before(since) })
		lacking = 100*old > 5*all
	}
	if lacking != cell.Begin || lacking != (cell.Status == stats.NotAvailable) && column != "" {
		t.Errorf("%s %v %d: the export begins too late is %v, the cell is %+v", table.Figure.ID, labels, year, lacking,
			cell)
	}
	return lacking
}

func checkLeadTimes(t *testing.T, stood map[int]*reference, figs *stats.Figures) {
	t.Helper()
	table, _ := figs.Table("doorlooptijd")
	columns := [][2]string{{"aanmelddatum", "uitzetdatum"}, {"uitzetdatum", "contactdatum"},
		{"uitzetdatum", "afsluitdatum"}}
	for i, row := range table.Rows {
		for y, cell := range row.Cells {
			if cell.Begin {
				continue
			}
			days := stood[figs.Years[y]].days(columns[i][0], columns[i][1], figs.Years[y])
			want := []float64{quantile(days, .25), quantile(days, .5), quantile(days, .75), quantile(days, .9)}
			got := []float64{cell.Quantiles.P25, cell.Quantiles.Median, cell.Quantiles.P75, cell.Quantiles.P90}
			if cell.Count.N != len(days) ||
				!slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
				t.Errorf("%v %d: %d cases %v, want %d %v", row.Labels, figs.Years[y], cell.Count.N, got, len(days),
					want)
			}
		}
	}
}

// checkSince holds sindsdien against the rows of then and of now.
func checkSince(t *testing.T, now *reference, stood map[int]*reference, figs *stats.Figures) {
	t.Helper()
	steps := map[string]func(map[string]string) bool{"uitgezet": filled("uitzetdatum"), "contact": is("contact", "ja"),
		"afgesloten": filled("afsluitdatum")}
	table, _ := figs.Table("sindsdien")
	if len(table.Rows) != 6 {
		t.Fatalf("%d rows", len(table.Rows))
	}
	for _, row := range table.Rows {
		for y, year := range figs.Years[:2] {
			rows := stood[year]
			if row.Labels[1] == "nu" {
				rows = now
			}
			want := rows.count(in("aanmelddatum", year), filled("uitzetdatum"), steps[row.Labels[0]])
			if got := row.Cells[y]; got.Status != stats.OK || got.Count != stats.Num(want) {
				t.Errorf("sindsdien %v %d = %+v, want %d", row.Labels, year, got.Count, want)
			}
		}
		if row.Cells[2].Status != stats.NotAvailable {
			t.Errorf("sindsdien %v has a number for 2021", row.Labels)
		}
	}
}

// A year shown in the report of 2021 has the numbers, and the cells hidden,
// that its own report has on the same day of the year.
func TestAYearIsShownAsItsOwnReportShowsIt(t *testing.T) {
	data, ruleset := statstest.ReadDemo(t, demo.Config())
	compute := func(year int, at string) *stats.Figures {
		reference, _ := day.Parse(at)
		figs, err := stats.Compute(data, ruleset, stats.Options{Year: year, ReferenceDate: reference})
		if err != nil {
			t.Fatal(err)
		}
		return figs
	}
	later := compute(2021, "2022-03-01")
	for back, own := range []*stats.Figures{compute(2021, "2022-03-01"), compute(2020, "2021-03-01"),
		compute(2019, "2020-03-01")} {
		year, compared := 2021-back, 0
		for _, table := range own.Tables {
			other, ok := later.Table(table.Figure.ID)
			if !ok || table.Figure.ID == "sindsdien" {
				continue
			}
			for _, row := range table.Rows {
				i := slices.IndexFunc(other.Rows, func(r stats.Row) bool { return slices.Equal(r.Labels, row.Labels) })
				if i < 0 && row.Folds() {
					continue // another year of the report of 2021 names the values
				}
				if i < 0 {
					t.Errorf("%s %v of %d is not in the report of 2021", table.Figure.ID, row.Labels, year)
					continue
				}
				got, want := other.Rows[i].Cells[slices.Index(later.Years, year)], row.Cells[len(row.Cells)-1]
				if got.Begin && want.Begin { // each estimates what lacks from the latest year it has
					got.Reason, want.Reason = "", ""
				}
				got.Change, want.Change, got.RankPrev, want.RankPrev = stats.Change{}, stats.Change{}, stats.Int{},
					stats.Int{}
				if compared++; got != want {
					t.Errorf("%s %v %d: %+v in the report of 2021, %+v in its own", table.Figure.ID, row.Labels, year,
						got, want)
				}
			}
		}
		if compared < 150 {
			t.Errorf("%d cells of %d compared", compared, year)
		}
	}
}
