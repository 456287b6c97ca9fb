package inference

import (
	"math"
	"math/big"
)

// Histogram counts cases by days: element d is the number of cases with d days.
type Histogram []int

// at returns the number of cases with a number of days.
func (h Histogram) at(day int) int {
	if day < 0 || day >= len(h) {
		return 0
	}
	return h[day]
}

// total returns the number of cases. It is not ok where a count is below zero.
func (h Histogram) total() (sum int, ok bool) {
	for _, n := range h {
		if n < 0 {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

// totals returns the number of cases of all histograms together, and the days up
// to the longest. It is not ok where a count is below zero or there is no case.
func totals(histograms ...Histogram) (cases, days int, ok bool) {
	for _, h := range histograms {
		n, whole := h.total()
		if !whole {
			return 0, 0, false
		}
		cases, days = cases+n, max(days, len(h))
	}
	return cases, days, cases > 0
}

// Step is a day on which a survival curve goes down.
type Step struct {
	Day, AtRisk, Events int
	Survival            float64 // the share that is left after this day
	// Interval is that of Survival, by log-log. It is absent where nothing is left,
	// and then 0..0.
	Interval      Interval
	IntervalKnown bool
}

// Survival is a curve of Kaplan and Meier.
type Survival struct {
	Steps []Step // ascending by day; none where there was no event
}

// KaplanMeier returns the product-limit estimate of the share of cases in which
// an event has not happened yet (Kaplan and Meier, Nonparametric estimation from
// incomplete observations, Journal of the American Statistical Association 53,
// 1958), from the days to the event, and the days that the other cases were
// followed. On the same day events come before censoring. The interval is that of
// survival::survfit in R with conf.type "log-log": on the scale of log(-log S),
// with the variance of Greenwood. There are no steps where a count is below zero.
func KaplanMeier(events, censored Histogram) Survival {
	atRisk, days, ok := totals(events, censored)
	if !ok {
		return Survival{}
	}
	var curve Survival
	survival, variance := 1.0, 0.0 // variance of log S
	for day := range days {
		if n := events.at(day); n > 0 {
			left := atRisk - n
			survival *= float64(left) / float64(atRisk)
			step := Step{Day: day, AtRisk: atRisk, Events: n, Survival: survival}
			if left > 0 {
				variance += float64(n) / (float64(atRisk) * float64(left))
				step.Interval, step.IntervalKnown = logLog(survival, math.Sqrt(variance)*survival), true
			}
			curve.Steps = append(curve.Steps, step)
		}
		atRisk -= events.at(day) + censored.at(day)
	}
	return curve
}

// logLog returns the 95% interval of a probability on the scale of log(-log p),
// from its standard error by the delta method. p must lie between 0 and 1.
func logLog(p, stdErr float64) Interval {
	width := z975 * stdErr / (p * math.Log(p))
	middle := math.Log(-math.Log(p))
	return Interval{Low: math.Exp(-math.Exp(middle - width)), High: math.Exp(-math.Exp(middle + width))}
}

// Days is a number of days that may be absent, and then N is 0.
type Days struct {
	N     int
	Known bool
}

// SurvivalQuantile is a quantile of the days to an event, with its 95% interval.
// Each of the three is absent where its curve does not get there.
type SurvivalQuantile struct{ Day, Low, High Days }

// Quantile returns the day by which a percentage (1..99) of the cases has had the
// event: the first on which the curve is at or below 1 - percent/100. Its ends are
// the first days on which the lower and the upper end of the interval of the curve
// are there (Brookmeyer and Crowley, A confidence interval for the median survival
// time, Biometrics 38, 1982), as quantile() of a survfit in R gives them. The
// quantile differs from R where the curve is flat at exactly 1 - percent/100: R
// takes the middle of that stretch, this its first day. R does the same to an end
// where the interval comes within 0.00000002 of that level, this does not.
func (s Survival) Quantile(percent int) SurvivalQuantile {
	level := float64(100-percent) / 100
	var q SurvivalQuantile
	for i, step := range s.Steps {
		if !q.Day.Known && s.atMost(i, percent) {
			q.Day = Days{N: step.Day, Known: true}
		}
		if step.IntervalKnown && !q.Low.Known && step.Interval.Low <= level {
			q.Low = Days{N: step.Day, Known: true}
		}
		if step.IntervalKnown && !q.High.Known && step.Interval.High <= level {
			q.High = Days{N: step.Day, Known: true}
		}
	}
	return q
}

// atMost reports whether the curve is at or below 1 - percent/100 after a step. A
// product of rounded fractions may miss a level that it is exactly on, so near it
// the fractions are multiplied out in whole numbers.
func (s Survival) atMost(step, percent int) bool {
	const near = 1e-9
	above := s.Steps[step].Survival - float64(100-percent)/100
	if math.Abs(above) > near {
		return above < 0
	}
	left, all := big.NewInt(100), big.NewInt(int64(100-percent))
	for _, d := range s.Steps[:step+1] {
		left.Mul(left, big.NewInt(int64(d.AtRisk-d.Events)))
		all.Mul(all, big.NewInt(int64(d.AtRisk)))
	}
	return left.Cmp(all) <= 0
}
