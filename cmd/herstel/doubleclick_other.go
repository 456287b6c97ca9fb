//go:build !windows

package main

// startedByDoubleClick reports whether the program was started from the
// Explorer, which is there on Windows alone.
func startedByDoubleClick() bool { return false }
