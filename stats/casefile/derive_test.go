package casefile

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// withStatus turns the contact columns of the sample into one status.
func withStatus(n int) (sheet *sample.Sheet, yes, no, empty int) {
	sheet = sample.Cases(n)
	sheet.Header = append([]string(nil), sheet.Header...)
	sheet.Header[8] = "Uitkomst"
	for i, row := range sheet.Rows {
		switch {
		case row[8] == "ja":
			row[8] = []string{"Gesproken", " gesproken", "BRIEF"}[i%3]
			yes++
		case row[2] != "":
			row[8] = fmt.Sprintf("Gestopt %d", i%4)
			no++
		default:
			row[8] = []string{"", "n.v.t.", "onbekend"}[i%3]
			empty++
		}
	}
	return sheet, yes, no, empty
}

// TestDerivedColumnsAreCounted compares what became of a derived column with
// the rows that were made for it, in both formats and with several workers.
func TestDerivedColumnsAreCounted(t *testing.T) {
	sheet, yes, no, empty := withStatus(900)
	ruleset, err := rules.Parse(strings.NewReader("afleiden:\n  contact: {kolom: Uitkomst, waarden: [Gesproken, " +
		"brief, Telefoon]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"csv": sample.CSV{}.Write(sheet), "xlsx": sample.XLSX{}.Write(sheet)} {
		data, err := Read(context.Background(), []Input{input("a", file)}, ruleset,
			Options{ReferenceDate: day.NoDay, Workers: 4, block: 4 << 10})
		if err != nil {
			t.Fatal(err)
		}
		d := data.Derived[0]
		if got := [3]int{d.Yes, d.No, d.Empty}; got != [3]int{yes, no, empty} {
			t.Errorf("%s: got %v, want %d yes, %d no, %d empty", name, got, yes, no, empty)
		}
		var unnamed []string
		total := 0
		for _, v := range d.Unnamed {
			unnamed, total = append(unnamed, v.Value), total+v.Count
		}
		if len(unnamed) != 4 || total != no {
			t.Errorf("%s: not named: %v in %d rows", name, unnamed, total)
		}
		if !hasNotice(data, stats.NoticeUnseen, `"Telefoon"`) || !hasNotice(data, stats.NoticeUnnamed, "4 waarden") {
			t.Errorf("%s: notices %v", name, data.Notices)
		}
	}
}

func hasNotice(data *stats.Dataset, id, part string) bool {
	for _, n := range data.Notices {
		if n.ID == id && strings.Contains(n.Text, part) {
			return true
		}
	}
	return false
}

// TestDerivingChangesNothing reads an export with its own columns, and with the
// same columns derived: all that follows must be the same.
func TestDerivingChangesNothing(t *testing.T) {
	plain := sample.Cases(500)
	renamed := sample.Cases(500)
	renamed.Header = append([]string(nil), renamed.Header...)
	renamed.Header[8], renamed.Header[3], renamed.Header[11] = "K1", "K2", "K3"
	for _, row := range renamed.Rows {
		if row[3] != "" {
			row[3] = "Afgewezen: " + row[3].(string)
		}
	}
	ruleset, err := rules.Parse(strings.NewReader(`afleiden:
  contact: {kolom: K1, waarden: [ja]}
  afkeurreden: {kolom: K2, begint_met: "afgewezen:"}
  afsluitdatum: {kolom: K3}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay}, sample.CSV{}.Write(plain))
	for _, file := range [][]byte{sample.CSV{}.Write(renamed), sample.XLSX{}.Write(renamed)} {
		got, err := Read(context.Background(), []Input{input("a", file)}, ruleset, Options{ReferenceDate: day.NoDay})
		if err != nil {
			t.Fatal(err)
		}
		for year := 2017; year <= 2021; year++ {
			opt := stats.Options{Year: year, ReferenceDate: day.NoDay}
			a, errA := stats.Compute(want, rulesFor(t), opt)
			b, errB := stats.Compute(got, ruleset, opt)
			if errA != nil || errB != nil {
				t.Fatal(errA, errB)
			}
			for i := range a.Tables {
				if a.Tables[i].Figure.Breaks == 0 &&
					!reflect.DeepEqual(a.Tables[i].Rows, tableNamed(b, a.Tables[i].Figure.ID)) {
					t.Errorf("%d: %s differs", year, a.Tables[i].Figure.ID)
				}
			}
		}
	}
}

func tableNamed(figs *stats.Figures, id string) []stats.Row {
	for _, table := range figs.Tables {
		if table.Figure.ID == id {
			return table.Rows
		}
	}
	return nil
}
