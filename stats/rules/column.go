package rules

import (
	"slices"
	"strings"
)

// Column is a column of the export that herstel knows by name.
type Column uint8

// The canonical columns, in the order of the contract.
const (
	ColCaseNumber Column = iota
	ColReceived
	ColAssigned
	ColIsAssigned
	ColReason
	ColIsRejected
	ColRejectedOn
	ColReferrer
	ColInitiator
	ColOffence
	ColWilling
	ColWillingOn
	ColContact
	ColContacted
	ColForm
	ColClosed
	ColMediator
	ColumnCount
)

// columnNames are the Dutch names a user sees and types.
var columnNames = func() (names [ColumnCount]string) {
	for c := range columns {
		names[c] = columns[c].Name
	}
	return names
}()

// String returns the canonical Dutch name of the column.
func (c Column) String() string { return columnNames[c] }

// ColumnNamed returns the column with a canonical Dutch name.
func ColumnNamed(name string) (Column, bool) {
	for c, n := range columnNames {
		if n == name {
			return Column(c), true
		}
	}
	return 0, false
}

// ColumnSet is a set of canonical columns.
type ColumnSet uint32

// With returns the set with c added.
func (s ColumnSet) With(c Column) ColumnSet { return s | 1<<c }

// Without returns the set with c taken out.
func (s ColumnSet) Without(c Column) ColumnSet { return s &^ (1 << c) }

// Has reports whether c is in the set.
func (s ColumnSet) Has(c Column) bool { return s&(1<<c) != 0 }

// RequiredColumns are what a file needs: of each list at least one column.
var RequiredColumns = [][]Column{
	{ColCaseNumber}, {ColReceived}, {ColAssigned, ColIsAssigned}, {ColReason, ColIsRejected},
	{ColReferrer}, {ColInitiator}, {ColOffence}, {ColContact, ColContacted},
}

// MissingColumns returns, of what a file needs and a set does not have, the
// lists of columns of which one would do.
func (s ColumnSet) MissingColumns() [][]Column {
	var missing [][]Column
	for _, choice := range RequiredColumns {
		if !slices.ContainsFunc(choice, s.Has) {
			missing = append(missing, choice)
		}
	}
	return missing
}

// Alternatives returns the columns of which a file needs c or another, in words:
// "uitzetdatum of uitgezet".
func Alternatives(choice []Column) string {
	names := make([]string, len(choice))
	for i, c := range choice {
		names[i] = c.String()
	}
	return strings.Join(names, " of ")
}

// DateOf returns the column with the date of what a yes/no column says.
func (c Column) DateOf() (Column, bool) { return columns[c].DateOf, c.IsAnswer() }
