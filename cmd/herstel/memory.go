package main

import "runtime/debug"

// readingMemory is what the collector of memory keeps to while an export is read, in bytes, as long as the cases
// themselves fit in it. It is no hard limit: a larger export takes what it needs.
const readingMemory = 48 << 20

// readInLittleMemory lets no garbage pile up while an export is read, as far as GOMEMLIMIT does not ask for less. The
// function it returns takes that back.
func readInLittleMemory() (undo func()) {
	before := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(before, readingMemory))
	return func() { debug.SetMemoryLimit(before) }
}
