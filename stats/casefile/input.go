package casefile

import "herstel/stats/casefile/internal/grid"

// Input is one file to read. The caller opens and closes it.
type Input = grid.Input

// Error is a reading that stopped. Its text is Dutch, one line, and holds no
// value from the file.
type Error = grid.Error

// Kind tells the two sorts of failure apart.
type Kind = grid.Kind

// The kinds of Error.
const (
	Refused = grid.Refused // the file can be opened, but what is in it cannot be counted for certain
	Failed  = grid.Failed  // the file or the disk gave an error while reading
)
