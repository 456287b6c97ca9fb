package stats

// NewCube returns an empty cube for a number of breakdowns.
func NewCube(breakdowns int) *Cube { panic("coming in the next commit") }

// Cube holds the counts of a set of cases. It grows with the number of
// distinct combinations, not with the number of cases. A Cube is not safe for
// concurrent use: give each worker its own and Merge them in order.
type Cube struct{}

// Mediator returns the code of a mediator, new or known, by its folded value.
func (c *Cube) Mediator(folded string) Code { return 0 }

// Breakdown returns the code of a value of breakdown i. Values compare folded;
// the spelling met first is the one that shows.
func (c *Cube) Breakdown(i int, value string) Code { return 0 }

// Add counts a settled case of a file that has the given cells.
func (c *Cube) Add(cs *Case, has Presence) {}

// Remove undoes one Add of an equal case. Readers that work in parallel use it
// for a row that turns out to be a duplicate.
func (c *Cube) Remove(cs *Case, has Presence) {}

// Merge adds the counts of other, whose codes it translates.
func (c *Cube) Merge(other *Cube) {}

// Len returns the number of cases counted.
func (c *Cube) Len() int { return 0 }
