package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/stats"
)

// A part is the largest of the known values only, where more cases are unknown.
func TestSentencesOfUnknownParts(t *testing.T) {
	tests := []struct {
		name  string
		table stats.Table
		want  []string
	}{
		{"initiative, mostly unknown", table(initiative, row(victimInitiative, of(20, 95)), row("verdachte, dader of veroorzaker", of(14, 95)), row("overig", of(26, 95)), row("Onbekend", of(35, 95))),
			[]string{"Van de zaken uit 2021 waarvan dit bekend is, nam iemand anders het vaakst het initiatief: in 26 van de 95 uitgezette zaken (27%), gevolgd door het slachtoffer of een nabestaande (21%) en de verdachte, dader of veroorzaker (15%).",
				"Bij 35 zaken (37%) is dit niet bekend."}},
		{"initiative, some unknown", table(initiative, row(victimInitiative, of(30, 100)), row("verdachte, dader of veroorzaker", of(60, 100)), row("overig", of(0, 100)), row("Onbekend", of(10, 100))),
			[]string{"In 2021 nam de verdachte, dader of veroorzaker het vaakst het initiatief: in 60 van de 100 uitgezette zaken (60%), gevolgd door het slachtoffer of een nabestaande (30%).",
				"Bij 10 zaken (10%) is dit niet bekend."}},
		{"initiative, hidden unknown", table(initiative, row(victimInitiative, of(30, 95)), row("verdachte, dader of veroorzaker", of(50, 95)), row("overig", hidden), row("Onbekend", hidden)),
			[]string{"In 2021 nam de verdachte, dader of veroorzaker het vaakst het initiatief: in 50 van de 95 uitgezette zaken (53%), gevolgd door het slachtoffer of een nabestaande (32%)."}},
		{"who referred", table(referrerGroup, row("zelf", of(26, 95)), row("professioneel", of(66, 95)), row("Onbekend", of(3, 95))),
			[]string{"Van de 95 uitgezette zaken uit 2021 kwamen er 26 (27%) via zelfaanmelding en 66 (69%) via een professional.", "Bij 3 zaken (3%) is dit niet bekend."}},
		{"who referred, few cases", table(referrerGroup, row("zelf", of(2, 8)), row("professioneel", of(5, 8)), row("Onbekend", of(1, 8))),
			[]string{"Van de 8 uitgezette zaken uit 2021 kwamen er 2 via zelfaanmelding en 5 via een professional. Bij zulke kleine aantallen zegt een percentage weinig.", "Bij 1 zaak is dit niet bekend."}},
		{"referrers, mostly unknown", table(referrer, row("zelf", of(30, 100)), row("Politie", of(20, 100)), row("Onbekend", of(50, 100))),
			[]string{"Bovenaan de lijst van bekende aanmelders staat in 2021 zelfaanmelding: 30 van de 100 uitgezette zaken (30%), gevolgd door de politie (20%).", "Bij 50 zaken (50%) is dit niet bekend."}},
		{"reasons, as many unknown", table(rejection, row("Buiten het kader", of(30, 60)), row("Onbekend", of(30, 60))),
			[]string{"Van de aanmeldingen uit 2021 waarvan dit bekend is, was ‘Buiten het kader’ de reden die het meest voorkwam: 30 van de 60 afgekeurde aanmeldingen (50%).", "Bij 30 aanmeldingen (50%) is dit niet bekend."}},
		{"nothing known", table(rejection, row("Onbekend", of(60, 60))), []string{"Bij 60 aanmeldingen (100%) is dit niet bekend."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.table.Rows {
				c := &tt.table.Rows[i].Cells[0]
				c.Base = tt.table.Rows[0].Cells[0].Base
			}
			figs := report2021(1, tt.table)
			if diff := cmp.Diff(tt.want, Sentences(figs, &figs.Tables[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A figure without cases says what did not happen; the form of the contact
// only when the figure about contact shows that there was none.
func TestSentencesOfEmptyFigures(t *testing.T) {
	const assigned = "In 2021 waren er geen uitgezette zaken."
	tests := []struct {
		name  string
		table stats.Table
		all   num // contact
		want  string
	}{
		{"no reason ever", table(rejection), of(0, 60), "In 2021 is geen aanmelding afgekeurd."},
		{"no reason this year", table(rejection, row("Buiten het kader", of(0, 0))), of(0, 60), "In 2021 is geen aanmelding afgekeurd."},
		{"no contact ever", table(contactForm), of(0, 60), "In geen enkele uitgezette zaak uit 2021 was er contact."},
		{"no contact this year", table(contactForm, row("Gesprek", of(0, 0))), of(0, 60), "In geen enkele uitgezette zaak uit 2021 was er contact."},
		{"contact is hidden", table(contactForm), hidden, "Voor 2021 is er geen cijfer."},
		{"no offence", table(offence), of(0, 0), assigned},
		{"no referrer", table(referrer), of(0, 0), assigned},
		{"no sport", table(bySport), of(0, 0), assigned},
		{"no groups of cases", table(contactPerGroup, row("Geweld", of(0, 0)), row("Zeden", of(0, 0))), of(0, 0), assigned},
		{"no key figures", table(keyFigure), of(0, 0), "Voor 2021 is er geen cijfer."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := report2021(1, tt.table, table(contact, bare(tt.all)))
			if diff := cmp.Diff([]string{tt.want}, Sentences(figs, &figs.Tables[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}
