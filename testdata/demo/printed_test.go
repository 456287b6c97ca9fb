package demo

import (
	"cmp"
	"slices"
	"testing"
)

// printed is section 7 of the contract, typed by hand: what the 2021 annual report printed about the cases. Either
// aantal or procent is set; the other is -1.
var printed = []struct {
	figuur          string
	jaar            int
	categorie       row
	aantal, procent int
}{
	{"instroom", 2020, row{"stroom": "uitgezet"}, 1191, -1},
	{"instroom", 2020, row{"stroom": "afgekeurd"}, 266, -1},
	{"instroom", 2020, row{"stroom": "nog te beoordelen"}, 0, -1},
	{"instroom", 2021, row{"stroom": "uitgezet"}, 1047, -1},
	{"instroom", 2021, row{"stroom": "afgekeurd"}, 311, -1},
	{"instroom", 2021, row{"stroom": "nog te beoordelen"}, 0, -1},
	{"afkeurreden", 2021, row{"afkeurreden": "OM verstrekt geen gegevens"}, 42, -1},
	{"afkeurreden", 2021, row{"afkeurreden": "MiS wordt onderzocht"}, 50, -1},
	{"aanmeldgroep", 2020, row{"aanmeldgroep": "zelf"}, -1, 15},
	{"aanmeldgroep", 2020, row{"aanmeldgroep": "professioneel"}, -1, 85},
	{"aanmeldgroep", 2021, row{"aanmeldgroep": "zelf"}, -1, 23},
	{"aanmeldgroep", 2021, row{"aanmeldgroep": "professioneel"}, -1, 77},
	{"aanmelder", 2021, row{"aanmelder": "zelf"}, 240, -1},
	{"aanleiding", 2019, row{"aanleiding": "Zeden"}, -1, 11},
	{"aanleiding", 2020, row{"aanleiding": "Geweld"}, -1, 55},
	{"aanleiding", 2020, row{"aanleiding": "Zeden"}, -1, 10},
	{"aanleiding", 2020, row{"aanleiding": "Verkeer"}, -1, 14},
	{"aanleiding", 2020, row{"aanleiding": "Overig"}, -1, 21},
	{"aanleiding", 2021, row{"aanleiding": "Geweld"}, -1, 45},
	{"aanleiding", 2021, row{"aanleiding": "Zeden"}, -1, 22},
	{"aanleiding", 2021, row{"aanleiding": "Verkeer"}, -1, 14},
	{"aanleiding", 2021, row{"aanleiding": "Overig"}, -1, 19},
	{"delict", 2020, row{"aanleiding": "Zeden", "delict": "Verkrachting"}, 34, -1},
	{"delict", 2020, row{"aanleiding": "Zeden", "delict": "Grensoverschrijdend gedrag"}, 3, -1},
	{"delict", 2021, row{"aanleiding": "Zeden", "delict": "Verkrachting"}, 84, -1},
	{"delict", 2021, row{"aanleiding": "Zeden", "delict": "Grensoverschrijdend gedrag"}, 31, -1},
	{"initiatief", 2019, row{"initiatief": "slachtoffer of nabestaande"}, -1, 38},
	{"initiatief", 2020, row{"initiatief": "slachtoffer of nabestaande"}, -1, 34},
	{"initiatief", 2020, row{"initiatief": "verdachte, dader of veroorzaker"}, -1, 63},
	{"initiatief", 2020, row{"initiatief": "overig"}, -1, 3},
	{"initiatief", 2021, row{"initiatief": "slachtoffer of nabestaande"}, -1, 41},
	{"initiatief", 2021, row{"initiatief": "verdachte, dader of veroorzaker"}, -1, 58},
	{"initiatief", 2021, row{"initiatief": "overig"}, -1, 1},
	{"initiatief_per_aanleiding", 2021, row{"aanleiding": "Zeden", "initiatief": "slachtoffer of nabestaande"}, -1, 63},
	{"initiatief_per_aanleiding", 2021, row{"aanleiding": "Verkeer", "initiatief": "slachtoffer of nabestaande"}, -1,
		77},
	{"initiatief_per_aanmeldgroep", 2021, row{"aanmeldgroep": "zelf", "initiatief": "slachtoffer of nabestaande"}, -1,
		57},
	{"contact", 2019, nil, -1, 26},
	{"contact", 2020, nil, -1, 30},
	{"contact", 2021, nil, -1, 34},
	{"contact_per_aanleiding", 2020, row{"aanleiding": "Zeden"}, -1, 39},
	{"contact_per_aanleiding", 2020, row{"aanleiding": "Verkeer"}, -1, 49},
	{"contact_per_aanleiding", 2021, row{"aanleiding": "Zeden"}, -1, 43},
	{"contact_per_aanleiding", 2021, row{"aanleiding": "Verkeer"}, -1, 51},
	{"contact_na_bereidheid", 2020, nil, -1, 93},
	{"contact_na_bereidheid", 2021, nil, -1, 90},
}

func TestPrintedFigures(t *testing.T) {
	rows := readReports(t)
	for _, p := range printed {
		teller, noemer := count(rows, p.figuur, p.jaar, p.categorie)
		if p.aantal >= 0 && teller != p.aantal {
			t.Errorf("%s %d %v: %d, printed %d", p.figuur, p.jaar, p.categorie, teller, p.aantal)
		}
		if p.procent >= 0 && percent(teller, noemer) != p.procent {
			t.Errorf("%s %d %v: %d of %d, printed %d%%", p.figuur, p.jaar, p.categorie, teller, noemer, p.procent)
		}
	}
}

// percent rounds half away from zero.
func percent(teller, noemer int) int { return (200*teller + noemer) / (2 * noemer) }

func TestPrintedAanmeldingen(t *testing.T) {
	rows := readReports(t)
	for jaar, want := range map[int]int{2019: 1550, 2020: 1457, 2021: 1358} {
		if _, n := count(rows, "instroom", jaar, nil); n != want {
			t.Errorf("%d: %d aanmeldingen, want %d", jaar, n, want)
		}
	}
}

func TestPrintedRanking(t *testing.T) {
	rows := readReports(t)
	for jaar, want := range map[int][]string{
		2020: {"Slachtofferhulp Nederland", "Raad voor de Kinderbescherming"},
		2021: {"zelf", "Slachtofferhulp Nederland", "Reclassering", "Justitiële inrichtingen",
			"Raad voor de Kinderbescherming"},
	} {
		ranked := slices.Clone(aanmelders)
		slices.SortFunc(ranked, func(a,
			b string) int {
			return cmp.Compare(referred(rows, jaar, b), referred(rows, jaar, a))
		})
		for i, label := range want {
			if ranked[i] != label || referred(rows, jaar, label) == referred(rows, jaar, ranked[i+1]) {
				t.Errorf("%d: rank %d is %s or shared, want %s alone", jaar, i+1, ranked[i], label)
			}
		}
	}
	const council = "Raad voor de Kinderbescherming"
	fall := referred(rows, 2020, council) - referred(rows, 2021, council)
	for _, label := range aanmelders {
		if label != council && referred(rows, 2020, label)-referred(rows, 2021, label) >= fall {
			t.Errorf("%s falls by as much as the Raad (%d)", label, fall)
		}
	}
}

func referred(rows reports, jaar int, aanmelder string) int {
	n, _ := count(rows, "aanmelder", jaar, row{"aanmelder": aanmelder})
	return n
}

func TestPrintedWords(t *testing.T) {
	rows := readReports(t)
	before, _ := count(rows, "aanleiding", 2020, row{"aanleiding": "Zeden"})
	after, _ := count(rows, "aanleiding", 2021, row{"aanleiding": "Zeden"})
	if after <= 2*before {
		t.Errorf("Zeden %d is not more than twice %d", after, before)
	}
	conversations, met := count(rows, "contactvorm", 2021, row{"contactvorm": "Gesprek"})
	if 2*conversations <= met {
		t.Errorf("Gesprek is %d of %d, want the most", conversations, met)
	}
	const video = "Video- of audioboodschap"
	then, metThen := count(rows, "contactvorm", 2019, row{"contactvorm": video})
	now, _ := count(rows, "contactvorm", 2021, row{"contactvorm": video})
	if now <= then || now*metThen <= then*met || 10*now > met {
		t.Errorf("%s is %d of %d in 2021 and %d of %d in 2019, want small and higher", video, now, met, then, metThen)
	}
}

func TestPrintedBemiddelaars(t *testing.T) {
	rows := readRows(t)
	for jaar, want := range map[string]int{"2019": 21, "2020": 23, "2021": 22} {
		for _, by := range []string{"jaar", "uitzetjaar"} {
			if n := len(mediatorsOf(rows, by, jaar)); n != want {
				t.Errorf("%s by %s: %d bemiddelaars, want %d", jaar, by, n, want)
			}
		}
	}
}

// mediatorsOf gives the codes with a case in the year, by the column that says which year that is.
func mediatorsOf(rows []row, by, jaar string) map[string]bool {
	codes := map[string]bool{}
	for _, r := range rows {
		if r.uitgezet() && r[by] == jaar {
			codes[r["bemiddelaar"]] = true
		}
	}
	return codes
}
