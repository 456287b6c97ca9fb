package stats_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// Every number and every difference of a report, held against loops over the rows
// that share nothing with the program but the names of the figures.
func TestDifferencesAgreeWithAnIndependentJudge(t *testing.T) {
	demoConfig, _, _ := strings.Cut(string(demo.Config()), "\ngepubliceerd:") // they hold for the demo alone
	for _, s := range []struct {
		name, day, extra string
		broken           []string
		edit             func(*exportRows)
	}{
		{name: "demo", day: "2022-03-01"},
		{name: "halfway", day: "2021-07-01"},
		{name: "break", day: "2022-03-01",
			extra:  "trendbreuken: [{jaar: 2021, figuur: aanmelder, reden: nieuw systeem}]",
			broken: []string{"aanmelder"}},
		{name: "break in all", day: "2022-03-01", extra: "trendbreuken: [{jaar: 2021, reden: nieuw systeem}]",
			broken: []string{""}},
		{name: "blank", day: "2022-03-01",
			edit: func(r *exportRows) { r.blank("delict", "2021", 0.3); r.blank("initiatiefnemer", "2020", 0.04) }},
		{name: "blank form and group", day: "2022-03-01",
			edit: func(r *exportRows) { r.blank("contactvorm", "2021", 0.1); r.blank("arrondissement", "2021", 0.04) }},
		{name: "undated", day: "2022-03-01",
			edit: func(r *exportRows) { r.blank("contactdatum", "2021", 0.3); r.blank("bereiddatum", "2020", 0.2) }},
		{name: "few", day: "2022-03-01", edit: func(r *exportRows) { r.keep(0.1) }},
		{name: "shuffled 1", day: "2022-03-01", edit: func(r *exportRows) { r.shuffle(0.4) }},
		{name: "shuffled 2", day: "2021-11-15", edit: func(r *exportRows) { r.keep(0.6); r.shuffle(0.7) }},
		{name: "shuffled 3", day: "2022-02-28",
			edit: func(r *exportRows) { r.keep(0.3); r.shuffle(0.9); r.blank("aanmelder", "2021", 0.06) }},
	} {
		for _, threshold := range []string{"5", "0"} {
			t.Run(s.name+", drempel "+threshold, func(t *testing.T) {
				if testing.Short() && !(s.name == "demo" && threshold == "5") {
					t.Skip("makes many reports")
				}
				rows := newExportRows(t, s.name)
				if s.edit != nil {
					s.edit(rows)
				}
				config := strings.Replace(demoConfig, "drempel: 5", "drempel: "+threshold, 1) + "\n" + s.extra + "\n"
				data, ruleset := statstest.ReadRecords(t, rows.records, []byte(config))
				on, _ := day.Parse(s.day)
				figs, err := stats.Compute(data, ruleset, stats.Options{Year: 2021, ReferenceDate: on})
				if err != nil {
					t.Fatal(err)
				}
				holdAgainst(t, figs, newOracle(figs, rows.reference(t), s.broken...))
			})
		}
	}
}

// holdAgainst compares all tables that carry a difference.
func holdAgainst(t *testing.T, figs *stats.Figures, o *oracle) {
	t.Helper()
	last, cells, hidden := len(figs.Years)-1, 0, 0
	var tables []*stats.Table
	var ps []float64
	verdicts := map[string][]verdict{}
	for i := range figs.Tables {
		table := &figs.Tables[i]
		if len(table.Rows) == 0 || len(table.Rows[0].Labels) != len(table.Figure.Breakdown) {
			continue
		}
		if _, _, ok := o.cell(table.Figure.ID, table.Rows[0].Labels, last); !ok {
			continue
		}
		for r, row := range table.Rows {
			for y := range figs.Years {
				o.checkCell(t, table, r, y)
				cells++
				if row.Cells[y].Status == stats.Suppressed {
					hidden++
				}
			}
		}
		tables = append(tables, table)
		verdicts[table.Figure.ID] = o.judge(table, last)
		ps = append(ps, o.figureP(table, verdicts[table.Figure.ID]))
	}
	if len(tables) < 25 || cells < 300 || figs.Threshold > 0 && hidden == 0 {
		t.Errorf("only %d tables, %d cells, %d of them hidden", len(tables), cells, hidden)
	}
	for i, passes := range passingFigures(tables, ps) {
		id, rows := tables[i].Figure.ID, []float64{}
		for _, v := range verdicts[id] {
			rows = append(rows, v.p)
		}
		for r, clear := range passing(rows) {
			v := &verdicts[id][r]
			v.clear = clear && passes || id == "kerncijfers" && v.known && v.difference != 0
			if passes {
				v.run = o.runOf(tables[i], r, last)
			}
			o.checkChange(t, tables[i], r, *v)
		}
	}
}

// repeats are figures that tell in more detail, or of another whole, what the
// second one tells: they are no test of their own beside the others, and pass
// where both do.
var repeats = [][2]string{
	{"afkeurreden_van_aanmeldingen", "afkeurreden"},
	{"contact_per_aanmelder", "contact"},
	{"contactvorm_per_aanleiding", "contactvorm"},
}

// passingFigures gives the figures that pass.
func passingFigures(tables []*stats.Table, ps []float64) []bool {
	at := func(id string) int {
		return slices.IndexFunc(tables, func(t *stats.Table) bool { return t.Figure.ID == id })
	}
	family := slices.Clone(ps)
	for _, r := range repeats {
		if repeat := at(r[0]); repeat >= 0 && at(r[1]) >= 0 {
			family[repeat] = -1
		}
	}
	passes := passing(family)
	for _, r := range repeats {
		if repeat, first := at(r[0]), at(r[1]); repeat >= 0 && first >= 0 {
			passes[repeat] = passes[first] && ps[repeat] >= 0 && ps[repeat] <= 0.05
		}
	}
	return passes
}

func (o *oracle) checkCell(t *testing.T, table *stats.Table, r, y int) {
	t.Helper()
	cell := table.Rows[r].Cells[y]
	if cell.Status != stats.OK {
		return
	}
	count, base, _ := o.cell(table.Figure.ID, table.Rows[r].Labels, y)
	if cell.Count != stats.Num(count) || cell.Base.Known && cell.Base.N != base {
		t.Errorf("%s %v %d: %+v of %+v, want %d of %d", table.Figure.ID, table.Rows[r].Labels, o.figs.Years[y],
			cell.Count, cell.Base, count, base)
	}
}

func (o *oracle) checkChange(t *testing.T, table *stats.Table, r int, want verdict) {
	t.Helper()
	got := table.Rows[r].Cells[len(o.figs.Years)-1].Change
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9*max(1, math.Abs(a)) }
	var wrong []string
	expect := func(ok bool, what string, got, want any) {
		if !ok {
			wrong = append(wrong, fmt.Sprintf("%s %v, want %v", what, got, want))
		}
	}
	expect(slices.Equal(got.Reasons.Words(), append([]string{}, want.reasons...)), "reasons", got.Reasons.Words(),
		want.reasons)
	expect(got.Known == want.known, "known", got.Known, want.known)
	expect(got.AmongKnown == want.amongKnown, "among known", got.AmongKnown, want.amongKnown)
	expect(got.Difference == want.difference, "difference", got.Difference, want.difference)
	expect(got.Clear == want.clear, "clear", got.Clear, want.clear)
	expect(got.Run == want.run, "run", got.Run, want.run)
	if want.known && want.shares && want.now[1] > 0 && want.before[1] > 0 {
		points := float64(want.now[0])/float64(want.now[1]) - float64(want.before[0])/float64(want.before[1])
		low, high := newcombeBounds(want.now, want.before)
		expect(got.PointsKnown && near(got.Points, points), "points", got.Points, points)
		expect(near(got.Margin.Low, low) && near(got.Margin.High, high), "margin", got.Margin, [2]float64{low, high})
	}
	if want.p >= 0 {
		expect(near(got.P, want.p), "p", got.P, want.p)
	}
	if len(wrong) > 0 {
		t.Errorf("%s %v: %s", table.Figure.ID, table.Rows[r].Labels, strings.Join(wrong, "; "))
	}
}

// exportRows are the rows of the demo, to be changed at random from a fixed seed.
type exportRows struct {
	records [][]string
	rnd     *rand.Rand
}

func newExportRows(t *testing.T, seed string) *exportRows {
	t.Helper()
	r := &exportRows{rnd: rand.New(rand.NewChaCha8([32]byte([]byte(fmt.Sprintf("%-32.32s", seed)))))}
	for _, record := range statstest.Records(t) {
		r.records = append(r.records, slices.Clone(record))
	}
	return r
}

func (r *exportRows) at(column string) int { return slices.Index(r.records[0], column) }

// blank empties a column in a part of the rows of a year.
func (r *exportRows) blank(column, year string, part float64) {
	for _, row := range r.records[1:] {
		if row[r.at("aanmelddatum")][6:] == year && r.rnd.Float64() < part {
			row[r.at(column)] = ""
		}
	}
}

// keep keeps the first row and a part of the others.
func (r *exportRows) keep(part float64) {
	kept := r.records[:2]
	for _, row := range r.records[2:] {
		if r.rnd.Float64() < part {
			kept = append(kept, row)
		}
	}
	r.records = kept
}

// shuffle gives a part of the rows a trait of another row, of any year.
func (r *exportRows) shuffle(part float64) {
	for _, column := range []string{"aanmelder", "initiatiefnemer", "delict", "arrondissement", "sport", "detentie"} {
		for _, row := range r.records[1:] {
			if r.rnd.Float64() < part {
				row[r.at(column)] = r.records[1+r.rnd.IntN(len(r.records)-1)][r.at(column)]
			}
		}
	}
}

// reference reads the rows as newReference reads the demo.
func (r *exportRows) reference(t *testing.T) *reference {
	t.Helper()
	ref := newReference(t)
	ref.rows = nil
	for _, record := range r.records[1:] {
		row := map[string]string{}
		for i, cell := range record {
			row[r.records[0][i]] = cell
		}
		ref.rows = append(ref.rows, row)
	}
	return ref
}
