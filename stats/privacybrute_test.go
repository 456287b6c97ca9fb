package stats

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The brute force below knows nothing of the equations between figures. It
// knows what one case adds to every figure, because it asks Compute, and looks
// for sets of cases that add up to everything that is shown.

// privacyRules asks for one uitsplitsing and a threshold.
func privacyRules(t testing.TB, threshold int, more string) *Rules {
	t.Helper()
	rules, err := ParseRules(strings.NewReader(fmt.Sprintf("uitsplitsingen: [{kolom: Sport, naam: sport, titel: Per sport}]\nprivacy: {drempel: %d%s}", threshold, more)))
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

// kind is a sort of case: cases of the same kind count the same.
type kind struct {
	referrer, initiator, offence, sport string
	course                              int
}

// The courses that a case of a kind can take.
const (
	turnedDown = iota
	unwilling
	onlyWilling
	talked
)

// kinds lists every kind of the small world of the tests.
func kinds() []kind {
	list := []kind{{course: turnedDown}}
	for _, referrer := range []string{"zelf", "Slachtofferhulp Nederland"} {
		for _, initiator := range []string{"Slachtoffer", "Dader"} {
			for _, offence := range []string{"Incest", "Verkrachting", "Diefstal"} {
				for _, sport := range []string{"voetbal", "judo"} {
					for course := unwilling; course <= talked; course++ {
						list = append(list, kind{referrer, initiator, offence, sport, course})
					}
				}
			}
		}
	}
	return list
}

// add counts a case of a kind, received in a year.
func (k kind) add(t testing.TB, cube *Cube, rules *Rules, year int) {
	t.Helper()
	code := func(c Column, label string) Code {
		code, _ := rules.Vocabulary(c).Lookup(Fold(label))
		return code
	}
	received, _ := DayOf(year, 2, 1)
	c := Case{Received: received, Assigned: received + 7, Contacted: NoDay, Closed: received + 50, Willing: No,
		Referrer: code(ColReferrer, k.referrer), Initiator: code(ColInitiator, k.initiator), Offence: code(ColOffence, k.offence)}
	c.Breakdown[0] = cube.Breakdown(0, k.sport)
	switch k.course {
	case turnedDown:
		c.Assigned, c.Closed, c.Reason = NoDay, NoDay, 2
	case onlyWilling:
		c.Willing = Yes
	case talked:
		c.Contacted, c.Form = received+20, 2
	}
	c.Settle(NoDay, everything)
	cube.Add(&c, everything)
}

// figuresFor computes the figures of numbers of cases of each kind, received
// in 2021.
func figuresFor(t testing.TB, list []kind, counts []int, rules *Rules) *Figures {
	t.Helper()
	cube := NewCube(1)
	for i, n := range counts {
		for range n {
			list[i].add(t, cube, rules, 2021)
		}
	}
	figs, err := Compute(&Dataset{Cube: cube}, rules, Options{Year: 2021, ReferenceDate: NoDay})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// numbers lists the cells of the last year by name. Where all rows have the
// same base, which other figures show too, it leaves the base out: a row that
// is not there has none.
func numbers(figs *Figures) map[string]Cell {
	cells := make(map[string]Cell)
	for _, table := range figs.Tables {
		for _, row := range table.Rows {
			cell := row.Cells[len(row.Cells)-1]
			if table.Figure.Within == 0 && len(table.Figure.Breakdown) > 0 {
				cell.Base = Int{}
			}
			cells[table.Figure.ID+"|"+strings.Join(row.Labels, "|")] = cell
		}
	}
	return cells
}

// singlesOf lists what one case of each kind adds to every figure.
func singlesOf(t testing.TB, list []kind) []map[string]Cell {
	var singles []map[string]Cell
	rules := privacyRules(t, 0, "")
	for i := range list {
		one := make([]int, len(list))
		one[i] = 1
		singles = append(singles, numbers(figuresFor(t, list, one, rules)))
	}
	return singles
}

// search looks for sets of cases that agree with what is shown.
type search struct {
	names   []string
	shown   []bool
	value   []int   // of shown numbers
	adds    [][]int // by kind: what one case adds to each number
	sum     []int
	found   []map[int]bool // values of hidden numbers
	last    []int          // the last kind that adds to each number
	enough  int
	visited int
}

func newSearch(singles []map[string]Cell, figs *Figures, enough int) *search {
	s := &search{enough: enough}
	cells := numbers(figs)
	for name, cell := range cells {
		if strings.HasPrefix(name, "bemiddelaars") || cell.Status == NotAvailable {
			continue
		}
		s.add(name, cell.Status == OK, cell.Count.N)
		if cell.Base.Known {
			s.add(name+"*", true, cell.Base.N)
		}
	}
	for _, single := range singles {
		var adds []int
		for _, name := range s.names {
			cell := single[strings.TrimSuffix(name, "*")]
			if strings.HasSuffix(name, "*") {
				adds = append(adds, cell.Base.N)
			} else {
				adds = append(adds, cell.Count.N)
			}
		}
		s.adds = append(s.adds, adds)
	}
	s.sum, s.last = make([]int, len(s.names)), make([]int, len(s.names))
	for i, adds := range s.adds {
		for x, add := range adds {
			if add > 0 {
				s.last[x] = i
			}
		}
	}
	return s
}

func (s *search) add(name string, shown bool, value int) {
	s.names, s.shown, s.value = append(s.names, name), append(s.shown, shown), append(s.value, value)
	s.found = append(s.found, map[int]bool{})
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
		if s.shown[x] && n != s.value[x] || !s.shown[x] && n == 0 {
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

// TestPrivacyAgainstBruteForce enumerates sets of cases for what Compute shows
// of a small world: every hidden number must have at least as many different
// values as the threshold, unless the audit calls it unavoidable.
func TestPrivacyAgainstBruteForce(t *testing.T) {
	list := kinds()
	singles := singlesOf(t, list)
	complete, skipped := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		counts := make([]int, len(list))
		for range rapid.IntRange(1, 9).Draw(r, "cases") {
			counts[rapid.IntRange(0, len(list)-1).Draw(r, "kind")] += rapid.SampledFrom([]int{1, 1, 2, 3}).Draw(r, "times")
		}
		threshold := rapid.IntRange(2, 3).Draw(r, "threshold")
		rules := privacyRules(t, threshold, "")
		cube := NewCube(1)
		for i, n := range counts {
			for range n {
				list[i].add(t, cube, rules, 2021)
			}
		}
		figs, audit, err := ComputeAudited(&Dataset{Cube: cube}, rules, Options{Year: 2021, ReferenceDate: NoDay})
		if err != nil {
			r.Fatal(err)
		}
		s := newSearch(singles, figs, threshold)
		hidden, err := audit.Hidden(2021)
		if err != nil {
			r.Fatal(err)
		}
		unavoidable := map[string]bool{}
		for _, h := range hidden {
			name := h.Figure + "|"
			for i, l := range h.Category {
				if i > 0 {
					name += "|"
				}
				name += l.Value
			}
			unavoidable[name] = h.Unavoidable != ""
			if h.Unavoidable == "" && h.High.Known && h.High.N-h.Low < threshold {
				r.Errorf("%s: %+v", name, h)
			}
		}
		for x, name := range s.names { // an unavoidable cell need not have enough values
			if unavoidable[name] {
				for v := range threshold {
					s.found[x][-1-v] = true
				}
			}
		}
		s.walk(0)
		for x, name := range s.names {
			if s.shown[x] {
				continue
			}
			if len(s.found[x]) < threshold && s.visited < mostSets {
				r.Errorf("%s takes only the values %v", name, s.found[x])
			}
			if _, listed := unavoidable[name]; !listed {
				r.Errorf("%s is hidden but not in the audit", name)
			}
		}
		if s.visited >= mostSets {
			skipped++
		} else {
			complete++
		}
	})
	t.Logf("%d enumerated to the end, %d too large", complete, skipped)
	if 4*complete < skipped {
		t.Error("most worlds are too large to enumerate")
	}
}
