package stats

import (
	"maps"
	"slices"

	"herstel/stats/disclosure"
	"herstel/stats/rules"
)

// linker finds the equations between the figures of one year. It reads them
// from the catalog, so that a new figure or an uitsplitsing joins by itself:
//
//   - Each figure without Work crosses the dimensions of its Breakdown and the
//     facts of its Base and Count. Figures of the same cases (uitgezet, or
//     afgekeurd) are tables of one big crossing of all of these, and package
//     disclosure reasons over that. So aanleiding is the sum of delict, of
//     initiatief_per_aanleiding and of both sides of contact_per_aanleiding.
//   - Contact implies bereid, so contact is also the count of
//     contact_na_bereidheid, and the base of contactvorm.
//   - An aanmelder lies inside its aanmeldgroep, as the rules say.
//   - The size of the set (uitgezet, afgekeurd) is in instroom, which is public.
//   - contact_afgesloten and the doorlooptijd to contact go by the year of the
//     event. Where their counts fit inside those of the cohort they are taken to
//     be of the cohort: an attacker may know that much (always in the first year
//     of an export), and assuming it can only narrow a range. Where one of these
//     two figures has the very numbers of contact it is taken to count the same
//     cases, and is hidden together with contact.
//   - sindsdien repeats the numbers of contact, and adds later ones, which no
//     other figure has (see privacysince.go).
//   - The other doorlooptijden count the same cases as standen, which is public.
//   - The findings are public too. Those of the rules leeg and onbekende-waarde
//     count the cases that become Onbekend in a column, so an attacker is taken
//     to know the Onbekend cells of the figures that go by that column alone,
//     exactly and for each year (see privacyfinding.go).
type linker struct {
	figs      *Figures
	rules     *rules.Rules
	year      int
	threshold int
	sets      []*caseSet
	cells     []*linkedCell
	excepted  exceptions
	withheld  map[string]bool      // figures of which nothing shows
	recall    recall               // what was published before
	zeros     map[*linkedCell]bool // hidden because the user asks to hide groups without a trait
}

// caseSet is a set of cases with every attribute that figures cross in it.
type caseSet struct {
	stream Stream
	apart  bool // not a cohort
	total  int
	model  *disclosure.Model
	attrs  map[string]disclosure.Attr
	values map[string]map[string]int // codes of the labels of an attribute
	facts  map[string]bool           // the facts that some figure uses
	free   map[string]bool           // dimensions that figures use without extra facts
	known  []disclosure.Cell         // Onbekend cells that the findings may give
	result *disclosure.Result
}

// linkedCell is one cell of a table with its place in the big crossing.
type linkedCell struct {
	table     *Table
	row       int
	category  []Label
	value     int
	exception *exceptionUse
	set       *caseSet // nil when the count has no equation with others
	count     disclosure.Cell
	base      disclosure.Cell
	side      disclosure.Cell // the other side of a yes/no share
	hasBase   bool            // the base is itself a count that can be hidden
	hasSide   bool
	public    bool // the count is also in a figure that is never hidden
}

// The facts of a Condition, as attributes. The empty coordinate is outside.
const (
	factWilling = "bereid?"
	factContact = "contact?"
	outside     = ""

	factDated = "contactdatum in het jaar?"
)

const (
	no  = 0
	yes = 1
)

// linkers say, by source, how the cells of a figure join the others. Sources
// that are not here count work.
var linkers = map[source]func(*linker, *Table) error{
	fromCases:     (*linker).linkCases,
	fromBreakdown: (*linker).linkCases,
	fromClosed:    (*linker).linkClosed,
	fromLeadTimes: (*linker).linkLeadTimes,
}

// linkYear links every cell of a year that can be hidden.
func linkYear(figs *Figures, ruleset *rules.Rules, year int, excepted exceptions, withheld map[string]bool) (*linker,
	error) {
	l := &linker{figs: figs, rules: ruleset, year: year, excepted: excepted, withheld: map[string]bool{}}
	maps.Copy(l.withheld, withheld)
	for i := range figs.Tables {
		if t := &figs.Tables[i]; l.links(t) {
			l.survey(t)
		}
	}
	l.totals()
	for _, late := range []bool{false, true} { // the cohort's own figures first
		for i := range figs.Tables {
			t := &figs.Tables[i]
			if !l.links(t) || t.Figure.ofCohort() == late {
				continue
			}
			if err := linkers[t.Figure.Source](l, t); err != nil {
				return nil, err
			}
		}
	}
	// A set of which every figure is withheld has nothing to protect.
	l.sets = slices.DeleteFunc(l.sets, func(set *caseSet) bool { return set.model == nil })
	for _, set := range l.sets {
		switch {
		case set.facts[factWilling] && set.facts[factContact]:
			set.model.Relate([]disclosure.Attr{set.attr(factWilling), set.attr(factContact)},
				[][]int{{no, no}, {yes, no}, {yes, yes}})
		case set.facts[factContact]:
			set.model.Relate([]disclosure.Attr{set.attr(factContact)}, [][]int{{no}, {yes}})
		}
	}
	return l, nil
}

// links says whether a table has cells that can be hidden in this year.
func (l *linker) links(t *Table) bool {
	return !t.Figure.Work && !l.withheld[t.Figure.ID] && linkers[t.Figure.Source] != nil &&
		slices.ContainsFunc(t.Rows, func(r Row) bool { return l.available(t, r) })
}

func (l *linker) available(t *Table, r Row) bool {
	return len(r.Labels) == len(t.Figure.Breakdown) && r.Cells[l.year].Status == OK && r.Cells[l.year].Count.Known
}

// survey makes the set of cases of a figure, and notes its facts and dimensions.
func (l *linker) survey(t *Table) {
	f := &t.Figure
	if !f.ofCohort() {
		return
	}
	set := l.setOf(f.Base)
	if set == nil {
		stream := streamOf(f.Base)
		set = &caseSet{stream: stream, total: -1, attrs: map[string]disclosure.Attr{},
			values: map[string]map[string]int{}, facts: map[string]bool{}, free: map[string]bool{}}
		l.sets = append(l.sets, set)
	}
	facts := baseFacts(f)
	for _, fact := range append(facts, countFacts(f)...) {
		set.facts[fact] = true
	}
	if len(facts) > 0 {
		return
	}
	for _, d := range f.Breakdown {
		set.free[attrName(f, d)] = true
	}
}

// totals gives each set the number of its cases, which instroom shows: that of
// any figure of the set, withheld or not. A figure of a set without one is
// withheld, as its numbers cannot be hidden.
func (l *linker) totals() {
	for i := range l.figs.Tables {
		t := &l.figs.Tables[i]
		if !t.Figure.ofCohort() || t.Figure.Work || t.Figure.Within > 0 || len(baseFacts(&t.Figure)) > 0 {
			continue
		}
		set, base := l.setOf(t.Figure.Base), l.firstBase(t)
		if set != nil && set.total < 0 && base.Known {
			set.total = base.N
			set.model = disclosure.NewModel(base.N)
		}
	}
	for i := range l.figs.Tables {
		t := &l.figs.Tables[i]
		if set := l.setOf(t.Figure.Base); t.Figure.ofCohort() && l.links(t) && (set == nil || set.model == nil) {
			l.withheld[t.Figure.ID] = true
		}
	}
}

// ofCohort says that a figure counts the cases received in the year.
func (f *Figure) ofCohort() bool { return f.Source == fromCases || f.Source == fromBreakdown }

func (l *linker) firstBase(t *Table) Int {
	for _, r := range t.Rows {
		if l.available(t, r) {
			return r.Cells[l.year].Base
		}
	}
	return Int{}
}

func streamOf(c Condition) Stream {
	switch {
	case c.Assigned:
		return Assigned
	case c.Rejected:
		return Rejected
	}
	return Pending // every referral
}

func (l *linker) setOf(c Condition) *caseSet {
	for _, set := range l.sets {
		if !set.apart && set.stream == streamOf(c) {
			return set
		}
	}
	return nil
}

// attr returns the attribute of a name, which it makes when it is new.
func (s *caseSet) attr(name string) disclosure.Attr {
	a, ok := s.attrs[name]
	if !ok {
		a = s.model.Attribute()
		s.attrs[name], s.values[name] = a, map[string]int{outside: 0}
	}
	return a
}

// at returns the coordinate of a label.
func (s *caseSet) at(name, label string) disclosure.Coord {
	a := s.attr(name)
	code, ok := s.values[name][label]
	if !ok {
		code = len(s.values[name])
		s.values[name][label] = code
	}
	return disclosure.Coord{Attr: a, Value: code}
}

func (s *caseSet) fact(name string, value int) disclosure.Coord {
	return disclosure.Coord{Attr: s.attr(name), Value: value}
}
