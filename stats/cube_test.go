package stats

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// testRow is a case with its open values still as text.
type testRow struct {
	Case      Case
	Mediator  string
	Breakdown string
}

func drawRows(t *rapid.T) []testRow {
	at := rapid.Int32Range(43568, 44368)
	maybe := rapid.OneOf(rapid.Just(int32(day.NoDay)), at)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) testRow {
		return testRow{
			Case: Case{
				Received: day.Day(at.Draw(t, "received")), Assigned: day.Day(maybe.Draw(t, "assigned")),
				Contacted: day.Day(maybe.Draw(t, "contacted")), Closed: day.Day(maybe.Draw(t, "closed")),
				Reason:    rules.Code(rapid.IntRange(0, 3).Draw(t, "reason")),
				Referrer:  rules.Code(rapid.IntRange(0, 4).Draw(t, "referrer")),
				Initiator: rules.Code(rapid.IntRange(0, 8).Draw(t, "initiator")),
				Offence:   rules.Code(rapid.IntRange(0, 30).Draw(t, "offence")),
				Form:      rules.Code(rapid.IntRange(0, 6).Draw(t, "form")),
				Willing:   Answer(rapid.IntRange(0, 2).Draw(t, "willing")),
				Contact:   Answer(rapid.IntRange(0, 2).Draw(t, "contact")),
			},
			Mediator: rapid.SampledFrom([]string{"", "b01", "b02", "b03"}).Draw(t, "mediator"),
			Breakdown: rapid.SampledFrom([]string{"", "Utrecht", "utrecht", "Ámsterdam", "Onbekend"}).Draw(t,
				"breakdown"),
		}
	}), 0, 60).Draw(t, "rows")
}

var everything = Presence{Columns: 1<<rules.ColumnCount - 1, Breakdowns: 1}

func cubeOf(rows []testRow) *Cube {
	cube := NewCube(1)
	for _, row := range rows {
		addRow(cube, row)
	}
	return cube
}

func addRow(cube *Cube, row testRow) {
	c := row.Case
	c.Mediator = cube.Mediator(rules.Fold(row.Mediator))
	c.Breakdown[0] = cube.Breakdown(0, row.Breakdown)
	cube.Add(&c, everything)
}

// computed gives all figures of a cube that has cases of 2021.
func computed(t *rapid.T, cube *Cube) *Figures {
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	ruleset.Privacy.Threshold = 0
	ruleset.Breakdowns = []rules.Breakdown{{Column: "arrondissement", Name: "arrondissement"}}
	figs, err := Compute(&Dataset{Cube: cube}, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// anchor is a case of 2021 that every cube of these tests holds.
var anchor = testRow{Case: Case{Received: 44268, Assigned: 44269, Contacted: day.NoDay, Closed: day.NoDay}}

func TestMergedCubesGiveTheFiguresOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := append(drawRows(t), anchor)
		split := rapid.IntRange(0, len(rows)).Draw(t, "split")
		merged := cubeOf(rows[:split])
		merged.Merge(cubeOf(rows[split:]))
		if diff := cmp.Diff(computed(t, cubeOf(rows)), computed(t, merged), cmp.AllowUnexported(Figure{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// The parts of a base add up to the base, in every table of parts.
func TestPartsAddUpToTheirBase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figs := computed(t, cubeOf(append(drawRows(t), anchor)))
		for _, table := range figs.Tables {
			if table.Figure.Kind != KindParts || table.Figure.ID == "instroom" ||
				table.Figure.Source == fromReferralReasons {
				continue
			}
			for y := range figs.Years {
				sums, bases := map[string]int{}, map[string]int{}
				for _, row := range table.Rows {
					within := ""
					if table.Figure.Within == 1 {
						within = row.Labels[0]
					}
					sums[within] += row.Cells[y].Count.N
					bases[within] = row.Cells[y].Base.N
				}
				for within, base := range bases {
					if sums[within] != base {
						t.Fatalf("%s %s: parts add up to %d of %d", table.Figure.ID, within, sums[within], base)
					}
				}
			}
		}
	})
}
