package stats

import (
	"slices"
	"strings"

	"herstel/stats/rules"
)

// search looks for sets of cases that agree with what is shown.
type search struct {
	names   []string
	shown   []bool
	zero    []bool  // hidden, and may be zero as far as a reader knows
	value   []int   // of shown numbers
	adds    [][]int // by kind: what one case adds to each number
	sum     []int
	found   []map[int]bool // values of hidden numbers
	last    []int          // the last kind that adds to each number
	enough  int
	visited int
}

// newSearch also holds the sets to the findings, by name, that the reader is
// informed of.
func newSearch(singles []map[string]Cell, figs *Figures, enough int, findings map[string]int) *search {
	s := &search{enough: enough}
	cells, zero := numbers(figs), mayBeZero(figs)
	for name, cell := range cells {
		table, _ := figs.Table(strings.Split(name, "|")[0])
		if !table.Figure.additive() || cell.Status == NotAvailable || withholds(cell.Reason) ||
			strings.Contains(name, HiddenLabel) {
			continue
		}
		s.add(name, cell.Status == OK, cell.Count.N)
		s.zero[len(s.zero)-1] = zero[name]
		if cell.Base.Known {
			s.add(name+"*", true, cell.Base.N)
		}
	}
	for _, name := range unnamed(singles, figs, cells) {
		s.add(name, false, 0)
		s.zero[len(s.zero)-1] = true
	}
	for name, count := range findings {
		s.add(name, true, count)
	}
	for _, single := range singles {
		var adds []int
		for _, name := range s.names {
			bare, isBase := strings.CutSuffix(name, "*")
			if isBase {
				adds = append(adds, baseIn(single, bare))
			} else {
				adds = append(adds, single[bare].Count.N)
			}
		}
		s.adds = append(s.adds, adds)
	}
	s.prepare()
	return s
}

// baseIn is what one case adds to the base of a number. A form that the case does not have has no row of its own: the
// base of contactvorm_per_aanleiding is the contact of the aanleiding.
func baseIn(single map[string]Cell, name string) int {
	if labels := strings.Split(name, "|"); labels[0] == "contactvorm_per_aanleiding" {
		return single["contact_per_aanleiding|"+labels[1]].Count.N
	}
	return single[name].Base.N
}

// unnamed lists the cells of values that an uitsplitsing does not name. A reader who
// knows what values there are cannot tell whether they were counted.
func unnamed(singles []map[string]Cell, figs *Figures, cells map[string]Cell) []string {
	var names []string
	for _, table := range figs.Tables {
		folded := func(r Row) bool {
			last := r.Cells[len(r.Cells)-1]
			return slices.Contains(r.Labels, HiddenLabel) && last.Reason == ""
		}
		if table.Figure.Breaks == 0 || !slices.ContainsFunc(table.Rows, folded) {
			continue
		}
		for _, single := range singles {
			for name, cell := range single {
				_, listed := cells[name]
				if !listed && cell.Count.N > 0 && strings.HasPrefix(name, table.Figure.ID+"|") &&
					!slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	slices.Sort(names)
	return names
}

// additive says whether a figure of all cases is the sum of those of each:
// different mediators are not, nor an estimate, which shows from so many cases.
func (f *Figure) additive() bool {
	return !slices.Contains([]string{"bemiddelaars", "doorlooptijd_cohort", "contact_binnen", "contact_kromme"}, f.ID)
}

// prepare notes which kind is the last that adds to each number.
func (s *search) prepare() {
	s.sum, s.last = make([]int, len(s.names)), make([]int, len(s.names))
	for i, adds := range s.adds {
		for x, add := range adds {
			if add > 0 {
				s.last[x] = i
			}
		}
	}
}

func (s *search) add(name string, shown bool, value int) {
	s.names, s.shown, s.value = append(s.names, name), append(s.shown, shown), append(s.value, value)
	s.found, s.zero = append(s.found, map[int]bool{}), append(s.zero, false)
}

// walk tries numbers of the kinds from i on. It stops when every hidden number
// was seen with enough values, or after too many sets.
func (s *search) walk(i int) (stop bool) {
	if s.visited++; s.visited >= mostSets {
		return true
	}
	if i == len(s.adds) {
		return s.note()
	}
	n := 0
	for ; !stop && s.fits(); n++ {
		stop = s.reachable(i+1) && s.walk(i+1)
		for x, add := range s.adds[i] {
			s.sum[x] += add
		}
	}
	for x, add := range s.adds[i] {
		s.sum[x] -= n * add
	}
	return stop
}

// excuse lets some hidden numbers do with any number of values.
func (s *search) excuse(names map[string]bool) {
	for x, name := range s.names {
		if names[name] {
			for v := range s.enough {
				s.found[x][-1-v] = true
			}
		}
	}
}

// tooFew says whether a hidden number takes too few values. One that is known
// to be zero needs no more: it is a value that was not counted.
func (s *search) tooFew(x, enough int) bool {
	found := s.found[x]
	return len(found) < enough && !(s.zero[x] && len(found) == 1 && found[0])
}

const mostSets = 50_000

// reachable says whether the kinds from i on can still complete what is shown.
func (s *search) reachable(i int) bool {
	for x, n := range s.sum {
		if s.shown[x] && n < s.value[x] && s.last[x] < i {
			return false
		}
	}
	return true
}

func (s *search) fits() bool {
	for x, n := range s.sum {
		if s.shown[x] && n > s.value[x] {
			return false
		}
	}
	return true
}

func (s *search) note() bool {
	for x, n := range s.sum {
		if s.shown[x] && n != s.value[x] || !s.shown[x] && !s.zero[x] && n == 0 {
			return false
		}
	}
	all := true
	for x, n := range s.sum {
		s.found[x][n] = true
		all = all && (s.shown[x] || len(s.found[x]) >= s.enough)
	}
	return all
}

// mayBeZero names the hidden cells of which a reader cannot tell that they are
// not zero: those of a group whose size is hidden, so that its zeros are too,
// in a row that stands there whatever was counted.
func mayBeZero(figs *Figures) map[string]bool {
	names := map[string]bool{}
	for _, table := range figs.Tables {
		f := &table.Figure
		for _, row := range table.Rows {
			cell := row.Cells[len(row.Cells)-1]
			own := f.Within > 0 || len(f.Breakdown) == 0 && (f.Base.Willing || f.Base.Contact)
			counted := len(row.Labels) > f.Within && slices.Contains(row.Labels[f.Within:], rules.UnknownLabel)
			if cell.Status == Suppressed && own && !counted && !cell.Base.Known {
				names[f.ID+"|"+strings.Join(row.Labels, "|")] = true
			}
		}
	}
	return names
}
