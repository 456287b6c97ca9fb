package casefile

import (
	"context"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// TestSeparatorsAtTheEnd adds separators to all rows, or to the header alone. It
// takes none away where a cell would move.
func TestSeparatorsAtTheEnd(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(csvOf(rowsOf(1, 30)))), "\n")
	for name, c := range map[string]struct {
		change func(i int, line string) string
		whole  bool
	}{
		"in every row": {func(i int, line string) string { return line + strings.Repeat(";", min(i, 1)) },
			true},
		"in the header": {func(i int, line string) string { return line + strings.Repeat(";", 1-min(i, 1)) },
			true},
		"two in every row": {func(i int, line string) string { return line + strings.Repeat(";;", min(i, 1)) },
			true},
		"in most rows": {func(i int, line string) string { return line + strings.Repeat(";", min(i%9, 1)) },
			false},
		"with a value behind it": {func(i int, line string) string { return line + strings.Repeat(";x", min(i, 1)) },
			false},
	} {
		var b strings.Builder
		for i, line := range lines {
			b.WriteString(c.change(i, line) + "\n")
		}
		data, err := Read(context.Background(), []Input{input("a", []byte(b.String()))}, defaultRules(t),
			Options{ReferenceDate: day.NoDay})
		if err != nil {
			t.Fatal(name, err)
		}
		if s := data.Sources[0]; (s.Counted == 30) != c.whole || s.Rows != 30 {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

func TestOwnWordsForNothing(t *testing.T) {
	ruleset, err := rules.Parse(strings.NewReader("leeg: [geen, \"<niets>\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(1, 3)
	rows[1][2], rows[2][3], rows[3][9] = "Geen", "<NIETS>", " geen "
	data, err := Read(context.Background(), []Input{input("a", csvOf(rows))}, ruleset,
		Options{ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range data.Findings {
		if stats.RowRules[f.Rule].Severity != stats.Info {
			t.Errorf("%s in %s", stats.RowRules[f.Rule].ID, f.Column)
		}
	}
}
