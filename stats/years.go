package stats

import (
	"maps"
	"slices"
)

// Years returns the years in which the counted cases were received, ascending.
func (c *Cube) Years() []int { return slices.Sorted(maps.Keys(c.cohorts())) }
