package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"herstel/testdata/demo"
)

// correction is one cell of the demo that a policy officer put right. An empty
// want says that nothing changed: another spelling of the same value.
type correction struct{ number, column, value, want string }

var corrections = []correction{
	{"2021-00002", "delict", "Aanranding", "delict: Verkrachting → Aanranding"},
	{"2021-00003", "aanmelder", "Politie", "aanmelder: Openbaar Ministerie → Politie"},
	{"2021-00004", "contact", "ja", "contact: nee → ja"},
	{"2021-00005", "contactdatum", "20-01-2021", "contactdatum: 16 januari 2021 → 20 januari 2021"},
	{"2021-00006", "contactvorm", "Gesprek", "contactvorm: Groepsherstelbijeenkomst → Gesprek"},
	{"2021-00008", "bereiddatum", "16-01-2021", "bereiddatum: 15 januari 2021 → 16 januari 2021"},
	{"2021-00009", "afkeurreden", "Buiten het kader", "afkeurreden: Overige reden → Buiten het kader"},
	{"2021-00010", "afsluitdatum", "", "afsluitdatum: 10 maart 2021 → leeg"},
	{"2021-00012", "bereid", "ja", "bereid: nee → ja"},
	{"2021-00013", "afkeurdatum", "19-01-2021", "afkeurdatum: 18 januari 2021 → 19 januari 2021"},
	{"2021-00014", "uitzetdatum", "16-02-2021", "uitzetdatum: 15 februari 2021 → 16 februari 2021"},
	{"2021-00015", "aanmelddatum", "31-12-2020", "aanmelddatum: 6 januari 2021 → 31 december 2020"},
	{"2021-00016", "initiatiefnemer", "Dader", "initiatiefnemer: Slachtoffer → Dader"},
	{"2021-00017", "bemiddelaar", "B04", "bemiddelaar"},
	{"2021-00018", "sport", "Voetbal", "sport"},
	{"2020-00015", "aanmelder", "Raad voor de Kinderbescherming", ""},
	{"2020-00013", "delict", "Ontucht", "delict: Verkrachting → Ontucht"},
}

// correctedDemo writes the demo export and one with the corrections: besides
// them a case that goes, one that comes, one that gets another number, one whose
// aanmelddatum cannot be read any more, and a duplicate.
func correctedDemo(t *testing.T) (old, now string) {
	t.Helper()
	dir := t.TempDir()
	old, now = filepath.Join(dir, "oud.csv"), filepath.Join(dir, "nieuw.csv")
	in := csv.NewReader(bytes.NewReader(demo.Export()))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	row := func(number string) []string {
		return rows[slices.IndexFunc(rows, func(r []string) bool { return r[0] == number })]
	}
	for _, c := range corrections {
		row(c.number)[slices.Index(rows[0], c.column)] = c.value
	}
	added := slices.Clone(row("2021-00043"))
	added[0] = "2021-99001"
	rows = append(rows, added, slices.Clone(row("2021-00032")))
	row("2021-00033")[0] = "2021-99002"
	row("2021-00034")[1] = "onbekend"
	rows = slices.DeleteFunc(rows, func(r []string) bool { return r[0] == "2021-00042" })
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.Comma = ';'
	if err := out.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	for path, data := range map[string][]byte{old: demo.Export(), now: b.Bytes(),
		filepath.Join(dir, "herstel.yaml"): demo.Config()} {
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return old, now
}

// outputOf runs a command that must succeed.
func outputOf(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(context.Background(), args,
		system{stdout: &out, stderr: &errs, disk: osDisk{}, wait: noWait}); code != exitDone {
		t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
	}
	return out.Bytes()
}

type diffCell struct {
	Figure   string            `json:"figuur"`
	Year     int               `json:"jaar"`
	Category map[string]string `json:"categorie"`
	Old, New struct {
		Status  string             `json:"status"`
		Numbers map[string]float64 `json:"getallen"`
	}
	Crossing string       `json:"overgang"`
	Count    []diffEffect `json:"door"`
	Base     []diffEffect `json:"noemer_door"`
}

// UnmarshalJSON reads the Dutch names of the two sides.
func (c *diffCell) UnmarshalJSON(data []byte) error {
	type plain diffCell
	if err := json.Unmarshal(data, (*plain)(c)); err != nil {
		return err
	}
	return json.Unmarshal(data, &struct{ Oud, Nieuw any }{&c.Old, &c.New})
}

type diffEffect struct {
	Number string `json:"zaaknummer"`
	Change int    `json:"verschil"`
}

type diffCaseRow struct {
	Number string `json:"zaaknummer"`
	Fields []struct {
		Column string `json:"kolom"`
		Old    string `json:"oud"`
		New    string `json:"nieuw"`
	} `json:"kolommen"`
	Reason string `json:"reden"`
}

type diffOutput struct {
	Cases struct {
		Added      []diffCaseRow `json:"erbij"`
		Removed    []diffCaseRow `json:"weg"`
		Changed    []diffCaseRow `json:"gewijzigd"`
		Duplicates []diffCaseRow `json:"dubbel"`
	} `json:"zaken"`
	Figures []diffCell `json:"cijfers"`
}

func diffOf(t *testing.T, old, now string) diffOutput {
	t.Helper()
	var d diffOutput
	config := filepath.Join(filepath.Dir(old), "herstel.yaml")
	if err := json.Unmarshal(outputOf(t, "diff", old, now, "--config", config, "--internal", "--format", "json"),
		&d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDiffFindsEveryCorrection plants corrections of every kind in the demo and
// holds that herstel diff finds each, and nothing else.
func TestDiffFindsEveryCorrection(t *testing.T) {
	old, now := correctedDemo(t)
	d := diffOf(t, old, now)
	want := map[string]string{}
	for _, c := range corrections {
		if c.want != "" {
			want[c.number] = c.want
		}
	}
	got := map[string]string{}
	for _, c := range d.Cases.Changed {
		var words []string
		for _, f := range c.Fields {
			if text := f.Column; f.Old == "" && f.New == "" {
				words = append(words, text)
			} else {
				words = append(words, fmt.Sprintf("%s: %s → %s", text, f.Old, f.New))
			}
		}
		got[c.Number] = strings.Join(words, "; ")
	}
	if !maps.Equal(got, want) {
		t.Errorf("changed cases are\n%v\nwant\n%v", got, want)
	}
	numbers := func(rows []diffCaseRow) (list []string) {
		for _, r := range rows {
			list = append(list, strings.TrimSpace(r.Number+" "+r.Reason))
		}
		slices.Sort(list)
		return list
	}
	for _, test := range []struct {
		what string
		rows []diffCaseRow
		want []string
	}{
		{"erbij", d.Cases.Added, []string{"2021-99001", "2021-99002"}},
		{"weg", d.Cases.Removed, []string{"2021-00033", "2021-00034 de aanmelddatum ontbreekt of is niet te lezen",
			"2021-00042"}},
		{"dubbel", d.Cases.Duplicates, []string{"2021-00032"}},
	} {
		if got := numbers(test.rows); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.what, got, test.want)
		}
	}
}

// TestDiffExplainsEveryChange holds the changed figures against the figures of
// both exports, and the cases behind each against its difference.
func TestDiffExplainsEveryChange(t *testing.T) {
	old, now := correctedDemo(t)
	d := diffOf(t, old, now)
	type cell map[string]any
	figuresOf := func(path string) map[string]cell {
		var doc struct {
			Cells []cell `json:"cijfers"`
		}
		config := filepath.Join(filepath.Dir(old), "herstel.yaml")
		if err := json.Unmarshal(outputOf(t, "figures", "--input", path, "--config", config, "--year", "2021",
			"--format", "json"), &doc); err != nil {
			t.Fatal(err)
		}
		cells := map[string]cell{}
		for _, c := range doc.Cells {
			delete(c, "rang_vorig")
			delete(c, "interval")
			delete(c, "verschil")
			cells[fmt.Sprint(c["figuur"], c["jaar"], c["categorie"])] = c
		}
		return cells
	}
	before, after := figuresOf(old), figuresOf(now)
	changed := map[string]bool{}
	for key, c := range after {
		if b, ok := before[key]; ok && fmt.Sprint(b) != fmt.Sprint(c) || !ok && c["aantal"] != 0.0 {
			changed[key] = true
		}
	}
	for key, c := range before {
		if _, ok := after[key]; !ok && c["aantal"] != 0.0 {
			changed[key] = true
		}
	}
	held := 0
	for _, c := range d.Figures {
		key := fmt.Sprint(c.Figure, c.Year, c.Category)
		if !changed[key] {
			t.Errorf("%s did not change", key)
		}
		delete(changed, key)
		if c.Old.Status != "ok" || c.New.Status != "ok" {
			if len(c.Count)+len(c.Base) > 0 {
				t.Errorf("%s is hidden, and its cases are told", key)
			}
			continue
		}
		held += checkEffects(t, key, c, "aantal", c.Count)
		held += checkEffects(t, key, c, "noemer", c.Base)
	}
	if held < 200 {
		t.Errorf("only %d numbers were held against their cases", held)
	}
	for key := range changed {
		// The rows of a figure that is withheld whole have no names to tell them by.
		if b, c := before[key], after[key]; c == nil && b["status"] == "onderdrukt" || b == nil &&
			c["status"] == "onderdrukt" {
			continue
		}
		t.Errorf("%s is not told", key)
	}
}

// checkEffects holds a number against its cases, where it is shown, and reports
// how many it held.
func checkEffects(t *testing.T, key string, c diffCell, field string, effects []diffEffect) int {
	t.Helper()
	was, known := c.Old.Numbers[field]
	is, knownToo := c.New.Numbers[field]
	if !known || !knownToo || c.Figure == "bemiddelaars" ||
		slices.Contains([]string{"contact_binnen", "contact_kromme", "doorlooptijd_cohort"}, c.Figure) {
		return 0
	}
	sum := 0
	for _, e := range effects {
		sum += e.Change
	}
	if sum != int(is-was) {
		t.Errorf("%s: %s goes from %v to %v, and its cases add up to %d: %v", key, field, was, is, sum, effects)
	}
	return 1
}

// TestDiffNamesTheCasesBehindAChange holds single effects that follow from the corrections by hand.
func TestDiffNamesTheCasesBehindAChange(t *testing.T) {
	old, now := correctedDemo(t)
	d := diffOf(t, old, now)
	effects := map[string]string{}
	for _, c := range d.Figures {
		effects[fmt.Sprint(c.Figure, " ", c.Year, " ",
			strings.Join(slices.Sorted(maps.Values(c.Category)), " "))] = fmt.Sprint(c.Count)
	}
	for key, want := range map[string]string{
		"delict 2021 Verkrachting Zeden": "[{2021-00002 -1} {2021-99002 1} {2021-99001 1} {2021-00033 -1} " +
			"{2021-00042 -1}]",
		"delict 2021 Aanranding Zeden":       "[{2021-00002 1}]",
		"aanmelder 2021 Openbaar Ministerie": "[{2021-00003 -1}]",
		"instroom 2020 aanmeldingen":         "[{2021-00015 1}]",
		"afkeurreden 2021 Overige reden":     "[{2021-00009 -1}]",
		"bereidheid 2021 ": "[{2021-00004 1} {2021-00012 1} {2021-99002 1} {2021-99001 1} " +
			"{2021-00033 -1} {2021-00034 -1} {2021-00042 -1}]",
		"standen 2021 uitstroom": "[{2021-00010 -1} {2021-99002 1} {2021-99001 1} {2021-00033 -1} {2021-00034 -1} " +
			"{2021-00042 -1}]",
	} {
		if got := effects[key]; got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
}
