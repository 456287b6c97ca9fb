// Package sample makes case exports for tests and benchmarks: always the same
// rows for the same seed, in any dialect of CSV and any shape of XLSX.
package sample

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// Sheet is an export as a user would see it: titles, a header and rows. A date
// is a time.Time, other cells are text.
type Sheet struct {
	Upper  []string // a row above the header that is part of it; nil for none
	Header []string
	Rows   [][]any
}

// Header15 are the columns of the large sample.
var Header15 = []string{
	"zaaknummer", "aanmelddatum", "uitzetdatum", "afkeurreden", "aanmelder", "initiatiefnemer", "delict", "bereid",
	"contact", "contactdatum", "contactvorm", "afsluitdatum", "bemiddelaar", "arrondissement", "opmerking",
}

var (
	referrers = []string{"zelf", "Slachtofferhulp Nederland", "Reclassering", "PI", "Raad voor de Kinderbescherming",
		"Politie"}
	initiators = []string{"Slachtoffer", "Nabestaande", "Verdachte", "Dader", "Veroorzaker"}
	offences   = []string{"Mishandeling", "Bedreiging", "Verkrachting", "Aanranding", "Diefstal", "Inbraak", "Overval",
		"Stalking", "Vernieling"}
	forms     = []string{"Gesprek", "Briefwisseling", "Pendelbemiddeling", "Groepsherstelbijeenkomst"}
	reasons   = []string{"OM verstrekt geen gegevens", "MiS wordt onderzocht", "Dubbele aanmelding", "Buiten het kader"}
	districts = []string{"Noord-Nederland", "Oost-Nederland", "Midden-Nederland", "Den Haag", "Rotterdam", "Limburg",
		"Zeeland-West-Brabant"}
)

// Cases makes n rows from 2017 to 2021, in the order of aanmelddatum.
func Cases(n int) *Sheet {
	rnd := rand.New(rand.NewPCG(2021, 3))
	s := &Sheet{Header: Header15, Rows: make([][]any, n)}
	first := time.Date(2017, 1, 2, 0, 0, 0, 0, time.UTC)
	for i := range s.Rows {
		s.Rows[i] = caseRow(rnd, i, first.AddDate(0, 0, i*1800/n))
	}
	return s
}

func caseRow(rnd *rand.Rand, i int, received time.Time) []any {
	row := make([]any, len(Header15))
	for c := range row {
		row[c] = ""
	}
	row[0] = fmt.Sprintf("%d-%07d", received.Year(), i)
	row[1] = received
	row[4] = referrers[rnd.IntN(len(referrers))]
	row[5] = initiators[rnd.IntN(len(initiators))]
	row[6] = offences[rnd.IntN(len(offences))]
	row[13] = districts[rnd.IntN(len(districts))]
	row[14] = "rustig gesprek"
	if rnd.IntN(5) == 0 {
		row[3] = reasons[rnd.IntN(len(reasons))]
		return row
	}
	assigned := received.AddDate(0, 0, rnd.IntN(30))
	row[2] = assigned
	row[7] = []string{"ja", "nee"}[rnd.IntN(2)]
	row[12] = fmt.Sprintf("B%02d", rnd.IntN(22))
	row[8] = "nee"
	if rnd.IntN(3) == 0 {
		row[7], row[8] = "ja", "ja"
		row[9] = assigned.AddDate(0, 0, rnd.IntN(120))
		row[10] = forms[rnd.IntN(len(forms))]
	}
	if rnd.IntN(4) > 0 {
		row[11] = assigned.AddDate(0, 0, 120+rnd.IntN(90))
	}
	return row
}
