package sentences

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/report/internal/reporttest"
	"herstel/stats"
)

// A part is the largest of the known values only, where more cases are unknown.
func TestSentencesOfUnknownParts(t *testing.T) {
	tests := []struct {
		name  string
		table stats.Table
		want  []string
	}{
		{"initiative, mostly unknown",
			reporttest.Table(reporttest.Initiative, reporttest.Row(victimInitiative, reporttest.Of(20, 95)),
				reporttest.Row("verdachte, dader of veroorzaker", reporttest.Of(14, 95)),
				reporttest.Row("overig", reporttest.Of(26, 95)), reporttest.Row("Onbekend", reporttest.Of(35, 95))),
			[]string{"Van de zaken uit 2021 waarvan dit bekend is, nam iemand anders het vaakst het initiatief: in " +
				"26 van de 95 uitgezette zaken (27%), gevolgd door het slachtoffer of een nabestaande (21%) en de " +
				"verdachte, dader of veroorzaker (15%).",
				"Bij 35 zaken (37%) is dit niet bekend."}},
		{"initiative, some unknown",
			reporttest.Table(reporttest.Initiative, reporttest.Row(victimInitiative, reporttest.Of(30, 100)),
				reporttest.Row("verdachte, dader of veroorzaker", reporttest.Of(60, 100)),
				reporttest.Row("overig", reporttest.Of(0, 100)), reporttest.Row("Onbekend", reporttest.Of(10, 100))),
			[]string{"In 2021 nam de verdachte, dader of veroorzaker het vaakst het initiatief: in 60 van de 100 " +
				"uitgezette zaken (60%), gevolgd door het slachtoffer of een nabestaande (30%).",
				"Bij 10 zaken (10%) is dit niet bekend."}},
		{"initiative, hidden unknown",
			reporttest.Table(reporttest.Initiative, reporttest.Row(victimInitiative, reporttest.Of(30, 95)),
				reporttest.Row("verdachte, dader of veroorzaker", reporttest.Of(50, 95)),
				reporttest.Row("overig", reporttest.Hidden), reporttest.Row("Onbekend", reporttest.Hidden)),
			[]string{"In 2021 nam de verdachte, dader of veroorzaker het vaakst het initiatief: in 50 van de 95 " +
				"uitgezette zaken (53%), gevolgd door het slachtoffer of een nabestaande (32%)."}},
		{"who referred", reporttest.Table(reporttest.ReferrerGroup, reporttest.Row("zelf", reporttest.Of(26, 95)),
			reporttest.Row("professioneel", reporttest.Of(66, 95)), reporttest.Row("Onbekend", reporttest.Of(3, 95))),
			[]string{"Van de 95 uitgezette zaken uit 2021 kwamen er 26 (27%) via zelfaanmelding en 66 (69%) via een " +
				"professional.", "Bij 3 zaken (3%) is dit niet bekend."}},
		{"who referred, few cases",
			reporttest.Table(reporttest.ReferrerGroup, reporttest.Row("zelf", reporttest.Of(2, 8)),
				reporttest.Row("professioneel", reporttest.Of(5, 8)), reporttest.Row("Onbekend", reporttest.Of(1, 8))),
			[]string{"Van de 8 uitgezette zaken uit 2021 kwamen er 2 via zelfaanmelding en 5 via een professional. " +
				"Bij zulke kleine aantallen zegt een percentage weinig.", "Bij 1 zaak is dit niet bekend."}},
		{"referrers, mostly unknown",
			reporttest.Table(reporttest.Referrer, reporttest.Row("zelf", reporttest.Of(30, 100)),
				reporttest.Row("Politie", reporttest.Of(20, 100)), reporttest.Row("Onbekend", reporttest.Of(50, 100))),
			[]string{"Bovenaan de lijst van bekende aanmelders staat in 2021 zelfaanmelding: 30 van de 100 " +
				"uitgezette zaken (30%), gevolgd door de politie (20%).", "Bij 50 zaken (50%) is dit niet bekend."}},
		{"reasons, as many unknown",
			reporttest.Table(reporttest.Rejection, reporttest.Row("Buiten het kader", reporttest.Of(30, 60)),
				reporttest.Row("Onbekend", reporttest.Of(30, 60))),
			[]string{"Van de aanmeldingen uit 2021 waarvan dit bekend is, was ‘Buiten het kader’ de reden die het " +
				"meest voorkwam: 30 van de 60 afgekeurde aanmeldingen (50%).",
				"Bij 30 aanmeldingen (50%) is dit niet bekend."}},
		{"nothing known", reporttest.Table(reporttest.Rejection, reporttest.Row("Onbekend", reporttest.Of(60, 60))),
			[]string{"Bij 60 aanmeldingen (100%) is dit niet bekend."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.table.Rows {
				c := &tt.table.Rows[i].Cells[0]
				c.Base = tt.table.Rows[0].Cells[0].Base
			}
			figs := reporttest.Report2021(1, tt.table)
			if diff := cmp.Diff(tt.want, Of(figs, &figs.Tables[0])); diff != "" {
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
		all   reporttest.Num // contact
		want  string
	}{
		{"no reason ever", reporttest.Table(reporttest.Rejection), reporttest.Of(0, 60),
			"In 2021 is geen aanmelding afgekeurd."},
		{"no reason this year", reporttest.Table(reporttest.Rejection,
			reporttest.Row("Buiten het kader", reporttest.Of(0, 0))), reporttest.Of(0, 60),
			"In 2021 is geen aanmelding afgekeurd."},
		{"no contact ever", reporttest.Table(reporttest.ContactForm), reporttest.Of(0, 60),
			"In geen enkele uitgezette zaak uit 2021 was er contact."},
		{"no contact this year", reporttest.Table(reporttest.ContactForm,
			reporttest.Row("Gesprek", reporttest.Of(0, 0))), reporttest.Of(0, 60),
			"In geen enkele uitgezette zaak uit 2021 was er contact."},
		{"contact is hidden", reporttest.Table(reporttest.ContactForm), reporttest.Hidden,
			"Voor 2021 is er geen cijfer."},
		{"no offence", reporttest.Table(reporttest.Offence), reporttest.Of(0, 0), assigned},
		{"no referrer", reporttest.Table(reporttest.Referrer), reporttest.Of(0, 0), assigned},
		{"no sport", reporttest.Table(reporttest.BySport), reporttest.Of(0, 0), assigned},
		{"no groups of cases", reporttest.Table(reporttest.ContactPerGroup,
			reporttest.Row("Geweld", reporttest.Of(0, 0)), reporttest.Row("Zeden", reporttest.Of(0, 0))),
			reporttest.Of(0, 0), assigned},
		{"no key figures", reporttest.Table(reporttest.KeyFigure), reporttest.Of(0, 0), "Voor 2021 is er geen cijfer."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := reporttest.Report2021(1, tt.table, reporttest.Table(reporttest.Contact, reporttest.Bare(tt.all)))
			if diff := cmp.Diff([]string{tt.want}, Of(figs, &figs.Tables[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}
