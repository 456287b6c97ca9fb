package stats

import (
	"herstel/stats/day"
	"herstel/stats/rules"
)

// Severity says how much a finding weighs.
type Severity uint8

// The severities, from light to heavy.
const (
	Info Severity = iota
	Warning
	Fault
)

// String returns the Dutch word: info, waarschuwing or fout.
func (s Severity) String() string { return [...]string{"info", "waarschuwing", "fout"}[s] }

// RuleID identifies a row rule by its place in RowRules.
type RuleID uint8

// The row rules, in the order of the contract.
const (
	RuleNotCase RuleID = iota
	RuleReceived
	RuleAssigned
	RuleShape
	RuleDuplicate
	RuleAfterReference
	RuleCaseNumber
	RuleDate
	RuleSerial
	RuleYesNo
	RuleUnknownValue
	RuleEmpty
	RuleOrder
	RuleAssignedAndRejected
	RuleContactUnassigned
	RuleContactUnwilling
	RuleCount
)

// Effect says what a row rule does with its row.
type Effect uint8

// The effects of a row rule.
const (
	Counted Effect = iota // the row counts, with the mending that the rule names
	LeftOut               // the row does not count
	NotCase               // the row is not a case at all
)

// RowRule describes one row rule to the user.
type RowRule struct {
	ID       string // as in findings, e.g. "dubbel-zaaknummer"
	Severity Severity
	Effect   Effect
	Meaning  string // Dutch: what was found
	Result   string // Dutch: what herstel does with the row
	Remedy   string // Dutch: what the user can do
}

// RowRules is the register of row rules, indexed by RuleID.
var RowRules = [RuleCount]RowRule{
	RuleNotCase: {"geen-zaakrij", Info, NotCase, "de rij is leeg, een totaal, een opmerking of nog eens de kop",
		"telt niet als zaak", "niets; is het toch een zaak? vul dan het zaaknummer en de aanmelddatum in"},
	RuleReceived: {"aanmelddatum", Fault, LeftOut, "de aanmelddatum ontbreekt of is niet te lezen",
		"de rij telt niet mee", "vul in de export een datum in, zoals 31-12-2021"},
	RuleAssigned: {"uitzetdatum", Fault, LeftOut, "de uitzetdatum is niet te lezen",
		"de rij telt niet mee", "vul in de export een datum in, of maak de cel leeg"},
	RuleShape: {"rijvorm", Fault, LeftOut,
		"de rij heeft meer of minder cellen dan de kop, of een aanhalingsteken dat niet sluit",
		"de rij telt niet mee", "kijk in de export naar scheidingstekens en aanhalingstekens in deze rij"},
	RuleDuplicate: {"dubbel-zaaknummer", Fault, LeftOut, "het zaaknummer kwam al eerder voor",
		"de eerste rij telt, deze niet", "haal de dubbele rij uit de export, of geef de zaak haar eigen nummer"},
	RuleAfterReference: {"na-peildatum", Warning, LeftOut, "de aanmelddatum ligt na de peildatum",
		"de rij telt niet mee", "controleer de datum, of kies een latere peildatum"},
	RuleCaseNumber: {"zaaknummer", Warning, Counted, "het zaaknummer ontbreekt",
		"de rij telt mee", "vul het zaaknummer in: zonder nummer valt een dubbele rij niet op"},
	RuleDate: {"datum", Warning, Counted, "een datum is niet te lezen",
		"de rij telt mee, die datum is leeg", "vul in de export een datum in, zoals 31-12-2021"},
	RuleSerial: {"datum-getal", Warning, Counted, "een datum staat er als kaal getal",
		"de rij telt mee, met de datum die Excel bij dat getal toont",
		"controleer of het een datum is, en geef de kolom in Excel de opmaak Datum"},
	RuleYesNo: {"ja-nee", Warning, Counted, "de cel is geen ja of nee",
		"de rij telt mee, de cel is leeg", "vul ja of nee in, of laat de cel leeg"},
	RuleUnknownValue: {"onbekende-waarde", Warning, Counted, "de waarde staat niet in de regels",
		"de rij telt mee als Onbekend", "zet de waarde in herstel.yaml onder waarden"},
	RuleEmpty: {"leeg", Info, Counted, "een categorie is leeg",
		"de rij telt mee als Onbekend", "vul de cel in de export in"},
	RuleOrder: {"volgorde", Warning, Counted, "de datums staan in een onmogelijke volgorde",
		"de rij telt mee, maar niet in doorlooptijd en standen", "controleer de datums van deze zaak"},
	RuleAssignedAndRejected: {"uitgezet-en-afgekeurd", Warning, Counted, "de zaak is uitgezet en ook afgekeurd",
		"telt als uitgezet", "maak de uitzetdatum of de afkeurreden leeg"},
	RuleContactUnassigned: {"contact-zonder-uitzetting", Warning, Counted,
		"er was contact, maar de zaak is niet uitgezet",
		"telt mee, maar niet in de cijfers over contact", "vul de uitzetdatum in, of haal het contact weg"},
	RuleContactUnwilling: {"contact-zonder-bereid", Warning, Counted, "er was contact, maar bereid staat op nee",
		"bereid telt als ja", "zet bereid op ja, of haal het contact weg"},
}

// Finding is one rule met in one column of one file, with all rows it was met in.
type Finding struct {
	Rule   RuleID
	Source int     // index in Dataset.Sources
	Column string  // as in the contract (delict), or the name of a breakdown; empty where the rule is about the row
	Count  int     // rows
	Rows   []int   // their numbers as the user sees them, ascending; of more than 10,000 the first
	Shapes []Shape // of dates that cannot be read, most frequent first
}

// Shape is what texts look like without what they say: 9 for a digit, x for a
// letter.
type Shape struct {
	Text  string
	Count int
}

// UnknownValue is a category value that is not in the rules. It holds a raw
// value of a category column, so it may reach `herstel check` and `herstel
// init` alone: it is no part of Figures.
type UnknownValue struct {
	Column rules.Column
	Value  string // first spelling met
	Count  int    // rows
}

// Derived is what became of one entry of afleiden, over the cases that count.
// Unnamed holds raw values: like an UnknownValue it is no part of Figures.
type Derived struct {
	Column  rules.Column
	Header  string // of the column it follows from
	Yes, No int    // of a yes/no column
	Filled  int    // of another column
	Empty   int
	Unnamed []UnnamedValue // the values that the entry does not name: no, or empty; most frequent first
}

// UnnamedValue is a value of the export that an entry of afleiden does not name.
type UnnamedValue struct {
	Value string
	Count int
}

// Linked is the account of a sheet or file that was linked by koppel:
// Rows = Used + Repeated + Loose + NoKey + Broken.
type Linked struct {
	Name     string
	Sheet    string // empty for CSV
	Rows     int    // with content, below the header
	Used     int    // of a case that counts
	Repeated int    // of such a case, but another row of it counts
	Loose    int    // of no case that counts
	NoKey    int
	Broken   int // with too few cells, or a quote that never closes
	Cases    int // that count, with or without a row
}

// Source is one file that was read, with the account of its rows.
type Source struct {
	Name    string // file name without folder
	Sheet   string // empty for CSV
	SHA256  string // of the file's bytes, hexadecimal
	Rows    int    // rows below the header = Counted + LeftOut + NotCase
	Counted int
	LeftOut int
	NotCase int
}

// Dataset is everything the reading of the files brought: the cube, and the
// account of every row.
type Dataset struct {
	Cube     *Cube
	Sources  []Source
	Findings []Finding // by source, rule, column
	Unknown  []UnknownValue
	Derived  []Derived // by entry of afleiden
	Links    []Linked  // by entry of koppel
	Notices  []Notice  // in the order of the files

	// Columns says how the files write each canonical column, for who redoes a number on them.
	Columns [rules.ColumnCount]ExportColumn

	// Origins says of each case of the Cube, in order, where it comes from, and
	// LeftOut lists the cases that do not count. Both are nil unless the reader
	// was asked for them.
	Origins []Origin
	LeftOut []LeftOutRow

	// LastDay is the latest date of an event that does not stand alone: the
	// reference date when nobody names one. Zero leaves it to the Cube.
	LastDay day.Day
	// Empty holds, by year of receipt, the columns that are without a value in
	// that year although a file has them, or of which many values cannot be read.
	Empty map[int]rules.ColumnSet
}

// HasBreakdown reports whether a counted case comes from a file that has the
// column of rules.Breakdowns[i].
func (d *Dataset) HasBreakdown(i int) bool { return d.Cube.hasBreakdown(i) }
