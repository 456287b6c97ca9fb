package casefile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// toCheck marks what the user has to look at.
const toCheck = "TE CONTROLEREN"

// WriteConfig writes a commented herstel.yaml for the inspected files. What
// is not sure is marked TE CONTROLEREN.
func WriteConfig(w io.Writer, in *Inspection) error {
	var b strings.Builder
	b.WriteString("# herstel.yaml: zo leest herstel jouw export.\n")
	b.WriteString("# Kijk na wat gemarkeerd is met " + toCheck + ", en haal de markering dan weg.\n")
	b.WriteString("# Wat hier niet staat, weet herstel al. Hoofdletters en spaties maken niet uit.\n")
	b.WriteString("# Een regel met # ervoor doet niets. Wil je zo'n regel gebruiken, haal dan # en de spatie " +
		"erachter weg.\n\n")
	writeSources(&b, in)
	writeReference(&b, in)
	writeColumns(&b, in)
	writeDerived(&b, in)
	writeLinks(&b, in)
	writeValues(&b, in)
	writeSplits(&b, in)
	b.WriteString("# Aantallen van 1 tot de drempel worden verborgen; 0 zet dat uit.\nprivacy:\n  drempel: 5\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// writeReference proposes the peildatum.
func writeReference(b *strings.Builder, in *Inspection) {
	b.WriteString("# De peildatum: wat daarna gebeurde, telt niet mee. Zonder deze regel neemt herstel\n# de laatste " +
		"datum in de export.\n")
	if in.LastDay == day.NoDay {
		b.WriteString("# peildatum: 2022-03-01\n\n")
		return
	}
	fmt.Fprintf(b,
		"# peildatum: %s   # bij het maken van dit bestand de laatste datum; is de export later gemaakt? neem dan "+
			"die dag\n\n", in.LastDay)
}

func writeSources(b *strings.Builder, in *Inspection) {
	b.WriteString("# De bestanden die meetellen, met hun plaats ten opzichte van dit bestand.\nbronnen:\n")
	for _, f := range in.Files {
		if f.OneOfMore {
			fmt.Fprintf(b,
				"  - {pad: %s, blad: %s}   # %s: meer bladen hebben deze koppen; haal weg wat niet meetelt; %d %s, "+
					"koppen in rij %d\n",
				quoted(f.Name), quoted(f.Sheet), toCheck, f.Rows, plural(f.Rows, "rij", "rijen"), f.HeaderRow)
			continue
		}
		fmt.Fprintf(b, "  - pad: %s   # %d %s, koppen in rij %d\n", quoted(f.Name), f.Rows,
			plural(f.Rows, "rij", "rijen"),
			f.HeaderRow)
	}
	b.WriteString("\n")
}

// writeValues writes the category values that the rules do not know.
func writeValues(b *strings.Builder, in *Inspection) {
	var known []string
	complete := true
	for _, g := range in.Columns {
		if g.Withheld != nil {
			complete = false
			writeWithheld(b, &g)
		}
		for _, v := range g.Values {
			if v.Known {
				known = append(known, fmt.Sprintf("# Kolom %s: %s (%d keer) telt als %s", g.Column, quoted(v.Value),
					v.Count,
					inGroup(v.Label, v.Group)))
			}
		}
	}
	unknown, rare := in.Unknown()
	for _, c := range rules.CategoryColumns {
		if r := rare[c]; r.Distinct > 0 {
			complete = false
			fmt.Fprintf(b, "# %s: kolom %s heeft %s\n", toCheck, c, r.Words())
		}
	}
	if len(known) > 0 {
		b.WriteString("# Deze waarden uit de export kent herstel al:\n" + strings.Join(known, "\n") + "\n")
	}
	if len(unknown) == 0 {
		if complete {
			b.WriteString("# Bij het maken van dit bestand kende herstel alle waarden.\n")
		}
		b.WriteString("\n")
		return
	}
	b.WriteString("# Deze waarden kende herstel bij het maken van dit bestand nog niet: ze tellen als Onbekend. Kijk " +
		"ze na en haal # en de\n# spatie erachter weg, ook bij de regels met waarden en de kolom. Onder 'ook' staan " +
		"ze als schrijfwijze van een\n# bekende waarde; staat een waarde zelf vooraan, dan wordt het een nieuwe rij " +
		"in de tabellen.\n")
	writeCommented(b, unknown)
	b.WriteString("\n")
}

// Unknown gives the values that the rules do not know, with the nearest known
// one. Those that may be names of people are only counted, unless ShowAll asks
// for them.
func (in *Inspection) Unknown() ([]Suggestion, map[rules.Column]Rare) {
	var unknown []Suggestion
	for _, g := range in.Columns {
		for _, v := range g.Values {
			if !v.Known {
				unknown = append(unknown, Suggestion{g.Column, v.Value, v.Count, v.Label, v.Group, v.Note})
			}
		}
	}
	if in.ShowAll {
		return unknown, nil
	}
	return keepCommon(unknown)
}

// writeCommented writes the section waarden as comment: an unknown value stays
// Onbekend until somebody has looked at it.
func writeCommented(b *strings.Builder, unknown []Suggestion) {
	var lines strings.Builder
	writeFragment(&lines, unknown)
	for line := range strings.Lines(lines.String()) {
		b.WriteString("# " + line)
	}
}

// Words says how many values are not listed, and how to see them.
func (r Rare) Words() string { return r.Counted() + "; toon ze met --toon-waarden" }

// Counted says how many values are not listed.
func (r Rare) Counted() string {
	return fmt.Sprintf("%d onbekende %s die %s of op een naam %s, in %d %s",
		r.Distinct, plural(r.Distinct, "waarde", "waarden"), plural(r.Distinct, "zelden voorkomt",
			"zelden voorkomen"), plural(r.Distinct, "lijkt", "lijken"),
		r.Rows, plural(r.Rows, "rij", "rijen"))
}

// writeWithheld tells of a column whose values may be names of people.
func writeWithheld(b *strings.Builder, g *Guess) {
	distinct := fmt.Sprint(g.Withheld.Distinct)
	if g.Withheld.Distinct == 0 {
		distinct = fmt.Sprintf("meer dan %d", maxDistinct)
	}
	fmt.Fprintf(b, "# De waarden van de kop %s (kolom %s) staan hier niet.\n", quoted(g.Header), g.Column)
	fmt.Fprintf(b, "# %s: deze kolom heeft %s verschillende waarden in %d rijen; staan er namen in?\n", toCheck,
		distinct, g.Withheld.Filled)
}

func inGroup(label, group string) string {
	if group == "" || group == label {
		return label
	}
	return label + " (" + group + ")"
}

func writeSplits(b *strings.Builder, in *Inspection) {
	first := true
	for _, g := range in.Columns {
		if !g.Splits {
			continue
		}
		if first {
			b.WriteString("# Kolommen waarnaar je de cijfers kunt uitsplitsen; haal # en de spatie\n# erachter weg " +
				"om dat te doen, ook bij de regel uitsplitsingen.\n# uitsplitsingen:\n")
			first = false
		}
		fmt.Fprintf(b, "#   - {kolom: %s, titel: %s}\n", quoted(g.Header), quoted("Per "+rules.Fold(g.Header)))
	}
	if !first {
		b.WriteString("\n")
	}
}

// WriteFragment writes the part of a herstel.yaml that would make the
// suggested values known.
func WriteFragment(w io.Writer, suggestions []Suggestion) error {
	var b strings.Builder
	if len(suggestions) > 0 {
		writeFragment(&b, suggestions)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeFragment writes the section waarden, the suggestions for one label
// together.
func writeFragment(b *strings.Builder, suggestions []Suggestion) {
	b.WriteString("waarden:\n")
	for _, c := range rules.CategoryColumns {
		var labels []string
		values := map[string][]Suggestion{}
		for _, s := range suggestions {
			if s.Column != c {
				continue
			}
			label := s.Label
			if label == "" {
				label = s.Value
			}
			if values[label] == nil {
				labels = append(labels, label)
			}
			values[label] = append(values[label], s)
		}
		if len(labels) > 0 {
			fmt.Fprintf(b, "  %s:\n", c)
		}
		for _, label := range labels {
			b.WriteString(valueLine(c, label, values[label]))
		}
	}
}

// valueLine writes one value with its spellings.
func valueLine(c rules.Column, label string, found []Suggestion) string {
	count, group, note := 0, "", ""
	var also []string
	for _, s := range found {
		count += s.Count
		group = s.Group
		if s.Note != "" {
			note = "; " + s.Note
		}
		if s.Label != "" {
			also = append(also, quoted(s.Value))
		}
	}
	times := fmt.Sprintf("%d keer", count)
	if len(also) > 0 {
		return fmt.Sprintf("    %s: {ook: [%s]}   # %s: %s; lijkt op %s%s\n", quoted(label), strings.Join(also, ", "),
			toCheck, times, inGroup(label, group), note)
	}
	groups := rules.Groups(c)
	switch {
	case len(groups) == 0:
		return fmt.Sprintf("    %s: {}   # %s: %s\n", quoted(label), toCheck, times)
	case group == "":
		return fmt.Sprintf("    %s: {groep: }   # %s: %s; vul een groep in: %s\n", quoted(label), toCheck, times,
			strings.Join(groups, "; "))
	}
	return fmt.Sprintf("    %s: {groep: %s}   # %s: %s; klopt de groep?\n", quoted(label), quoted(group), toCheck,
		times)
}

// quoted writes a text as a double-quoted YAML scalar; JSON's form is one.
func quoted(text string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil {
		return `""`
	}
	return strings.TrimSpace(b.String())
}
