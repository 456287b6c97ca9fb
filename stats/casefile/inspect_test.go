package casefile

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// foreign is an export with headers and values that the rules do not know.
func foreign(n int) *sample.Sheet {
	s := sample.Cases(n)
	s.Header = []string{"Zaak-nr intern", "Instroom d.d.", "Uitzet-datum", "Reden afk.", "Herkomst", "Initiatiefn.",
		"Aard van de zaak", "Bereid?",
		"Contact j/n", "Contactdatm", "Vorm", "Afsl. datum", "Naam mediator", "Regio", "Opmerkingen"}
	for _, row := range s.Rows {
		if row[6] == "Verkrachting" {
			row[6] = "Verkrachtign"
		}
		if row[6] == "Stalking" {
			row[6] = "Drone-overlast"
		}
		row[12] = "Jan Kanarie"
		row[14] = "Kanarie belde " + row[0].(string)
	}
	return s
}

func inspect(t *testing.T, files ...[]byte) *Inspection {
	t.Helper()
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	var inputs []Input
	for _, f := range files {
		inputs = append(inputs, input("export", f))
	}
	found, err := Inspect(context.Background(), inputs, ruleset)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestInspectGuessesForeignHeaders(t *testing.T) {
	for name, file := range map[string][]byte{"csv": sample.CSV{Title: "Export\n"}.Write(foreign(300)),
		"xlsx": sample.XLSX{}.Write(foreign(300))} {
		t.Run(name, func(t *testing.T) {
			want := map[string]rules.Column{
				"Zaak-nr intern": rules.ColCaseNumber, "Instroom d.d.": rules.ColReceived,
				"Uitzet-datum": rules.ColAssigned, "Reden afk.": rules.ColReason,
				"Herkomst": rules.ColReferrer, "Initiatiefn.": rules.ColInitiator, "Aard van de zaak": rules.ColOffence,
				"Bereid?":     rules.ColWilling,
				"Contact j/n": rules.ColContact, "Contactdatm": rules.ColContacted, "Vorm": rules.ColForm,
				"Afsl. datum": rules.ColClosed,
			}
			for _, g := range inspect(t, file).Columns {
				c, expected := want[g.Header]
				if expected != (g.Certainty != NoIdea) || expected && g.Column != c {
					t.Errorf("%s: got %s (%d: %s)", g.Header, g.Column, g.Certainty, g.Why)
				}
				for _, v := range g.Values {
					if strings.Contains(v.Value, "Kanarie") {
						t.Errorf("%s lists a personal value", g.Header)
					}
				}
			}
		})
	}
}

func TestWriteConfigMakesTheExportReadable(t *testing.T) {
	file := sample.CSV{}.Write(foreign(300))
	var b strings.Builder
	if err := WriteConfig(&b, inspect(t, file)); err != nil {
		t.Fatal(err)
	}
	config := b.String()
	for _, want := range []string{toCheck, `"Verkrachting": {ook: ["Verkrachtign"]}`,
		`"Drone-overlast": {groep: }`} {
		if !strings.Contains(config, want) {
			t.Errorf("no %q in\n%s", want, config)
		}
	}
	if strings.Contains(config, "Kanarie") {
		t.Error("a personal value reached herstel.yaml")
	}
	ruleset, err := rules.Parse(strings.NewReader(config))
	if err != nil {
		t.Fatalf("%v in\n%s", err, config)
	}
	data := read(t, ruleset, Options{ReferenceDate: day.NoDay}, file)
	if data.Sources[0].Counted != 300 || len(data.Unknown) != 2 {
		t.Errorf("got %+v, unknown %v", data.Sources[0], data.Unknown)
	}
	config = strings.ReplaceAll(uncommented(config), "{groep: }", "{groep: Overig}")
	if ruleset, err = rules.Parse(strings.NewReader(config)); err != nil {
		t.Fatalf("%v in\n%s", err, config)
	}
	if data = read(t, ruleset, Options{ReferenceDate: day.NoDay}, file); len(data.Unknown) > 0 {
		t.Errorf("unknown %v", data.Unknown)
	}
}

func TestHeaderThatHerstelYamlNamesIsTheColumn(t *testing.T) {
	const header = "Kenmerk;Dossiernr;aanmelddatum;uitzetdatum;afkeurreden;aanmelder;initiatiefnemer;delict;contact\n"
	const rows = "1;A;1-1-2021;;;zelf;;;\n1;B;1-1-2021;;;zelf;;;\n"
	for _, c := range []struct {
		config, header string
		counted        int // -1: refused
	}{
		{"", header, -1},
		{"kolommen: {zaaknummer: [Dossiernr]}", header, 2},
		{"kolommen: {zaaknummer: [Kenmerk]}", header, 1},
		{"", strings.Replace(header, "Dossiernr", "Zaaknummer", 1), -1},
		{"kolommen: {zaaknummer: [Kenmerk]}", strings.Replace(header, "Dossiernr", "Zaaknummer", 1), 1},
	} {
		ruleset, err := rules.Parse(strings.NewReader(c.config))
		if err != nil {
			t.Fatal(err)
		}
		data, err := Read(context.Background(), []Input{input("a", []byte(c.header+rows))}, ruleset,
			Options{ReferenceDate: day.NoDay})
		got := -1
		if err == nil {
			got = data.Sources[0].Counted
		}
		if got != c.counted {
			t.Errorf("%s %s: counted %d, want %d (%v)", c.config, c.header, got, c.counted, err)
		}
	}
}

func TestInspectTellsOfTwoSheets(t *testing.T) {
	sheet := foreign(30)
	sheet.Header[0] = "zaaknummer" // both sheets hold the same numbers, which tells Inspect nothing
	file := repack(t, sample.XLSX{}.Write(sheet), "xl/_rels/workbook.xml.rels", replaced("sheet2.xml", "sheet1.xml"))
	config := template(t, file)
	for _, want := range []string{`- {pad: "export", blad: "1"}   # ` + toCheck,
		`- {pad: "export", blad: "2"}   # ` + toCheck} {
		if !strings.Contains(config, want) {
			t.Errorf("no %q in\n%s", want, config)
		}
	}
	ruleset, err := rules.Parse(strings.NewReader(config))
	if err != nil || len(ruleset.Inputs) != 2 {
		t.Fatalf("got %v, %v", ruleset, err)
	}
	for _, chosen := range ruleset.Inputs {
		in := input("export", file)
		in.Sheet = chosen.Sheet
		data, err := Read(context.Background(), []Input{in}, ruleset, Options{ReferenceDate: day.NoDay})
		if err != nil || data.Sources[0].Counted != 30 {
			t.Errorf("blad %s: got %v, %v", in.Sheet, data, err)
		}
		found, err := Inspect(context.Background(), []Input{in}, ruleset)
		if err != nil || len(found.Files) != 1 || found.Files[0].OneOfMore {
			t.Errorf("blad %s: inspected %v, %v", in.Sheet, found, err)
		}
	}
}

// uncommented takes the marks off the section waarden, as a user does who agrees.
func uncommented(config string) string {
	var b strings.Builder
	inside := false
	for line := range strings.Lines(config) {
		inside = line == "# waarden:\n" || inside && strings.HasPrefix(line, "#   ")
		if inside {
			line = strings.TrimPrefix(line, "# ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// TestNamesNeverReachTheTemplate plants names in columns that herstel could
// take for a category, under headers that do and do not tell.
func TestNamesNeverReachTheTemplate(t *testing.T) {
	people := []string{"Kanarie de Vries", "P. Kanarie", "Kanarie van den Berg", "Anna Kanarie", "J.A. Kanarie",
		"Kanarie Jansen", "Kanarie-Smit, T.", "Els Kanarie", "Kanarie El Idrissi"}
	for _, header := range []string{"Naam aanmelder", "Aanmelder", "Contactpersoon", "E-mail melder", "Toelichting",
		"Regio"} {
		for _, rows := range []int{60, 400} {
			sheet := sample.Cases(rows)
			sheet.Header = append([]string(nil), sheet.Header...)
			sheet.Header[4] = header
			for i, row := range sheet.Rows {
				row[4] = people[i%len(people)]
			}
			if config := template(t, sample.CSV{}.Write(sheet)); strings.Contains(config, "Kanarie") ||
				strings.Contains(config, "# - {kolom: "+quoted(header)) {
				t.Errorf("%s, %d rows: a name or the column reached herstel.yaml\n%s", header, rows, config)
			}
		}
	}
}

func TestRareValuesAreCounted(t *testing.T) {
	sheet := sample.Cases(300)
	sheet.Rows[5][4], sheet.Rows[6][4] = "Kanarie", "kanarie"
	sheet.Rows[7][4] = "Slachtofferhlp"
	found := inspect(t, sample.CSV{}.Write(sheet))
	config := func() string {
		var b strings.Builder
		if err := WriteConfig(&b, found); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got := config(); strings.Contains(got, "Kanarie") ||
		!strings.Contains(got, "kolom aanmelder heeft 1 onbekende waarde die zelden voorkomt of op een naam lijkt, "+
			"in 2 rijen") ||
		!strings.Contains(got, `{ook: ["Slachtofferhlp"]}`) {
		t.Errorf("got\n%s", got)
	}
	found.ShowAll = true
	if got := config(); !strings.Contains(got, "Kanarie") {
		t.Errorf("--toon-waarden shows nothing:\n%s", got)
	}
}

// TestNamesThatComeOftenAreCounted gives a column of referrers the names of three
// people, each in many rows, and the name of an organisation.
func TestNamesThatComeOftenAreCounted(t *testing.T) {
	sheet := sample.Cases(300)
	for i, name := range []string{"Jan de Kanarie", "F. Kanarie", "Kanarie, Piet", "Stichting Exodus"} {
		for k := range 10 {
			sheet.Rows[i*10+k][4] = name
		}
	}
	var b strings.Builder
	if err := WriteConfig(&b, inspect(t, sample.CSV{}.Write(sheet))); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); strings.Contains(got, "Kanarie") || !strings.Contains(got, "3 onbekende waarden") ||
		!strings.Contains(got, `"Stichting Exodus": {`) {
		t.Errorf("got\n%s", got)
	}
}

// TestTheDateBetweenIsSuggested gives the uitzetdatum a header that says nothing.
func TestTheDateBetweenIsSuggested(t *testing.T) {
	sheet := sample.Cases(300)
	sheet.Header = slices.Clone(sheet.Header)
	sheet.Header[2] = "Datum stap 2"
	for _, g := range inspect(t, sample.CSV{}.Write(sheet)).Columns {
		if g.Header == "Datum stap 2" && (!g.Perhaps || g.Column != rules.ColAssigned) {
			t.Errorf("got %+v", g)
		}
	}
}

func TestNearestKnowsWholeWords(t *testing.T) {
	ruleset := rulesFor(t)
	for _, c := range []struct {
		column      rules.Column
		value, want string
	}{
		{rules.ColReferrer, "Politie eenheid Oost", "Politie"},
		{rules.ColOffence, "Mishandeling (art. 300)", "Mishandeling"},
		{rules.ColOffence, "Verkeer - letsel", "Overig verkeer"}, {rules.ColReferrer, "Metropolitie", ""},
	} {
		if near := Nearest(c.column, ruleset.Vocabulary(c.column), c.value); near.Label != c.want {
			t.Errorf("%s: got %q, want %q", c.value, near.Label, c.want)
		}
	}
}

// TestTheFullerDateIsTheDateOfReceipt gives a sparse date the likelier header.
func TestTheFullerDateIsTheDateOfReceipt(t *testing.T) {
	sheet := sample.Cases(300)
	sheet.Header = append([]string(nil), sheet.Header...)
	sheet.Header[1], sheet.Header[2], sheet.Header[11] = "Datum binnenkomst", "Datum koppeling", "Laatste datum"
	for _, g := range inspect(t, sample.CSV{}.Write(sheet)).Columns {
		if g.Certainty != NoIdea && g.Column == rules.ColReceived && g.Header != "Datum binnenkomst" {
			t.Errorf("aanmelddatum is %s", g.Header)
		}
	}
}

// TestOrderOfDatesIsEvidence gives columns of dates headers that mislead or say
// nothing: what lies first in every case is the aanmelddatum, and what lies before
// the uitzetdatum is no afsluitdatum.
func TestOrderOfDatesIsEvidence(t *testing.T) {
	for name, c := range map[string]struct {
		headers map[int]string // by place in the sample: 1 received, 2 assigned, 11 closed
		want    map[rules.Column]string
	}{
		"a header that says the end": {map[int]string{1: "Sluitdatum formulier", 11: "Laatste dag"},
			map[rules.Column]string{rules.ColReceived: "Sluitdatum formulier"}},
		"a header that says nothing": {map[int]string{1: "Datum 1", 11: "Datum 3"},
			map[rules.Column]string{rules.ColReceived: "Datum 1"}},
		"two that say received": {map[int]string{1: "Binnen op", 15: "Datum intake"},
			map[rules.Column]string{rules.ColReceived: "Binnen op"}},
		"two, the later first": {map[int]string{1: "Datum intake", 15: "Binnengekomen d.d."},
			map[rules.Column]string{rules.ColReceived: "Datum intake"}},
		"closed before assigned": {map[int]string{11: "Uitgezet d.d.", 2: "Einde zaak d.d."},
			map[rules.Column]string{rules.ColReceived: "aanmelddatum", rules.ColClosed: ""}},
	} {
		t.Run(name, func(t *testing.T) {
			sheet := sample.Cases(300)
			sheet.Header = append(slices.Clone(sheet.Header), "Ook een datum")
			for i := range sheet.Rows {
				sheet.Rows[i] = append(sheet.Rows[i], sheet.Rows[i][1].(time.Time).AddDate(0, 0, 9))
			}
			for i, header := range c.headers {
				sheet.Header[i] = header
			}
			got := map[rules.Column]string{}
			for _, g := range inspect(t, sample.CSV{}.Write(sheet)).Columns {
				if g.Certainty != NoIdea {
					got[g.Column] = g.Header
				}
			}
			for column, want := range c.want {
				if got[column] != want {
					t.Errorf("%v is %q, want %q", column, got[column], want)
				}
			}
		})
	}
}

// TestInspectNamesAHeaderOfTwoRows gives columns with the same name below groups.
func TestInspectNamesAHeaderOfTwoRows(t *testing.T) {
	sheet := sample.Cases(200)
	sheet.Upper = []string{"Zaakgegevens", "Instroom", "Uitzetting", "Afwijzing", "", "", "", "", "Ontmoeting", "", "",
		"Einde"}
	sheet.Header = slices.Clone(sheet.Header)
	sheet.Header[1], sheet.Header[2], sheet.Header[9], sheet.Header[11] = "Op", "Op", "Op", "Op"
	for name, file := range map[string][]byte{"csv": sample.CSV{}.Write(sheet), "xlsx": sample.XLSX{}.Write(sheet)} {
		found := inspect(t, file)
		var written strings.Builder
		if err := WriteConfig(&written, found); err != nil {
			t.Fatal(err)
		}
		config := written.String()
		ruleset, err := rules.Parse(strings.NewReader(config))
		if err != nil {
			t.Fatal(name, err)
		}
		data := read(t, ruleset, Options{ReferenceDate: day.NoDay}, file)
		if s := data.Sources[0]; s.Counted != 200 || found.Files[0].Rows != 200 {
			t.Errorf("%s: %+v of %d", name, s, found.Files[0].Rows)
		}
		for _, want := range []string{`aanmelddatum: ["Instroom Op"]`, `uitzetdatum: ["Uitzetting Op"]`,
			`contactdatum: ["Ontmoeting Op"]`, `afsluitdatum: ["Einde Op"]`} {
			if !strings.Contains(config, want) {
				t.Errorf("%s: no %s", name, want)
			}
		}
	}
}
