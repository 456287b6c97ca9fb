package main

import "runtime/debug"

// readingMemory is what the collector of memory keeps to while an export is read, in bytes, as long as the cases
// themselves fit in it. It is no hard limit: a larger export takes what it needs.
const readingMemory = 48 << 20

// writingGarbage is how much garbage may lie beside what is in use while the files of a report are made, in per cent:
// a report is small, and collecting more often takes a sixth of its time.
const writingGarbage = 400

// writeFast collects less often while a report is made, as far as GOGC does not ask for even less. The function it
// returns takes that back.
func writeFast() (undo func()) {
	before := debug.SetGCPercent(writingGarbage)
	if before < 0 || before > writingGarbage {
		debug.SetGCPercent(before)
	}
	return func() { debug.SetGCPercent(before) }
}

// readInLittleMemory lets no garbage pile up while an export is read, as far as GOMEMLIMIT does not ask for less. The
// function it returns takes that back.
func readInLittleMemory() (undo func()) {
	before := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(before, readingMemory))
	return func() { debug.SetMemoryLimit(before) }
}
