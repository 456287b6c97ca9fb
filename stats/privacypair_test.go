package stats

import (
	"context"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats/day"
)

// The attacker on two publications knows how they hang together: which cases
// are counted in both, and how many only in one of them.

// pair is two publications of a year and what ties them.
type pair struct {
	first, second *Figures
	left, come    int // cases that only the first and only the second counts
}

// pairSearch looks for cases that agree with both publications: those of both,
// those that left and those that came.
func pairSearch(singles []map[string]Cell, p pair, enough int) *search {
	one, two := newSearch(singles, p.first, enough, nil), newSearch(singles, p.second, enough, nil)
	s := &search{enough: enough}
	add := func(part *search, prefix string) {
		for x, name := range part.names {
			s.add(prefix+name, part.shown[x], part.value[x])
			s.zero[len(s.zero)-1] = part.zero[x]
		}
	}
	add(one, "1:")
	add(two, "2:")
	s.add("left", true, p.left)
	s.add("come", true, p.come)
	blank := func(part *search) []int { return make([]int, len(part.names)) }
	for i := range singles {
		s.adds = append(s.adds, slices.Concat(one.adds[i], two.adds[i], []int{0, 0}))
	}
	for i := range singles {
		if p.left > 0 {
			s.adds = append(s.adds, slices.Concat(one.adds[i], blank(two), []int{1, 0}))
		}
		if p.come > 0 {
			s.adds = append(s.adds, slices.Concat(blank(one), two.adds[i], []int{0, 1}))
		}
	}
	s.prepare()
	return s
}

// fallen names the hidden numbers of the second publication, and those of the
// first, that take too few values; ok is false when there are too many tables.
func (s *search) fallen(excused map[string]bool) (names []string, hidden int, ok bool) {
	s.excuse(excused)
	s.walk(0)
	if s.visited >= mostSets {
		return nil, 0, false
	}
	for x, name := range s.names {
		if s.shown[x] || excused[name] {
			continue
		}
		hidden++
		if s.tooFew(x, s.enough) {
			names = append(names, name)
		}
	}
	return names, hidden, true
}

// drawPair draws the cases of a first publication, and a change.
func drawPair(r *rapid.T, kinds int) (first, second []int, left, come int) {
	first = make([]int, kinds)
	kind := rapid.IntRange(0, kinds-1)
	for range rapid.IntRange(1, 5).Draw(r, "cases") {
		first[kind.Draw(r, "kind")] += rapid.SampledFrom([]int{1, 1, 2, 3}).Draw(r, "times")
	}
	second = slices.Clone(first)
	switch rapid.SampledFrom([]string{"same", "growth", "correction"}).Draw(r, "change") {
	case "growth":
		come = rapid.IntRange(1, 2).Draw(r, "come")
		for range come {
			second[kind.Draw(r, "came")]++
		}
	case "correction":
		left, come = 1, 1
		second[slices.IndexFunc(second, func(n int) bool { return n > 0 })]--
		second[kind.Draw(r, "into")]++
	}
	return first, second, left, come
}

// TestTwoPublicationsAgainstBruteForce enumerates the cases that agree with two
// publications, of which the second knows the first: with the same cases, with
// cases that came in, and with one that was corrected, at the same threshold
// and at another.
func TestTwoPublicationsAgainstBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("enumerates for some seconds")
	}
	list := fewKinds()
	singles := singlesOf(t, list)
	complete, refused := map[bool]int{}, 0
	hidden, fell := map[bool]int{}, map[bool]int{}
	rapid.Check(t, func(r *rapid.T) {
		before, now, left, come := drawPair(r, len(list))
		threshold, past := rapid.IntRange(2, 3).Draw(r, "threshold"), rapid.IntRange(2, 3).Draw(r, "threshold then")
		opt := Options{Year: 2021, ReferenceDate: day.NoDay}
		pastRules, ruleset := privacyRules(t, past, ""), privacyRules(t, threshold, "")
		first, pastAudit, err := ComputeAudited(context.Background(), datasetOf(t, list, before, pastRules), pastRules,
			opt)
		if err != nil {
			r.Fatal(err)
		}
		earlier := publish(t, first)
		for _, knows := range []bool{false, true} {
			opt.Earlier = nil
			if knows {
				opt.Earlier = []*Earlier{earlier}
			}
			second, audit, err := ComputeAudited(context.Background(), datasetOf(t, list, now, ruleset), ruleset, opt)
			var clash *ClashError
			if errors.As(err, &clash) {
				refused++
				continue
			}
			if err != nil {
				r.Fatal(err)
			}
			excused := excusedIn(r, pastAudit, audit)
			for name, cell := range numbers(first) {
				if cell.Status == OK {
					excused["2:"+name] = true // the reader has that number already
				}
			}
			names, n, ok := pairSearch(singles, pair{first, second, left, come}, min(threshold, past)).fallen(excused)
			if !ok {
				continue
			}
			complete[knows]++
			hidden[knows] += n
			fell[knows] += len(names)
			if knows && left+come == 0 && len(names) > 0 {
				r.Errorf("%v fall", names)
			}
		}
	})
	t.Logf("without the first: %d pairs, %d of %d hidden cells fall; with it: %d pairs, %d refused, %d of %d",
		complete[false], fell[false], hidden[false], complete[true], refused, fell[true], hidden[true])
}

// fewKinds is a world small enough for two publications.
func fewKinds() []kind {
	var list []kind
	for _, initiator := range []string{"Slachtoffer", "Dader"} {
		for _, offence := range []string{"Incest", "Diefstal"} {
			for course := unwilling; course <= talked; course++ {
				list = append(list, kind{"zelf", initiator, offence, "voetbal", course, gesprek})
			}
		}
	}
	return list
}

// excusedIn names the hidden numbers that need no gap: zeros, and the cases
// behind days that are hidden.
func excusedIn(r *rapid.T, audits ...*Audit) map[string]bool {
	excused := map[string]bool{}
	for i, audit := range audits {
		hidden, err := audit.Hidden(2021)
		if err != nil {
			r.Fatal(err)
		}
		for _, h := range hidden {
			if h.Zero || h.shownByStock() {
				excused[[]string{"1:", "2:"}[i]+h.numberName()] = true
			}
		}
	}
	return excused
}
