package reporttest

import (
	"strings"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// Full gives figures with every kind of table and every kind of absence.
func Full() *stats.Figures {
	date, _ := day.Parse("2022-03-01")
	return &stats.Figures{
		Year: 2021, Years: []int{2020, 2021}, ReferenceDate: date, Version: "v1.2.3",
		RulesSHA256: strings.Repeat("ab", 32), Threshold: 5,
		Sources: []stats.Source{
			{Name: "2020.csv", SHA256: strings.Repeat("01", 32), Rows: 105, Counted: 100, LeftOut: 3, NotCase: 2},
			{Name: "2021.xlsx", Sheet: "Zaken", SHA256: strings.Repeat("23", 32), Rows: 200, Counted: 200},
		},
		Findings: []stats.FindingCount{{Rule: stats.RuleUnknownValue, Column: "delict", Count: stats.Num(3)},
			{Rule: stats.RuleShape, Count: stats.Num(2)}},
		Exceptions: []stats.Exception{{Figure: "vorm", Year: 2021,
			Category: []stats.Label{{Dimension: "vorm", Value: "Brief"}}, Reason: "stond al in het verslag",
			Used: true}},
		OpenCases: stats.Num(7),
		Tables: []stats.Table{PartsTable(), yesNoTable(), countTable(), leadTimeTable(), missingTable(),
			emptyTable()},
		Published: []stats.Comparison{
			{Report: "Jaarverslag 2020", Year: 2020, Figure: "vorm", Title: "Vorm",
				Category: []stats.Label{{Dimension: "vorm", Value: "Gesprek"}},
				Count:    41, Printed: "41", Today: shownCell(40, 100), Outcome: stats.Different, Difference: -1,
				Reasons: []string{"2 rijen zijn niet meegeteld"}, Line: 12},
			{Report: "Jaarverslag 2020", Year: 2020, Figure: "wel", Title: "Wel of niet", IsShare: true, Share: 0.3,
				Decimals: 2, Printed: "30%",
				Today: shownCell(303, 1000), Outcome: stats.EqualRounded, Points: 0.003, Line: 13},
			{Report: "Jaarverslag 2020", Year: 2020, Figure: "vorm", Title: "Vorm",
				Category: []stats.Label{{Dimension: "vorm", Value: "Brief"}},
				Count:    3, Printed: "3", Today: stats.Cell{Status: stats.Suppressed}, Outcome: stats.NotCompared,
				Reasons: []string{"het cijfer van nu is verborgen voor privacy"}, Line: 14},
		},
	}
}

func shownCell(count, base int) stats.Cell {
	return stats.Cell{Count: stats.Num(count), Base: stats.Num(base),
		Share: stats.Share{Num: count, Den: base, Interval: stats.Interval{Low: 0.123456789012345678, High: 0.9},
			Known: true}}
}

// HiddenCell is a hidden cell of a known base.
func HiddenCell(base int) stats.Cell {
	return stats.Cell{Status: stats.Suppressed, Base: stats.Num(base)}
}

// PartsTable is a ranked table of parts with a hidden cell and an exception.
func PartsTable() stats.Table {
	now := shownCell(50, 200)
	now.Change = stats.Change{Known: true, Difference: 10, Previous: 40, PointsKnown: true, Points: -0.15,
		Margin: stats.Interval{Low: -0.26, High: -0.04}, Clear: true}
	now.Rank, now.RankPrev = stats.Num(1), stats.Num(1)
	before := shownCell(40, 100)
	before.Rank = stats.Num(1)
	small := shownCell(3, 200)
	small.Exception = "stond al in het verslag"
	return stats.Table{
		Figure: stats.Figure{Number: 15, ID: "vorm", Title: "Vorm", Definition: "De vorm van het contact.",
			BaseText: "zaken met contact", Kind: stats.KindParts, Ranked: true,
			Breakdown: []rules.Dimension{{ID: "vorm", Title: "Vorm"}}},
		Rows: []stats.Row{
			{Labels: []string{"Gesprek"}, Cells: []stats.Cell{before, now}},
			{Labels: []string{"Brief"}, Cells: []stats.Cell{HiddenCell(100), small}},
		},
	}
}

func yesNoTable() stats.Table {
	now := stats.Cell{Count: stats.Num(0), Base: stats.Num(0)}
	return stats.Table{
		Figure: stats.Figure{Number: 10, ID: "wel", Title: "Wel of niet", Definition: "Of er contact was.",
			BaseText: "uitgezette zaken", Kind: stats.KindYesNo,
			Count: stats.Condition{Contact: true}},
		Rows: []stats.Row{{Cells: []stats.Cell{{Status: stats.Suppressed}, now}}},
	}
}

func countTable() stats.Table {
	now := stats.Cell{Count: stats.Num(1234567)}
	now.Change = stats.Change{Known: true, Difference: 1234567}
	return stats.Table{
		Figure: stats.Figure{Number: 17, ID: "maand", Title: "Per maand", Definition: "Aanmeldingen per maand.",
			Kind: stats.KindCount, Breakdown: []rules.Dimension{rules.DimMonth}},
		Rows: []stats.Row{{Labels: []string{"8"}, Cells: []stats.Cell{{Count: stats.Num(0)}, now}}},
	}
}

func leadTimeTable() stats.Table {
	now := stats.Cell{Count: stats.Num(3),
		Quantiles: stats.Quantiles{P25: 61, Median: 92.5, P75: 140.25, P90: 201, Known: true, P90Known: true}}
	now.Change = stats.Change{Known: true, Difference: 1, Previous: 2, MedianKnown: true, MedianDays: -2.5}
	return stats.Table{
		Figure: stats.Figure{Number: 13, ID: "tijd", Title: "Tijd", Definition: "Dagen.", Kind: stats.KindLeadTime,
			Breakdown: []rules.Dimension{rules.DimTrajectory}},
		Rows: []stats.Row{{Labels: []string{"uitzetting_tot_contact"},
			Cells: []stats.Cell{{Count: stats.Num(2)}, now}}},
	}
}

func missingTable() stats.Table {
	cell := stats.Cell{Status: stats.NotAvailable, Reason: `de kolom "contactvorm" ontbreekt in de export`}
	return stats.Table{
		Figure: stats.Figure{Number: 11, ID: "ontbreekt", Title: "Ontbreekt", Definition: "Niets.",
			Kind: stats.KindParts, Breakdown: []rules.Dimension{{ID: "vorm", Title: "Vorm"}}},
		Rows: []stats.Row{{Cells: []stats.Cell{cell, cell}}},
	}
}

func emptyTable() stats.Table {
	return stats.Table{Figure: stats.Figure{Number: 2, ID: "leeg", Title: "Leeg", Definition: "Niets.",
		Kind: stats.KindParts, Breakdown: []rules.Dimension{{ID: "vorm", Title: "Vorm"}}}}
}

// Labelled gives figures with one table that has a row for each label.
func Labelled(labels []string) *stats.Figures {
	figs := Full()
	table := PartsTable()
	cells := table.Rows[0].Cells
	table.Rows = nil
	for _, l := range labels {
		table.Rows = append(table.Rows, stats.Row{Labels: []string{l}, Cells: cells})
	}
	figs.Tables = []stats.Table{table}
	return figs
}
