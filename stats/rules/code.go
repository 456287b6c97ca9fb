package rules

// Code is a small number that stands for a category value. Codes of the
// category columns index a Vocabulary; codes of a breakdown or a mediator
// index the open list of the cube that gave them out.
type Code uint32

// The codes that every vocabulary shares.
const (
	Empty   Code = 0 // the cell was empty
	Unknown Code = 1 // the value is not in the rules
)

// MaxBreakdowns is the number of uitsplitsingen a herstel.yaml may ask for.
const MaxBreakdowns = 32
