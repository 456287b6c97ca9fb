package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// misnamed are the names under which a herstel.yaml is saved by mistake:
// Windows hides the ending that Notepad adds.
var misnamed = []string{"herstel.yaml.txt", "herstel.yml", "herstel.yaml.yaml", "herstel.txt"}

// findMisnamed returns the misnamed settings in a folder; empty when there are
// none.
func findMisnamed(folder string) string {
	i := slices.IndexFunc(misnamed, func(name string) bool { return isFile(filepath.Join(folder, name)) })
	if i < 0 {
		return ""
	}
	return filepath.Join(folder, misnamed[i])
}

// tellMisnamed says that what looks like the settings was not read.
func (j *job) tellMisnamed(sys system) {
	if j.misnamed != "" {
		fmt.Fprintf(sys.stderr, "let op: %s is niet gelezen: dat moet %s heten\n", j.misnamed, configName)
	}
}

// findAbove returns the nearest herstel.yaml in a folder above this one, as a
// path from here; empty when there is none.
func findAbove() string {
	here, err := os.Getwd()
	if err != nil {
		return ""
	}
	above := ".."
	for dir := filepath.Dir(here); ; dir = filepath.Dir(dir) {
		if path := filepath.Join(above, configName); isFile(path) {
			return path
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		above = filepath.Join(above, "..")
	}
}

// nothingToRead words that there is neither an export nor a herstel.yaml, and
// points at settings that stand nearby.
func nothingToRead() error {
	if path := findMisnamed("."); path != "" {
		return wrongUse("hernoem hem tot "+configName, "er is niets om te lezen: geen --input, en %s moet %s heten",
			path, configName)
	}
	const text = "er is niets om te lezen: geen --input, en geen herstel.yaml in deze map"
	if path := findAbove(); path != "" {
		hint := "in een map hierboven staat er wel een: gebruik --config " + shellWord(path) +
			", of ga eerst naar die map"
		return wrongUse(hint, text)
	}
	return wrongUse("geef een export met --input, of probeer eerst de voorbeelddata met --demo", text)
}

// nameError refuses names of files that cannot be an export, and says what is
// meant instead; nil when the name may be one.
func nameError(path string) error {
	base := filepath.Base(path)
	switch {
	case path == "":
		return wrongUse("noem een bestand, zoals --input export.xlsx", "er staat een lege naam waar een bestand hoort")
	case strings.HasPrefix(base, "~$"):
		return wrongUse("geef "+quote(filepath.Join(filepath.Dir(path), base[2:]))+", en sluit dat eerst in Excel",
			"%s is een hulpbestand dat Excel maakt zolang een bestand open is", path)
	case strings.EqualFold(filepath.Ext(base), ".numbers"):
		return wrongUse("kies in Numbers: Archief, Exporteer naar, Excel",
			"%s is een bestand van Numbers, en dat leest herstel niet", path)
	}
	return nil
}

// plainFile refuses what cannot be read as a file, before it is opened: a pipe
// would wait for ever.
func plainFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return readError(path, err)
	case info.IsDir():
		return failed(errors.ErrUnsupported, "noem een bestand in die map", "%s is een map", path)
	case !info.Mode().IsRegular():
		return failed(errors.ErrUnsupported, "bewaar de inhoud eerst als bestand, of geef die door met --input -",
			"%s is een apparaat of een wachtrij, geen gewoon bestand", path)
	}
	return nil
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
