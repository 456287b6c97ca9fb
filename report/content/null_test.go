package content

import (
	"math/rand/v2"
	"testing"

	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
	"herstel/stats/statstest"
)

// sampler makes reports on two years that are drawn from the cases of one.
type sampler struct {
	rules *rules.Rules
	cases []stats.Case // of 2020
	rnd   *rand.Rand
	names []string // of the mediators, in the order of their codes
}

func newSampler(t *testing.T, seed uint64) *sampler {
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	ruleset.Privacy.Threshold = 0
	s := &sampler{rules: ruleset, rnd: rand.New(rand.NewPCG(seed, 2021))}
	records := statstest.Records(t)
	cube := stats.NewCube(0)
	seen := map[string]bool{}
	for _, record := range records[1:] {
		for i, name := range records[0] {
			if name == "bemiddelaar" && !seen[record[i]] {
				seen[record[i]] = true
				s.names = append(s.names, record[i])
				cube.Mediator(rules.Fold(record[i]))
			}
		}
	}
	for _, record := range records[1:] {
		if cs := statstest.CaseOf(t, cube, ruleset, records[0], record); cs.Received.Year() == 2020 {
			s.cases = append(s.cases, cs)
		}
	}
	return s
}

// figures draws two years of a number of cases; edit may change those of the second.
func (s *sampler) figures(t *testing.T, size int, edit func(*stats.Case)) *stats.Figures {
	cube := stats.NewCube(0)
	for _, name := range s.names {
		cube.Mediator(rules.Fold(name))
	}
	first, _ := day.Of(2020, 1, 1)
	next, _ := day.Of(2021, 1, 1)
	for year := range 2 {
		for range size {
			cs := s.cases[s.rnd.IntN(len(s.cases))]
			if year == 1 {
				shift(&cs, next-first)
				if edit != nil {
					edit(&cs)
				}
			}
			cube.Add(&cs, stats.Presence{Columns: 1<<rules.ColumnCount - 1})
		}
	}
	reference, _ := day.Of(2022, 3, 1)
	figs, err := stats.Compute(&stats.Dataset{Cube: cube}, s.rules, stats.Options{Year: 2021, ReferenceDate: reference})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

func shift(cs *stats.Case, days day.Day) {
	for _, at := range []*day.Day{&cs.Received, &cs.Assigned, &cs.Contacted, &cs.Closed, &cs.WillingOn,
		&cs.RejectedOn} {
		if *at != day.NoDay {
			*at += days
		}
	}
	if cs.Received.Year() == 2022 {
		shift(cs, -1)
	}
}

// Of 400 reports on two years drawn from one, at most 5% may tell any trend. The
// bound on the number is that of the upper end of its 95% interval, 7.5%: with 19
// of 400 the exact interval of Clopper and Pearson ends at 7.3%, with 20 at 7.6%.
func TestNullReportsTellNoTrend(t *testing.T) {
	if testing.Short() {
		t.Skip("makes 400 reports")
	}
	const reports, most = 400, 19
	s, wrong := newSampler(t, 11), 0
	for range reports {
		if told := trends(s.figures(t, 1400, nil)); len(told) > 0 {
			wrong++
			t.Logf("%q", told[0])
		}
	}
	t.Logf("%d of %d reports tell a trend", wrong, reports)
	if wrong > most {
		t.Errorf("%d of %d reports tell a trend, want at most %d", wrong, reports, most)
	}
}

// A real change of 10 procentpunt on about 1,000 cases is told in 95% of the reports.
func TestARealChangeIsTold(t *testing.T) {
	if testing.Short() {
		t.Skip("makes 200 reports")
	}
	const reports = 200
	s, told := newSampler(t, 12), 0
	for range reports {
		figs := s.figures(t, 1225, func(cs *stats.Case) {
			// Of the 66% that never come to contact 15% now do: 30% becomes 40%.
			if cs.Assigned != day.NoDay && cs.Contacted == day.NoDay && cs.Contact != stats.Yes &&
				s.rnd.IntN(1000) < 151 {
				cs.Contacted, cs.Contact, cs.Willing, cs.WillingOn = cs.Assigned+20, stats.Yes, stats.Yes,
					cs.Assigned+10
			}
		})
		table, _ := figs.Table("contact")
		for _, s := range sentences.Of(figs, table) {
			if trendWords.MatchString(s) {
				told++
				break
			}
		}
	}
	t.Logf("%d of %d reports tell it", told, reports)
	if told < 95*reports/100 {
		t.Errorf("only %d of %d reports tell a change of 10 procentpunt", told, reports)
	}
}
