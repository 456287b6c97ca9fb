package inference

import "math"

// Incidence is the cumulative incidence of an event that another event may
// prevent. The zero value has no cases.
type Incidence struct {
	days []transition // ascending: the days on which something happened or a case left
}

// transition is what happened on one day.
type transition struct {
	day, atRisk, events, competing int
	// The shares of the cases in which neither had happened before the day, neither
	// after it, and in which the event had happened after it.
	before, after, incidence float64
}

// IncidencePoint is the cumulative incidence on one day. All of it is absent where
// there is no case.
type IncidencePoint struct {
	Share  float64 // 0..1: the event happened on or before the day
	StdErr float64 // the standard error of Share
	// Interval is that of Share, on the scale of log(-log). It is absent where Share
	// is 0 or 1.
	Interval      Interval
	IntervalKnown bool
	AtRisk        int // cases that were followed until the day, and in which neither had happened before it
	Known         bool
}

// AalenJohansen returns the cumulative incidence of an event with one competing
// event (Aalen and Johansen, An empirical transition matrix for non-homogeneous
// Markov chains based on censored observations, Scandinavian Journal of Statistics
// 5, 1978), from the days to the event, the days to the competing event, and the
// days that the other cases were followed. On the same day both events come before
// censoring. There are no cases where a count is below zero.
func AalenJohansen(events, competing, censored Histogram) Incidence {
	atRisk, days, ok := totals(events, competing, censored)
	if !ok {
		return Incidence{}
	}
	var curve Incidence
	neither, incidence := 1.0, 0.0
	for day := range days {
		d := transition{day: day, atRisk: atRisk, events: events.at(day), competing: competing.at(day), before: neither}
		leaving := d.events + d.competing + censored.at(day)
		if leaving == 0 {
			continue
		}
		incidence += neither * float64(d.events) / float64(atRisk)
		neither *= float64(atRisk-d.events-d.competing) / float64(atRisk)
		d.after, d.incidence = neither, incidence
		curve.days = append(curve.days, d)
		atRisk -= leaving
	}
	return curve
}

// At returns the curve at the end of a day. After the last day on which a case was
// followed it stays as it is, with nobody at risk. The numbers are those of
// survival::survfit in R for a multi-state model, Surv(days, factor(status)) ~ 1,
// with conf.type "log-log", which takes log(-log p) of the share itself and not of
// what is left.
func (c Incidence) At(day int) IncidencePoint {
	if len(c.days) == 0 {
		return IncidencePoint{}
	}
	point := IncidencePoint{Known: true}
	var events, competing, seen int
	for _, d := range c.days {
		if d.day >= day {
			point.AtRisk = d.atRisk
		}
		if d.day > day {
			break
		}
		events, competing, seen = events+d.events, competing+d.competing, seen+1
		if d.day == day {
			break
		}
	}
	switch until := c.days[:seen]; {
	case events == 0:
	case competing == 0 && until[seen-1].after == 0:
		point.Share = 1
	default:
		point.Share = until[seen-1].incidence
		point.StdErr = math.Sqrt(incidenceVariance(until))
		point.Interval, point.IntervalKnown = logLog(point.Share, point.StdErr), true
	}
	return point
}

// incidenceVariance returns the variance of the cumulative incidence after the last
// of the days. What happens on a day is multinomial among the cases at risk, and
// the incidence moves with the shares of the two events among them by the
// derivatives below, in which later is the chance of the event for a case that the
// day leaves as it was. The days are uncorrelated, so their variances add up. That
// is the sum of squares of the infinitesimal jackknife, which R takes.
func incidenceVariance(days []transition) float64 {
	last := days[len(days)-1].incidence
	sum := 0.0
	for _, d := range days {
		later := 0.0
		if d.after > 0 {
			later = (last - d.incidence) / d.after
		}
		byEvent, byCompeting := d.before*(1-later), -d.before*later
		event, competing := float64(d.events)/float64(d.atRisk), float64(d.competing)/float64(d.atRisk)
		mean := byEvent*event + byCompeting*competing
		sum += (byEvent*byEvent*event + byCompeting*byCompeting*competing - mean*mean) / float64(d.atRisk)
	}
	return max(sum, 0)
}
