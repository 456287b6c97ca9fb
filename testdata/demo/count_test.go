package demo

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"
	"time"
)

// row is one case of the export by column name, with what follows from it under names of its own: jaar, stroom,
// aanmeldgroep, initiatief, aanleiding, uitzetjaar, contactjaar, afsluitjaar. The aanmelder has its canonical label.
type row map[string]string

var peildatum = time.Date(2022, time.March, 1, 0, 0, 0, 0, time.UTC)

// The groups of the categories, typed from the contract and not taken from the rules of the product.
var (
	groupOfInitiator = map[string]string{
		"Slachtoffer": "slachtoffer of nabestaande", "Nabestaande": "slachtoffer of nabestaande",
		"Verdachte": "verdachte, dader of veroorzaker", "Dader": "verdachte, dader of veroorzaker",
		"Veroorzaker": "verdachte, dader of veroorzaker", "Getuige": "overig", "Anders": "overig",
	}
	delictenOf = map[string]string{
		"Geweld": "Mishandeling|Zware mishandeling|Huiselijk geweld|Bedreiging|Doodslag of moord|Poging tot doodslag " +
			"of moord|" +
			"Straatroof|Overval|Openlijke geweldpleging|Stalking|Overig geweld",
		"Zeden":   "Verkrachting|Aanranding|Ontucht|Incest|Grensoverschrijdend gedrag|Kinderpornografie|Overige zeden",
		"Verkeer": "Verkeersongeval met letsel|Dodelijk verkeersongeval|Rijden onder invloed|Overig verkeer",
		"Overig": "Diefstal|Inbraak|Vernieling|Brandstichting|Oplichting|Belediging of discriminatie|Burenconflict|" +
			"Overig delict",
	}
	aanmelders = strings.Split("zelf|Slachtofferhulp Nederland|Reclassering|Justitiële inrichtingen|"+
		"Raad voor de Kinderbescherming|Openbaar "+
		"Ministerie|Politie|Advocatuur|HALT|Jeugdbescherming|Gemeente|Rechtspraak|"+
		"Zorginstelling|Overige professionals", "|")
	alsoWritten = map[string]string{
		"SHN": "Slachtofferhulp Nederland", "RvdK": "Raad voor de Kinderbescherming", "PI": "Justitiële inrichtingen",
		"3RO Reclassering": "Reclassering", "Reclassering Nederland": "Reclassering",
		"Leger des Heils Reclassering": "Reclassering",
	}
	afkeurredenen = strings.Split("OM verstrekt geen gegevens|MiS wordt onderzocht|Dubbele aanmelding|"+
		"Buiten het kader|Overige reden", "|")
	contactvormen = strings.Split("Gesprek|Groepsherstelbijeenkomst|Briefwisseling|Pendelbemiddeling|"+
		"Video- of audioboodschap", "|")
)

// readRows gives the cases as they stand now, with what follows from each row.
func readRows(t *testing.T) []row { t.Helper(); return asOf(t, 2021) }

// asOf gives the cases as the report of a year knew them: on 1 March of the year after it. What came in or happened
// later is not there.
func asOf(t *testing.T, jaar int) []row {
	t.Helper()
	cut := peildatum.AddDate(jaar-2021, 0, 0)
	in := csv.NewReader(bytes.NewReader(Export()))
	in.Comma = ';'
	records, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, record := range records[1:] {
		r := row{}
		for i, name := range records[0] {
			r[name] = record[i]
		}
		if r.date(t, "aanmelddatum").After(cut) {
			continue
		}
		for column, fact := range map[string]string{
			"uitzetdatum": "", "afsluitdatum": "", "contactdatum": "contact", "bereiddatum": "bereid",
			"afkeurdatum": "afkeurreden",
		} {
			if r.date(t, column).After(cut) {
				r[column] = ""
				if fact != "" {
					r[fact] = ""
				}
			}
		}
		r.derive()
		rows = append(rows, r)
	}
	return rows
}

func (r row) derive() {
	for _, names := range [][2]string{
		{"aanmelddatum", "jaar"}, {"uitzetdatum", "uitzetjaar"}, {"contactdatum", "contactjaar"},
		{"afsluitdatum", "afsluitjaar"},
	} {
		if date := r[names[0]]; date != "" {
			r[names[1]] = date[len(date)-4:]
		}
	}
	switch {
	case r["uitzetdatum"] != "":
		r["stroom"] = "uitgezet"
	case r["afkeurreden"] != "":
		r["stroom"] = "afgekeurd"
	default:
		r["stroom"] = "nog te beoordelen"
	}
	if label, ok := alsoWritten[r["aanmelder"]]; ok {
		r["aanmelder"] = label
	}
	r["aanmeldgroep"] = "professioneel"
	if r["aanmelder"] == "zelf" {
		r["aanmeldgroep"] = "zelf"
	}
	r["initiatief"] = groupOfInitiator[r["initiatiefnemer"]]
	for aanleiding, delicten := range delictenOf {
		if strings.Contains("|"+delicten+"|", "|"+r["delict"]+"|") {
			r["aanleiding"] = aanleiding
		}
	}
}

func (r row) uitgezet() bool  { return r["stroom"] == "uitgezet" }
func (r row) afgekeurd() bool { return r["stroom"] == "afgekeurd" }
func (r row) bereid() bool    { return r["bereid"] == "ja" || r.contact() }
func (r row) contact() bool   { return r["contact"] == "ja" || r["contactdatum"] != "" }

// date reads a date cell; an empty cell is the zero time.
func (r row) date(t *testing.T, name string) time.Time {
	t.Helper()
	if r[name] == "" {
		return time.Time{}
	}
	date, err := time.Parse("02-01-2006", r[name])
	if err != nil {
		t.Fatalf("zaak %s: %s is no date", r["zaaknummer"], name)
	}
	return date
}

// definition says how one figure counts.
type definition struct {
	year   string         // the column that holds its year
	base   func(row) bool // the noemer, within the year
	within []string       // dimensions that narrow the noemer
	by     []string       // dimensions that narrow the teller
	yes    func(row) bool // set for a yes/no share
}

func everyRow(row) bool { return true }

func (r row) willing() bool { return r.uitgezet() && r.bereid() }
func (r row) met() bool     { return r.uitgezet() && r.contact() }

var definitions = map[string]definition{
	"instroom":                    {"jaar", everyRow, nil, []string{"stroom"}, nil},
	"afkeurreden":                 {"jaar", row.afgekeurd, nil, []string{"afkeurreden"}, nil},
	"aanmeldgroep":                {"jaar", row.uitgezet, nil, []string{"aanmeldgroep"}, nil},
	"aanmelder":                   {"jaar", row.uitgezet, nil, []string{"aanmelder"}, nil},
	"aanleiding":                  {"jaar", row.uitgezet, nil, []string{"aanleiding"}, nil},
	"delict":                      {"jaar", row.uitgezet, nil, []string{"aanleiding", "delict"}, nil},
	"initiatief":                  {"jaar", row.uitgezet, nil, []string{"initiatief"}, nil},
	"initiatief_per_aanleiding":   {"jaar", row.uitgezet, []string{"aanleiding"}, []string{"initiatief"}, nil},
	"initiatief_per_aanmeldgroep": {"jaar", row.uitgezet, []string{"aanmeldgroep"}, []string{"initiatief"}, nil},
	"contact":                     {"jaar", row.uitgezet, nil, nil, row.contact},
	"contact_per_aanleiding":      {"jaar", row.uitgezet, []string{"aanleiding"}, nil, row.contact},
	"contact_per_initiatief":      {"jaar", row.uitgezet, []string{"initiatief"}, nil, row.contact},
	"bereidheid":                  {"jaar", row.uitgezet, nil, nil, row.bereid},
	"contact_na_bereidheid":       {"jaar", row.willing, nil, nil, row.contact},
	"contact_afgesloten":          {"afsluitjaar", row.uitgezet, nil, nil, row.contact},
	"contactvorm":                 {"jaar", row.met, nil, []string{"contactvorm"}, nil},
	"uitsplitsing:arrondissement": {"jaar", row.uitgezet, nil, []string{"arrondissement"}, nil},
	"uitsplitsing:sport":          {"jaar", row.uitgezet, nil, []string{"sport"}, nil},
	"uitsplitsing:detentie":       {"jaar", row.uitgezet, nil, []string{"detentie"}, nil},
	"contact_per_uitsplitsing:arrondissement": {"jaar", row.uitgezet, []string{"arrondissement"}, nil, row.contact},
	"contact_per_uitsplitsing:sport":          {"jaar", row.uitgezet, []string{"sport"}, nil, row.contact},
	"contact_per_uitsplitsing:detentie":       {"jaar", row.uitgezet, []string{"detentie"}, nil, row.contact},
}

// reports holds for each year the cases as its own report knew them.
type reports map[int][]row

func readReports(t *testing.T) reports {
	t.Helper()
	return reports{2019: asOf(t, 2019), 2020: asOf(t, 2020), 2021: asOf(t, 2021)}
}

// count gives the teller and the noemer of one cell of a figure.
func count(years reports, figuur string, jaar int, categorie row) (teller, noemer int) {
	d := definitions[figuur]
	for _, r := range years[jaar] {
		if r[d.year] != strconv.Itoa(jaar) || !d.base(r) || !same(r, categorie, d.within) {
			continue
		}
		noemer++
		if same(r, categorie, d.by) && (d.yes == nil || d.yes(r)) {
			teller++
		}
	}
	return teller, noemer
}

func same(r, categorie row, dimensions []string) bool {
	for _, name := range dimensions {
		if r[name] != categorie[name] {
			return false
		}
	}
	return true
}
