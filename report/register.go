package report

import (
	"strings"

	"herstel/stats"
	"herstel/stats/rules"
)

// figureEntry says how a figure of the catalog is told and drawn. What it
// counts stands in the catalog of stats.
type figureEntry struct {
	id       string
	short    string // the title where room is scarce; empty: that of the catalog
	section  string // id of one of chapterSections
	opens    bool   // opens the chapter, and says what holds for all of it
	headline bool   // its first sentence stands above the chapter
	flow     bool   // the parts are streams: they change in number, and have no noemer below them
	chart    chartSpec
	noChart  bool   // its table says all
	rules    []rule // its sentences in their order; none: those of its shape
	lead     leadWords
	base     noun         // the noemer; none: assignedNoun
	cases    noun         // what it counts; none: caseNoun
	empty    string       // that nothing happened of what it counts, said only where beside shows it; {jaar} is the year
	yes      yesWords     // none: contactWords
	finding  findingWords // the title of the chart, where a change is clear
	beside   string       // the figure that its sentences or chart hold it against
}

// leadWords name the largest part of a figure; what is empty is told as for
// any figure.
type leadWords struct {
	one, tied string
	in        string    // before the count, where the lead is about what happened in a case
	known     [2]string // among the known values only: the words that go, and those that come
}

// register lists every figure of the catalog in the order of the chapter.
var register = []figureEntry{
	{id: "instroom", section: "instroom-en-afkeur", opens: true, headline: true, flow: true,
		chart:   chartSpec{form: FormFlow, build: buildFlow, measure: "Aantal, met het deel van alle aanmeldingen van het jaar"},
		finding: findingWords{row: "aanmeldingen", many: "aanmeldingen"},
		rules:   []rule{referralsReceived, referralsByStream, unfinishedYear}},
	{id: "maand", section: "instroom-en-afkeur",
		chart:   chartSpec{form: FormLines, measure: "Aantal aanmeldingen per maand"},
		finding: findingWords{row: "*", many: "aanmeldingen"},
		rules:   []rule{busiestMonth, monthMove}},
	{id: "afkeurreden", short: "Afkeurreden", section: "instroom-en-afkeur",
		chart: chartSpec{form: FormYears},
		lead: leadWords{one: "in {jaar} was {deel} de reden die het meest voorkwam",
			tied: "in {jaar} waren {deel} de redenen die het meest voorkwamen"},
		base:  noun{"afgekeurde aanmelding", "afgekeurde aanmeldingen"},
		cases: noun{"aanmelding", "aanmeldingen"},
		empty: "In {jaar} is geen aanmelding afgekeurd."},
	{id: "afkeurreden_van_aanmeldingen", section: "instroom-en-afkeur", noChart: true,
		rules: []rule{largestPart},
		lead: leadWords{one: "van alle aanmeldingen uit {jaar} is {deel} de reden van afkeur die het meest voorkwam",
			tied: "van alle aanmeldingen uit {jaar} zijn {deel} de redenen van afkeur die het meest voorkwamen"},
		base:  noun{"aanmelding", "aanmeldingen"},
		cases: noun{"aanmelding", "aanmeldingen"}},
	{id: "aanmeldgroep", short: "Zelf of via een professional", section: "wie-meldt-aan",
		chart:   chartSpec{form: FormYears},
		finding: findingWords{names: map[string]string{"zelf": "Zelfaanmelding", "professioneel": "Aanmelding door een professional"}},
		rules:   []rule{referrerGroups, unknownFrom(0), changeOf("zelf", "het aandeel zelfaanmeldingen")}},
	{id: "aanmelder", section: "wie-meldt-aan",
		chart:   chartSpec{form: FormRanked},
		finding: findingWords{names: map[string]string{"zelf": "Zelfaanmelding"}},
		rules:   []rule{largestPart, unknownFrom(notable), firstPlace, rankMoves, largestMove(stats.Down)},
		lead: leadWords{one: "bovenaan de lijst van aanmelders staat in {jaar} {deel}",
			tied:  "bovenaan de lijst van aanmelders staan in {jaar} {deel}",
			known: [2]string{"lijst van aanmelders", "lijst van bekende aanmelders"}}},
	{id: "aanleiding", short: "Aanleiding", section: "de-aanleiding",
		chart: chartSpec{form: FormRanked},
		lead: leadWords{one: "in {jaar} was {deel} de aanleiding die het meest voorkwam",
			tied: "in {jaar} waren {deel} de aanleidingen die het meest voorkwamen"}},
	{id: "delict", short: "Delict", section: "de-aanleiding",
		chart: chartSpec{form: FormRanked},
		lead: leadWords{one: "in {jaar} was {deel} het delict dat het meest voorkwam",
			tied: "in {jaar} waren {deel} de delicten die het meest voorkwamen"}},
	{id: "initiatief", short: "Initiatief", section: "het-initiatief",
		chart:   chartSpec{form: FormYears},
		finding: findingWords{names: initiativeNames},
		rules: []rule{largestPart, unknownFrom(notable),
			changeOf(victimInitiative, "het aandeel zaken waarin het slachtoffer of een nabestaande het initiatief nam,")},
		lead: leadWords{one: "in {jaar} nam {deel} het vaakst het initiatief",
			tied: "in {jaar} namen {deel} het vaakst het initiatief", in: "in "}},
	{id: "initiatief_per_aanleiding", section: "het-initiatief", beside: "initiatief", chart: chartSpec{form: FormStacked},
		finding: findingWords{often: "initiatief van slachtoffer of nabestaande"}},
	{id: "initiatief_per_aanmeldgroep", section: "het-initiatief", beside: "initiatief", chart: chartSpec{form: FormStacked},
		finding: findingWords{often: "initiatief van slachtoffer of nabestaande"}},
	{id: "contact", short: "Contact", section: "wel-of-geen-contact", headline: true, chart: chartSpec{form: FormTrend, early: true},
		finding: findingWords{often: "contact"}},
	{id: "contact_per_aanleiding", section: "wel-of-geen-contact", beside: "contact", chart: chartSpec{form: FormDots, early: true},
		finding: findingWords{often: "contact"}},
	{id: "contact_per_initiatief", section: "wel-of-geen-contact", beside: "contact", chart: chartSpec{form: FormDots, early: true},
		finding: findingWords{often: "contact"}},
	{id: "bereidheid", section: "wel-of-geen-contact", beside: "contact_na_bereidheid",
		chart: chartSpec{form: FormFunnel, early: true, build: buildFunnel,
			measure: "Aantal uitgezette zaken, en welk deel van de stap ervoor verder kwam"},
		finding: findingWords{often: "beide partijen bereid"},
		yes:     yesWords{contactWords.base, " waren beide partijen bereid"}},
	{id: "contact_na_bereidheid", short: "Contact na bereidheid", section: "wel-of-geen-contact",
		chart:   chartSpec{form: FormTrend, early: true},
		finding: findingWords{often: "contact als beide partijen bereid waren"},
		rules:   []rule{yesShare, yesChange, openCases},
		yes: yesWords{noun{"zaak uit {jaar} waarin beide partijen bereid waren",
			"zaken uit {jaar} waarin beide partijen bereid waren"}, ", was er contact"}},
	{id: "contact_afgesloten", section: "wel-of-geen-contact",
		chart:   chartSpec{form: FormTrend},
		finding: findingWords{often: "contact in afgesloten zaken"},
		rules:   []rule{yesShare, yesChange},
		yes:     yesWords{noun{"zaak die in {jaar} is afgesloten", "zaken die in {jaar} zijn afgesloten"}, ", was er contact"}},
	{id: "contact_ontleding", section: "wel-of-geen-contact", noChart: true, rules: []rule{splitOfChange, sameMix}},
	{id: "contact_binnen", section: "wel-of-geen-contact", noChart: true, rules: []rule{contactWithin, followedUntil}},
	{id: "contact_kromme", section: "wel-of-geen-contact", rules: []rule{endOfCurve},
		chart: chartSpec{form: FormCurve, build: buildCurve,
			measure: "Geschat deel van de uitgezette zaken van het jaar met contact, naar de dagen na de uitzetting",
			reading: "Het vlak is de toevalsmarge. Een lijn eindigt waar te weinig zaken verder te volgen zijn."}},
	{id: "sindsdien", section: "wel-of-geen-contact", noChart: true},
	{id: "contactvorm", short: "Contactvorm", section: "hoe", beside: "contact",
		chart: chartSpec{form: FormYears, early: true},
		lead: leadWords{one: "in {jaar} was {deel} de vorm die het meest voorkwam",
			tied: "in {jaar} waren {deel} de vormen die het meest voorkwamen"},
		base:  noun{"zaak met contact", "zaken met contact"},
		empty: "In geen enkele uitgezette zaak uit {jaar} was er contact."},
	{id: "doorlooptijd", section: "tijd-en-standen",
		chart: chartSpec{form: FormRanges, measure: "Mediaan in dagen",
			reading: "De staaf loopt van p25 tot p75, de streep is de mediaan."},
		rules: []rule{leadTimeOf("aanmelding_tot_uitzetting"), leadTimeOf("uitzetting_tot_contact"),
			leadTimeOf("uitzetting_tot_afsluiting")}},
	{id: "doorlooptijd_cohort", section: "tijd-en-standen", noChart: true, rules: []rule{closedWithin, closedUntil}},
	{id: "standen", section: "tijd-en-standen",
		chart:   chartSpec{form: FormWaterfall, measure: "Aantal uitgezette zaken", build: buildWaterfall},
		finding: findingWords{row: "eind", many: "zaken onder handen aan het eind van het jaar"},
		rules:   []rule{stockAtStart, stockAtEnd}},
	{id: "bemiddelaars", section: "tijd-en-standen",
		chart:   chartSpec{form: FormTiles, measure: "Aantal bemiddelaars met een uitgezette zaak van het jaar"},
		finding: findingWords{many: "bemiddelaars"},
		rules:   []rule{mediators, mediatorsChange}},
	{id: "kerncijfers", section: "overige-kerncijfers",
		chart: chartSpec{form: FormTiles, measure: "Aantal", reading: "Elk cijfer heeft zijn eigen schaal.", ownScale: true},
		rules: []rule{keyFigures}, empty: noFigure},
}

// initiativeNames name who took the initiative above a chart.
var initiativeNames = map[string]string{
	victimInitiative:                  "Initiatief van slachtoffer of nabestaande",
	"verdachte, dader of veroorzaker": "Initiatief van verdachte, dader of veroorzaker",
	"overig":                          "Initiatief van iemand anders",
}

// overviewTiles are the numbers of the year in one picture, where herstel.yaml
// chooses none.
var overviewTiles = []rules.OverviewTile{
	{Figure: "instroom", Category: []rules.TileValue{{Dimension: "stroom", Value: "aanmeldingen"}}, Title: "Aanmeldingen"},
	{Figure: "aanmeldgroep", Category: []rules.TileValue{{Dimension: "aanmeldgroep", Value: "zelf"}}, Title: "Zelf aangemeld"},
	{Figure: "aanleiding", Category: []rules.TileValue{{Dimension: "aanleiding", Value: "Zeden"}}, Title: "Zaken met aanleiding Zeden"},
	{Figure: "initiatief", Category: []rules.TileValue{{Dimension: "initiatief", Value: victimInitiative}}, Title: "Initiatief van slachtoffer of nabestaande"},
	{Figure: "contact", Title: "Zaken met contact"},
	{Figure: "contact_per_aanleiding", Category: []rules.TileValue{{Dimension: "aanleiding", Value: "Verkeer"}}, Title: "Contact bij Verkeer"},
}

// breakdownEntries tell the figures of an uitsplitsing of the user, by how their ids start.
var breakdownEntries = []struct {
	prefix string
	entry  figureEntry
}{
	{"uitsplitsing:", figureEntry{section: otherSection, chart: chartSpec{form: FormRanked}}},
	{"contact_per_uitsplitsing:", figureEntry{section: otherSection, beside: "contact", chart: chartSpec{form: FormDots, early: true},
		finding: findingWords{often: "contact"}}},
}

// entryOf gives the entry of a figure. A figure without one is told by its
// shape, in the section of the uitsplitsingen, and has no chart.
func entryOf(id string) (entry figureEntry, ok bool) {
	for _, e := range register {
		if e.id == id {
			return e, true
		}
	}
	for _, b := range breakdownEntries {
		if strings.HasPrefix(id, b.prefix) {
			return b.entry, true
		}
	}
	return figureEntry{section: otherSection}, false
}

// shortTitle is the title of a figure where room is scarce.
func shortTitle(f *stats.Figure) string {
	if e, ok := entryOf(f.ID); ok && e.short != "" {
		return e.short
	}
	return f.Title
}
