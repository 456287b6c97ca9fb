package report

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// accountView is the accountability section: where the figures come from and
// what was done to get them.
type accountView struct {
	Citation      string
	Facts         []termView
	Sources       []stats.Source
	Findings      []findingView
	Notices       []noticeView
	Privacy       []string
	Exceptions    []string
	Margin        []string
	Marks         []termView
	Definitions   []definitionView
	FormulaAdvice string
	Compared      string // how many printed numbers agree
	Published     []comparisonView
	Differing     []comparisonView
}

type termView struct{ Term, Text string }

type findingView struct {
	Meaning, Severity, Column, Effect, Remedy string
	Count                                     string // rows
}

type definitionView struct{ ID, Title, Definition, Base, Formula string }

type comparisonView struct {
	Report, Number, Printed, Today, Outcome string
	Year                                    int
	Reasons                                 []string
}

// marginText explains the chance margin, once for the whole chapter.
var marginText = []string{
	"De cijfers gaan over alle zaken in de export; er is geen steekproef getrokken. Toch speelt toeval een rol: in een ander jaar met dezelfde omstandigheden komen andere mensen en andere zaken binnen.",
	"De toevalsmarge is een interval van 95%. Voor een aandeel is dat het interval van Wilson. Voor een verschil tussen twee jaren is het het interval van Newcombe, zonder continuïteitscorrectie. De bijlage laat dat interval zien.",
	"Een verslag vergelijkt veel getallen, en dan valt er altijd wel iets op. Een verschil heet daarom alleen duidelijk als het dat blijft nadat alle cijfers samen zijn beoordeeld (methode van Holm, 5%): per cijfer één toets, en binnen een cijfer dat die haalt per rij één. Alleen een duidelijk verschil heet een stijging of een daling. Anders staat er dat het verschil toeval kan zijn.",
	"Een zin noemt de groep met het grootste en het kleinste aandeel alleen als alle groepen samen meer verschillen dan toeval (chi-kwadraat, 1%), die twee groepen elk minstens 30 zaken hebben en hun verschil duidelijk is.",
	"Verschillen tussen aandelen staan in procentpunt. Ze zijn berekend met de aandelen zonder afronding. Daardoor kan een verschil 0,1 afwijken van wat je zelf met de afgeronde getallen uitrekent.",
}

var markTexts = []termView{
	{markHidden, "verborgen voor privacy"},
	{markNotAvailable, "niet beschikbaar: de export bevat niet wat voor dit cijfer nodig is"},
	{markNotApplies, "niet van toepassing, zoals een aandeel van nul zaken"},
}

func accountOf(figs *stats.Figures) accountView {
	a := accountView{Citation: citation(figs), Facts: factsOf(figs), Sources: figs.Sources, Privacy: privacyText(figs), Margin: marginText, Marks: markTexts, FormulaAdvice: formulaAdvice + " " + arrayAdvice}
	for _, f := range figs.Findings {
		rule := stats.RowRules[f.Rule]
		a.Findings = append(a.Findings, findingView{nl.Sentence(rule.Meaning), rule.Severity.String(), f.Column, nl.Sentence(rule.Result), nl.Sentence(rule.Remedy), FindingRows(figs, f)})
	}
	a.Notices = inputNotices(figs)
	for _, e := range figs.Exceptions {
		a.Exceptions = append(a.Exceptions, exceptionText(figs, e))
	}
	a.Definitions = sharedDefinitions(figs)
	for i := range figs.Tables {
		f := &figs.Tables[i].Figure
		a.Definitions = append(a.Definitions, definitionView{f.ID, cleanLabel(f.Title), f.Definition, f.BaseText, formulaText(&figs.Tables[i].Formula)})
	}
	equal := 0
	for _, c := range figs.Published {
		view := comparisonOf(c)
		a.Published = append(a.Published, view)
		if c.Outcome == stats.Equal || c.Outcome == stats.EqualRounded {
			equal++
		} else {
			a.Differing = append(a.Differing, view)
		}
	}
	if n := len(figs.Published); n > 0 {
		a.Compared = fmt.Sprintf("Alle %s uit eerdere verslagen zijn gelijk aan het cijfer van nu.", nl.Count(n, "getal", "getallen"))
	}
	if n := len(figs.Published); n != equal || n == 1 {
		a.Compared = fmt.Sprintf("Van %s uit eerdere verslagen %s er %s gelijk aan het cijfer van nu.",
			nl.Count(n, "getal", "getallen"), nl.Plural(equal, "is", "zijn"), nl.IntText(equal))
	}
	return a
}

// FindingRows words the number of rows of a finding: below the threshold of
// privacy it only says that it is.
func FindingRows(figs *stats.Figures, f stats.FindingCount) string {
	if !f.Count.Known {
		return fmt.Sprintf("minder dan %d", figs.Threshold)
	}
	return nl.Int(f.Count.N)
}

func factsOf(figs *stats.Figures) []termView {
	years := make([]string, len(figs.Years))
	for i, y := range figs.Years {
		years[i] = nl.Year(y)
	}
	facts := []termView{
		{"Verslagjaar", nl.Year(figs.Year)},
		{"Jaren in dit overzicht", nl.List(years)},
		{"Peildatum", dayText(figs.ReferenceDate) + ". Wat daarna gebeurde, telt niet mee."},
		{"Stand van elk jaar", orElse(agesText(figs), dayText(figs.ReferenceDate))},
		{"Versie van herstel", figs.Version},
		{"SHA-256 van de regels", figs.RulesSHA256},
	}
	if figs.OpenCases.Known {
		facts = append(facts, termView{"Nog lopende zaken", fmt.Sprintf("%s uit %d, op de peildatum", caseNoun.count(figs.OpenCases.N), figs.Year)})
	}
	return facts
}

// figureName is how a figure is called: by its title, or by the id that the
// user wrote where there is no such figure.
func figureName(figs *stats.Figures, id string) string {
	if t, ok := figs.Table(id); ok {
		return cleanLabel(t.Figure.Title)
	}
	return id
}

func exceptionText(figs *stats.Figures, e stats.Exception) string {
	s := fmt.Sprintf("%s, %d%s: %s", figureName(figs, e.Figure), e.Year, categoryText(e.Category), nl.Sentence(isolated(e.Reason)))
	if !e.Used {
		s += " Deze uitzondering was niet nodig: het getal zou ook zonder haar te zien zijn."
	}
	return s
}

func categoryText(labels []stats.Label) string {
	s := ""
	for _, l := range labels {
		s += ", " + isolated(labelText(l.Dimension, l.Value))
	}
	return s
}

func comparisonOf(c stats.Comparison) comparisonView {
	v := comparisonView{Report: isolated(c.Report), Number: cleanLabel(c.Title) + categoryText(c.Category), Printed: printedText(&c), Today: todayText(&c),
		Outcome: outcomeText(c.Outcome), Year: c.Year}
	for _, r := range c.Reasons {
		v.Reasons = append(v.Reasons, nl.Sentence(r))
	}
	return v
}
