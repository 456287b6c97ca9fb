package sentences

import (
	"fmt"
	"strconv"
	"strings"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

var referralNoun = noun{"aanmelding", "aanmeldingen"}

// referralsReceived tells how many referrals came in: "In 2021 kwamen 1358
// aanmeldingen binnen, 99 minder dan in 2020, een daling van 7%."
func referralsReceived(v *View) string {
	r, ok := v.row("aanmeldingen")
	if !ok || !shown(v.Cell(r)) {
		return ""
	}
	c := v.Cell(r)
	if c.Count.N == 0 {
		return fmt.Sprintf("In %d kwamen er geen aanmeldingen binnen.", v.Year)
	}
	s := fmt.Sprintf("In %d %s %s binnen", v.Year, nl.Plural(c.Count.N, "kwam", "kwamen"),
		referralNoun.Count(c.Count.N))
	if change := countChange(c.Change, nl.Year(v.Year-1)); change != "" {
		s += ": " + change
	}
	return nl.Sentence(s)
}

// referralsByStream tells what became of the referrals: "Daarvan zijn er 1047
// (77%) uitgezet naar een bemiddelaar en 310 (23%) afgekeurd."
func referralsByStream(v *View) string {
	var clauses []string
	verb := ""
	for _, stream := range []string{"uitgezet", "afgekeurd", "nog te beoordelen"} {
		r, ok := v.row(stream)
		if !ok || !shown(v.Cell(r)) || v.Cell(r).Count.N == 0 {
			continue
		}
		c := v.Cell(r)
		if verb == "" {
			verb = nl.Plural(c.Count.N, "is", "zijn")
		}
		n := nl.IntText(c.Count.N)
		if telling(c) {
			n += " (" + ShareText(c.Share) + ")"
		}
		clauses = append(clauses, n+" "+stream)
	}
	if len(clauses) == 0 {
		return ""
	}
	return nl.Sentence("daarvan " + verb + " er " + nl.List(clauses))
}

// unfinishedYear warns that the report year was not over on the reference date.
func unfinishedYear(v *View) string { return Unfinished(v.Figs) }

// Unfinished says how far an unfinished report year goes; empty for one that is over.
func Unfinished(figs *stats.Figures) string {
	end, ok := day.Of(figs.Year, 12, 31)
	if !ok || figs.ReferenceDate == day.NoDay || figs.ReferenceDate >= end {
		return ""
	}
	return fmt.Sprintf("Het jaar %d is nog niet compleet: de cijfers lopen tot en met %s.", figs.Year,
		DayText(figs.ReferenceDate))
}

// referrerGroups tells who referred: people themselves, or professionals.
func referrerGroups(v *View) string {
	self, ok := v.row("zelf")
	other, also := v.row("professioneel")
	base, known := v.Table.Base(v.Now)
	switch {
	case known && base == 0:
		return v.noCases()
	case !ok || !also || !known || !shown(v.Cell(self)) || !shown(v.Cell(other)):
		return ""
	}
	s, o := v.Cell(self), v.Cell(other)
	if base < smallBase {
		return fmt.Sprintf("Van de %s uit %d %s er %s via zelfaanmelding en %s via een professional. Bij zulke "+
			"kleine aantallen zegt een percentage weinig.",
			assignedNoun.Count(base), v.Year, nl.Plural(s.Count.N, "kwam", "kwamen"), nl.IntText(s.Count.N),
			nl.IntText(o.Count.N))
	}
	return fmt.Sprintf("Van de %s uit %d %s er %s (%s) via zelfaanmelding en %s (%s) via een professional.",
		assignedNoun.Count(base), v.Year, nl.Plural(s.Count.N, "kwam", "kwamen"), nl.IntText(s.Count.N),
		ShareText(s.Share),
		nl.IntText(o.Count.N), ShareText(o.Share))
}

// stockOf returns the shown count of one of the standen.
func (v *View) stockOf(label string) (int, bool) {
	r, ok := v.row(label)
	if !ok || !shown(v.Cell(r)) {
		return 0, false
	}
	return v.Cell(r).Count.N, true
}

// stockAtStart tells what was under way at the start of the year, and what came and went.
func stockAtStart(v *View) string {
	begin, ok1 := v.stockOf("begin")
	in, ok2 := v.stockOf("instroom")
	out, ok3 := v.stockOf("uitstroom")
	if !ok1 || !ok2 || !ok3 {
		return ""
	}
	if begin == 0 {
		return fmt.Sprintf("De export bevat geen zaken die aan het begin van %d al liepen. In de loop van het jaar "+
			"%s er %s bij en %s er %s af.", v.Year,
			nl.Plural(in, "kwam", "kwamen"), nl.IntText(in), nl.Plural(out, "ging", "gingen"), nl.IntText(out))
	}
	return fmt.Sprintf("Aan het begin van %d %s %s. In de loop van het jaar %s er %s bij en %s er %s af.", v.Year,
		nl.Plural(begin, "liep", "liepen"), CaseNoun.Count(begin), nl.Plural(in, "kwam", "kwamen"), nl.IntText(in),
		nl.Plural(out, "ging", "gingen"), nl.IntText(out))
}

// stockAtEnd tells what was under way at the end of the year.
func stockAtEnd(v *View) string {
	end, ok1 := v.stockOf("eind")
	begin, ok2 := v.stockOf("begin")
	if !ok1 || !ok2 {
		return ""
	}
	moment := fmt.Sprintf("aan het eind van %d", v.Year)
	if last, ok := day.Of(v.Year, 12, 31); ok && v.Figs.ReferenceDate != day.NoDay && v.Figs.ReferenceDate < last {
		moment = "op de peildatum, " + DayText(v.Figs.ReferenceDate) + ","
	}
	s := fmt.Sprintf("%s %s er nog %s", moment, nl.Plural(end, "liep", "liepen"), CaseNoun.Count(end))
	switch {
	case end > begin:
		s += ": meer dan aan het begin"
	case end < begin:
		s += ": minder dan aan het begin"
	default:
		s += ": evenveel als aan het begin"
	}
	return nl.Sentence(s)
}

// busiestMonth names the months with the most and the fewest referrals.
func busiestMonth(v *View) string {
	var most, fewest []string
	high, low := -1, int(^uint(0)>>1)
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		c := v.Cell(r)
		if !shown(c) {
			return ""
		}
		if v.partMonth(r.Labels[0]) {
			continue
		}
		name := MonthName(r.Labels[0])
		switch {
		case c.Count.N > high:
			high, most = c.Count.N, []string{name}
		case c.Count.N == high:
			most = append(most, name)
		}
		switch {
		case c.Count.N < low:
			low, fewest = c.Count.N, []string{name}
		case c.Count.N == low:
			fewest = append(fewest, name)
		}
	}
	if high <= 0 || high == low {
		return ""
	}
	return fmt.Sprintf("De meeste aanmeldingen kwamen in %d binnen in %s (%s), de minste in %s (%s).",
		v.Year, nl.List(most), eachOf(most, high), nl.List(fewest), eachOf(fewest, low))
}

// partMonth reports whether an unfinished year stands in the midst of a month.
func (v *View) partMonth(label string) bool {
	if UntilText(v.Figs) == "" || v.Figs.ReferenceDate.Year() != v.Year {
		return false
	}
	_, month, _ := v.Figs.ReferenceDate.Civil()
	_, next, _ := (v.Figs.ReferenceDate + 1).Civil()
	return label == strconv.Itoa(month) && next == month
}

// eachOf writes a number that one or several names share.
func eachOf(names []string, n int) string {
	if len(names) > 1 {
		return "elk " + nl.IntText(n)
	}
	return nl.IntText(n)
}

// MonthName is the Dutch name of a month by its label, "1" to "12".
func MonthName(label string) string {
	m, err := strconv.Atoi(label)
	if err != nil {
		return nl.Isolated(label)
	}
	return nl.Month(m)
}

// monthMove names the month that differs most from the same month a year
// before; nothing where several months do.
func monthMove(v *View) string {
	best := v.largestCountMove()
	if best == nil {
		return ""
	}
	c, month := v.Cell(best), MonthName(best.Labels[0])
	return fmt.Sprintf("Het verschil met %d was het grootst in %s: %s, %s.", v.Year-1, month,
		referralNoun.Count(c.Count.N), countChange(c.Change, month+" "+nl.Year(v.Year-1)))
}

var mediatorNoun = noun{"bemiddelaar", "verschillende bemiddelaars"}

// mediators tells how many mediators had a case of the year.
func mediators(v *View) string {
	c := v.Cell(&v.Table.Rows[0])
	switch {
	case !shown(c):
		return ""
	case c.Count.N == 0:
		return fmt.Sprintf("In %d had geen enkele bemiddelaar een uitgezette zaak.", v.Year)
	}
	return fmt.Sprintf("Aan de zaken die in %d zijn uitgezet, %s %s.", v.Year,
		nl.Plural(c.Count.N, "werkte", "werkten"), mediatorNoun.Count(c.Count.N))
}

// mediatorsChange compares the number of mediators with the year before.
func mediatorsChange(v *View) string {
	c := v.Cell(&v.Table.Rows[0])
	if s := countChange(c.Change, nl.Year(v.Year-1)); shown(c) && s != "" {
		if c.Change.Difference == 0 {
			return nl.Sentence("dat is " + s)
		}
		return nl.Sentence("dat " + nl.Plural(max(c.Change.Difference, -c.Change.Difference), "is", "zijn") + " er " +
			s)
	}
	return ""
}

// keyFigures tells every figure that was typed in herstel.yaml, a sentence each.
func keyFigures(v *View) string {
	var told []string
	for i := range v.Table.Rows {
		r := &v.Table.Rows[i]
		c := v.Cell(r)
		if !shown(c) || len(r.Labels) == 0 {
			continue
		}
		s := fmt.Sprintf("%s: %s in %d", nl.Isolated(r.Labels[len(r.Labels)-1]), nl.IntText(c.Count.N), v.Year)
		if f := factor(c.Change.Previous, c.Count.N); c.Change.Known && f != "" {
			s += fmt.Sprintf(", %s ten opzichte van %d (%s)", f, v.Year-1, nl.IntText(c.Change.Previous))
		} else if change := countChange(c.Change, nl.Year(v.Year-1)); change != "" {
			s += ", " + change
		}
		told = append(told, nl.Sentence(s))
	}
	return strings.Join(told, "\n")
}
