package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
)

var referralNoun = noun{"aanmelding", "aanmeldingen"}

// referralsReceived tells how many referrals came in: "In 2021 kwamen 1358
// aanmeldingen binnen, 99 minder dan in 2020, een daling van 7%."
func referralsReceived(v *view) string {
	r, ok := v.row("aanmeldingen")
	if !ok || !shown(v.cell(r)) {
		return ""
	}
	c := v.cell(r)
	if c.Count.N == 0 {
		return fmt.Sprintf("In %d kwamen er geen aanmeldingen binnen.", v.year)
	}
	s := fmt.Sprintf("In %d %s %s binnen", v.year, nl.Plural(c.Count.N, "kwam", "kwamen"), referralNoun.count(c.Count.N))
	if change := countChange(c.Change, nl.Year(v.year-1)); change != "" {
		s += ": " + change
	}
	return nl.Sentence(s)
}

// referralsByStream tells what became of the referrals: "Daarvan zijn er 1047
// (77%) uitgezet naar een bemiddelaar en 310 (23%) afgekeurd."
func referralsByStream(v *view) string {
	var clauses []string
	verb := ""
	for _, stream := range []string{"uitgezet", "afgekeurd", "nog te beoordelen"} {
		r, ok := v.row(stream)
		if !ok || !shown(v.cell(r)) || v.cell(r).Count.N == 0 {
			continue
		}
		c := v.cell(r)
		if verb == "" {
			verb = nl.Plural(c.Count.N, "is", "zijn")
		}
		n := nl.IntText(c.Count.N)
		if telling(c) {
			n += " (" + shareText(c.Share) + ")"
		}
		clauses = append(clauses, n+" "+stream)
	}
	if len(clauses) == 0 {
		return ""
	}
	return nl.Sentence("daarvan " + verb + " er " + nl.List(clauses))
}

// unfinishedYear warns that the report year was not over on the reference date.
func unfinishedYear(v *view) string { return unfinished(v.figs) }

func unfinished(figs *stats.Figures) string {
	end, ok := day.Of(figs.Year, 12, 31)
	if !ok || figs.ReferenceDate == day.NoDay || figs.ReferenceDate >= end {
		return ""
	}
	return fmt.Sprintf("Het jaar %d is nog niet compleet: de cijfers lopen tot en met %s.", figs.Year, dayText(figs.ReferenceDate))
}

// referrerGroups tells who referred: people themselves, or professionals.
func referrerGroups(v *view) string {
	self, ok := v.row("zelf")
	other, also := v.row("professioneel")
	base, known := v.base(v.now)
	switch {
	case known && base == 0:
		return v.noCases()
	case !ok || !also || !known || !shown(v.cell(self)) || !shown(v.cell(other)):
		return ""
	}
	s, o := v.cell(self), v.cell(other)
	if base < smallBase {
		return fmt.Sprintf("Van de %s uit %d %s er %s via zelfaanmelding en %s via een professional. Bij zulke kleine aantallen zegt een percentage weinig.",
			assignedNoun.count(base), v.year, nl.Plural(s.Count.N, "kwam", "kwamen"), nl.IntText(s.Count.N), nl.IntText(o.Count.N))
	}
	return fmt.Sprintf("Van de %s uit %d %s er %s (%s) via zelfaanmelding en %s (%s) via een professional.",
		assignedNoun.count(base), v.year, nl.Plural(s.Count.N, "kwam", "kwamen"), nl.IntText(s.Count.N), shareText(s.Share),
		nl.IntText(o.Count.N), shareText(o.Share))
}

// stockOf returns the shown count of one of the standen.
func (v *view) stockOf(label string) (int, bool) {
	r, ok := v.row(label)
	if !ok || !shown(v.cell(r)) {
		return 0, false
	}
	return v.cell(r).Count.N, true
}

// stockAtStart tells what was under way at the start of the year, and what came and went.
func stockAtStart(v *view) string {
	begin, ok1 := v.stockOf("begin")
	in, ok2 := v.stockOf("instroom")
	out, ok3 := v.stockOf("uitstroom")
	if !ok1 || !ok2 || !ok3 {
		return ""
	}
	if begin == 0 {
		return fmt.Sprintf("De export bevat geen zaken die aan het begin van %d al liepen. In de loop van het jaar %s er %s bij en %s er %s af.", v.year,
			nl.Plural(in, "kwam", "kwamen"), nl.IntText(in), nl.Plural(out, "ging", "gingen"), nl.IntText(out))
	}
	return fmt.Sprintf("Aan het begin van %d %s %s. In de loop van het jaar %s er %s bij en %s er %s af.", v.year,
		nl.Plural(begin, "liep", "liepen"), caseNoun.count(begin), nl.Plural(in, "kwam", "kwamen"), nl.IntText(in),
		nl.Plural(out, "ging", "gingen"), nl.IntText(out))
}

// stockAtEnd tells what was under way at the end of the year.
func stockAtEnd(v *view) string {
	end, ok1 := v.stockOf("eind")
	begin, ok2 := v.stockOf("begin")
	if !ok1 || !ok2 {
		return ""
	}
	moment := fmt.Sprintf("aan het eind van %d", v.year)
	if last, ok := day.Of(v.year, 12, 31); ok && v.figs.ReferenceDate != day.NoDay && v.figs.ReferenceDate < last {
		moment = "op de peildatum, " + dayText(v.figs.ReferenceDate) + ","
	}
	s := fmt.Sprintf("%s %s er nog %s", moment, nl.Plural(end, "liep", "liepen"), caseNoun.count(end))
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
func busiestMonth(v *view) string {
	var most, fewest []string
	high, low := -1, int(^uint(0)>>1)
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		c := v.cell(r)
		if !shown(c) {
			return ""
		}
		if v.partMonth(r.Labels[0]) {
			continue
		}
		name := monthName(r.Labels[0])
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
		v.year, nl.List(most), eachOf(most, high), nl.List(fewest), eachOf(fewest, low))
}

// partMonth reports whether an unfinished year stands in the midst of a month.
func (v *view) partMonth(label string) bool {
	if untilText(v.figs) == "" || v.figs.ReferenceDate.Year() != v.year {
		return false
	}
	_, month, _ := v.figs.ReferenceDate.Civil()
	_, next, _ := (v.figs.ReferenceDate + 1).Civil()
	return label == strconv.Itoa(month) && next == month
}

// eachOf writes a number that one or several names share.
func eachOf(names []string, n int) string {
	if len(names) > 1 {
		return "elk " + nl.IntText(n)
	}
	return nl.IntText(n)
}

func monthName(label string) string {
	m, err := strconv.Atoi(label)
	if err != nil {
		return isolated(label)
	}
	return nl.Month(m)
}

// monthMove names the month that differs most from the same month a year
// before; nothing where several months do.
func monthMove(v *view) string {
	var best *stats.Row
	tied := false
	size := func(r *stats.Row) float64 { return math.Abs(float64(v.cell(r).Change.Difference)) }
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		switch {
		case !shown(v.cell(r)) || !v.cell(r).Change.Clear || size(r) == 0:
		case best == nil || size(r) > size(best):
			best, tied = r, false
		case size(r) == size(best):
			tied = true
		}
	}
	if best == nil || tied {
		return ""
	}
	c, month := v.cell(best), monthName(best.Labels[0])
	return fmt.Sprintf("Het verschil met %d was het grootst in %s: %s, %s.", v.year-1, month,
		referralNoun.count(c.Count.N), countChange(c.Change, month+" "+nl.Year(v.year-1)))
}

var mediatorNoun = noun{"bemiddelaar", "verschillende bemiddelaars"}

// mediators tells how many mediators had a case of the year.
func mediators(v *view) string {
	c := v.cell(&v.table.Rows[0])
	switch {
	case !shown(c):
		return ""
	case c.Count.N == 0:
		return fmt.Sprintf("In %d had geen enkele bemiddelaar een uitgezette zaak.", v.year)
	}
	return fmt.Sprintf("Aan de zaken die in %d zijn uitgezet, %s %s.", v.year, nl.Plural(c.Count.N, "werkte", "werkten"), mediatorNoun.count(c.Count.N))
}

// mediatorsChange compares the number of mediators with the year before.
func mediatorsChange(v *view) string {
	c := v.cell(&v.table.Rows[0])
	if s := countChange(c.Change, nl.Year(v.year-1)); shown(c) && s != "" {
		if c.Change.Difference == 0 {
			return nl.Sentence("dat is " + s)
		}
		return nl.Sentence("dat " + nl.Plural(max(c.Change.Difference, -c.Change.Difference), "is", "zijn") + " er " + s)
	}
	return ""
}

// keyFigures tells every figure that was typed in herstel.yaml, a sentence each.
func keyFigures(v *view) string {
	var told []string
	for i := range v.table.Rows {
		r := &v.table.Rows[i]
		c := v.cell(r)
		if !shown(c) || len(r.Labels) == 0 {
			continue
		}
		s := fmt.Sprintf("%s: %s in %d", isolated(r.Labels[len(r.Labels)-1]), nl.IntText(c.Count.N), v.year)
		if f := factor(c.Change.Previous, c.Count.N); c.Change.Known && f != "" {
			s += fmt.Sprintf(", %s ten opzichte van %d (%s)", f, v.year-1, nl.IntText(c.Change.Previous))
		} else if change := countChange(c.Change, nl.Year(v.year-1)); change != "" {
			s += ", " + change
		}
		told = append(told, nl.Sentence(s))
	}
	return strings.Join(told, "\n")
}
