package casefile

import (
	"context"
	"io"

	"herstel/stats"
)

// Inspection is what herstel init finds out about exports it has never seen.
// It holds raw values of category columns, never of personal ones.
type Inspection struct {
	Files   []InspectedFile
	Columns []Guess // every header of every file once, in the order met
}

// InspectedFile is one file of an Inspection.
type InspectedFile struct {
	Name      string
	Sheet     string
	HeaderRow int
	Rows      int
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
	Column    stats.Column // meaningful unless Certainty is NoIdea
	Certainty Certainty
	Why       string       // Dutch: what the guess rests on
	Values    []ValueCount // of category columns alone, most frequent first
}

// ValueCount is a value of a category column.
type ValueCount struct {
	Value string // first spelling met
	Count int
	Known bool   // the rules know the value
	Label string // known or nearest label; empty when nothing is near
	Group string // group of Label
}

// Inspect looks at files without counting them.
func Inspect(ctx context.Context, inputs []Input, rules *stats.Rules) (*Inspection, error) {
	return nil, nil
}

// WriteConfig writes a commented herstel.yaml for the inspected files. What
// is not sure is marked TE CONTROLEREN.
func WriteConfig(w io.Writer, in *Inspection) error { return nil }

// Suggestion is an unknown category value with the nearest known one.
type Suggestion struct {
	Column stats.Column
	Value  string // as met
	Count  int    // rows
	Label  string // nearest known label; empty when nothing is near
	Group  string // group of Label
}

// SuggestValues gives each unknown value of the data its nearest known value.
func SuggestValues(data *stats.Dataset, rules *stats.Rules) []Suggestion { return nil }

// WriteFragment writes the part of a herstel.yaml that would make the
// suggested values known.
func WriteFragment(w io.Writer, suggestions []Suggestion) error { return nil }

// Nearest returns the known label whose name or synonym is nearest to value,
// by edit distance; false when nothing is near enough.
func Nearest(v *stats.Vocabulary, value string) (stats.Value, bool) { return stats.Value{}, false }
