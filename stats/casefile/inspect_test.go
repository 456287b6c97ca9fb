package casefile

import (
	"context"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

// foreign is an export with headers and values that the rules do not know.
func foreign(n int) *sample.Sheet {
	s := sample.Cases(n)
	s.Header = []string{"Zaak-nr intern", "Instroom d.d.", "Uitzet-datum", "Reden afk.", "Herkomst", "Initiatiefn.", "Aard van de zaak", "Bereid?",
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
	rules, err := stats.ParseRules(nil)
	if err != nil {
		t.Fatal(err)
	}
	var inputs []Input
	for _, f := range files {
		inputs = append(inputs, input("export", f))
	}
	found, err := Inspect(context.Background(), inputs, rules)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestInspectGuessesForeignHeaders(t *testing.T) {
	for name, file := range map[string][]byte{"csv": sample.CSV{Title: "Export\n"}.Write(foreign(300)), "xlsx": sample.XLSX{}.Write(foreign(300))} {
		t.Run(name, func(t *testing.T) {
			want := map[string]stats.Column{
				"Zaak-nr intern": stats.ColCaseNumber, "Instroom d.d.": stats.ColReceived, "Uitzet-datum": stats.ColAssigned, "Reden afk.": stats.ColReason,
				"Herkomst": stats.ColReferrer, "Initiatiefn.": stats.ColInitiator, "Aard van de zaak": stats.ColOffence, "Bereid?": stats.ColWilling,
				"Contact j/n": stats.ColContact, "Contactdatm": stats.ColContacted, "Vorm": stats.ColForm, "Afsl. datum": stats.ColClosed, "Naam mediator": stats.ColMediator,
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
	for _, want := range []string{toCheck, `"Verkrachting": {ook: ["Verkrachtign"]}`, `"Drone-overlast": {groep: Overig}`} {
		if !strings.Contains(config, want) {
			t.Errorf("no %q in\n%s", want, config)
		}
	}
	if strings.Contains(config, "Kanarie") {
		t.Error("a personal value reached herstel.yaml")
	}
	rules, err := stats.ParseRules(strings.NewReader(config))
	if err != nil {
		t.Fatalf("%v in\n%s", err, config)
	}
	data := read(t, rules, Options{ReferenceDate: day.NoDay}, file)
	if data.Sources[0].Counted != 300 || len(data.Unknown) > 0 {
		t.Errorf("got %+v, unknown %v", data.Sources[0], data.Unknown)
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
		rules, err := stats.ParseRules(strings.NewReader(c.config))
		if err != nil {
			t.Fatal(err)
		}
		data, err := Read(context.Background(), []Input{input("a", []byte(c.header+rows))}, rules, Options{ReferenceDate: day.NoDay})
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
	for _, want := range []string{`- {pad: "export", blad: "1"}   # ` + toCheck, `- {pad: "export", blad: "2"}   # ` + toCheck} {
		if !strings.Contains(config, want) {
			t.Errorf("no %q in\n%s", want, config)
		}
	}
	rules, err := stats.ParseRules(strings.NewReader(config))
	if err != nil || len(rules.Inputs) != 2 {
		t.Fatalf("got %v, %v", rules, err)
	}
	for _, chosen := range rules.Inputs {
		in := input("export", file)
		in.Sheet = chosen.Sheet
		data, err := Read(context.Background(), []Input{in}, rules, Options{ReferenceDate: day.NoDay})
		if err != nil || data.Sources[0].Counted != 30 {
			t.Errorf("blad %s: got %v, %v", in.Sheet, data, err)
		}
		found, err := Inspect(context.Background(), []Input{in}, rules)
		if err != nil || len(found.Files) != 1 || found.Files[0].OneOfMore {
			t.Errorf("blad %s: inspected %v, %v", in.Sheet, found, err)
		}
	}
}
