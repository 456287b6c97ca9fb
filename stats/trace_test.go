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

// tracer follows the demo, as the report of a year tells it; its rows are numbered
// as those of the reference.
func tracer(t *testing.T, ref *reference, year int) (*stats.Tracer, *stats.Figures) {
	t.Helper()
	data, ruleset := statstest.ReadDemo(t, demo.Config())
	for i, row := range ref.rows {
		data.Origins = append(data.Origins, stats.Origin{Row: i, Number: row["zaaknummer"]})
	}
	opt := stats.Options{Year: year, ReferenceDate: ruleset.ReferenceDate.YearsEarlier(2021 - year)}
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

// askedCell is a number of a report, to be followed to its rows.
type askedCell struct {
	tracer *stats.Tracer
	figure *stats.Figure
	labels []string
	year   int
}

// askedCells lists the numbers of the reports of 2021, 2020 and 2019 that the
// reference counts too.
func askedCells(t *testing.T, ref *reference) []askedCell {
	t.Helper()
	var cells []askedCell
	for _, report := range []int{2021, 2020, 2019} {
		tr, figs := tracer(t, ref, report)
		for n := range figs.Tables {
			table := &figs.Tables[n]
			for _, row := range table.Rows {
				for i, year := range figs.Years {
					_, _, ok := ref.want(table.Figure.ID, row.Labels, year)
					if ok && row.Cells[i].Status != stats.NotAvailable && table.Figure.ID != "bemiddelaars" &&
						!slices.Contains(row.Labels, stats.HiddenLabel) {
						cells = append(cells, askedCell{tr, &table.Figure, row.Labels, year})
					}
				}
			}
		}
	}
	return cells
}

// TestCellsAreFollowedToTheirRows holds the rows behind 500 random numbers of three
// reports of the demo against a loop of its own over the rows of the file: not only
// how many, but which.
func TestCellsAreFollowedToTheirRows(t *testing.T) {
	ref := newReference(t)
	cells := askedCells(t, ref)
	n := 500
	if testing.Short() {
		n = 5
	}
	if len(cells) < n {
		t.Fatalf("the reports have %d numbers, want %d", len(cells), n)
	}
	rand.New(rand.NewPCG(15, 84)).Shuffle(len(cells), func(i, j int) { cells[i], cells[j] = cells[j], cells[i] })
	stood := map[int][]*reference{}
	for _, year := range []int{2019, 2020, 2021} {
		stood[year] = ref.stoodAlone(year)
	}
	for _, c := range cells[:n] {
		counting, rest := c.followed(t)
		wantCounting, wantRest := c.counted(stood[c.year])
		if !slices.Equal(counting, wantCounting) || !slices.Equal(rest, wantRest) {
			t.Errorf("%s %v %d: %d and %d rows, want %d and %d", c.figure.ID, c.labels, c.year, len(counting),
				len(rest), len(wantCounting), len(wantRest))
		}
	}
	t.Logf("%d numbers of %d", n, len(cells))
}

// followed gives the rows that the program finds: those that count, and the rest of the noemer.
func (c *askedCell) followed(t *testing.T) (counting, rest []int) {
	t.Helper()
	q := stats.Question{Figure: c.figure.ID, Year: c.year, Category: map[string]string{}, Internal: true}
	for i, d := range c.figure.Breakdown {
		q.Category[d.ID] = c.labels[i]
	}
	trace, err := c.tracer.Cell(t.Context(), q)
	if err != nil {
		t.Fatalf("%v: %v", q, err)
	}
	for _, traced := range trace.Cases {
		if traced.Counts {
			counting = append(counting, traced.Row)
		} else {
			rest = append(rest, traced.Row)
		}
	}
	return counting, rest
}

// counted gives the rows that the reference finds.
func (c *askedCell) counted(stood []*reference) (counting, rest []int) {
	for i, one := range stood {
		if one == nil {
			continue
		}
		switch count, base, _ := one.want(c.figure.ID, c.labels, c.year); {
		case count > 0:
			counting = append(counting, i)
		case base > 0:
			rest = append(rest, i)
		}
	}
	return counting, rest
}

// TestHiddenNumberIsNotFollowed holds that the rows behind a hidden number are
// refused, unless they were asked for by those inside.
func TestHiddenNumberIsNotFollowed(t *testing.T) {
	tr, figs := tracer(t, newReference(t), 2021)
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
