package rules

import (
	"strings"
	"testing"
)

// TestColumnsAreWhole holds that the entry of a column says everything that is
// told of it elsewhere, and that no two say the same.
func TestColumnsAreWhole(t *testing.T) {
	ruleset, err := Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]Column{}
	rank := map[int]Column{}
	for c := range ColumnCount {
		info := c.Info()
		if info.Name == "" || info.Name != Fold(info.Name) || strings.ContainsAny(info.Name, " -") ||
			info.Meaning == "" || info.Example == "" {
			t.Errorf("%d: %+v lacks something", c, info)
		}
		for _, name := range []string{info.Name, info.Meaning, info.Example} {
			if other, ok := met[name]; ok {
				t.Errorf("%v and %v both say %q", c, other, name)
			}
			met[name] = c
		}
		if other, ok := rank[info.Rank]; ok && len(info.Loose) > 0 || (len(info.Loose) > 0) != (info.Rank > 0) {
			t.Errorf("%v and %v: rank %d", c, other, info.Rank)
		} else if info.Rank > 0 {
			rank[info.Rank] = c
		}
		if date, ok := c.DateOf(); ok != (info.Content == YesNo) || ok && date.Info().Content != Date {
			t.Errorf("%v has the date %v", c, date)
		}
		if len(ruleset.Headers(c)) < 2 {
			t.Errorf("%v: default.yaml has no headers of other systems for it", c)
		}
		if (ruleset.Vocabulary(c) != nil) != (info.Content == Category) {
			t.Errorf("%v: a category has a list of values, and nothing else has", c)
		}
		if found, ok := ColumnNamed(info.Name); !ok || found != c {
			t.Errorf("%v is not found by its name", c)
		}
	}
}
