package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// removeStale removes the charts of a year that an earlier report left in the
// folder of this one: what they show may be hidden now. It comes after the
// files of this run are in place, looks at files whose name ends as those of
// the charts do, and returns what it removed. A chart that stays is named on
// stderr, because it may show a count that must not be seen.
func removeStale(sys system, folder string, year int, written []output) []string {
	keep := map[string]bool{}
	for _, f := range written {
		keep[f.path] = true
	}
	entries, err := sys.disk.ReadDir(folder)
	if err != nil {
		fmt.Fprintf(sys.stderr, "let op: herstel kan niet zien of er oude grafieken in %s staan; haal ze zelf weg\n", folder)
		return nil
	}
	var removed []string
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if !e.Type().IsRegular() || keep[path] || !strings.HasSuffix(e.Name(), fmt.Sprintf("-%d.svg", year)) {
			continue
		}
		if err := sys.disk.Remove(path); err != nil {
			fmt.Fprintf(sys.stderr, "let op: de oude grafiek %s is niet te verwijderen; haal hem zelf weg\n", path)
			continue
		}
		removed = append(removed, path)
	}
	return removed
}

// listRemoved says which old charts are gone.
func listRemoved(sys system, paths []string) {
	for _, path := range paths {
		fmt.Fprintf(sys.stdout, "verwijderd: %s\n", path)
	}
}
