package stats

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"herstel/stats/day"
)

// TestTraceTellsNoHiddenNumber follows every shown number of random exports: a
// step, a noemer and a value that it tells stands in the published figures, found
// here by its words alone.
func TestTraceTellsNoHiddenNumber(t *testing.T) {
	hiddenSteps, hiddenBases, told := 0, 0, 0
	for seed := range uint64(4) {
		data, ruleset := seededExport(t, seed, []int{60, 150}[seed%2], 1, 4, 2)
		tr, err := NewTracer(t.Context(), data, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tr.figs.Tables {
			if table.Figure.Source == fromMediators {
				continue // counts work
			}
			for _, row := range table.Rows {
				q := Question{Figure: table.Figure.ID, Category: map[string]string{}}
				for i, d := range table.Figure.Breakdown {
					if i < len(row.Labels) {
						q.Category[d.ID] = row.Labels[i]
					}
				}
				cell := row.Cells[len(row.Cells)-1]
				trace, err := tr.Cell(t.Context(), q)
				var none *TraceError
				if errors.Is(err, ErrHidden) || errors.As(err, &none) {
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				name := fmt.Sprint(q.Figure, row.Labels)
				rest := slices.ContainsFunc(trace.Cases, func(c TracedCase) bool { return !c.Counts })
				if !cell.Base.Known && (trace.Base != 0 || rest) {
					t.Errorf("%s tells a hidden noemer", name)
				}
				if trace.NoBase {
					hiddenBases++
				}
				for _, step := range trace.Steps[2 : len(trace.Steps)-1] {
					if step.Hidden {
						hiddenSteps++
						continue
					}
					told++
					if f := &table.Figure; f.Within > 0 && f.Base.Contact && cell.Base == Num(step.Cases) {
						continue // the noemer, which is a part of the cases with contact
					}
					if want, known := tr.figs.worded(step.Text); !known || want != step.Cases {
						t.Errorf("%s tells %q: %d, published is %d (%v)", name, step.Text, step.Cases, want, known)
					}
				}
				for _, v := range trace.Raw {
					if v.Cases < tr.figs.Threshold {
						t.Errorf("%s tells %d cases of %s", name, v.Cases, v.Column)
					}
				}
			}
		}
	}
	if hiddenSteps == 0 || told < 50 {
		t.Errorf("%d hidden steps, %d hidden noemers, %d told: the exports try nothing", hiddenSteps, hiddenBases, told)
	}
}

// worded finds the published number that a step of the year names.
func (f *Figures) worded(text string) (n int, known bool) {
	find := func(figure string, labels ...string) (int, bool) {
		table, ok := f.Table(figure)
		if !ok {
			return 0, false
		}
		for _, r := range table.Rows {
			if slices.Equal(r.Labels, labels) {
				count := r.Cells[len(r.Cells)-1].Count
				return count.N, count.Known
			}
		}
		return 0, false
	}
	word, label, _ := strings.Cut(text, " ")
	if own, ok := strings.CutPrefix(text, "kolom 0 "); ok {
		word, label = "uitsplitsing:kolom0", own
	}
	switch {
	case word == "aangemeld":
		return find("instroom", "aanmeldingen")
	case strings.HasSuffix(text, " uitgezet"):
		return find("instroom", "uitgezet")
	case strings.HasSuffix(text, " afgekeurd"):
		return find("instroom", "afgekeurd")
	case text == willingText:
		return find("bereidheid")
	case text == contactText:
		return find("contact")
	case strings.HasPrefix(text, "uitgezet en afgesloten"):
		table, _ := f.Table("contact_afgesloten")
		base := table.Rows[0].Cells[len(f.Years)-1].Base
		return base.N, base.Known
	case strings.HasPrefix(text, "de datums zijn bekend"):
		table, _ := f.Table("contact_binnen")
		base := table.Rows[0].Cells[len(f.Years)-1].Base
		return base.N, base.Known
	}
	return find(word, label)
}

// TestNumbersOfAnotherDayGiveNothingAway attacks the figures of now beside what the
// export says by now for the day of an earlier report.
func TestNumbersOfAnotherDayGiveNothingAway(t *testing.T) {
	if testing.Short() {
		t.Skip("attacks many publications")
	}
	var total, fell [2]int
	for seed := range *pairExports {
		data, ruleset := seededExport(t, seed, []int{150, 400, 1000}[seed%3], 2, 6, 2)
		opt := Options{Year: 2021, ReferenceDate: endOf2021 + 60}
		c, err := newComputation(data, ruleset, opt)
		if err != nil {
			t.Fatal(err)
		}
		now, _, err := c.protected(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		before := opt
		before.ReferenceDate = endOf2021 - 30
		alone, err := Compute(data, ruleset, before)
		if err != nil {
			t.Fatal(err)
		}
		reports := earlierReports{c: c, ctx: t.Context(), made: map[earlierReport]*Figures{}}
		beside, err := reports.at(now, earlierReport{2021, before.ReferenceDate})
		if err != nil {
			t.Fatal(err)
		}
		for i, then := range []*Figures{alone, beside} {
			if then == nil {
				continue
			}
			o := unionAttack(t, data, ruleset, ruleset, opt, ruleset.Privacy.Threshold, 0, then, now)
			total[i], fell[i] = total[i]+o.hidden, fell[i]+o.fallen+o.unsettled
		}
	}
	t.Logf("made by itself: %d of %d fall; beside the figures of now: %d of %d", fell[0], total[0], fell[1], total[1])
	if fell[1] > 0 || fell[0] == 0 {
		t.Errorf("%d hidden cells fall, and %d without", fell[1], fell[0])
	}
}
