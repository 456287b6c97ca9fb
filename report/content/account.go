package content

import (
	"cmp"
	"fmt"
	"slices"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// Account is the accountability section: where the figures come from and
// what was done to get them.
type Account struct {
	Citation      string
	Facts         []Term
	Sources       []stats.Source
	Findings      []Finding
	Notices       []Notice
	Privacy       []string
	Exceptions    []string
	Margin        []string
	Marks         []Term
	Definitions   []Definition
	FormulaAdvice string
	Compared      string // how many printed numbers agree
	Published     Comparisons
	Differing     Comparisons
}

// Term is a word with what it means.
type Term struct{ Term, Text string }

// Finding is a finding on the rows of the export, in words.
type Finding struct {
	Meaning, Severity, Column, Effect, Remedy string
	Count                                     string // rows
}

// Definition is an entry of the register: what counts, of what, and how to redo it.
type Definition struct{ ID, Title, Definition, Base, Formula string }

// Comparison is a printed number beside that of today, in words, and beside what
// the export says by now for the day of the earlier report, where that is told.
type Comparison struct {
	Report, Number, Printed, Then, Today, Outcome string
	Year                                          int
	Reasons                                       []string
}

// Comparisons are printed numbers that stand in one table.
type Comparisons []Comparison

// Dated reports whether one of them says what the export gives for the day of the earlier report.
func (c Comparisons) Dated() bool {
	return slices.ContainsFunc(c, func(c Comparison) bool { return c.Then != nl.Unknown })
}

// ThenHeader heads the column of what the export says by now for that day.
const ThenHeader = "Voor die dag"

// MarginText explains the chance margin, once for the whole chapter.
var MarginText = []string{
	"De cijfers gaan over alle zaken in de export; er is geen steekproef getrokken. Toch speelt toeval een rol: in " +
		"een ander jaar met dezelfde omstandigheden komen andere mensen en andere zaken binnen.",
	"De toevalsmarge is een interval van 95%. Voor een aandeel is dat het interval van Wilson. Voor een verschil " +
		"tussen twee jaren is het het interval van Newcombe, zonder continuïteitscorrectie. De bijlage laat dat " +
		"interval zien.",
	"Een verslag vergelijkt veel getallen, en dan valt er altijd wel iets op. Een verschil heet daarom alleen " +
		"duidelijk als het dat blijft nadat alle cijfers samen zijn beoordeeld (methode van Holm, 5%): per cijfer " +
		"één toets, en binnen een cijfer dat die haalt per rij één. Alleen een duidelijk verschil heet een stijging " +
		"of een daling. Anders staat er dat het verschil toeval kan zijn.",
	"Een zin noemt de groep met het grootste en het kleinste aandeel alleen als alle groepen samen meer verschillen " +
		"dan toeval (chi-kwadraat, 1%), die twee groepen elk minstens 30 zaken hebben en hun verschil duidelijk is.",
	"Verschillen tussen aandelen staan in procentpunt. Ze zijn berekend met de aandelen zonder afronding. Daardoor " +
		"kan een verschil 0,1 afwijken van wat je zelf met de afgeronde getallen uitrekent.",
}

// MarkTexts say what each mark means that stands where a number cannot.
var MarkTexts = []Term{
	{chart.MarkHidden, "verborgen voor privacy, omdat het getal klein is of een klein getal zou verraden"},
	{chart.MarkNotAvailable, "niet beschikbaar: de export bevat niet wat voor dit cijfer nodig is"},
	{chart.MarkNotApplies, "niet van toepassing, zoals een aandeel van nul zaken"},
}

// AccountOf gives the accountability section of a report.
func AccountOf(figs *stats.Figures) Account {
	a := Account{Citation: citation(figs), Facts: factsOf(figs), Sources: figs.Sources, Privacy: privacyText(figs),
		Margin: MarginText, Marks: MarkTexts, FormulaAdvice: FormulaAdvice + " " + ArrayAdvice}
	for _, f := range figs.Findings {
		rule := stats.RowRules[f.Rule]
		a.Findings = append(a.Findings,
			Finding{nl.Sentence(rule.Meaning), rule.Severity.String(), f.Column, nl.Sentence(rule.Result),
				nl.Sentence(rule.Remedy), FindingRows(figs, f)})
	}
	a.Notices = inputNotices(figs)
	for _, e := range figs.Exceptions {
		a.Exceptions = append(a.Exceptions, exceptionText(figs, e))
	}
	a.Definitions = SharedDefinitions(figs)
	for i := range figs.Tables {
		f := &figs.Tables[i].Figure
		a.Definitions = append(a.Definitions,
			Definition{f.ID, nl.CleanLabel(f.Title), f.Definition, f.BaseText, FormulaText(&figs.Tables[i].Formula)})
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
		a.Compared = fmt.Sprintf("Alle %s uit eerdere verslagen zijn gelijk aan het cijfer van nu.",
			nl.Count(n, "getal", "getallen"))
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

func factsOf(figs *stats.Figures) []Term {
	years := make([]string, len(figs.Years))
	for i, y := range figs.Years {
		years[i] = nl.Year(y)
	}
	facts := []Term{
		{"Verslagjaar", nl.Year(figs.Year)},
		{"Jaren in dit overzicht", nl.List(years)},
		{"Peildatum", sentences.DayText(figs.ReferenceDate) + ". " + laterText},
		{"Stand van elk jaar", cmp.Or(AgesText(figs), sentences.DayText(figs.ReferenceDate))},
		{"Versie van herstel", figs.Version},
		{"SHA-256 van de regels", figs.RulesSHA256},
	}
	facts = append(facts, publisherOf(figs)...)
	if figs.Run != "" {
		facts = append(facts, Term{"Kenmerk", figs.Run + ". " + runMeaning})
	}
	if figs.OpenCases.Known {
		facts = append(facts, Term{"Nog lopende zaken",
			fmt.Sprintf("%s uit %d, op de peildatum", sentences.CaseNoun.Count(figs.OpenCases.N), figs.Year)})
	}
	return facts
}

// laterText says what the reference date does, and runMeaning what the kenmerk is.
const (
	laterText  = "Wat daarna gebeurde, telt niet mee."
	runMeaning = "Alle bestanden van dit verslag hebben dit kenmerk."
)

// FigureName is how a figure is called: by its title, or by the id that the
// user wrote where there is no such figure.
func FigureName(figs *stats.Figures, id string) string {
	if t, ok := figs.Table(id); ok {
		return nl.CleanLabel(t.Figure.Title)
	}
	return id
}

func exceptionText(figs *stats.Figures, e stats.Exception) string {
	s := fmt.Sprintf("%s, %d%s: %s", FigureName(figs, e.Figure), e.Year, categoryText(e.Category),
		nl.Sentence(nl.Isolated(e.Reason)))
	if !e.Used {
		s += " Deze uitzondering was niet nodig: het getal zou ook zonder haar te zien zijn."
	}
	return s
}

func categoryText(labels []stats.Label) string {
	s := ""
	for _, l := range labels {
		s += ", " + nl.Isolated(sentences.LabelText(l.Dimension, l.Value))
	}
	return s
}

func comparisonOf(c stats.Comparison) Comparison {
	v := Comparison{Report: nl.Isolated(c.Report), Number: nl.CleanLabel(c.Title) + categoryText(c.Category),
		Printed: PrintedText(&c), Then: ThenText(&c), Today: TodayText(&c),
		Outcome: OutcomeText(c.Outcome), Year: c.Year}
	for _, r := range c.Reasons {
		v.Reasons = append(v.Reasons, nl.Sentence(r))
	}
	return v
}
