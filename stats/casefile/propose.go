package casefile

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/rules"
)

// statusWords are parts of the header of a column that says how a case stands or ended.
var statusWords = []string{"status", "uitkomst", "resultaat", "afloop", "fase", "conclusie"}

// factWords are parts of the values that tell a fact of a case.
var factWords = map[rules.Column][]string{
	rules.ColIsAssigned: {"afgerond", "behandeling", "lopend", "loopt", "uitgezet", "toegewezen", "bemiddel",
		"gesloten", "afgehandeld", "actief"},
	rules.ColIsRejected: {"afgewezen", "afgekeurd", "afwijz", "afkeur"},
	rules.ColContact:    {"gesproken", "ontmoet", "contact tot stand"},
}

// isStatus reports whether a header may be that of a status.
func isStatus(header string) bool {
	folded := rules.Fold(header)
	return slices.ContainsFunc(statusWords, func(word string) bool { return strings.Contains(folded, word) })
}

// listStatus lists the values of a column that may be a status. Those that are
// rare may be anything, and stay out.
func (p *profile) listStatus() []ValueCount {
	var values []ValueCount
	for _, v := range p.sorted(rules.ColForm) {
		if v.Count >= rareCount && !looksLikeName(v.Value) || v.Known {
			values = append(values, v)
		}
	}
	return values
}

// tells reports whether a value tells a fact.
func (v *ValueCount) tells(c rules.Column) bool {
	folded := rules.Fold(v.Value)
	if slices.ContainsFunc(factWords[rules.ColIsRejected],
		func(word string) bool { return strings.Contains(folded, word) }) {
		return c == rules.ColIsRejected
	}
	if strings.HasPrefix(folded, "geen ") || strings.HasPrefix(folded, "niet ") {
		return false
	}
	return c == rules.ColContact && v.Known && v.Label != rules.UnknownLabel ||
		slices.ContainsFunc(factWords[c], func(word string) bool { return strings.Contains(folded, word) })
}

// proposal is a line under afleiden, with how many rows speak for it.
type proposal struct {
	rows int
	line string
}

// proposeDerived proposes lines for the columns that have no header of their own.
func (in *Inspection) proposeDerived() []string {
	have := in.have()
	best := map[rules.Column]proposal{}
	for i := range in.Columns {
		g := &in.Columns[i]
		if len(g.Status) == 0 {
			continue
		}
		for c, p := range g.proposals(have) {
			if p.rows > best[c].rows {
				best[c] = p
			}
		}
	}
	if _, reason := best[rules.ColReason]; reason {
		delete(best, rules.ColIsRejected)
	}
	var lines []string
	for c := range rules.ColumnCount {
		if p, ok := best[c]; ok {
			lines = append(lines, fmt.Sprintf("#   %s: %s", c, p.line))
		}
	}
	return lines
}

// Proposes reports whether columns without a header may follow from another
// column, or stand on another sheet.
func (in *Inspection) Proposes() (derived, linked bool) {
	linked = slices.ContainsFunc(in.Links, func(l LinkGuess) bool { return l.Key != "" })
	return len(in.proposeDerived()) > 0, linked
}

// have returns the columns that a header was found for.
func (in *Inspection) have() rules.ColumnSet {
	var have rules.ColumnSet
	for _, g := range in.Columns {
		if g.Certainty != NoIdea {
			have = have.With(g.Column)
		}
	}
	return have
}

// proposals returns what may be derived from one column.
func (g *Guess) proposals(have rules.ColumnSet) map[rules.Column]proposal {
	found := map[rules.Column]proposal{}
	for _, c := range []rules.Column{rules.ColIsAssigned, rules.ColIsRejected, rules.ColContact} {
		if !have.Has(c) && slices.ContainsFunc(have.MissingColumns(),
			func(choice []rules.Column) bool { return slices.Contains(choice, c) }) {
			if p := g.answerProposal(c); p.rows > 0 {
				found[c] = p
			}
		}
	}
	if p := g.reasonProposal(); p.rows > 0 && !have.Has(rules.ColReason) {
		found[rules.ColReason] = p
	}
	if p, ok := found[rules.ColContact]; ok && !have.Has(rules.ColForm) &&
		slices.ContainsFunc(g.Status, func(v ValueCount) bool { return v.Known }) {
		found[rules.ColForm] = proposal{p.rows,
			fmt.Sprintf("{kolom: %s}   # %s", quoted(g.Header),
				toCheck+": de waarden die herstel kent zijn de vorm van het contact")}
	}
	return found
}

// answerProposal is the line of a yes/no column.
func (g *Guess) answerProposal(c rules.Column) proposal {
	var yes, no []string
	rows := 0
	for i := range g.Status {
		v := &g.Status[i]
		if v.tells(c) {
			yes, rows = append(yes, quoted(v.Value)), rows+v.Count
		} else {
			no = append(no, fmt.Sprintf("%s (%d)", quoted(v.Value), v.Count))
		}
	}
	remark := toCheck + ": alle andere waarden tellen als nee"
	if len(no) > 0 {
		remark += ": " + strings.Join(no, ", ")
	}
	return proposal{rows, fmt.Sprintf("{kolom: %s, waarden: [%s]}   # %s", quoted(g.Header), strings.Join(yes, ", "),
		remark)}
}

// reasonProposal is the line for reasons behind a beginning: "Afgewezen: dubbel".
func (g *Guess) reasonProposal() proposal {
	rows := map[string]int{}
	best := ""
	for i := range g.Status {
		v := &g.Status[i]
		if before, _, cut := strings.Cut(v.Value, ":"); cut && v.tells(rules.ColIsRejected) {
			if rows[before] += v.Count; rows[before] > rows[best] {
				best = before
			}
		}
	}
	return proposal{rows[best], fmt.Sprintf("{kolom: %s, begint_met: %s}   # %s: wat daarachter staat is de reden",
		quoted(g.Header), quoted(best+": "), toCheck)}
}

// writeDerived proposes what may be derived, as comment.
func writeDerived(b *strings.Builder, in *Inspection) {
	lines := in.proposeDerived()
	if len(lines) == 0 {
		return
	}
	b.WriteString("# Kolommen die de export niet heeft, maar die misschien uit een andere kolom volgen. Klopt een " +
		"regel?\n# Haal dan # en de spatie erachter weg, ook bij de regel afleiden.\n# afleiden:\n")
	b.WriteString(strings.Join(lines, "\n") + "\n\n")
}
