package casefile

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// LinkGuess is another sheet that may hold more about the cases.
type LinkGuess struct {
	File    string
	Sheet   string
	Rows    int
	Key     string  // header of the case numbers; empty when none was found
	Columns []Guess // what the sheet may add
}

// guessLinks looks at the sheets that are no exports themselves.
func (in *Inspection) guessLinks(ctx context.Context, others []*table, ruleset *rules.Rules) error {
	number := ""
	for _, g := range in.Columns {
		if g.Certainty != NoIdea && g.Column == rules.ColCaseNumber {
			number = g.Header
		}
	}
	for _, t := range others {
		columns := newColumnSet()
		rows, err := columns.add(ctx, t, ruleset)
		if err != nil {
			return err
		}
		link := LinkGuess{File: t.in.Name, Sheet: t.sheet, Rows: rows}
		for _, header := range t.headers {
			c, known := ruleset.Column(header)
			if rules.Fold(header) == rules.Fold(number) || link.Key == "" && known && c == rules.ColCaseNumber {
				link.Key = header
			}
		}
		link.add(guessColumns(columns, ruleset), in.have())
		if rows > 0 && len(link.Columns) > 0 {
			in.Links = append(in.Links, link)
		}
	}
	return nil
}

// add keeps the columns that the export itself lacks.
func (l *LinkGuess) add(guesses []Guess, have rules.ColumnSet) {
	for _, g := range guesses {
		if g.Certainty == NoIdea || have.Has(g.Column) || g.Header == l.Key ||
			slices.Contains([]rules.Column{rules.ColCaseNumber, rules.ColReceived, rules.ColMediator}, g.Column) {
			continue
		}
		l.Columns = append(l.Columns, g)
	}
}

// writeLinks proposes to link the other sheets, as comment.
func writeLinks(b *strings.Builder, in *Inspection) {
	first := true
	for _, l := range in.Links {
		if l.Key == "" {
			fmt.Fprintf(b, "# Blad %s van %s heeft %d %s, maar geen kolom met het zaaknummer: herstel kan het niet "+
				"koppelen.\n",
				l.Sheet, quoted(l.File), l.Rows, plural(l.Rows, "rij", "rijen"))
			continue
		}
		if first {
			b.WriteString("# Een ander blad weet misschien meer over de zaken. Wil je het koppelen? Haal dan # en de " +
				"spatie\n# erachter weg, ook bij de regel koppel. Bij meer rijen van een zaak telt de eerste; kies: " +
				"laatste mag ook.\n# koppel:\n")
			first = false
		}
		var columns []string
		for _, g := range l.Columns {
			columns = append(columns, fmt.Sprintf("%s: [%s]", g.Column, quoted(g.Header)))
		}
		fmt.Fprintf(b, "#   - {pad: %s, blad: %s, sleutel: %s, kies: eerste, kolommen: {%s}}   # %s: dit blad heeft "+
			"%d %s\n",
			quoted(l.File), quoted(l.Sheet), quoted(l.Key), strings.Join(columns, ", "), toCheck, l.Rows,
			plural(l.Rows, "rij", "rijen"))
	}
	if len(in.Links) > 0 {
		b.WriteString("\n")
	}
}
