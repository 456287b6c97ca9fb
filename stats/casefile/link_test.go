package casefile

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// split moves the contact columns of the sample to a sheet of their own, in
// another order, with an earlier contact for some.
func split(sheet *sample.Sheet) (cases, contacts [][]any) {
	head := []any{}
	for _, name := range sheet.Header[:8] {
		head = append(head, name)
	}
	cases, contacts = [][]any{append(head, "afsluitdatum", "bemiddelaar", "arrondissement")},
		[][]any{{"Soort", "Dossier", "Op"}}
	for i, row := range sheet.Rows {
		cases = append(cases, append(append([]any{}, row[:8]...), row[11], row[12], row[13]))
		if row[8] != "ja" {
			continue
		}
		contacts = append(contacts, []any{row[10], strings.ToLower(row[0].(string)), row[9]})
		if i%3 == 0 {
			contacts = append(contacts, []any{"Pendel", row[0], "31-12-2021"})
		}
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(contacts)-1,
		func(i, j int) { contacts[i+1], contacts[j+1] = contacts[j+1], contacts[i+1] })
	return cases, contacts
}

const linkRules = "koppel: [{pad: b, blad: \"2\", sleutel: Dossier, kies: eerste, kolommen: {contactdatum: [Op], " +
	"contactvorm: [Soort]}}]"

// TestLinkingChangesNothing reads an export whole, and with its contacts on a
// second sheet: the figures must be the same, and every row accounted for.
func TestLinkingChangesNothing(t *testing.T) {
	sheet := sample.Cases(600)
	for _, row := range sheet.Rows {
		row[8] = strings.Replace(row[8].(string), "nee", "", 1) // the second sheet knows no "nee"
	}
	cases, contacts := split(sheet)
	ruleset, err := rules.Parse(strings.NewReader(linkRules))
	if err != nil {
		t.Fatal(err)
	}
	want := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay}, sample.CSV{}.Write(sheet))
	book := bookOf(t, page{rows: csvDates(cases)}, page{rows: csvDates(contacts)})
	in := input("boek", book)
	got, err := Read(context.Background(), []Input{in}, ruleset, Options{ReferenceDate: day.NoDay, Links: []Input{in}})
	if err != nil {
		t.Fatal(err)
	}
	a := got.Links[0]
	if a.Rows != len(contacts)-1 || a.Rows != a.Used+a.Repeated+a.Loose+a.NoKey+a.Broken || a.Loose != 0 ||
		a.Cases != 600 {
		t.Errorf("account %+v of %d rows", a, len(contacts)-1)
	}
	for _, n := range got.Notices {
		if n.ID == stats.NoticeSheetUnread {
			t.Errorf("told as unread: %+v", n)
		}
	}
	opt := stats.Options{Year: 2020, ReferenceDate: day.NoDay}
	one, errOne := stats.Compute(want, rulesFor(t), opt)
	two, errTwo := stats.Compute(got, ruleset, opt)
	if errOne != nil || errTwo != nil {
		t.Fatal(errOne, errTwo)
	}
	for _, table := range one.Tables {
		if table.Figure.Breaks == 0 && !reflect.DeepEqual(table.Rows, tableNamed(two, table.Figure.ID)) {
			t.Errorf("%s differs", table.Figure.ID)
		}
	}
}

// csvDates writes the dates as text, as most systems do.
func csvDates(rows [][]any) [][]any {
	for _, row := range rows {
		for i, value := range row {
			if on, ok := value.(interface{ Format(string) string }); ok {
				row[i] = on.Format("02-01-2006")
			}
		}
	}
	return rows
}

func TestLinkWithoutItsFileIsRefused(t *testing.T) {
	ruleset, err := rules.Parse(strings.NewReader(linkRules))
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(context.Background(), []Input{input("a", sample.CSV{}.Write(sample.Cases(5)))}, ruleset,
		Options{ReferenceDate: day.NoDay})
	if faults := rules.Faults(err); len(faults) != 1 || faults[0].Line != 1 {
		t.Errorf("got %v", err)
	}
}

func TestLinkOfAnotherKeyIsRefused(t *testing.T) {
	ruleset, err := rules.Parse(strings.NewReader(strings.Replace(linkRules, "Dossier", "Soort", 1)))
	if err != nil {
		t.Fatal(err)
	}
	cases, contacts := split(sample.Cases(50))
	in := input("boek", bookOf(t, page{rows: csvDates(cases)}, page{rows: csvDates(contacts)}))
	_, err = Read(context.Background(), []Input{in}, ruleset, Options{ReferenceDate: day.NoDay, Links: []Input{in}})
	var refused *Error
	if !errors.As(err, &refused) || !strings.Contains(refused.What, "past er geen") {
		t.Errorf("got %v", err)
	}
}
