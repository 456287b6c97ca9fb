package main

import (
	"io/fs"
	"os"
)

// lockFile holds nothing: in the browser nobody else writes.
func lockFile(*os.File) error { return nil }

// matchOwner leaves the owner as it is: in the browser there is one.
func matchOwner(string, fs.FileInfo) {}

// probe finds nothing in the way: in the browser nobody else has a file.
func probe(string) error { return nil }
