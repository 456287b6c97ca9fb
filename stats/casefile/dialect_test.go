package casefile

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// variants are the same export in every form that an organisation may send.
func variants(s *sample.Sheet) map[string][]byte {
	return map[string][]byte{
		"semicolon":     sample.CSV{}.Write(s),
		"comma, quotes": sample.CSV{Comma: ",", Quote: true, NewLine: "\r\n", DateFormat: "2006-01-02"}.Write(s),
		"tab, bom":      sample.CSV{Comma: "\t", Encoding: "bom", DateFormat: "02/01/2006"}.Write(s),
		"pipe, titles": sample.CSV{Comma: "|", Title: "Export van de zaken\n\nperiode|2017-2021\n",
			DateFormat: "2006-01-02T15:04:05"}.Write(s),
		"utf-16le":           sample.CSV{Comma: "\t", Encoding: "utf-16le", DateFormat: "02-01-2006 15:04"}.Write(s),
		"utf-16be":           sample.CSV{Encoding: "utf-16be", NewLine: "\r\n", DateFormat: "2-1-2006"}.Write(s),
		"windows-1252":       sample.CSV{Encoding: "windows-1252", NewLine: "\r", DateFormat: "serial"}.Write(s),
		"single quotes":      sample.CSV{Mark: "'"}.Write(s),
		"single, everywhere": sample.CSV{Mark: "'", Quote: true, Comma: ","}.Write(s),
		"spaces":             sample.CSV{Comma: ",", Space: true}.Write(s),
		"spaces, quotes":     sample.CSV{Comma: ",", Space: true, Quote: true, NewLine: "\r\n"}.Write(s),
		"spaces, single":     sample.CSV{Space: true, Mark: "'", Quote: true}.Write(s),
		"two header rows":    sample.CSV{Title: "Export van de zaken\n"}.Write(twoRows(s)),
		"xlsx, two rows":     sample.XLSX{TitleRows: 2}.Write(twoRows(s)),
		"groups":             sample.CSV{Comma: ","}.Write(grouped(s)),
		"xlsx, groups":       sample.XLSX{}.Write(grouped(s)),
		"xlsx":               sample.XLSX{}.Write(s),
		"xlsx 1904":          sample.XLSX{Date1904: true}.Write(s),
		"xlsx inline":        sample.XLSX{Inline: true, TitleRows: 3}.Write(s),
		"xlsx iso":           sample.XLSX{ISODates: true}.Write(s),
		"xlsx strict":        sample.XLSX{Strict: true, Hidden: true}.Write(s),
		"xlsx prefixed":      sample.XLSX{Prefix: true, Date1904: true, Inline: true}.Write(s),
		"xlsx without r":     sample.XLSX{NoRefs: true}.Write(s),
		"xlsx, not packed":   sample.XLSX{Store: true}.Write(s),
	}
}

// figures returns the figures of a dataset as JSON, without the sources and without
// the findings that tell that dates are numbers.
func figures(t testing.TB, data *stats.Dataset, ruleset *rules.Rules) string {
	t.Helper()
	anonymous := *data
	anonymous.Sources = slices.Clone(data.Sources)
	for i := range anonymous.Sources {
		anonymous.Sources[i].SHA256, anonymous.Sources[i].Sheet = "", ""
	}
	anonymous.Findings = slices.DeleteFunc(slices.Clone(data.Findings),
		func(f stats.Finding) bool { return f.Rule == stats.RuleSerial })
	figs, err := stats.Compute(&anonymous, ruleset,
		stats.Options{Year: 2020, ReferenceDate: day.NoDay, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(figs)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// twoRows makes two rows of the header of a sheet: dates and forms in two parts, a
// group above three columns, and names that stand in either row.
func twoRows(s *sample.Sheet) *sample.Sheet {
	return &sample.Sheet{
		Upper: []string{"zaak-", "Datum", "Datum", "Reden", "aanmelder", "", "delict", "bereid", "Contact", "", "",
			"afsluit", "", "", ""},
		Header: []string{"nummer", "aanmelding", "uitzetting", "afkeuring", "", "initiatiefnemer", "", "", "gehad",
			"op", "vorm", "datum", "bemiddelaar", "arrondissement", "opmerking"},
		Rows: s.Rows,
	}
}

// grouped puts a row of groups above a header that is whole.
func grouped(s *sample.Sheet) *sample.Sheet {
	return &sample.Sheet{Upper: []string{"Zaak", "", "", "", "Wie", "", "Wat", "", "Contact", "", "", "Slot"},
		Header: s.Header, Rows: s.Rows}
}

func TestDialectsGiveEqualFigures(t *testing.T) {
	sheet := sample.Cases(700)
	sheet.Rows[3][13] = "Curaçao é"
	sheet.Rows[4][14], sheet.Rows[5][14], sheet.Rows[6][14] = "'s avonds; laat", "zei \"ja\", en 'nee'",
		"twee regels, samen"
	ruleset := rulesFor(t)
	files := variants(sheet)
	first := read(t, ruleset, Options{ReferenceDate: day.NoDay}, files["semicolon"])
	want := figures(t, first, ruleset)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		t.Run(name, func(t *testing.T) {
			data := read(t, ruleset, Options{ReferenceDate: day.NoDay}, files[name])
			data.Columns = first.Columns // a header of two rows has other names, and the formulas have those
			if got := figures(t, data, ruleset); got != want {
				t.Errorf("figures differ from those of the first dialect: %+v", data.Sources)
			}
			serials := slices.ContainsFunc(data.Findings,
				func(f stats.Finding) bool { return f.Rule == stats.RuleSerial && f.Count > 100 })
			if serials != (name == "windows-1252") {
				t.Errorf("dates as bare numbers told: %v", serials)
			}
		})
	}
}
