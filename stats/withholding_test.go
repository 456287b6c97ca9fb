package stats

import (
	"context"
	"testing"

	"herstel/stats/day"
)

// TestWhyAFigureIsWithheld holds that a figure of many cases is not said to have
// too few, nor one that stays withheld because an earlier publication did so.
func TestWhyAFigureIsWithheld(t *testing.T) {
	figs := func(uitgezet, afgekeurd int) *Figures {
		row := func(label string, n int) Row { return Row{Labels: []string{label}, Cells: []Cell{{Count: Num(n)}}} }
		return &Figures{Threshold: 5, Tables: []Table{{Figure: Figure{ID: "instroom"}, Rows: []Row{
			row("aanmeldingen", uitgezet+afgekeurd), row("uitgezet", uitgezet), row("afgekeurd", afgekeurd)}}}}
	}
	rejected, willing := Figure{Base: Condition{Rejected: true}}, Figure{Base: Condition{Assigned: true, Willing: true}}
	for _, test := range []struct {
		figs   *Figures
		figure Figure
		before bool
		want   Withholding
	}{
		{figs(300, 2), rejected, false, TooFew},
		{figs(300, 19), rejected, false, TooFew},
		{figs(300, 20), rejected, false, NotHideable},
		{figs(3, 178), rejected, false, NotHideable},
		{figs(3, 178), rejected, true, HiddenBefore},
		{figs(19, 300), willing, false, TooFew},
		{figs(178, 2), willing, false, NotHideable},
		{figs(3, 2), Figure{Source: fromLeadTimes}, false, NotHideable},
		{figs(178, 2), Figure{Base: assigned, Detail: true}, false, MakesWay},
	} {
		if got := test.figs.withholding(&test.figure, 0, test.before); got != test.want {
			t.Errorf("%+v of %+v, before %v: %v, want %v", test.figure, test.figs.Tables[0].Rows, test.before, got,
				test.want)
		}
	}
	few := map[kind]int{selfTalked: 20, helpUnwilling: 20, {course: turnedDown}: 2}
	then, _ := world(t, privacyRules(t, 5, ""), 2021, few)
	ruleset := privacyRules(t, 5, "")
	counts := make([]int, len(kinds()))
	for i, k := range kinds() {
		if counts[i] = few[k]; k.course == turnedDown {
			counts[i] = 178
		}
	}
	now, _, err := ComputeAudited(context.Background(), datasetOf(t, kinds(), counts, ruleset), ruleset,
		Options{Year: 2021, ReferenceDate: day.NoDay, Earlier: []*Earlier{publish(t, then)}})
	if err != nil {
		t.Fatal(err)
	}
	for shown, want := range map[*Figures]Withholding{then: TooFew, now: HiddenBefore} {
		if list := shown.Withheld(); len(list) != 1 || list[0].Figure != "afkeurreden" || list[0].Why != want {
			t.Errorf("withheld: %+v, want afkeurreden: %v", list, want)
		}
		table, _ := shown.Table("afkeurreden_van_aanmeldingen")
		if cell := table.Rows[0].Cells[0]; cell.Count.Known || cell.Base.Known {
			t.Errorf("afkeurreden_van_aanmeldingen shows %+v", cell)
		}
	}
}
