package stats

import "herstel/stats/day"

// dayCounts is a histogram over days. It grows with the distance between its
// first and its last day, which FirstYear and LastYear bound.
type dayCounts struct {
	first  day.Day // the day of counts[0]
	counts []int32
}

// add counts n more cases on a day.
func (d *dayCounts) add(date day.Day, n int) {
	switch {
	case len(d.counts) == 0:
		d.first, d.counts = date, append(d.counts, 0)
	case date < d.first:
		grown := make([]int32, len(d.counts)+int(d.first-date))
		copy(grown[d.first-date:], d.counts)
		d.first, d.counts = date, grown
	case int(date-d.first) >= len(d.counts):
		d.counts = append(d.counts, make([]int32, int(date-d.first)+1-len(d.counts))...)
	}
	d.counts[date-d.first] += int32(n)
}

// total returns the number of cases.
func (d *dayCounts) total() int {
	sum := 0
	for _, n := range d.counts {
		sum += int(n)
	}
	return sum
}

// until returns the number of cases on or before a day.
func (d *dayCounts) until(date day.Day) int {
	sum := 0
	for i, n := range d.counts {
		if d.first+day.Day(i) <= date {
			sum += int(n)
		}
	}
	return sum
}

// last returns the last day that has a case, NoDay when there is none.
func (d *dayCounts) last() day.Day {
	for i := len(d.counts) - 1; i >= 0; i-- {
		if d.counts[i] != 0 {
			return d.first + day.Day(i)
		}
	}
	return day.NoDay
}

// quantile returns the quantile at a percentage of the days, by type 7 of
// Hyndman and Fan (Sample Quantiles in Statistical Packages, 1996), which R,
// pandas and PERCENTILE.INC use. total must be the number of cases, not zero.
func (d *dayCounts) quantile(percent, total int) float64 {
	position := percent * (total - 1)
	below, rest := position/100, position%100
	low := d.at(below)
	if rest == 0 {
		return float64(low)
	}
	return float64(low) + float64(rest)*float64(d.at(below+1)-low)/100
}

// at returns the value with a rank (0 is the smallest) in the sorted cases.
func (d *dayCounts) at(rank int) day.Day {
	for i, n := range d.counts {
		if rank < int(n) {
			return d.first + day.Day(i)
		}
		rank -= int(n)
	}
	return d.last()
}
