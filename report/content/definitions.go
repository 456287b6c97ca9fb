package content

import (
	"fmt"
	"strings"

	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// SharedDefinitions are the definitions that hold for all figures of a report.
func SharedDefinitions(figs *stats.Figures) []Definition {
	shared := []Definition{
		{ID: "begrip-jaar", Title: "Uitgezette zaken van het jaar", Definition: assignedText(figs) +
			" Een zaak hoort bij het jaar van de aanmelddatum, behalve in cijfers over een gebeurtenis."},
		{ID: "begrip-contact", Title: "Contact",
			Definition: "Er was contact als de kolom contact ja zegt, of als er een contactdatum is " +
				"tot en met de peildatum. Een lege cel is geen contact. Een zaak met contact telt ook als bereid."},
		{ID: "begrip-afgekeurd", Title: "Afgekeurd",
			Definition: "Een aanmelding is afgekeurd als er een afkeurreden is of afgekeurd ja is, " +
				"en de zaak niet is uitgezet."},
		{ID: "begrip-onbekend", Title: "Onbekend",
			Definition: "De export noemt geen waarde, of een waarde die niet in de regels staat. " +
				"Onbekend telt mee in elke noemer. Is Onbekend in een van twee jaren 5% of meer, of schuift het 3 " +
				"procentpunt of meer, " +
				"dan gaat het verschil alleen over de zaken waarvan dit bekend is."},
		{ID: "begrip-gelijk", Title: "Gelijke aantallen",
			Definition: "Wie evenveel heeft, staat op dezelfde plaats. De plaatsen die zij innemen, " +
				"vallen daarna weg."},
		{ID: "begrip-voorlopig", Title: "Voorlopig",
			Definition: "Een jaar is voorlopig als op zijn peildatum meer dan 5% van de uitgezette zaken nog liep. " +
				"De cijfers over contact en bereidheid kunnen dan nog veranderen."},
		{ID: "begrip-niet-vergelijkbaar", Title: "Niet vergelijkbaar",
			Definition: "Er staat geen verschil als een van de twee getallen verborgen is of er niet is, " +
				"als een noemer kleiner is dan 10, als herstel.yaml een trendbreuk noemt, als de export te laat " +
				"begint om alle zaken van een jaar te bevatten, " +
				"of als bij meer dan 5% van de zaken de datum van de stap ontbreekt terwijl er nog zaken lopen."},
		{ID: "begrip-weggelaten", Title: "Rijen die een cijfer weglaat", Definition: leftOutText(figs)},
	}
	if len(figs.Merges) > 0 {
		shared = append(shared, Definition{ID: "begrip-samengevoegd", Title: "Samengevoegde waarden",
			Definition: mergesText(figs.Merges)})
	}
	for i, c := range figs.Categories {
		shared = append(shared, Definition{ID: fmt.Sprintf("begrip-categorie-%d", i+1), Title: categoryTitle(c),
			Definition: valuesOfText(c)})
	}
	return shared
}

// omissions lists the row rules by which a figure leaves out rows that count for
// the others.
var omissions = []struct {
	rule stats.RuleID
	text string
}{
	{stats.RuleOrder, "Zaken met datums in een onmogelijke volgorde tellen niet mee in doorlooptijden, zaken onder " +
		"handen en contact binnen een termijn: "},
	{stats.RuleContactUnassigned,
		"Zaken met contact die niet zijn uitgezet, tellen niet mee in de cijfers over contact: "},
}

// leftOutText says which rows a figure leaves out, and how many there are in the
// whole export.
func leftOutText(figs *stats.Figures) string {
	var told []string
	for _, o := range omissions {
		var rows []string
		for _, f := range figs.Findings {
			if f.Rule == o.rule {
				rows = append(rows, fmt.Sprintf("%s in de kolom %s", FindingRows(figs, f), f.Column))
			}
		}
		if rows == nil {
			rows = []string{"die zijn er niet in deze export"}
		}
		told = append(told, o.text+nl.List(rows)+".")
	}
	return strings.Join(told, " ") + " Rijen die voor geen enkel cijfer meetellen, staan bij de bronnen."
}

func categoryTitle(c stats.Category) string {
	if c.Label == "" {
		return "Waarden van " + nl.LowerFirst(c.Dimension.Title)
	}
	return "Wat telt als " + nl.LowerFirst(c.Dimension.Title) + " " + c.Label
}

// valuesOfText lists the values of the rules that count as a category, each with
// its other spellings.
func valuesOfText(c stats.Category) string {
	var values []string
	own := 0
	for _, v := range c.Values {
		own += v.Own
		switch {
		case len(v.Names) > 1:
			values = append(values, fmt.Sprintf("%s (ook: %s)", v.Names[0], strings.Join(v.Names[1:], "; ")))
		case len(v.Names) == 1:
			values = append(values, v.Names[0])
		}
	}
	text := strings.Join(values, ", ")
	if own > 0 {
		text += fmt.Sprintf(", en %s uit herstel.yaml", nl.Count(own, "schrijfwijze", "schrijfwijzen"))
	}
	return text + "."
}

// mergesText says which values herstel.yaml counts as one.
func mergesText(merges []stats.Merged) string {
	var told []string
	for i := range merges {
		m := &merges[i]
		var values []string
		for _, value := range m.Values {
			values = append(values, sentences.LabelText(m.Dimension.ID, value))
		}
		if own := nl.Count(m.Own, "andere waarde", "andere waarden"); m.Own > 0 && len(values) > 0 {
			values = append(values, own)
		} else if m.Own > 0 {
			values = append(values, nl.Count(m.Own, "waarde", "waarden"))
		}
		told = append(told, fmt.Sprintf("%s: %s tellen samen als %s.", nl.Capital(m.Dimension.Title), nl.List(values),
			sentences.Quoted(m.As)))
	}
	return strings.Join(told, " ")
}
