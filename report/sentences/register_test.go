package sentences

import (
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/rules"
)

func TestEveryFigureOfTheCatalogHasAnEntry(t *testing.T) {
	var catalog, entries []string
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range stats.Catalog(ruleset) {
		catalog = append(catalog, f.ID)
	}
	for _, e := range Register {
		if slices.Contains(entries, e.ID) {
			t.Errorf("%s has two entries", e.ID)
		}
		entries = append(entries, e.ID)
		if !slices.Contains(catalog, e.ID) {
			t.Errorf("the catalog has no figure %s", e.ID)
		}
		if !slices.ContainsFunc(Sections, func(s struct{ ID, Title string }) bool { return s.ID == e.Section }) {
			t.Errorf("%s stands in section %q, which does not exist", e.ID, e.Section)
		}
		if e.Beside != "" && !slices.Contains(catalog, e.Beside) {
			t.Errorf("%s is held against %q, which the catalog does not have", e.ID, e.Beside)
		}
	}
	for _, id := range catalog {
		if !slices.Contains(entries, id) {
			t.Errorf("figure %s has no entry in the register", id)
		}
	}
}

// TestOnlyTheRegisterNamesFigures allows the words that are labels too.
func TestOnlyTheRegisterNamesFigures(t *testing.T) {
	label := map[string][]string{
		"instroom": {"content/chartsteps.go", "sentences/counts.go", "sentences/names.go"}, // a stand
		"contact":  {"sentences/since.go"},                                                 // a step
	}
	report := os.DirFS("..")
	read := 0
	err := fs.WalkDir(report, ".", func(file string, entry fs.DirEntry, err error) error {
		switch name := entry.Name(); {
		case err != nil:
			return err
		case name == "node_modules", name == "internal":
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go"), strings.HasSuffix(name, "_test.go"), file == "sentences/register.go":
			return nil
		}
		source, err := fs.ReadFile(report, file)
		if err != nil {
			return err
		}
		read++
		for _, e := range Register {
			if strings.Contains(string(source), strconv.Quote(e.ID)) && !slices.Contains(label[e.ID], file) {
				t.Errorf("%s names the figure %s: what is particular to it belongs in its entry of the register", file,
					e.ID)
			}
		}
		return nil
	})
	if err != nil || read < 100 {
		t.Fatalf("%d files read: %v", read, err)
	}
}
