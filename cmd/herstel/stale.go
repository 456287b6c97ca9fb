package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"herstel/report/chart"
)

// stale lists the charts of a year that an earlier report left in the folder
// of this one: what they show may be hidden now. It looks at files whose name
// ends as those of the charts do, and takes only those that herstel drew.
func stale(sys system, folder string, year int, written []output) []string {
	entries, err := sys.disk.ReadDir(folder)
	if err != nil {
		if _, missing := sys.disk.Lstat(folder); missing == nil {
			advise(sys, []string{fmt.Sprintf("herstel kan niet zien of er oude grafieken in %s staan; haal ze zelf weg",
				folder)})
		}
		return nil
	}
	var found []string
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if !e.Type().IsRegular() || !strings.HasSuffix(e.Name(), fmt.Sprintf("-%d.svg", year)) ||
			slices.ContainsFunc(written, func(f output) bool { return f.path == path }) {
			continue
		}
		if data, err := sys.disk.Read(path); err == nil && chart.IsChart(data) {
			found = append(found, path)
		}
	}
	return found
}

// listRemoved says which old charts are gone.
func listRemoved(sys system, paths []string) {
	for _, path := range paths {
		fmt.Fprintf(sys.stdout, "verwijderd: %s\n", path)
	}
}
