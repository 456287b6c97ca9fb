package main

import "path/filepath"

// fitName refuses a path with a part that Windows takes for a device, such as
// con or lpt1.txt: what is written there goes nowhere. Elsewhere every name is
// fit.
func fitName(path string) error {
	rest := filepath.Clean(path)
	for _, part := range splitPath(rest[len(filepath.VolumeName(rest)):]) {
		if part != "" && part != ".." && !filepath.IsLocal(part) {
			return unfitName(part, nil)
		}
	}
	return nil
}

// unfitName is a name that the file system does not take.
func unfitName(name string, err error) error {
	return failed(err, "kies met --out een andere naam", "%s kan hier geen naam van een map of bestand zijn", name)
}
