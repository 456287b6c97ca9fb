package casefile

import (
	"context"
	"maps"
	"slices"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// Inspection is what herstel init finds out about exports it has never seen.
// It holds raw values of category columns, never of personal ones.
type Inspection struct {
	Files   []InspectedFile
	Columns []Guess     // every header of every file once, in the order met
	LastDay day.Day     // of the dates that do not stand alone; NoDay when there are none
	Links   []LinkGuess // other sheets that may be linked
	ShowAll bool        // list values that occur once or twice too: the user asked for them
}

// InspectedFile is one file of an Inspection, or one of the sheets of a file
// that have the headers of an export.
type InspectedFile struct {
	Name      string
	Sheet     string
	HeaderRow int
	Rows      int
	OneOfMore bool // more sheets of the file may be meant: the user has to choose
}

// Certainty says how sure a Guess is.
type Certainty uint8

// The certainties, from none to sure.
const (
	NoIdea   Certainty = iota // not a column that herstel needs, as far as it can see
	Unsure                    // by the likeness of the header or by what the column holds: to be checked
	Probable                  // header and content agree, but the header is new
	Sure                      // the rules know the header
)

// Guess is what a header of an export may stand for.
type Guess struct {
	Header    string
	Column    rules.Column // meaningful unless Certainty is NoIdea and Perhaps is false
	Certainty Certainty
	Perhaps   bool         // with NoIdea: Column is worth a suggestion, but no more
	Why       string       // Dutch: what the guess rests on
	Holds     string       // Dutch: "datums" or "ja en nee"; empty for other content
	Values    []ValueCount // of category columns alone, most frequent first
	Withheld  *Withheld    // of a category column whose values are not listed: they may be names of people
	Status    []ValueCount // of a column that may say how a case stands
	Splits    bool         // a column with few values that herstel does not know: fit for an uitsplitsing
}

// Withheld is what is told of a column in place of its values.
type Withheld struct {
	Distinct int // different values; 0 when there are more than herstel counts
	Filled   int // rows with a value
}

// ValueCount is a value of a category column.
type ValueCount struct {
	Value string // first spelling met
	Count int
	Known bool   // the rules know the value
	Label string // known or nearest label; empty when nothing is near
	Group string // group of Label, or all that the value tells; empty when that is nothing
	Note  string // Dutch: what the user has to know of Label
}

// Inspect looks at files without counting them: which header may stand for
// which column, by its name and by what the column holds.
func Inspect(ctx context.Context, inputs []Input, ruleset *rules.Rules) (*Inspection, error) {
	found := &Inspection{}
	columns := newColumnSet()
	var others []*table
	for _, in := range inputs {
		tables, err := openTables(in, ruleset)
		if err != nil {
			return nil, err
		}
		others = append(others, tables[0].others...)
		for _, t := range tables {
			rows, err := columns.add(ctx, t, ruleset)
			if err != nil {
				return nil, err
			}
			found.Files = append(found.Files,
				InspectedFile{Name: in.Name, Sheet: t.sheet, HeaderRow: t.headerRow, Rows: rows,
					OneOfMore: len(tables) > 1})
		}
	}
	found.Columns = guessColumns(columns, ruleset)
	found.LastDay = lastDayOf(found.Columns, columns.inOrder)
	return found, found.guessLinks(ctx, others, ruleset)
}

// lastDayOf returns the latest date in the columns of dates, but none that
// stands alone: that is often a slip.
func lastDayOf(guesses []Guess, profiles []*profile) day.Day {
	days := map[day.Day]bool{}
	for i, g := range guesses {
		if g.Certainty != NoIdea && g.Column.Info().Content == rules.Date {
			maps.Copy(days, profiles[i].days)
		}
	}
	sorted := slices.Sorted(maps.Keys(days))
	for i := len(sorted) - 1; i > 0; i-- {
		if int(sorted[i]-sorted[i-1]) <= loneDays {
			return sorted[i]
		}
	}
	return day.NoDay
}

// columnSet holds one profile for each header.
type columnSet struct {
	byHeader map[string]*profile
	inOrder  []*profile
	order    map[twoDates]int // rows in which the first lies before the second
}

func newColumnSet() *columnSet {
	return &columnSet{byHeader: map[string]*profile{}, order: map[twoDates]int{}}
}

// add takes all rows of a table into account and counts them.
func (s *columnSet) add(ctx context.Context, t *table, ruleset *rules.Rules) (rows int, err error) {
	profiles := make([]*profile, len(t.headers))
	for i, header := range t.headers {
		profiles[i] = s.of(header, ruleset)
	}
	var dates []datedCell
	err = t.each(ctx, func(cells []grid.Cell, _ int) {
		if !slices.ContainsFunc(cells, grid.Cell.Filled) {
			return
		}
		rows++
		dates = dates[:0]
		for i, c := range cells[:min(len(cells), len(profiles))] {
			if on := profiles[i].add(c, t.epoch); on != day.NoDay {
				dates = append(dates, datedCell{profiles[i], on})
			}
		}
		s.compare(dates)
	})
	return rows, err
}

// of returns the profile of a header; one for nothing when there is no header.
func (s *columnSet) of(header string, ruleset *rules.Rules) *profile {
	folded := rules.Fold(header)
	if folded == "" {
		return newProfile("", ruleset)
	}
	p, ok := s.byHeader[folded]
	if !ok {
		p = newProfile(header, ruleset)
		s.byHeader[folded] = p
		s.inOrder = append(s.inOrder, p)
	}
	return p
}
