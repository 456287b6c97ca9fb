package stats

// Years returns the years in which the counted cases were received, ascending.
func (c *Cube) Years() []int { return c.cohorts() }
