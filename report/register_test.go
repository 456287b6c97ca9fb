package report

import (
	"os"
	"path/filepath"
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
	for _, e := range register {
		if slices.Contains(entries, e.id) {
			t.Errorf("%s has two entries", e.id)
		}
		entries = append(entries, e.id)
		if !slices.Contains(catalog, e.id) {
			t.Errorf("the catalog has no figure %s", e.id)
		}
		if !slices.ContainsFunc(chapterSections, func(s struct{ id, title string }) bool { return s.id == e.section }) {
			t.Errorf("%s stands in section %q, which does not exist", e.id, e.section)
		}
		if e.beside != "" && !slices.Contains(catalog, e.beside) {
			t.Errorf("%s is held against %q, which the catalog does not have", e.id, e.beside)
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
	label := map[string][]string{"instroom": {"chartsteps.go", "text_counts.go", "text_names.go"}, // a stand
		"contact": {"text_since.go"}} // a step
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file == "register.go" || strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range register {
			if strings.Contains(string(source), strconv.Quote(e.id)) && !slices.Contains(label[e.id], file) {
				t.Errorf("%s names the figure %s: what is particular to it belongs in its entry of the register", file, e.id)
			}
		}
	}
}
