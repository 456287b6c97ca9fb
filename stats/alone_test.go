package stats

import (
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// TestCasesAddUpToEveryCell holds that what each case brings by itself adds up
// to every cell of every figure, so that the rows behind a number are that many.
func TestCasesAddUpToEveryCell(t *testing.T) {
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	ruleset.Breakdowns = []rules.Breakdown{{Column: "arrondissement", Name: "arrondissement"}}
	rapid.Check(t, func(t *rapid.T) {
		ruleset.Privacy.Threshold = rapid.SampledFrom([]int{0, 5}).Draw(t, "drempel")
		rows := drawRows(t)
		cube := cubeOf(append(rows[:min(len(rows), 8)], anchor))
		opt := Options{Year: 2021, ReferenceDate: rapid.SampledFrom([]day.Day{day.NoDay, 44300}).Draw(t, "peildatum")}
		data := &Dataset{Cube: cube}
		c, err := newComputation(data, ruleset, opt)
		if err != nil {
			t.Fatal(err)
		}
		figs, err := Compute(data, ruleset, opt)
		if err != nil {
			t.Fatal(err)
		}
		var alone []*computation
		for cs, has := range cube.each {
			alone = append(alone, c.alone(cs, has))
		}
		for n := range figs.Tables {
			table := &figs.Tables[n]
			if table.Figure.Source == fromMediators || table.Figure.Estimated() || table.Figure.derived() ||
				table.Figure.Source == fromKeyFigures {
				continue
			}
			for _, row := range table.Rows {
				for i := range figs.Years {
					checkSum(t, alone, table, row, i)
				}
			}
		}
	})
}

func checkSum(t *rapid.T, alone []*computation, table *Table, row Row, i int) {
	cell := row.Cells[i]
	if cell.Status != OK || len(row.Labels) != len(table.Figure.Breakdown) {
		return
	}
	count, base := 0, 0
	for _, one := range alone {
		p := one.part(&table.Figure, row.Labels, i)
		if p.count < 0 || p.count > 1 || p.base > 1 || p.count > p.base && cell.Base.Known {
			t.Fatalf("%s %v: one case counts %d of %d", table.Figure.ID, row.Labels, p.count, p.base)
		}
		count, base = count+p.count, base+p.base
	}
	if cell.Count.Known && count != cell.Count.N || cell.Base.Known && base != cell.Base.N {
		t.Fatalf("%s %v of year %d: the cases add up to %d of %d, the figure says %v of %v", table.Figure.ID,
			row.Labels, i, count, base, cell.Count, cell.Base)
	}
}
