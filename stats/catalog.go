package stats

import "herstel/stats/rules"

// Kind says what the cells of a figure hold.
type Kind uint8

// The kinds of figure.
const (
	KindParts     Kind = iota // counts and shares of the parts of a base
	KindYesNo                 // count and share of the base for which something holds
	KindCount                 // counts without a base
	KindLeadTime              // number of cases and quantiles in days
	KindIncidence             // estimated share of the base that an event happened to within a term
	KindWaits                 // number of cases and estimated quantiles in days
	KindSplit                 // parts of a change of a share, in points
)

// Span says by which date a figure assigns a case to a year.
type Span uint8

// The spans of a figure.
const (
	ByCohort Span = iota // the year of the aanmelddatum
	ByEvent              // the year of the event that is counted
)

// Condition selects cases on the facts that figures are made of. The zero
// value selects every referral.
type Condition struct {
	Assigned bool // uitgezet
	Rejected bool // afgekeurd
	Willing  bool // bereid, which contact implies
	Contact  bool // there was contact
}

// Figure is one entry of the catalog: what a figure is, and from which counts
// it is made. Adding a figure is adding an entry.
type Figure struct {
	Number     int
	ID         string
	Title      string // Dutch heading
	Definition string // Dutch: what is counted, in one or two sentences
	BaseText   string // Dutch: the noemer in words; empty where there is none
	Kind       Kind
	Span       Span
	Source     source // where its counts come from
	Breakdown  []rules.Dimension
	Within     int // this many leading dimensions of Breakdown narrow the base
	Base       Condition
	Count      Condition      // KindYesNo: what must hold besides Base
	Needs      []rules.Column // columns without which the figure is not available
	Ranked     bool           // rows are ordered by rank, and cells carry it
	Weight     int            // how late privacy may hide it: the headlines are at least disclosure.Precious
	// the figure without whose change none of its own is clear; empty where it is judged by itself
	JudgedWith string
	Detail     bool  // makes way for the others: withheld in a year in which these show more without it
	Work       bool  // counts work, not traits of people: never hidden
	Terms      []int // KindIncidence: in days since uitzetting
	Breaks     int   // 1 + index in Rules.Breakdowns; 0 for a figure of the catalog itself
}

// HasChanges says that the cells of a figure are compared with those of the year
// before.
func (f *Figure) HasChanges() bool { return f.Source != fromSince && f.Kind < KindIncidence }

// HasShares says that the cells of a figure are shares of a noemer.
func (f *Figure) HasShares() bool { return f.Kind == KindParts || f.Kind == KindYesNo }

// EarlierYears says that a figure is about the years before the report year.
func (f *Figure) EarlierYears() bool { return f.Source == fromSince }

// FromExport says that a figure is counted from the cases, and so depends on a day.
func (f *Figure) FromExport() bool { return f.Source != fromKeyFigures }

// source says which part of the cube a figure is made from.
type source uint8

const (
	fromCases     source = iota // the joint counts
	fromBreakdown               // the counts of one uitsplitsing
	fromClosed                  // cases closed in the year
	fromSince                   // steps of earlier cohorts, then and now
	fromLeadTimes
	fromStock
	fromMonths
	fromMediators
	fromKeyFigures
	fromContactWithin
	fromCohortLeadTime
	fromDecomposition
	fromReferralReasons
)

var assigned = Condition{Assigned: true}

const (
	baseAssigned = "uitgezette zaken van het jaar"
	makesWay     = "Het is een detail: een jaar waarin er getallen van andere cijfers voor verborgen zouden moeten, " +
		"is het zelf verborgen."
)

// catalog lists every figure of the annual report in the order of the chapter.
var catalog = []Figure{
	{Number: 1, ID: "instroom", Title: "Instroom", Kind: KindParts, Breakdown: []rules.Dimension{rules.DimStream},
		Work:     true,
		BaseText: "aanmeldingen van het jaar",
		Definition: "Alle aanmeldingen van het jaar, en wat ermee gebeurde: uitgezet naar een bemiddelaar, " +
			"afgekeurd, of nog te beoordelen. Een zaak met een uitzetdatum en een afkeurreden telt als uitgezet."},
	{Number: 2, ID: "afkeurreden", Weight: 30, Title: "Waarom een aanmelding is afgekeurd", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimReason},
		Needs:     []rules.Column{rules.ColReason},
		Base:      Condition{Rejected: true}, BaseText: "afgekeurde aanmeldingen van het jaar",
		Definition: "De reden waarom een aanmelding is afgekeurd."},
	{Number: 2, ID: "afkeurreden_van_aanmeldingen", JudgedWith: "afkeurreden",
		Title: "Afkeurredenen als deel van alle aanmeldingen", Kind: KindParts, Source: fromReferralReasons,
		Breakdown: []rules.Dimension{rules.DimReason},
		Count:     Condition{Rejected: true}, BaseText: "aanmeldingen van het jaar",
		Definition: "Welk deel van alle aanmeldingen om deze reden is afgekeurd. De aantallen zijn die van Waarom " +
			"een aanmelding is afgekeurd."},
	{Number: 3, ID: "aanmeldgroep", Weight: 400, Title: "Zelf aangemeld of via een professional", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimReferrerGroup},
		Base:      assigned, BaseText: baseAssigned,
		Definition: "Of iemand zich zelf aanmeldde, of via een organisatie."},
	{Number: 4, ID: "aanmelder", Weight: 15, Title: "Wie meldt aan", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimReferrer}, Ranked: true,
		Base: assigned, BaseText: baseAssigned,
		Definition: "Wie de zaak aanmeldde. Organisaties van dezelfde soort tellen samen, zoals alle " +
			"reclasseringsorganisaties. De rang telt alleen aanmelders waarvan het aantal te zien is; Onbekend " +
			"krijgt geen rang."},
	{Number: 5, ID: "aanleiding", Weight: 4000, Title: "De aanleiding", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup},
		Base:      assigned, BaseText: baseAssigned,
		Definition: "De groep waar het delict bij hoort: Geweld, Zeden, Verkeer of Overig."},
	{Number: 6, ID: "delict", Weight: 15, Title: "Het delict", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup, rules.DimOffence},
		Base:      assigned, BaseText: baseAssigned,
		Definition: "Het delict, binnen zijn aanleiding. Het aandeel is een deel van alle uitgezette zaken."},
	{Number: 7, ID: "initiatief", Weight: 4000, Title: "Wie neemt het initiatief", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimInitiative},
		Base:      assigned, BaseText: baseAssigned,
		Definition: "Wie het initiatief nam voor de bemiddeling, in drie groepen."},
	{Number: 8, ID: "initiatief_per_aanleiding", Weight: 40, Title: "Initiatief per aanleiding", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup, rules.DimInitiative}, Within: 1,
		Base: assigned, BaseText: "uitgezette zaken van het jaar met die aanleiding",
		Definition: "Wie het initiatief nam, binnen elke aanleiding."},
	{Number: 9, ID: "initiatief_per_aanmeldgroep", Weight: 40, Title: "Initiatief per aanmeldgroep", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimReferrerGroup, rules.DimInitiative}, Within: 1,
		Base: assigned, BaseText: "uitgezette zaken van het jaar met die aanmeldgroep",
		Definition: "Wie het initiatief nam, binnen elke aanmeldgroep."},
	{Number: 10, ID: "contact", Weight: 4000, Title: "Wel of geen contact", Kind: KindYesNo,
		Base: assigned, Count: Condition{Contact: true}, BaseText: baseAssigned,
		Definition: "In hoeveel uitgezette zaken er contact was tussen de partijen. Zaken die nog lopen kunnen later " +
			"nog tot contact leiden."},
	{Number: 10, ID: "contact_per_aanleiding", Weight: 50, Title: "Contact per aanleiding", Kind: KindYesNo,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup}, Within: 1,
		Base: assigned, Count: Condition{Contact: true}, BaseText: "uitgezette zaken van het jaar met die aanleiding",
		Definition: "In hoeveel uitgezette zaken er contact was, binnen elke aanleiding."},
	{Number: 10, ID: "contact_per_initiatief", Weight: 50, Title: "Contact per initiatief", Kind: KindYesNo,
		Breakdown: []rules.Dimension{rules.DimInitiative}, Within: 1,
		Base: assigned, Count: Condition{Contact: true}, BaseText: "uitgezette zaken van het jaar met dat initiatief",
		Definition: "In hoeveel uitgezette zaken er contact was, per groep die het initiatief nam."},
	{Number: 10, ID: "contact_per_aanmelder", Weight: 3, JudgedWith: "contact", Detail: true,
		Title: "Contact per aanmelder",
		Kind:  KindYesNo, Breakdown: []rules.Dimension{rules.DimReferrer}, Within: 1,
		Base: assigned, Count: Condition{Contact: true}, BaseText: "uitgezette zaken van het jaar van die aanmelder",
		Definition: "In hoeveel uitgezette zaken er contact was, voor elke aanmelder. " + makesWay},
	{Number: 11, ID: "bereidheid", Weight: 300, Title: "Beide partijen bereid", Kind: KindYesNo,
		Needs: []rules.Column{rules.ColWilling},
		Base:  assigned, Count: Condition{Willing: true}, BaseText: baseAssigned,
		Definition: "In hoeveel uitgezette zaken beide partijen na de eerste gesprekken bereid waren. Was er " +
			"contact, dan telt de zaak als bereid."},
	{Number: 11, ID: "contact_na_bereidheid", Weight: 200, Title: "Contact als beide partijen bereid waren",
		Kind: KindYesNo, Needs: []rules.Column{rules.ColWilling},
		Base: Condition{Assigned: true, Willing: true}, Count: Condition{Contact: true},
		BaseText:   "uitgezette zaken van het jaar waarin beide partijen bereid waren",
		Definition: "In hoeveel zaken er contact was, als beide partijen bereid waren."},
	{Number: 12, ID: "contact_afgesloten", Weight: 100, Title: "Contact in afgesloten zaken", Kind: KindYesNo,
		Source: fromClosed, Span: ByEvent, Needs: []rules.Column{rules.ColClosed},
		Base: assigned, Count: Condition{Contact: true}, BaseText: "uitgezette zaken die in het jaar zijn afgesloten",
		Definition: "In hoeveel zaken er contact was, van de zaken die in het jaar zijn afgesloten. Het jaar van " +
			"aanmelden doet er niet toe."},
	{Number: 13, ID: "doorlooptijd", Weight: 100, Title: "Doorlooptijd", Kind: KindLeadTime, Source: fromLeadTimes,
		Span: ByEvent, Breakdown: []rules.Dimension{rules.DimTrajectory}, Needs: []rules.Column{rules.ColAssigned},
		Definition: "Het aantal dagen tussen twee stappen, voor zaken waarin de laatste stap in het jaar viel. De " +
			"mediaan is de middelste zaak; een kwart duurde korter dan p25, een kwart langer dan p75, een op de tien " +
			"langer dan p90 (kwantiel type 7, zoals PERCENTILE.INC). Zaken met datums in een onmogelijke volgorde " +
			"tellen niet mee."},
	{Number: 14, ID: "standen", Title: "Zaken onder handen", Kind: KindCount, Source: fromStock, Span: ByEvent,
		Breakdown: []rules.Dimension{rules.DimStock}, Needs: []rules.Column{rules.ColAssigned, rules.ColClosed},
		Work: true,
		Definition: "Uitgezette zaken die aan het begin van het jaar liepen, die er in het jaar bij kwamen " +
			"(uitgezet) en af gingen (afgesloten), en die aan het eind nog liepen: begin plus instroom min uitstroom " +
			"is eind. Zaken met datums in een onmogelijke volgorde tellen niet mee. Zaken van voor de eerste datum " +
			"in de export zitten er niet in."},
	{Number: 15, ID: "contactvorm", Weight: 60, Title: "Hoe het contact verliep", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimForm}, Needs: []rules.Column{rules.ColForm},
		Base: Condition{Assigned: true, Contact: true}, BaseText: "uitgezette zaken van het jaar met contact",
		Definition: "De vorm van het contact."},
	{Number: 15, ID: "contactvorm_per_aanleiding", Weight: 3, JudgedWith: "contactvorm", Detail: true,
		Title: "Hoe het contact verliep, per aanleiding", Kind: KindParts,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup, rules.DimForm}, Within: 1,
		Needs:      []rules.Column{rules.ColForm},
		Base:       Condition{Assigned: true, Contact: true},
		BaseText:   "uitgezette zaken van het jaar met die aanleiding en met contact",
		Definition: "De vorm van het contact, binnen elke aanleiding. " + makesWay},
	{Number: 16, ID: "sindsdien", Title: "Wat er sindsdien gebeurde", Kind: KindCount, Source: fromSince,
		Breakdown: []rules.Dimension{rules.DimStep, rules.DimMoment},
		Definition: "Hoeveel zaken van een eerder jaar waren uitgezet, contact hadden of waren afgesloten: toen, op " +
			"de peildatum van dat jaar, en nu. Alle andere cijfers tellen een eerder jaar zoals het toen was. Een " +
			"stap zonder datum telt op beide momenten."},
	{Number: 21, ID: "contact_binnen", Title: "Contact binnen een termijn", Kind: KindIncidence,
		Source: fromContactWithin, Breakdown: []rules.Dimension{rules.DimTerm},
		Terms: contactTerms, Base: assigned, Count: Condition{Contact: true},
		Needs: []rules.Column{rules.ColAssigned, rules.ColContacted, rules.ColClosed}, BaseText: baseAssigned,
		Definition: "In welk deel van de uitgezette zaken er contact was binnen een aantal dagen na de uitzetting. " +
			"Het is een schatting (Aalen-Johansen), met een toevalsmarge van 95% (log-log): een zaak die nog loopt, " +
			"telt mee tot de peildatum, en in een zaak die zonder contact is afgesloten, komt geen contact meer. " +
			"Zaken zonder uitzetdatum, zaken met contact zonder datum en zaken met datums in een onmogelijke " +
			"volgorde tellen niet mee. Er staat geen getal als minder dan 30 zaken de hele termijn te volgen zijn, " +
			"dus zo lang voor de peildatum zijn uitgezet. Een zaak die eerder eindigde, telt daarbij mee: daarvan is " +
			"de uitkomst bekend. Er staat ook geen getal als meer dan 5% van de zaken niet meetelt. Het getal is " +
			"afgerond waar het anders verraadt hoeveel zaken er niet meetellen."},
	{Number: 21, ID: "contact_kromme", Title: "Contact in de tijd na de uitzetting", Kind: KindIncidence,
		Source: fromContactWithin, Breakdown: []rules.Dimension{rules.DimTerm},
		Terms: contactGrid, Base: assigned, Count: Condition{Contact: true},
		Needs: []rules.Column{rules.ColAssigned, rules.ColContacted, rules.ColClosed}, BaseText: baseAssigned,
		Definition: "Hetzelfde als Contact binnen een termijn, om de 30 dagen. Een punt staat er alleen als er sinds " +
			"het vorige punt genoeg zaken met contact bij kwamen: minstens zo veel als de drempel voor privacy."},
	{Number: 23, ID: "contact_ontleding", Title: "Waardoor het aandeel met contact veranderde", Kind: KindSplit,
		Source: fromDecomposition, Breakdown: []rules.Dimension{rules.DimPart},
		Base: assigned, Count: Condition{Contact: true}, Needs: []rules.Column{rules.ColOffence},
		Definition: "De verandering van het aandeel zaken met contact sinds het jaar ervoor, in procentpunt, in twee " +
			"delen (Kitagawa 1955). Samenstelling is het deel dat komt doordat de aanleidingen anders zijn verdeeld. " +
			"Kans is het deel dat komt doordat er binnen de aanleidingen vaker of minder vaak contact was, met een " +
			"toevalsmarge van 95% (deltamethode). Samen zijn ze de verandering. Bij gelijke samenstelling is het " +
			"aandeel dat het jaar zou hebben met de verdeling van het jaar ervoor. Onbekend is een groep als de " +
			"andere. Het cijfer staat er alleen als alle getallen van De aanleiding en Contact per aanleiding van " +
			"beide jaren te zien zijn, en als de twee jaren te vergelijken zijn."},
	{Number: 22, ID: "doorlooptijd_cohort", Title: "Doorlooptijd van de zaken van het jaar", Kind: KindWaits,
		Source: fromCohortLeadTime, Span: ByEvent, Breakdown: []rules.Dimension{rules.DimTrajectory},
		Needs: []rules.Column{rules.ColAssigned, rules.ColClosed},
		Definition: "Het aantal dagen van uitzetting tot afsluiting, voor alle zaken die in het jaar zijn uitgezet. " +
			"Het is een schatting (Kaplan-Meier), met een toevalsmarge van 95% (log-log): een zaak die nog loopt, " +
			"telt mee tot de peildatum. De mediaan is de eerste dag waarop de helft van de zaken is afgesloten, p75 " +
			"driekwart en p90 negen op de tien. Een maat die nog niet is bereikt, staat er niet. De mediaan en p75 " +
			"staan er bij 20 zaken of meer, p90 bij 50 of meer. Zaken zonder uitzetdatum en zaken met datums in een " +
			"onmogelijke volgorde tellen niet mee."},
	{Number: 17, ID: "maand", Title: "Aanmeldingen per maand", Kind: KindCount, Source: fromMonths,
		Breakdown: []rules.Dimension{rules.DimMonth}, Work: true,
		BaseText:   "aanmeldingen van het jaar",
		Definition: "Het aantal aanmeldingen in elke maand, en welk deel van het jaar dat is."},
	{Number: 18, ID: "bemiddelaars", Title: "Bemiddelaars", Kind: KindCount, Source: fromMediators, Span: ByEvent,
		Needs: []rules.Column{rules.ColAssigned, rules.ColMediator}, Work: true,
		Definition: "Het aantal verschillende bemiddelaars met een zaak die in het jaar is uitgezet."},
	{Number: 20, ID: "kerncijfers", Title: "Kerncijfers", Kind: KindCount, Source: fromKeyFigures,
		Breakdown: []rules.Dimension{rules.DimKeyFigure}, Work: true,
		Definition: "Cijfers die niet in de export staan. Ze komen uit herstel.yaml."},
}
