package main

import "github.com/inconshreveable/mousetrap"

// startedByDoubleClick reports whether the program was started from the
// Explorer: its window closes as soon as it ends.
func startedByDoubleClick() bool { return mousetrap.StartedByExplorer() }
