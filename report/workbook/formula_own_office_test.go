package workbook

import (
	"bytes"
	"encoding/csv"
	"maps"
	"slices"
	"strings"
	"testing"

	"herstel/stats/casefile"
	"herstel/stats/rules"
)

// ownHeaders are the headers of an export of another system.
var ownHeaders = map[string]string{
	"zaaknummer": "Zaak-ID", "aanmelddatum": "Datum binnen", "uitzetdatum": "Naar bemiddelaar",
	"afkeurreden": "Reden nee",
	"afkeurdatum": "Datum nee", "aanmelder": "Via wie/waar", "initiatiefnemer": "Wie vroeg het", "delict": "Feit",
	"bereid": "Beiden bereid?", "bereiddatum": "Bereid op", "contact": "Contact gehad", "contactdatum": "Contact op",
	"contactvorm": "Hoe", "afsluitdatum": "Dossier dicht", "bemiddelaar": "Code", "arrondissement": "Arr.",
	"sport": "Sportzaak", "detentie": "Vast",
}

// ownValues are its values: those of every other row, so that each is written in two ways.
var ownValues = map[string]map[string]string{
	"delict":          {"Verkrachting": "art. 242 Sr", "Mishandeling": "300 Sr (mishand*)"},
	"aanmelder":       {"zelf": "op eigen initiatief", "Politie": "Pol. eenheid \"Oost\""},
	"initiatiefnemer": {"Dader": "D", "Slachtoffer": "S~O"},
	"afkeurreden":     {"MiS wordt onderzocht": "MiS?"},
	"contactvorm":     {"Gesprek": "F2F"},
	"bereid":          {"ja": "J", "nee": "N"},
	"contact":         {"ja": "x", "nee": "0"},
}

const ownConfig = `peildatum: 2022-03-01
privacy: {drempel: 0}
leeg: [geen opgave]
uitsplitsingen: [{kolom: Arr., naam: arrondissement}, {kolom: Sportzaak, naam: sport}, {kolom: Vast, naam: detentie}]
waarden:
  delict: {Verkrachting: {groep: Zeden, ook: [art. 242 Sr]}, Mishandeling: {groep: Geweld, ook: [300 Sr (mishand*)]}}
  aanmelder:
    zelf: {groep: zelf, ook: [op eigen initiatief]}
    Politie: {groep: professioneel, ook: ['Pol. eenheid "Oost"']}
  initiatiefnemer:
    Dader: {groep: "verdachte, dader of veroorzaker", ook: [D]}
    Slachtoffer: {groep: slachtoffer of nabestaande, ook: [S~O]}
  afkeurreden: {MiS wordt onderzocht: {ook: ["MiS?"]}}
  contactvorm: {Gesprek: {ook: [F2F]}}
`

// TestFormulasRedoTheFiguresOfAnotherExport has LibreOffice recalculate every cell
// on an export with headers, values, words for yes and words for nothing of its own,
// and on one where columns follow from others.
func TestFormulasRedoTheFiguresOfAnotherExport(t *testing.T) {
	if testing.Short() {
		t.Skip("redoes hundreds of cells")
	}
	rows := ownRows(t)
	config := ownConfig + "kolommen:\n"
	for _, name := range exportRows(t)[0] {
		if !strings.Contains(ownConfig, "naam: "+name) {
			config += "  " + name + ": [\"" + ownHeaders[name] + "\"]\n"
		}
	}
	redoOwn(t, config, rows, notRedone, 400)

	reason := slices.Index(rows[0], ownHeaders["afkeurreden"])
	for _, row := range rows[1:] {
		if !slices.Contains(emptyWords, row[reason]) && row[reason] != "" {
			row[reason] = "Nee: " + row[reason]
		}
	}
	config = strings.Replace(config, "  afkeurreden: [\"Reden nee\"]\n", "", 1)
	config = strings.Replace(config, "  contact: [\"Contact gehad\"]\n", "", 1)
	config += "afleiden:\n  afkeurreden: {kolom: Reden nee, begint_met: \"Nee: \"}\n" +
		"  contact: {kolom: Contact gehad, waarden: [ja, x]}\n"
	but := maps.Clone(notRedone)
	for _, figure := range []string{"aanmelder", "aanmeldgroep", "maand", "standen", "doorlooptijd", "bemiddelaars",
		"uitsplitsing:arrondissement", "contact_per_uitsplitsing:arrondissement", "contact_per_aanmelder"} {
		but[figure] = true
	}
	redoOwn(t, config, rows, but, 200)
}

// emptyWords are words for an empty cell: two that herstel knows, and one of herstel.yaml.
var emptyWords = []string{"-", "n.v.t.", "geen opgave"}

// ownRows are the rows of the demo export as another system writes them.
func ownRows(t *testing.T) [][]string {
	t.Helper()
	rows := exportRows(t)
	for c, name := range rows[0] {
		rows[0][c] = ownHeaders[name]
		for r, row := range rows[1:] {
			if own, ok := ownValues[name][row[c]]; ok && r%2 == 0 {
				row[c] = own
			}
			if row[c] == "" && r%3 == 0 {
				row[c] = emptyWords[r/3%3]
			}
		}
	}
	return rows
}

// redoOwn reads rows as herstel does, and has LibreOffice redo the figures on them.
func redoOwn(t *testing.T, config string, rows [][]string, but map[string]bool, least int) {
	t.Helper()
	var export bytes.Buffer
	out := csv.NewWriter(&export)
	out.Comma = ';'
	if err := out.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	ruleset, err := rules.Parse(strings.NewReader(config))
	if err != nil {
		t.Fatal(err)
	}
	data, err := casefile.Read(t.Context(), []casefile.Input{{Name: "eigen.csv", Size: int64(export.Len()),
		Data: bytes.NewReader(export.Bytes())}}, ruleset, casefile.Options{ReferenceDate: ruleset.ReferenceDate,
		Origins: true})
	if err != nil {
		t.Fatal(err)
	}
	if n := redo(t, data, ruleset, exportBook(t, rows), but); n < least {
		t.Errorf("%d cells have a formula", n)
	}
}
