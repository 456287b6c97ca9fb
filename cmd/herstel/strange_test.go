package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// truth is a case as it is, whatever an export makes of it.
type truth struct {
	number                                 string
	received, assigned, contact, closed    time.Time // zero: not
	rejected                               bool
	referrer, initiator, offence, how, why string
}

// truths makes cases of three years.
func truths(n int) []truth {
	rnd := rand.New(rand.NewPCG(7, 18))
	pick := func(words ...string) string { return words[rnd.IntN(len(words))] }
	var all []truth
	for i := range n {
		c := truth{number: fmt.Sprintf("D-%04d", i), received: time.Date(2019, 1, 7+i*1080/n, 0, 0, 0, 0, time.UTC),
			referrer:  pick("zelf", "Slachtofferhulp", "Reclassering", "PI"),
			initiator: pick("Slachtoffer", "Dader", "Verdachte"),
			offence:   pick("Mishandeling", "Bedreiging", "Verkrachting", "Verkeersongeval", "Diefstal")}
		switch k := rnd.IntN(10); {
		case k < 2:
			c.rejected, c.why = true, pick("Dubbel", "Buiten kader")
		default:
			c.assigned = c.received.AddDate(0, 0, 1+rnd.IntN(20))
			if k < 6 {
				c.contact, c.how = c.assigned.AddDate(0, 0, 5+rnd.IntN(80)), pick("Gesprek", "Brief")
			}
			if k < 9 {
				c.closed = c.assigned.AddDate(0, 0, 90+rnd.IntN(60))
			}
		}
		all = append(all, c)
	}
	return all
}

// countTruths counts the cases of a year, knowing nothing of herstel. A key is that
// of a cell in the tidy form.
func countTruths(all []truth, year int) map[string]int {
	groups := map[string]string{"Mishandeling": "Geweld", "Bedreiging": "Geweld", "Verkrachting": "Zeden",
		"Verkeersongeval": "Verkeer", "Diefstal": "Overig"}
	n := map[string]int{}
	for _, c := range all {
		if c.received.Year() != year {
			continue
		}
		n["instroom aanmeldingen"]++
		if c.rejected {
			n["instroom afgekeurd"]++
		}
		if c.assigned.IsZero() {
			continue
		}
		n["instroom uitgezet"]++
		n["aanleiding "+groups[c.offence]]++
		if c.referrer == "zelf" {
			n["aanmeldgroep zelf"]++
		} else {
			n["aanmeldgroep professioneel"]++
		}
		if c.contact.IsZero() {
			continue
		}
		n["contact "]++
		switch c.how {
		case "Gesprek":
			n["contactvorm Gesprek"]++
		case "Brief":
			n["contactvorm Briefwisseling"]++
		}
	}
	return n
}

// strangeExport is an export of another system, and what a user does with the
// herstel.yaml that init proposes.
type strangeExport struct {
	name, file string
	write      func(t *testing.T, all []truth) []byte
	switchOn   []string // sections of which # and a space are taken away
	hasForm    bool
}

var strangeExports = []strangeExport{
	{"a status instead of dates", "status.csv", statusExport, []string{"afleiden"}, true},
	{"two linked sheets", "bladen.xlsx", linkedExport, []string{"koppel"}, true},
	{"a sheet a year", "jaren.xlsx", yearsExport, nil, true},
	{"dates in words", "woorden.csv", wordsExport, nil, false},
}

func statusExport(_ *testing.T, all []truth) []byte {
	var b strings.Builder
	b.WriteString("Dossiernr;Binnengekomen op;Verwezen door;Initiatief van;Feit;Status;Uitkomst\n")
	for _, c := range all {
		status, outcome := "In behandeling", c.how
		switch {
		case c.rejected:
			status, outcome = "Afgewezen", "Afgewezen: "+c.why
		case !c.closed.IsZero():
			status = "Afgerond"
			if outcome == "" {
				outcome = "Geen contact"
			}
		}
		fmt.Fprintf(&b, "%s;%s;%s;%s;%s;%s;%s\n", c.number, c.received.Format("2-1-2006"), c.referrer, c.initiator,
			c.offence, status, outcome)
	}
	return []byte(b.String())
}

// cellOf is a date, or nothing.
func cellOf(on time.Time) any {
	if on.IsZero() {
		return nil
	}
	return on
}

func linkedExport(t *testing.T, all []truth) []byte {
	cases := [][]any{{"ZaakID", "Datum aanmelding", "Uitgezet op", "Reden afkeuring", "Aangemeld door",
		"Initiatief van", "Type delict", "Afgesloten op"}}
	contacts := [][]any{{"ZaakID", "Datum contact", "Soort contact"}}
	for i, c := range all {
		cases = append(cases, []any{c.number, c.received, cellOf(c.assigned), c.why, c.referrer, c.initiator, c.offence,
			cellOf(c.closed)})
		if !c.contact.IsZero() {
			contacts = append(contacts, []any{c.number, c.contact, c.how})
			if i%3 == 0 {
				contacts = append(contacts, []any{c.number, c.contact.AddDate(0, 0, 9), "Pendel"})
			}
		}
	}
	return bookOfSheets(t, []string{"Zaken", "Contacten"}, cases, contacts)
}

func yearsExport(t *testing.T, all []truth) []byte {
	var names []string
	var sheets [][][]any
	for year := 2019; year <= 2021; year++ {
		rows := [][]any{{fmt.Sprintf("Overzicht van de zaken van %d", year)}, {},
			{"Zaak-ID", "Datum ontvangst", "Toewijzing d.d.", "Reden afwijzing", "Aangemeld door",
				"Op initiatief van", "Type delict", "Contact gehad", "Eerste contact", "Vorm contact", "Einddatum"}}
		for _, c := range all {
			if c.received.Year() == year {
				rows = append(rows, []any{c.number, c.received, cellOf(c.assigned), c.why, c.referrer, c.initiator,
					c.offence,
					map[bool]string{true: "ja", false: "nee"}[!c.contact.IsZero()], cellOf(c.contact), c.how,
					cellOf(c.closed)})
			}
		}
		rows = append(rows, []any{}, []any{"Totaal", len(rows) - 3})
		names, sheets = append(names, fmt.Sprint(year)), append(sheets, rows)
	}
	return bookOfSheets(t, names, sheets...)
}

func wordsExport(_ *testing.T, all []truth) []byte {
	months := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
		"oktober", "november", "december"}
	words := func(on time.Time) string {
		if on.IsZero() {
			return ""
		}
		return fmt.Sprintf("%d %s %d", on.Day(), months[on.Month()-1], on.Year())
	}
	var b strings.Builder
	b.WriteString("Kenmerk,Melding ontvangen,Toegewezen op,Afgewezen wegens,Bron,Initiatiefnemer,Delict,Is er " +
		"contact,Afgerond op\n")
	for i, c := range all {
		answer := "nee"
		switch {
		case !c.contact.IsZero():
			answer = "Ja"
		case i%4 == 0:
			answer = "onbekend"
		}
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%s,%s,%s,%s\n", c.number, words(c.received), words(c.assigned), c.why,
			c.referrer, c.initiator, c.offence, answer, words(c.closed))
	}
	return []byte(b.String())
}

// bookOfSheets makes a workbook.
func bookOfSheets(t *testing.T, names []string, sheets ...[][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, name := range names {
		if i == 0 {
			check(f.SetSheetName("Sheet1", name))
		} else {
			_, err := f.NewSheet(name)
			check(err)
		}
		for r, row := range sheets[i] {
			check(f.SetSheetRow(name, fmt.Sprintf("A%d", r+1), &row))
		}
	}
	var b bytes.Buffer
	check(f.Write(&b))
	return b.Bytes()
}

// switchOn takes # and a space away from a section of herstel.yaml.
func switchOn(config, section string) string {
	lines := strings.Split(config, "\n")
	inside := false
	for i, line := range lines {
		if line == "# "+section+":" {
			inside = true
		}
		if inside && !strings.HasPrefix(line, "# ") {
			inside = false
		}
		if inside {
			lines[i] = strings.TrimPrefix(line, "# ")
		}
	}
	return strings.Join(lines, "\n")
}

// TestExportsOfOtherSystems goes from init to a report of four exports as a user
// would, and counts the steps. The figures must be those of a count that knows
// nothing of herstel, and nothing may be left out.
func TestExportsOfOtherSystems(t *testing.T) {
	all := truths(600)
	want := countTruths(all, 2021)
	for _, export := range strangeExports {
		t.Run(export.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			steps := 0
			do := func(args ...string) string {
				steps++
				return runOrFail(t, args...)
			}
			if err := os.WriteFile(export.file, export.write(t, all), 0o600); err != nil {
				t.Fatal(err)
			}
			do("init", export.file)
			steps++ // looking at herstel.yaml, switching sections on, taking the marks away
			reviseConfig(t, export.switchOn)
			if out := do("check"); !strings.Contains(out, "0 weggelaten") || strings.Contains(out, "fout:") ||
				strings.Contains(out, "waarschuwing:") {
				t.Errorf("check says\n%s", out)
			}
			do("report", "--year", "2021", "--strict", "--out", "verslag")
			data, err := os.ReadFile("verslag/cijfers-2021.json")
			if err != nil {
				t.Fatal(err)
			}
			got := tidyCounts(t, data)
			for cell, n := range want {
				if strings.HasPrefix(cell, "contactvorm") && !export.hasForm {
					continue
				}
				if got[cell] != n {
					t.Errorf("%s is %d, want %d", cell, got[cell], n)
				}
			}
			if steps != 4 {
				t.Errorf("took %d steps, and the note says four", steps)
			}
		})
	}
}

// runOrFail runs a command and returns what it printed.
func runOrFail(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	now := func() time.Time { return time.Date(2022, 9, 1, 9, 0, 0, 0, time.UTC) }
	if code := run(context.Background(), args,
		system{stdout: &out, stderr: &errs, disk: osDisk{}, wait: noWait, now: now}); code != 0 {
		t.Fatalf("%v: exit code %d, %s%s", args, code, out.String(), errs.String())
	}
	return out.String()
}

// reviseConfig does in herstel.yaml what its comments say.
func reviseConfig(t *testing.T, sections []string) {
	t.Helper()
	data, err := os.ReadFile("herstel.yaml")
	if err != nil {
		t.Fatal(err)
	}
	config := string(data)
	for _, section := range sections {
		config = switchOn(config, section)
	}
	config = strings.ReplaceAll(config, "TE CONTROLEREN", "gezien")
	if err := os.WriteFile("herstel.yaml", []byte(strings.Replace(config, "drempel: 5", "drempel: 0", 1)),
		0o600); err != nil {
		t.Fatal(err)
	}
}

// tidyCounts returns the counts of 2021 by figure and category.
func tidyCounts(t *testing.T, data []byte) map[string]int {
	t.Helper()
	var doc struct {
		Figures []struct {
			Figure   string            `json:"figuur"`
			Year     int               `json:"jaar"`
			Category map[string]string `json:"categorie"`
			Count    *int              `json:"aantal"`
		} `json:"cijfers"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, o := range doc.Figures {
		if o.Year == 2021 && o.Count != nil && len(o.Category) < 2 {
			key := o.Figure + " "
			for _, value := range o.Category {
				key += value
			}
			counts[key] = *o.Count
		}
	}
	return counts
}
