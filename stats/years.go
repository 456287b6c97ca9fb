package stats

import "herstel/stats/day"

// Years returns the years in which the counted cases were received, ascending.
func (c *Cube) Years() []int { return c.cohorts() }

// Received returns the number of counted cases that were received in a year.
// It is public: instroom always shows it, whatever the drempel.
func (c *Cube) Received(year int) int {
	if year < day.FirstYear || year > day.LastYear {
		return 0
	}
	return c.received[year-day.FirstYear]
}
