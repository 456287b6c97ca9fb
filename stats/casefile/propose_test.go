package casefile

import (
	"strings"
	"testing"

	"herstel/stats/casefile/internal/sample"
	"herstel/stats/rules"
)

// TestAnotherSheetIsProposed inspects a workbook with the contacts on a sheet of
// their own; the line it writes must be one that Parse reads.
func TestAnotherSheetIsProposed(t *testing.T) {
	cases, contacts := split(sample.Cases(80))
	got := template(t, bookOf(t, page{rows: csvDates(cases)}, page{rows: csvDates(contacts)},
		page{rows: [][]any{{"Jan Kanarie", "uitleg"}, {"a", "b"}}}))
	const line = `#   - {pad: "export", blad: "2", sleutel: "Dossier", kies: eerste, kolommen: {`
	_, rest, found := strings.Cut(got, line)
	if !found || strings.Contains(got, "Kanarie") {
		t.Fatalf("got\n%s", got)
	}
	rest, _, _ = strings.Cut(rest, "   #")
	ruleset, err := rules.Parse(strings.NewReader("koppel:\n" + line[1:] + rest + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if l := ruleset.Links[0]; l.Key != "Dossier" || len(l.Columns) != 1 || l.Columns[0].Column != rules.ColForm {
		t.Errorf("got %+v", l)
	}
}
