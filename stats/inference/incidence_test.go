package inference

import (
	"math"
	"testing"
)

func aalenJohansen(cases []seen) Incidence {
	h := histograms(cases)
	return AalenJohansen(h[1], h[2], h[0])
}

// Expected, in R:
//
//	f <- survfit(Surv(day, factor(status, 0:2)) ~ 1, conf.type = "log-log")
//	s <- summary(f, times = days, extend = TRUE)
//
// and of s the columns n.risk[, 1], pstate[, 2], std.err[, 2], lower[, 2] and
// upper[, 2]. NA, and the interval of a share of 0, are absent.
func TestAalenJohansenAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		name   string
		cases  []seen
		points map[int]IncidencePoint
	}{
		{"ties, and both events on day 0", followed(
			[]int{0, 0, 1, 3, 3, 3, 5, 5, 8, 9, 9, 12, 15, 20, 20},
			[]int{1, 2, 0, 1, 1, 2, 0, 1, 2, 1, 0, 2, 0, 1, 0}), map[int]IncidencePoint{
			0: {0.06666666666666667, 0.06440611887195308, Interval{0.004300363449375632, 0.2603219630721452}, true, 15,
				true},
			1: {0.06666666666666667, 0.06440611887195308, Interval{0.004300363449375632, 0.2603219630721452}, true, 13,
				true},
			3: {0.2111111111111111, 0.1084970273245843, Interval{0.0511856237033334, 0.4431226512559776}, true, 12,
				true},
			4: {0.2111111111111111, 0.1084970273245843, Interval{0.0511856237033334, 0.4431226512559776}, true, 9,
				true},
			5: {0.2833333333333333, 0.1201657805484357, Interval{0.08734367483296353, 0.5208022837191384}, true, 9,
				true},
			9: {0.3658730158730158, 0.1314749245929056, Interval{0.1318980962686197, 0.607098315607713}, true, 6,
				true},
			19: {0.3658730158730158, 0.1314749245929056, Interval{0.1318980962686197, 0.607098315607713}, true, 2,
				true},
			20: {0.5206349206349206, 0.158964912856323, Interval{0.1954054771158233, 0.7703298425048627}, true, 2,
				true},
			21: {0.5206349206349206, 0.158964912856323, Interval{0.1954054771158233, 0.7703298425048627}, true, 0,
				true},
		}},
		{"cohort", cohort(), map[int]IncidencePoint{
			30: {0.02808474059504501, 0.005141910639086027, Interval{0.01925449603121473, 0.0395131777766041}, true,
				989, true},
			90: {0.07934771250483971, 0.008519664202184524, Interval{0.0637143627863996, 0.09710391000909546}, true,
				877, true},
			180: {0.1576644057392562, 0.01178348133269821, Interval{0.1353712594655277, 0.1815070965935921}, true, 713,
				true},
			365: {0.3833268538480357, 0.01720438486169212, Interval{0.3495896646452863, 0.4169391315963912}, true, 352,
				true},
			540: {0.6575215881142074, 0.02091719684280277, Interval{0.6147724290339148, 0.6967410070136768}, true, 79,
				true},
			576: {0.8720276306283345, 0.01936024805877473, Interval{0.8284851664238956, 0.905148457586667}, true, 0,
				true},
			600: {0.8720276306283345, 0.01936024805877473, Interval{0.8284851664238956, 0.905148457586667}, true, 0,
				true},
		}},
		{"nobody is left", followed([]int{2, 2, 5, 5}, []int{1, 2, 1, 1}), map[int]IncidencePoint{
			1: {AtRisk: 4, Known: true},
			2: {0.25, 0.2165063509461096, Interval{0.008947824416603172, 0.6653253427888653}, true, 4, true},
			5: {0.75, 0.2165063509461096, Interval{0.1279469175951459, 0.9605486422850784}, true, 2, true},
		}},
		{"the event, for all", followed([]int{1, 2, 2}, []int{1, 1, 1}), map[int]IncidencePoint{
			0: {AtRisk: 3, Known: true},
			1: {0.3333333333333333, 0.2721655269759087, Interval{0.008961628330979084, 0.7741486503608326}, true, 3,
				true},
			2: {Share: 1, AtRisk: 2, Known: true},
		}},
		{"one case", followed([]int{7}, []int{1}), map[int]IncidencePoint{
			-1: {AtRisk: 1, Known: true},
			6:  {AtRisk: 1, Known: true},
			7:  {Share: 1, AtRisk: 1, Known: true},
			8:  {Share: 1, Known: true},
		}},
		{"the competing event alone", followed([]int{3, 4, 9}, []int{2, 0, 2}), map[int]IncidencePoint{
			3: {AtRisk: 3, Known: true}, 9: {AtRisk: 1, Known: true}, 10: {Known: true},
		}},
		{"all censored", followed([]int{3, 4, 9}, []int{0, 0, 0}), map[int]IncidencePoint{
			3: {AtRisk: 3, Known: true}, 9: {AtRisk: 1, Known: true},
		}},
		{"no cases", nil, map[int]IncidencePoint{0: {}, 90: {}}},
	} {
		curve := aalenJohansen(test.cases)
		for day, want := range test.points {
			if diff := differsFromR(want, curve.At(day)); diff != "" {
				t.Errorf("%s, day %d, R and here:\n%s", test.name, day, diff)
			}
		}
	}
}

// Without censoring the incidence is the share of the cases that had the event, and
// its variance is the binomial one, whatever came on the same day.
func TestIncidenceWithoutCensoringIsAShare(t *testing.T) {
	var cases []seen
	for _, c := range cohort() {
		if c.status > 0 {
			cases = append(cases, c)
		}
	}
	curve := aalenJohansen(cases)
	for day := 0; day < 600; day += 25 {
		events := 0
		for _, c := range cases {
			if c.status == 1 && c.day <= day {
				events++
			}
		}
		p, n := float64(events)/float64(len(cases)), float64(len(cases))
		got := curve.At(day)
		if math.Abs(got.Share-p) > 1e-12 || math.Abs(got.StdErr-math.Sqrt(p*(1-p)/n)) > 1e-12 {
			t.Errorf("day %d: %+v, want %v ± %v", day, got, p, math.Sqrt(p*(1-p)/n))
		}
	}
}

// Without a competing event the incidence is what Kaplan and Meier leave over.
func TestIncidenceWithoutCompetitionIsTheRestOfSurvival(t *testing.T) {
	for _, cases := range [][]seen{mercaptopurine, device, maintained} {
		curve := aalenJohansen(cases)
		for _, step := range kaplanMeier(cases).Steps {
			if got := curve.At(step.Day); math.Abs(1-got.Share-step.Survival) > 1e-12 || got.AtRisk != step.AtRisk {
				t.Errorf("day %d: incidence %v, survival %v", step.Day, got.Share, step.Survival)
			}
		}
	}
}
