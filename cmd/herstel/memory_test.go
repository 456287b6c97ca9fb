package main

import (
	"runtime/debug"
	"testing"
)

func TestReadingTakesLittleMemoryAndGivesItBack(t *testing.T) {
	first := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(first)
	for _, before := range []int64{1 << 40, 20 << 20} { // none to speak of, and less than we ask
		debug.SetMemoryLimit(before)
		undo := readInLittleMemory()
		if now, want := debug.SetMemoryLimit(-1), min(before, readingMemory); now != want {
			t.Errorf("while reading the limit is %d, want %d", now, want)
		}
		undo()
		if now := debug.SetMemoryLimit(-1); now != before {
			t.Errorf("after reading the limit is %d, was %d", now, before)
		}
	}
}

func TestWritingCollectsLessOftenAndGivesThatBack(t *testing.T) {
	first := debug.SetGCPercent(100)
	defer debug.SetGCPercent(first)
	for _, test := range []struct{ before, want int }{{100, writingGarbage}, {-1, -1}, {900, 900}} {
		debug.SetGCPercent(test.before)
		undo := writeFast()
		if now := debug.SetGCPercent(test.want); now != test.want {
			t.Errorf("with %d before, it is %d while writing, want %d", test.before, now, test.want)
		}
		undo()
		if now := debug.SetGCPercent(test.before); now != test.before {
			t.Errorf("with %d before, it is %d after", test.before, now)
		}
	}
}
