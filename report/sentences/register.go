package sentences

import (
	"strings"

	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/rules"
)

// Entry says how a figure of the catalog is told and drawn. What it
// counts stands in the catalog of stats.
type Entry struct {
	ID       string
	short    string // the title where room is scarce; empty: that of the catalog
	Section  string // id of one of chapterSections
	opens    bool   // opens the chapter, and says what holds for all of it
	headline bool   // its first sentence stands above the chapter
	Flow     bool   // the parts are streams: they change in number, and have no noemer below them
	Chart    ChartSpec
	NoChart  bool   // its table says all
	rules    []rule // its sentences in their order; none: those of its shape
	lead     leadWords
	base     noun // the noemer; none: assignedNoun
	cases    noun // what it counts; none: caseNoun
	// that nothing happened of what it counts, said only where beside shows it; {jaar} is the year
	empty   string
	yes     yesWords     // none: contactWords
	finding findingWords // the title of the chart, where a change is clear
	Beside  string       // the figure that its sentences or chart hold it against
}

// leadWords name the largest part of a figure; what is empty is told as for
// any figure.
type leadWords struct {
	one, tied string
	in        string    // before the count, where the lead is about what happened in a case
	known     [2]string // among the known values only: the words that go, and those that come
}

// Register lists every figure of the catalog in the order of the chapter.
var Register = []Entry{
	{ID: "instroom", Section: "instroom-en-afkeur", opens: true, headline: true, Flow: true,
		Chart:   ChartSpec{Form: chart.FormFlow, Measure: "Aantal, met het deel van alle aanmeldingen van het jaar"},
		finding: findingWords{row: "aanmeldingen", many: "aanmeldingen"},
		rules:   []rule{referralsReceived, referralsByStream, unfinishedYear}},
	{ID: "maand", Section: "instroom-en-afkeur",
		Chart:   ChartSpec{Form: chart.FormLines, Measure: "Aantal aanmeldingen per maand"},
		finding: findingWords{row: "*", many: "aanmeldingen"},
		rules:   []rule{busiestMonth, monthMove}},
	{ID: "afkeurreden", short: "Afkeurreden", Section: "instroom-en-afkeur",
		Chart: ChartSpec{Form: chart.FormYears},
		lead: leadWords{one: "in {jaar} was {deel} de reden die het meest voorkwam",
			tied: "in {jaar} waren {deel} de redenen die het meest voorkwamen"},
		base:  noun{"afgekeurde aanmelding", "afgekeurde aanmeldingen"},
		cases: noun{"aanmelding", "aanmeldingen"},
		empty: "In {jaar} is geen aanmelding afgekeurd."},
	{ID: "afkeurreden_van_aanmeldingen", short: "Afkeur van alle aanmeldingen", Section: "instroom-en-afkeur",
		NoChart: true,
		rules:   []rule{largestPart},
		lead: leadWords{one: "van alle aanmeldingen uit {jaar} is {deel} de reden van afkeur die het meest voorkwam",
			tied: "van alle aanmeldingen uit {jaar} zijn {deel} de redenen van afkeur die het meest voorkwamen"},
		base:  noun{"aanmelding", "aanmeldingen"},
		cases: noun{"aanmelding", "aanmeldingen"}},
	{ID: "aanmeldgroep", short: "Zelf of via een professional", Section: "wie-meldt-aan",
		Chart: ChartSpec{Form: chart.FormYears},
		finding: findingWords{names: map[string]string{"zelf": "Zelfaanmelding",
			"professioneel": "Aanmelding door een professional"}},
		rules: []rule{referrerGroups, unknownFrom(0), changeOf("zelf", "het aandeel zelfaanmeldingen")}},
	{ID: "aanmelder", Section: "wie-meldt-aan",
		Chart:   ChartSpec{Form: chart.FormRanked},
		finding: findingWords{names: map[string]string{"zelf": "Zelfaanmelding"}},
		rules:   []rule{largestPart, unknownFrom(notable), firstPlace, rankMoves, largestMove(stats.Down)},
		lead: leadWords{one: "bovenaan de lijst van aanmelders staat in {jaar} {deel}",
			tied:  "bovenaan de lijst van aanmelders staan in {jaar} {deel}",
			known: [2]string{"lijst van aanmelders", "lijst van bekende aanmelders"}}},
	{ID: "aanleiding", short: "Aanleiding", Section: "de-aanleiding",
		Chart: ChartSpec{Form: chart.FormRanked},
		lead: leadWords{one: "in {jaar} was {deel} de aanleiding die het meest voorkwam",
			tied: "in {jaar} waren {deel} de aanleidingen die het meest voorkwamen"}},
	{ID: "delict", short: "Delict", Section: "de-aanleiding",
		Chart: ChartSpec{Form: chart.FormRanked},
		lead: leadWords{one: "in {jaar} was {deel} het delict dat het meest voorkwam",
			tied: "in {jaar} waren {deel} de delicten die het meest voorkwamen"}},
	{ID: "initiatief", short: "Initiatief", Section: "het-initiatief",
		Chart:   ChartSpec{Form: chart.FormYears},
		finding: findingWords{names: initiativeNames},
		rules: []rule{largestPart, unknownFrom(notable),
			changeOf(victimInitiative,
				"het aandeel zaken waarin het slachtoffer of een nabestaande het initiatief nam,")},
		lead: leadWords{one: "in {jaar} nam {deel} het vaakst het initiatief",
			tied: "in {jaar} namen {deel} het vaakst het initiatief", in: "in "}},
	{ID: "initiatief_per_aanleiding", Section: "het-initiatief", Beside: "initiatief",
		Chart:   ChartSpec{Form: chart.FormStacked},
		finding: findingWords{often: "initiatief van slachtoffer of nabestaande"}},
	{ID: "initiatief_per_aanmeldgroep", Section: "het-initiatief", Beside: "initiatief",
		Chart:   ChartSpec{Form: chart.FormStacked},
		finding: findingWords{often: "initiatief van slachtoffer of nabestaande"}},
	{ID: "contact", short: "Contact", Section: "wel-of-geen-contact", headline: true,
		Chart:   ChartSpec{Form: chart.FormTrend, Early: true},
		finding: findingWords{often: "contact"}},
	{ID: "contact_per_aanleiding", Section: "wel-of-geen-contact", Beside: "contact",
		Chart:   ChartSpec{Form: chart.FormDots, Early: true},
		finding: findingWords{often: "contact"}},
	{ID: "contact_per_initiatief", Section: "wel-of-geen-contact", Beside: "contact",
		Chart:   ChartSpec{Form: chart.FormDots, Early: true},
		finding: findingWords{often: "contact"}},
	{ID: "contact_per_aanmelder", Section: "wel-of-geen-contact", Beside: "contact",
		Chart:   ChartSpec{Form: chart.FormDots, Early: true},
		finding: findingWords{often: "contact"}},
	{ID: "bereidheid", Section: "wel-of-geen-contact", Beside: "contact_na_bereidheid",
		Chart: ChartSpec{Form: chart.FormFunnel, Early: true,
			Measure: "Aantal uitgezette zaken, en welk deel van de stap ervoor verder kwam"},
		finding: findingWords{often: "beide partijen bereid"},
		yes:     yesWords{contactWords.base, " waren beide partijen bereid"}},
	{ID: "contact_na_bereidheid", short: "Contact na bereidheid", Section: "wel-of-geen-contact",
		Chart:   ChartSpec{Form: chart.FormTrend, Early: true},
		finding: findingWords{often: "contact als beide partijen bereid waren"},
		rules:   []rule{yesShare, yesChange, openCases},
		yes: yesWords{noun{"zaak uit {jaar} waarin beide partijen bereid waren",
			"zaken uit {jaar} waarin beide partijen bereid waren"}, ", was er contact"}},
	{ID: "contact_afgesloten", Section: "wel-of-geen-contact",
		Chart:   ChartSpec{Form: chart.FormTrend},
		finding: findingWords{often: "contact in afgesloten zaken"},
		rules:   []rule{yesShare, yesChange},
		yes: yesWords{noun{"zaak die in {jaar} is afgesloten", "zaken die in {jaar} zijn afgesloten"},
			", was er contact"}},
	{ID: "contact_ontleding", short: "Waardoor contact veranderde", Section: "wel-of-geen-contact",
		Beside: "aanleiding",
		Chart: ChartSpec{Form: chart.FormWaterfall, Early: true, Whole: "contact",
			Measure: "In % van de uitgezette zaken; de stappen ertussen in procentpunt"},
		rules: []rule{splitOfChange, sameMix}},
	{ID: "contact_binnen", Section: "wel-of-geen-contact", NoChart: true, rules: []rule{contactWithin, followedUntil}},
	{ID: "contact_kromme", short: "Contact na de uitzetting", Section: "wel-of-geen-contact", rules: []rule{endOfCurve},
		Chart: ChartSpec{Form: chart.FormCurve,
			Measure: "Geschat deel van de uitgezette zaken van het jaar met contact, naar de dagen na de uitzetting",
			Reading: "Het vlak is de toevalsmarge. Een lijn eindigt waar te weinig zaken verder te volgen zijn."}},
	{ID: "sindsdien", Section: "wel-of-geen-contact", NoChart: true},
	{ID: "contactvorm", short: "Contactvorm", Section: "hoe", Beside: "contact",
		Chart: ChartSpec{Form: chart.FormYears, Early: true},
		lead: leadWords{one: "in {jaar} was {deel} de vorm die het meest voorkwam",
			tied: "in {jaar} waren {deel} de vormen die het meest voorkwamen"},
		base:  noun{"zaak met contact", "zaken met contact"},
		empty: "In geen enkele uitgezette zaak uit {jaar} was er contact."},
	{ID: "contactvorm_per_aanleiding", Section: "hoe",
		Chart: ChartSpec{Form: chart.FormStacked, Early: true},
		base:  noun{"zaak met contact", "zaken met contact"}},
	{ID: "doorlooptijd", Section: "tijd-en-standen",
		Chart: ChartSpec{Form: chart.FormRanges, Measure: "Mediaan in dagen",
			Reading: "De staaf loopt van p25 tot p75, de streep is de mediaan."},
		rules: []rule{leadTimeOf("aanmelding_tot_uitzetting"), leadTimeOf("uitzetting_tot_contact"),
			leadTimeOf("uitzetting_tot_afsluiting")}},
	{ID: "doorlooptijd_cohort", short: "Doorlooptijd zaken van het jaar", Section: "tijd-en-standen", NoChart: true,
		rules: []rule{closedWithin, closedUntil}},
	{ID: "standen", Section: "tijd-en-standen",
		Chart:   ChartSpec{Form: chart.FormStock, Measure: "Aantal uitgezette zaken"},
		finding: findingWords{row: "eind", many: "zaken onder handen aan het eind van het jaar"},
		rules:   []rule{stockAtStart, stockAtEnd}},
	{ID: "bemiddelaars", Section: "tijd-en-standen",
		Chart:   ChartSpec{Form: chart.FormTiles, Measure: "Aantal bemiddelaars met een uitgezette zaak van het jaar"},
		finding: findingWords{many: "bemiddelaars"},
		rules:   []rule{mediators, mediatorsChange}},
	{ID: "kerncijfers", Section: "overige-kerncijfers",
		Chart: ChartSpec{Form: chart.FormTiles, Measure: "Aantal", Reading: "Elk cijfer heeft zijn eigen schaal.",
			OwnScale: true},
		rules: []rule{keyFigures}, empty: noFigure},
}

// initiativeNames name who took the initiative above a chart.
var initiativeNames = map[string]string{
	victimInitiative:                  "Initiatief van slachtoffer of nabestaande",
	"verdachte, dader of veroorzaker": "Initiatief van verdachte, dader of veroorzaker",
	"overig":                          "Initiatief van iemand anders",
}

// OverviewTiles are the numbers of the year in one picture, where herstel.yaml
// chooses none.
var OverviewTiles = []rules.OverviewTile{
	{Figure: "instroom", Category: []rules.TileValue{{Dimension: "stroom", Value: "aanmeldingen"}},
		Title: "Aanmeldingen"},
	{Figure: "aanmeldgroep", Category: []rules.TileValue{{Dimension: "aanmeldgroep", Value: "zelf"}},
		Title: "Zelf aangemeld"},
	{Figure: "aanleiding", Category: []rules.TileValue{{Dimension: "aanleiding", Value: "Zeden"}},
		Title: "Zaken met aanleiding Zeden"},
	{Figure: "initiatief", Category: []rules.TileValue{{Dimension: "initiatief", Value: victimInitiative}},
		Title: "Initiatief van slachtoffer of nabestaande"},
	{Figure: "contact", Title: "Zaken met contact"},
	{Figure: "contact_per_aanleiding", Category: []rules.TileValue{{Dimension: "aanleiding", Value: "Verkeer"}},
		Title: "Contact bij Verkeer"},
}

// breakdownEntries tell the figures of an uitsplitsing of the user, by how their ids start.
var breakdownEntries = []struct {
	prefix string
	entry  Entry
}{
	{"uitsplitsing:", Entry{Section: otherSection, Chart: ChartSpec{Form: chart.FormRanked}}},
	{"contact_per_uitsplitsing:",
		Entry{Section: otherSection, Beside: "contact", Chart: ChartSpec{Form: chart.FormDots, Early: true},
			finding: findingWords{often: "contact"}}},
}

// EntryOf gives the entry of a figure. A figure without one is told by its
// shape, in the section of the uitsplitsingen, and has no chart.
func EntryOf(id string) (entry Entry, ok bool) {
	for _, e := range Register {
		if e.ID == id {
			return e, true
		}
	}
	for _, b := range breakdownEntries {
		if strings.HasPrefix(id, b.prefix) {
			return b.entry, true
		}
	}
	return Entry{Section: otherSection}, false
}

// ShortTitle is the title of a figure where room is scarce.
func ShortTitle(f *stats.Figure) string {
	if e, ok := EntryOf(f.ID); ok && e.short != "" {
		return e.short
	}
	return f.Title
}
