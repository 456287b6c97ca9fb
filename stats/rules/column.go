package rules

// Column is a column of the export that herstel knows by name.
type Column uint8

// The canonical columns, in the order of the contract.
const (
	ColCaseNumber Column = iota
	ColReceived
	ColAssigned
	ColReason
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
var columnNames = [ColumnCount]string{
	"zaaknummer", "aanmelddatum", "uitzetdatum", "afkeurreden", "afkeurdatum", "aanmelder", "initiatiefnemer", "delict",
	"bereid", "bereiddatum", "contact", "contactdatum", "contactvorm", "afsluitdatum", "bemiddelaar",
}

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
type ColumnSet uint16

// With returns the set with c added.
func (s ColumnSet) With(c Column) ColumnSet { return s | 1<<c }

// Has reports whether c is in the set.
func (s ColumnSet) Has(c Column) bool { return s&(1<<c) != 0 }

// RequiredColumns must all be in a file; besides these a file needs at least
// one of ColContact and ColContacted.
var RequiredColumns = []Column{ColCaseNumber, ColReceived, ColAssigned, ColReason, ColReferrer, ColInitiator, ColOffence}
