package stats

import "herstel/stats/rules"

// Origin says where a case stands in the export, and what was written there. It
// holds a zaaknummer and raw values of category columns, so it may reach the
// screen of `herstel cases` and `herstel diff` alone: it is no part of Figures.
type Origin struct {
	Source int    // index in Dataset.Sources
	Row    int    // row number as the user sees it
	Number string // zaaknummer as it is written; empty where it is missing
	// Values are the raw values of the category columns, Own those of the
	// uitsplitsingen; empty for an empty cell and for a column that is not there.
	Values [rules.ColumnCount]string
	Own    []string
}

// LeftOutRow is a row with a case that does not count.
type LeftOutRow struct {
	Origin
	Rule RuleID // why
}
