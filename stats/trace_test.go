package stats_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"herstel/stats"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// tracer follows the demo; its rows are numbered as those of the reference.
func tracer(t *testing.T, ref *reference) (*stats.Tracer, *stats.Figures) {
	t.Helper()
	data, ruleset := statstest.ReadDemo(t, demo.Config())
	for i, row := range ref.rows {
		data.Origins = append(data.Origins, stats.Origin{Row: i, Number: row["zaaknummer"]})
	}
	opt := stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate}
	tr, err := stats.NewTracer(t.Context(), data, ruleset, opt)
	if err != nil {
		t.Fatal(err)
	}
	figs, err := stats.Compute(data, ruleset, opt)
	if err != nil {
		t.Fatal(err)
	}
	return tr, figs
}

// stoodAlone gives each row of the export as it stood on the day of a year, as
// a reference of one row; nil where it had not come in.
func (r *reference) stoodAlone(year int) []*reference {
	list := make([]*reference, len(r.rows))
	for i, row := range r.rows {
		one := (&reference{rows: []map[string]string{row}, groups: r.groups}).asOf(time.Date(year+1, 3, 1, 0, 0, 0, 0,
			time.UTC))
		if len(one.rows) == 1 {
			list[i] = one
		}
	}
	return list
}

// TestCellsAreFollowedToTheirRows holds the rows behind random numbers of the
// demo against a loop of its own over the rows of the file: not only how many,
// but which.
func TestCellsAreFollowedToTheirRows(t *testing.T) {
	ref := newReference(t)
	tr, figs := tracer(t, ref)
	stood := map[int][]*reference{}
	for _, year := range figs.Years {
		stood[year] = ref.stoodAlone(year)
	}
	type cell struct {
		figure *stats.Figure
		labels []string
		year   int
	}
	var cells []cell
	for n := range figs.Tables {
		table := &figs.Tables[n]
		for _, row := range table.Rows {
			if slices.Contains(row.Labels, stats.HiddenLabel) {
				continue
			}
			for i, year := range figs.Years {
				_, _, ok := ref.want(table.Figure.ID, row.Labels, year)
				if ok && row.Cells[i].Status != stats.NotAvailable && table.Figure.ID != "bemiddelaars" {
					cells = append(cells, cell{&table.Figure, row.Labels, year})
				}
			}
		}
	}
	rand.New(rand.NewPCG(15, 84)).Shuffle(len(cells), func(i, j int) { cells[i], cells[j] = cells[j], cells[i] })
	n := 60
	if testing.Short() {
		n = 5
	}
	for _, c := range cells[:min(n, len(cells))] {
		q := stats.Question{Figure: c.figure.ID, Year: c.year, Category: map[string]string{}, Internal: true}
		for i, d := range c.figure.Breakdown {
			q.Category[d.ID] = c.labels[i]
		}
		trace, err := tr.Cell(t.Context(), q)
		if err != nil {
			t.Fatalf("%v: %v", q, err)
		}
		var counting, rest, wantCounting, wantRest []int
		for _, traced := range trace.Cases {
			if traced.Counts {
				counting = append(counting, traced.Row)
			} else {
				rest = append(rest, traced.Row)
			}
		}
		for i, one := range stood[c.year] {
			if one == nil {
				continue
			}
			switch count, base, _ := one.want(c.figure.ID, c.labels, c.year); {
			case count > 0:
				wantCounting = append(wantCounting, i)
			case base > 0:
				wantRest = append(wantRest, i)
			}
		}
		if !slices.Equal(counting, wantCounting) || !slices.Equal(rest, wantRest) {
			t.Errorf("%s %v %d: %d and %d rows, want %d and %d", c.figure.ID, c.labels, c.year, len(counting),
				len(rest), len(wantCounting), len(wantRest))
		}
	}
	t.Logf("%d cells of %d", min(n, len(cells)), len(cells))
}

// TestHiddenNumberIsNotFollowed holds that the rows behind a hidden number are
// refused, unless they were asked for by those inside.
func TestHiddenNumberIsNotFollowed(t *testing.T) {
	tr, figs := tracer(t, newReference(t))
	tried := 0
	for n := range figs.Tables {
		table := &figs.Tables[n]
		for _, row := range table.Rows {
			for y, cell := range row.Cells {
				if cell.Status != stats.Suppressed || tried == 3 || slices.Contains(row.Labels, stats.HiddenLabel) {
					continue
				}
				tried++
				q := stats.Question{Figure: table.Figure.ID, Year: figs.Years[y], Category: map[string]string{}}
				for i, d := range table.Figure.Breakdown {
					q.Category[d.ID] = row.Labels[i]
				}
				if _, err := tr.Cell(t.Context(), q); err != stats.ErrHidden {
					t.Errorf("%v gives %v", q, err)
				}
				q.Internal = true
				if trace, err := tr.Cell(t.Context(), q); err != nil || !trace.Hidden {
					t.Errorf("%v gives %v", q, err)
				}
			}
		}
	}
	if tried == 0 {
		t.Fatal("the demo hides nothing")
	}
}
