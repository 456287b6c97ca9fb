package casefile

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// then begins a remark that was true when init wrote the file. The user mends
// the file afterwards.
const then = "bij het maken van dit bestand "

// writeColumns writes a mapping for every header that the rules do not know.
func writeColumns(b *strings.Builder, in *Inspection) {
	b.WriteString("# Welke kop in de export voor welke kolom staat. Wil je een regel met # ervoor gebruiken?\n# Zet " +
		"je eigen kop tussen de haken, en haal # en de spatie erachter weg. Doe dat ook bij\n# de regel met " +
		"kolommen, als daar # voor staat.\n")
	found, perhaps := map[rules.Column]Guess{}, map[rules.Column]Guess{}
	for _, g := range in.Columns {
		switch {
		case g.Certainty != NoIdea:
			found[g.Column] = g
		case g.Perhaps:
			perhaps[g.Column] = g
		}
	}
	var lines []string
	for c := range rules.ColumnCount {
		g, ok := found[c]
		suggested, loose := perhaps[c]
		switch {
		case ok && g.Certainty == Sure:
			lines = append(lines, fmt.Sprintf("  # %s: [%s]   # dit weet herstel al", c, quoted(g.Header)))
		case ok:
			lines = append(lines, fmt.Sprintf("  %s: [%s]   # %s: %s", c, quoted(g.Header), toCheck, g.Why))
		case loose:
			lines = append(lines, fmt.Sprintf("  # %s: [%s]   # %s: is het deze kop? %s en de kolom bevat %s", c,
				quoted(suggested.Header), toCheck, suggested.Why, suggested.Holds))
		case missing(c, found):
			lines = append(lines,
				fmt.Sprintf("  # %s: [%s]   # %s: een voorbeeld; %swas er geen kop voor deze kolom, en herstel heeft "+
					"hem nodig",
					c, in.example(c), toCheck, then))
		default:
			lines = append(lines,
				fmt.Sprintf("  # %s: [%s]   # een voorbeeld; %swas er geen kop voor deze kolom; cijfers die hem "+
					"nodig hebben, zijn zonder kop niet beschikbaar", c, in.example(c), then))
		}
	}
	writeSection(b, "kolommen:", lines)
	writeUnused(b, in)
	b.WriteString("\n")
}

// example returns an example of a header that no column of the export has.
func (in *Inspection) example(c rules.Column) string {
	text := c.Info().Example
	if slices.ContainsFunc(in.Columns, func(g Guess) bool { return rules.Fold(g.Header) == rules.Fold(text) }) {
		text = "Mijn kop voor " + c.String()
	}
	return quoted(text)
}

// writeUnused lists the headers that have no part in the new file.
func writeUnused(b *strings.Builder, in *Inspection) {
	for _, g := range in.Columns {
		if g.Certainty != NoIdea || g.Perhaps || g.Splits {
			continue
		}
		holds := ""
		if g.Holds != "" {
			holds = "; de kolom bevat " + g.Holds
		}
		fmt.Fprintf(b, "# Bij het maken van dit bestand gebruikte herstel de kop %s niet%s.\n", quoted(g.Header), holds)
	}
}

// missing reports whether herstel cannot do without a column.
func missing(c rules.Column, found map[rules.Column]Guess) bool {
	var have rules.ColumnSet
	for column := range found {
		have = have.With(column)
	}
	return slices.ContainsFunc(have.MissingColumns(), func(choice []rules.Column) bool { return choice[0] == c })
}

// writeSection writes a key with its lines, and makes the key a comment when
// every line is one: a key without a value is not valid.
func writeSection(b *strings.Builder, key string, lines []string) {
	comment := "# "
	for _, line := range lines {
		if !strings.HasPrefix(strings.TrimSpace(line), "#") {
			comment = ""
		}
	}
	b.WriteString(comment + key + "\n")
	for _, line := range lines {
		b.WriteString(line + "\n")
	}
}
