package rules

// Content is the sort of content that a column has.
type Content uint8

// The sorts of content.
const (
	Text     Content = iota
	Date             // a day
	YesNo            // an answer
	Category         // one of a list of values: the column has a Vocabulary
)

// ColumnInfo is all that herstel knows of a column of the export but the headers
// of other systems for it, which are rules: default.yaml has them.
type ColumnInfo struct {
	Name    string // Dutch, as a user sees and types it
	Meaning string // Dutch, for the manual
	Example string // Dutch: a header that an export may have
	Content Content
	DateOf  Column   // of a YesNo column: the column with the date of a yes
	Hints   []string // parts of words that a header for it may hold; they count when the content agrees
	Loose   []string // parts that say too little to go by: the column is only suggested
	Rank    int      // of its Loose among those of other columns: the most telling come first
}

// Info returns what herstel knows of a column.
func (c Column) Info() *ColumnInfo { return &columns[c] }

var columns = [ColumnCount]ColumnInfo{
	ColCaseNumber: {
		Name: "zaaknummer", Content: Text, Example: "Dossiernummer",
		Meaning: "het nummer van de zaak",
		Hints:   []string{"zaak", "dossier", "kenmerk", "nummer", "case"},
	},
	ColReceived: {
		Name: "aanmelddatum", Content: Date, Example: "Binnengekomen op",
		Meaning: "datum waarop de zaak binnenkwam",
		Hints:   []string{"aanmeld", "aangemeld", "melding", "ontvang", "instroom", "binnen", "intake"},
		Loose:   []string{"binnen", "ontvang", "geregistreerd", "melding", "gemeld", "start"}, Rank: 3,
	},
	ColAssigned: {
		Name: "uitzetdatum", Content: Date, Example: "Naar bemiddelaar",
		Meaning: "datum waarop de zaak naar een bemiddelaar ging; leeg als dat niet is gebeurd",
		Hints:   []string{"uitzet", "uitgezet", "toewij", "toegewezen", "verdeeld", "koppeling", "gekoppeld"},
		Loose:   []string{"bemiddel", "mediator", "overgedragen", "doorgezet", "naar", "begonnen"}, Rank: 4,
	},
	ColIsAssigned: {
		Name: "uitgezet", Content: YesNo, DateOf: ColAssigned, Example: "Is uitgezet",
		Meaning: "ja of nee: ging de zaak naar een bemiddelaar; een uitzetdatum telt ook als ja",
		Hints:   []string{"uitgezet", "toegewezen"},
	},
	ColReason: {
		Name: "afkeurreden", Content: Category, Example: "Reden van afwijzing",
		Meaning: "waarom de aanmelding is afgekeurd; leeg als dat niet is gebeurd",
		Hints:   []string{"afkeur", "afwijz", "afgewezen", "reden"},
	},
	ColIsRejected: {
		Name: "afgekeurd", Content: YesNo, DateOf: ColRejectedOn, Example: "Is afgekeurd",
		Meaning: "ja of nee: is de aanmelding afgekeurd; een afkeurreden telt ook als ja",
		Hints:   []string{"afgekeurd", "afgewezen"},
	},
	ColRejectedOn: {
		Name: "afkeurdatum", Content: Date, Example: "Afgewezen op",
		Meaning: "datum waarop de aanmelding is afgekeurd",
		Hints:   []string{"afkeur", "afgekeurd", "afwijz", "afgewezen"},
		Loose:   []string{"afkeur", "afgekeurd", "afwijz", "afgewezen"}, Rank: 6,
	},
	ColReferrer: {
		Name: "aanmelder", Content: Category, Example: "Verwezen door",
		Meaning: "wie aanmeldde: zelf, of een organisatie",
		Hints: []string{"aanmelder", "verwijzer", "verwezen", "melder", "organisatie", "instantie", "bron",
			"herkomst"},
	},
	ColInitiator: {
		Name: "initiatiefnemer", Content: Category, Example: "Wie vroeg erom",
		Meaning: "wie het initiatief nam: slachtoffer, nabestaande, verdachte, dader, veroorzaker, getuige " +
			"of een ander",
		Hints: []string{"initiatief", "verzoeker"},
	},
	ColOffence: {
		Name: "delict", Content: Category, Example: "Soort feit",
		Meaning: "het delict",
		Hints:   []string{"delict", "feit", "misdrijf", "zaaksoort"},
	},
	ColWilling: {
		Name: "bereid", Content: YesNo, DateOf: ColWillingOn, Example: "Willen ze",
		Meaning: "ja of nee: waren beide partijen na de eerste gesprekken bereid",
		Hints:   []string{"bereid"},
		Loose:   []string{"wil", "bereid", "instem", "akkoord"}, Rank: 8,
	},
	ColWillingOn: {
		Name: "bereiddatum", Content: Date, Example: "Willen ze sinds",
		Meaning: "datum waarop beide partijen bereid waren",
		Hints:   []string{"bereid", "akkoord"},
		Loose:   []string{"bereid", "instem", "akkoord"}, Rank: 7,
	},
	ColContact: {
		Name: "contact", Content: YesNo, DateOf: ColContacted, Example: "Contact gehad",
		Meaning: "ja of nee: was er contact",
		Hints:   []string{"contact"},
		Loose:   []string{"gesprok", "gesprek", "ontmoet", "contact"}, Rank: 5,
	},
	ColContacted: {
		Name: "contactdatum", Content: Date, Example: "Gesproken op",
		Meaning: "datum van het eerste contact",
		Hints:   []string{"contact"},
		Loose:   []string{"gesprok", "gesprek", "ontmoet", "contact"}, Rank: 1,
	},
	ColForm: {
		Name: "contactvorm", Content: Category, Example: "Soort contact",
		Meaning: "de vorm van het contact, zoals een gesprek of een briefwisseling",
		Hints:   []string{"vorm", "contact", "soort", "type"},
	},
	ColClosed: {
		Name: "afsluitdatum", Content: Date, Example: "Klaar op",
		Meaning: "datum waarop de zaak is afgesloten",
		Hints:   []string{"afsluit", "afgesloten", "afgerond", "sluit", "eind"},
		Loose:   []string{"klaar", "dicht", "gesloten", "gestopt", "beëindig", "afgehandeld", "eind"}, Rank: 2,
	},
	ColMediator: {
		Name: "bemiddelaar", Content: Text, Example: "Code bemiddelaar",
		Meaning: "een code voor de bemiddelaar, geen naam; herstel telt alleen hoeveel het er zijn",
		Hints:   []string{"bemiddel", "mediator"},
	},
}
