package inference

import (
	"math"
	"testing"
)

// seen is one case: the day until which it was followed, and what happened then.
type seen struct{ day, status int }

// histograms counts cases by status: 0 is censored.
func histograms(cases []seen) (h [3]Histogram) {
	for _, c := range cases {
		for c.day >= len(h[c.status]) {
			h[c.status] = append(h[c.status], 0)
		}
		h[c.status][c.day]++
	}
	return h
}

// followed returns the cases with the days in one list and the statuses in another,
// as R takes them.
func followed(days, status []int) []seen {
	cases := make([]seen, len(days))
	for i := range days {
		cases[i] = seen{days[i], status[i]}
	}
	return cases
}

// cohort is a set of 1047 cases with many ties, made by a formula that R reads too:
//
//	i <- 0:1046; day <- (i*i*37 + i*101) %% 577; x <- (i*i + i%/%3) %% 5
//	status <- ifelse(x < 2, 1, ifelse(x == 2, 2, 0))
func cohort() []seen {
	var cases []seen
	for i := range 1047 {
		status := [...]int{1, 1, 2, 0, 0}[(i*i+i/3)%5]
		cases = append(cases, seen{(i*i*37 + i*101) % 577, status})
	}
	return cases
}

func ones(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = 1
	}
	return all
}

var (
	// Remission of leukaemia in weeks, 6-mercaptopurine and placebo (Freireich and
	// others, Blood 21, 1963; Gehan, Biometrika 52, 1965).
	mercaptopurine = followed(
		[]int{6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35},
		[]int{1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0})
	placebo = followed([]int{1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, ones(21))
	// Weeks to the end of use of a device (Collett, Modelling Survival Data in
	// Medical Research, 2003, example 1.1).
	device = followed(
		[]int{10, 13, 18, 19, 23, 30, 36, 38, 54, 56, 59, 75, 93, 97, 104, 107, 107, 107},
		[]int{1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0})
	// Maintained remission of leukaemia in weeks (Miller, Survival Analysis, 1981).
	maintained = followed([]int{9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161}, []int{1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0})
)

// kaplanMeier estimates with status 1 as the event; 2 counts as censored.
func kaplanMeier(cases []seen) Survival {
	var ofEvent []seen
	for _, c := range cases {
		ofEvent = append(ofEvent, seen{c.day, c.status % 2})
	}
	h := histograms(ofEvent)
	return KaplanMeier(h[1], h[0])
}

// Expected, in R: f <- survfit(Surv(day, status) ~ 1, conf.type = "log-log"), and of
// the days with an event the columns time, n.risk, n.event, surv, lower, upper.
func TestKaplanMeierAgreesWithR(t *testing.T) {
	for _, test := range []struct {
		name  string
		cases []seen
		steps []Step
	}{
		{"6-mercaptopurine", mercaptopurine, []Step{
			{6, 21, 3, 0.8571428571428571, Interval{0.6197179552659839, 0.951551747646997}, true},
			{7, 17, 1, 0.8067226890756302, Interval{0.5631465646222333, 0.9228090192028804}, true},
			{10, 15, 1, 0.7529411764705881, Interval{0.5031995107999565, 0.8893618351692654}, true},
			{13, 12, 1, 0.6901960784313724, Interval{0.4316102224861841, 0.8490659633494506}, true},
			{16, 11, 1, 0.6274509803921567, Interval{0.367510855987502, 0.8049121894718412}, true},
			{22, 7, 1, 0.53781512605042, Interval{0.267778936767135, 0.7467907176353944}, true},
			{23, 6, 1, 0.4481792717086834, Interval{0.1880520059592324, 0.6801426284952413}, true},
		}},
		{"device", device, []Step{
			{10, 18, 1, 0.9444444444444444, Interval{0.6663901683353302, 0.9919829236740059}, true},
			{19, 15, 1, 0.8814814814814814, Interval{0.6019330446471662, 0.9691351652843213}, true},
			{30, 13, 1, 0.8136752136752137, Interval{0.52405049569178, 0.936320777172615}, true},
			{36, 12, 1, 0.7458689458689458, Interval{0.4535986387704339, 0.8969570231453412}, true},
			{59, 8, 1, 0.6526353276353276, Interval{0.3437878956814991, 0.8431986811224135}, true},
			{75, 7, 1, 0.5594017094017093, Interval{0.2563881449861152, 0.7804249356064731}, true},
			{93, 6, 1, 0.4661680911680911, Interval{0.1829846804643738, 0.7096578705847224}, true},
			{97, 5, 1, 0.3729344729344729, Interval{0.1208620316076836, 0.6310259484719916}, true},
			{107, 3, 1, 0.2486229819563153, Interval{0.04675954544709093, 0.5312662639396951}, true},
		}},
		{"an event on day 0", followed([]int{0, 0, 4, 6}, []int{1, 1, 1, 0}), []Step{
			{0, 4, 2, 0.5, Interval{0.05784708299514463, 0.844861281190374}, true},
			{4, 2, 1, 0.25, Interval{0.008947824416603172, 0.6653253427888653}, true},
		}},
		{"one case", followed([]int{4}, []int{1}), []Step{{4, 1, 1, 0, Interval{}, false}}},
		{"all censored", followed([]int{3, 5, 5}, []int{0, 0, 0}), nil},
		{"no cases", nil, nil},
	} {
		if diff := differsFromR(test.steps, kaplanMeier(test.cases).Steps); diff != "" {
			t.Errorf("%s, R and here:\n%s", test.name, diff)
		}
	}
}

// Of the 1047 cases of cohort, R gives these days among others.
func TestKaplanMeierOfManyCasesAgreesWithR(t *testing.T) {
	want := map[int]Step{
		0:   {0, 1047, 3, 0.997134670487106, Interval{0.9911425518753376, 0.9990749718225459}, true},
		182: {182, 713, 2, 0.837611898519426, Interval{0.8124288608441954, 0.8597101968261829}, true},
		361: {361, 355, 2, 0.6015030350795579, Interval{0.5656191701014616, 0.6354303058205641}, true},
		448: {448, 238, 2, 0.4977868037339688, Interval{0.4589383119631833, 0.5353659521053487}, true},
		575: {575, 4, 3, 0.0182360961983736, Interval{0.001834382498693837, 0.07848959103459817}, true},
	}
	steps := kaplanMeier(cohort()).Steps
	for _, got := range steps {
		if step, ok := want[got.Day]; ok {
			if diff := differsFromR(step, got); diff != "" {
				t.Errorf("R and here:\n%s", diff)
			}
			delete(want, got.Day)
		}
	}
	if len(want) > 0 || len(steps) != 244 {
		t.Errorf("%d steps, without the days %v", len(steps), want)
	}
}

func day(n int) Days { return Days{N: n, Known: true} }

// Expected, in R: quantile(f, c(0.50, 0.75, 0.90)); NA is absent. The quantile of
// "an event on day 0" is 2 and 5 there, the middle of where the curve is flat.
func TestSurvivalQuantilesAgreeWithR(t *testing.T) {
	var na Days
	for _, test := range []struct {
		name             string
		cases            []seen
		median, p75, p90 SurvivalQuantile
	}{
		{name: "6-mercaptopurine", cases: mercaptopurine,
			median: SurvivalQuantile{day(23), day(13), na}, p75: SurvivalQuantile{na, day(23), na}},
		{name: "placebo", cases: placebo,
			median: SurvivalQuantile{day(8), day(4), day(11)}, p75: SurvivalQuantile{day(12), day(8), day(22)},
			p90: SurvivalQuantile{day(17), day(12), na}},
		{name: "device", cases: device,
			median: SurvivalQuantile{day(93), day(36), na}, p75: SurvivalQuantile{day(107), day(93), na},
			p90: SurvivalQuantile{na, day(107), na}},
		{name: "maintained", cases: maintained,
			median: SurvivalQuantile{day(31), day(13), na}, p75: SurvivalQuantile{day(48), day(31), na},
			p90: SurvivalQuantile{na, day(34), na}},
		{name: "cohort", cases: cohort(),
			median: SurvivalQuantile{day(448), day(414), day(475)}, p75: SurvivalQuantile{day(553), day(545), day(560)},
			p90: SurvivalQuantile{day(571), day(569), day(575)}},
		{name: "an event on day 0", cases: followed([]int{0, 0, 4, 6}, []int{1, 1, 1, 0}),
			median: SurvivalQuantile{day(0), day(0), na}, p75: SurvivalQuantile{day(4), day(0), na},
			p90: SurvivalQuantile{na, day(0), na}},
		{name: "one case", cases: followed([]int{4}, []int{1}),
			median: SurvivalQuantile{day(4), na, na}, p75: SurvivalQuantile{day(4), na, na},
			p90: SurvivalQuantile{day(4), na, na}},
		{name: "all censored", cases: followed([]int{3, 5, 5}, []int{0, 0, 0})},
		{name: "no cases"},
	} {
		curve := kaplanMeier(test.cases)
		for percent, want := range map[int]SurvivalQuantile{50: test.median, 75: test.p75, 90: test.p90} {
			if got := curve.Quantile(percent); got != want {
				t.Errorf("%s, %d%%: %+v, want %+v", test.name, percent, got, want)
			}
		}
	}
}

// Without censoring the quantile is the first day by which the percentage of the
// cases had its event, counted in whole numbers: also where the curve touches the
// level exactly, by a product of fractions that are not.
func TestQuantileTouchesItsLevelExactly(t *testing.T) {
	for cases := 1; cases <= 200; cases++ {
		events := Histogram(ones(cases)) // one a day, from day 0
		for _, percent := range []int{10, 25, 50, 75, 90} {
			want := (percent*cases+99)/100 - 1
			if got := KaplanMeier(events, nil).Quantile(percent).Day; got != day(want) {
				t.Fatalf("%d%% of %d cases: %v, want %d", percent, cases, got, want)
			}
		}
	}
}

func TestImpossibleHistogramsGiveNoCurve(t *testing.T) {
	if got := KaplanMeier(Histogram{3, -1}, Histogram{1}); len(got.Steps) != 0 {
		t.Errorf("%+v", got)
	}
	if got := AalenJohansen(Histogram{3}, Histogram{-1}, nil).At(0); got != (IncidencePoint{}) {
		t.Errorf("%+v", got)
	}
}

func TestLogLogStaysInside(t *testing.T) {
	for _, p := range []float64{1e-9, 0.001, 0.5, 0.999, 1 - 1e-9} {
		got := logLog(p, math.Sqrt(p*(1-p)/7))
		if !(0 <= got.Low && got.Low <= p && p <= got.High && got.High <= 1) {
			t.Errorf("logLog(%v) = %v", p, got)
		}
	}
}
