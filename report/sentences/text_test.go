package sentences

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/report/internal/reporttest"
	"herstel/stats"
	"herstel/stats/day"
)

func TestSentences(t *testing.T) {
	tests := []struct {
		name  string
		years int
		table stats.Table
		open  int
		want  []string
	}{
		{"a fall of ten points is no fall of ten per cent", 2, reporttest.Table(reporttest.OffenceGroup,
			reporttest.Row("Geweld", reporttest.Of(550, 1000), reporttest.Of(450, 1000)),
			reporttest.Row("Zeden", reporttest.Of(90, 1000), reporttest.Of(220, 1000)),
			reporttest.Row("Verkeer", reporttest.Of(140, 1000), reporttest.Of(140, 1000)),
			reporttest.Row("Overig", reporttest.Of(220, 1000), reporttest.Of(190, 1000))), 0,
			[]string{"In 2021 was Geweld de aanleiding die het meest voorkwam: 450 van de 1.000 uitgezette zaken " +
				"(45%), gevolgd door Zeden (22%) en Verkeer (14%); bij Overig was dat 19%.",
				"Het aandeel van Zeden steeg met 13 procentpunt, van 9% in 2020 naar 22% in 2021: van 90 naar 220 " +
					"zaken. Het aantal is meer dan verdubbeld.",
				"Het aandeel van Geweld daalde met 10 procentpunt, van 55% in 2020 naar 45% in 2021: van 550 naar " +
					"450 zaken."}},
		{"exactly twice is doubled, not more than doubled", 2,
			reporttest.Table(reporttest.OffenceGroup,
				reporttest.Row("Geweld", reporttest.Of(900, 1000), reporttest.Of(800, 1000)),
				reporttest.Row("Zeden", reporttest.Of(100, 1000), reporttest.Of(200, 1000))), 0,
			[]string{"In 2021 was Geweld de aanleiding die het meest voorkwam: 800 van de 1.000 uitgezette zaken " +
				"(80%), gevolgd door Zeden (20%).",
				"Het aandeel van Zeden steeg met 10 procentpunt, van 10% in 2020 naar 20% in 2021: van 100 naar 200 " +
					"zaken. Het aantal is verdubbeld.",
				"Het aandeel van Geweld daalde met 10 procentpunt, van 90% in 2020 naar 80% in 2021: van 900 naar " +
					"800 zaken."}},
		{"one first place for two", 1,
			reporttest.Table(reporttest.OffenceGroup, reporttest.Row("Geweld", reporttest.Of(40, 100)),
				reporttest.Row("Zeden", reporttest.Of(40, 100)), reporttest.Row("Verkeer", reporttest.Of(20, 100))), 0,
			[]string{"In 2021 waren Geweld en Zeden de aanleidingen die het meest voorkwamen: elk 40 van de 100 " +
				"uitgezette zaken (40%), gevolgd door Verkeer (20%)."}},
		{"a hidden part that may be larger takes the first place away", 1, reporttest.Table(reporttest.Offence,
			reporttest.Row2("Geweld", "Mishandeling", reporttest.Of(30, 100)),
			reporttest.Row2("Zeden", "Incest", reporttest.Num{Base: 100, Status: stats.Suppressed}),
			reporttest.Row2("Zeden", "Ontucht", reporttest.Num{Base: 100, Status: stats.Suppressed})), 0,
			[]string{"Een deel van de getallen over 2021 is verborgen, omdat mensen anders te herkennen zouden " +
				"kunnen zijn."}},
		{"a hidden part that cannot be larger", 1, reporttest.Table(reporttest.Offence,
			reporttest.Row2("Geweld", "Mishandeling", reporttest.Of(80, 100)),
			reporttest.Row2("Zeden", "Incest", reporttest.Num{Base: 100, Status: stats.Suppressed}),
			reporttest.Row2("Zeden", "Ontucht", reporttest.Num{Base: 100, Status: stats.Suppressed})), 0,
			[]string{"In 2021 was Mishandeling het delict dat het meest voorkwam: 80 van de 100 uitgezette " +
				"zaken (80%)."}},
		{"a small base gets no percentage", 1,
			reporttest.Table(reporttest.OffenceGroup, reporttest.Row("Geweld", reporttest.Of(4, 7)),
				reporttest.Row("Zeden", reporttest.Of(3, 7))), 0,
			[]string{"In 2021 was Geweld de aanleiding die het meest voorkwam: 4 van de 7 uitgezette zaken. Bij " +
				"zulke kleine aantallen zegt een percentage weinig."}},
		{"nothing at all", 2, reporttest.Table(reporttest.OffenceGroup,
			reporttest.Row("Geweld", reporttest.Of(0, 0), reporttest.Of(0, 0))), 0,
			[]string{"In 2021 waren er geen uitgezette zaken."}},
		{"changes within the margin", 2,
			reporttest.Table(reporttest.OffenceGroup,
				reporttest.Row("Geweld", reporttest.Of(50, 100), reporttest.Of(52, 100)),
				reporttest.Row("Zeden", reporttest.Of(50, 100), reporttest.Of(48, 100))), 0,
			[]string{"In 2021 was Geweld de aanleiding die het meest voorkwam: 52 van de 100 uitgezette zaken (52%), " +
				"gevolgd door Zeden (48%).",
				"De verschillen met 2020 kunnen toeval zijn."}},
		{"a breakdown of the user's", 1,
			reporttest.Table(reporttest.BySport, reporttest.Row("voetbal", reporttest.Of(60, 100)),
				reporttest.Row("geen", reporttest.Of(30, 100)), reporttest.Row("Onbekend", reporttest.Of(10, 100))), 0,
			[]string{"In 2021 kwam ‘voetbal’ het meest voor: 60 van de 100 uitgezette zaken (60%), gevolgd door " +
				"‘geen’ (30%).", "Bij 10 zaken (10%) is dit niet bekend."}},
		{"contact with open cases", 2,
			reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(357, 1191), reporttest.Of(356, 1047))),
			210,
			[]string{"In 356 van de 1.047 uitgezette zaken uit 2021 was er contact (34%).",
				"Dat aandeel steeg met 4 procentpunt, van 30% in 2020 naar 34% in 2021: van 357 naar 356 zaken.",
				"Van de zaken uit 2021 lopen er nog 210: dit cijfer kan nog veranderen."}},
		{"one open case", 1, reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(30, 100))), 1,
			[]string{"In 30 van de 100 uitgezette zaken uit 2021 was er contact (30%).",
				"Van de zaken uit 2021 loopt er nog 1: dit cijfer kan nog veranderen."}},
		{"equal to the last case", 2,
			reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(30, 100), reporttest.Of(60, 200))), 0,
			[]string{"In 60 van de 200 uitgezette zaken uit 2021 was er contact (30%).",
				"Dat aandeel bleef gelijk: 30% in 2020 en in 2021."}},
		{"equal as printed only", 2,
			reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(300, 1000), reporttest.Of(302, 1000))),
			0,
			[]string{"In 302 van de 1.000 uitgezette zaken uit 2021 was er contact (30%).",
				"Dat aandeel bleef vrijwel gelijk: 30% in 2020 en in 2021; dat verschil kan toeval zijn."}},
		{"points that whole per cents would contradict go", 2,
			reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(305, 1000), reporttest.Of(344, 1000))),
			0,
			[]string{"In 344 van de 1.000 uitgezette zaken uit 2021 was er contact (34%).",
				"Dat aandeel was 31% in 2020 en 34% in 2021 (305 en 344 zaken); dat verschil kan toeval zijn."}},
		{"hidden this year", 2, reporttest.Table(reporttest.Contact,
			reporttest.Bare(reporttest.Of(30, 100), reporttest.Num{Base: 80, Status: stats.Suppressed})), 12,
			[]string{"De getallen over 2021 zijn verborgen, omdat mensen anders te herkennen zouden kunnen zijn."}},
		{"hidden the year before", 2,
			reporttest.Table(reporttest.Contact,
				reporttest.Bare(reporttest.Num{Base: 90, Status: stats.Suppressed}, reporttest.Of(30, 100))), 0,
			[]string{"In 30 van de 100 uitgezette zaken uit 2021 was er contact (30%)."}},
		{"one case", 1, reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(1, 1))), 0,
			[]string{"Er was maar 1 uitgezette zaak uit 2021. Een percentage zegt dan niets."}},
		{"no closed case", 1, reporttest.Table(reporttest.ClosedContact, reporttest.Bare(reporttest.Of(0, 0))), 0,
			[]string{"Er waren geen zaken die in 2021 zijn afgesloten."}},
		{"not available", 2, reporttest.Table(reporttest.Willing,
			reporttest.Bare(reporttest.Of(3, 10), reporttest.Absent("de kolom bereid ontbreekt in export.csv"))), 0,
			[]string{"Dit cijfer is voor 2021 niet beschikbaar: de kolom bereid ontbreekt in export.csv."}},
		{"not available the year before", 2,
			reporttest.Table(reporttest.Willing,
				reporttest.Bare(reporttest.Absent("de kolom bereid ontbreekt"), reporttest.Of(30, 100))), 0,
			[]string{"In 30 van de 100 uitgezette zaken uit 2021 waren beide partijen bereid (30%).",
				"Voor 2020 is dit cijfer niet beschikbaar."}},
		{"largest and smallest group", 2,
			reporttest.Table(reporttest.ContactPerGroup,
				reporttest.Row("Geweld", reporttest.Of(150, 600), reporttest.Of(150, 500)),
				reporttest.Row("Zeden", reporttest.Of(40, 100), reporttest.Of(100, 200)),
				reporttest.Row("Verkeer", reporttest.Of(50, 100), reporttest.Of(51, 100))), 0,
			[]string{"Het aandeel zaken met contact was in 2021 het grootst bij Verkeer (51%) en het kleinst bij " +
				"Geweld (30%).",
				"De verschillen met 2020 in dat aandeel kunnen toeval zijn."}},
		{"groups too small or hidden", 2,
			reporttest.Table(reporttest.ContactPerGroup,
				reporttest.Row("Geweld", reporttest.Of(100, 600), reporttest.Of(150, 500)),
				reporttest.Row("Zeden", reporttest.Of(4, 8), reporttest.Of(4, 8)),
				reporttest.Row("Verkeer", reporttest.Hidden, reporttest.Hidden),
				reporttest.Row("Overig", reporttest.Of(20, 100), reporttest.Of(20, 100))), 0,
			[]string{"De verschillen tussen de aanleidingen met minstens 30 zaken die te zien zijn, kunnen " +
				"toeval zijn.",
				"Bij Geweld steeg het aandeel zaken met contact met 13 procentpunt, van 17% in 2020 naar 30% in " +
					"2021: van 100 naar 150 zaken."}},
		{"initiative of victims in the groups", 1, reporttest.Table(reporttest.InitiativePerGroup,
			reporttest.Row2("Zeden", victimInitiative, reporttest.Of(630, 1000)),
			reporttest.Row2("Zeden", "overig", reporttest.Of(370, 1000)),
			reporttest.Row2("Verkeer", victimInitiative, reporttest.Of(770, 1000)),
			reporttest.Row2("Verkeer", "overig", reporttest.Of(230, 1000))), 0,
			[]string{"Het aandeel zaken waarin het slachtoffer of een nabestaande het initiatief nam, was in 2021 " +
				"het grootst bij Verkeer (77%) en het kleinst bij Zeden (63%)."}},
		{"what came in", 2, reporttest.Table(reporttest.Inflow,
			reporttest.Row("aanmeldingen", reporttest.Of(1457, 1457), reporttest.Of(1358, 1358)),
			reporttest.Row("uitgezet", reporttest.Of(1191, 1457), reporttest.Of(1047, 1358)),
			reporttest.Row("afgekeurd", reporttest.Of(266, 1457), reporttest.Of(310, 1358)),
			reporttest.Row("nog te beoordelen", reporttest.Of(0, 1457), reporttest.Of(1, 1358))), 0,
			[]string{"In 2021 kwamen 1.358 aanmeldingen binnen: 99 minder dan in 2020, een daling van 7%.",
				"Daarvan zijn er 1.047 (77%) uitgezet, 310 (23%) afgekeurd en 1 (minder dan 1%) nog te beoordelen."}},
		{"who referred", 2, reporttest.Table(reporttest.ReferrerGroup,
			reporttest.Row("zelf", reporttest.Of(179, 1191), reporttest.Of(240, 1047)),
			reporttest.Row("professioneel", reporttest.Of(1012, 1191), reporttest.Of(807, 1047))), 0,
			[]string{"Van de 1.047 uitgezette zaken uit 2021 kwamen er 240 (23%) via zelfaanmelding en 807 (77%) via " +
				"een professional.",
				"Het aandeel zelfaanmeldingen steeg met 8 procentpunt, van 15% in 2020 naar 23% in 2021: van 179 " +
					"naar 240 zaken."}},
		{"key figures", 2, reporttest.Table(reporttest.KeyFigure,
			reporttest.Row("Websitebezoekers", reporttest.Of(16500, 0), reporttest.Of(17500, 0)),
			reporttest.Row("Volgers op Instagram", reporttest.Of(150, 0), reporttest.Of(300, 0)),
			reporttest.Row("Klachten", reporttest.Of(2, 0), reporttest.Of(0, 0))), 0,
			[]string{"Websitebezoekers: 17.500 in 2021, 1.000 meer dan in 2020, een stijging van 6%.",
				"Volgers op Instagram: 300 in 2021, verdubbeld ten opzichte van 2020 (150).",
				"Klachten: 0 in 2021, 2 minder dan in 2020."}},
		{"mediators", 2, reporttest.Table(reporttest.MediatorCount,
			reporttest.Bare(reporttest.Of(20, 0), reporttest.Of(22, 0))), 0,
			[]string{"Aan de zaken die in 2021 zijn uitgezet, werkten 22 verschillende bemiddelaars.",
				"Dat zijn er 2 meer dan in 2020, een stijging van 10%."}},
		{"months with a tie", 2, reporttest.Table(reporttest.Months,
			reporttest.Row("1", reporttest.Of(90, 0), reporttest.Of(60, 0)),
			reporttest.Row("2", reporttest.Of(50, 0), reporttest.Of(60, 0)),
			reporttest.Row("3", reporttest.Of(40, 0), reporttest.Of(41, 0))), 0,
			[]string{"De meeste aanmeldingen kwamen in 2021 binnen in januari en februari (elk 60), de minste in " +
				"maart (41).",
				"Het verschil met 2020 was het grootst in januari: 60 aanmeldingen, 30 minder dan in januari 2020, " +
					"een daling van 33%."}},
		{"months alike", 1, reporttest.Table(reporttest.Months, reporttest.Row("1", reporttest.Of(0, 0)),
			reporttest.Row("2", reporttest.Of(0, 0))), 0, []string{"Over 2021 is hier niets te melden."}},
		{"nothing open before the first year", 1,
			reporttest.Table(reporttest.Stock, reporttest.Row("begin", reporttest.Of(0, 0)),
				reporttest.Row("instroom", reporttest.Of(20, 0)), reporttest.Row("uitstroom", reporttest.Of(5, 0)),
				reporttest.Row("eind", reporttest.Of(15, 0))), 0,
			[]string{"De export bevat geen zaken die aan het begin van 2021 al liepen. In de loop van het jaar " +
				"kwamen er 20 bij en gingen er 5 af.",
				"Aan het eind van 2021 liepen er nog 15 zaken: meer dan aan het begin."}},
		{"stock", 1, reporttest.Table(reporttest.Stock, reporttest.Row("begin", reporttest.Of(1, 0)),
			reporttest.Row("instroom", reporttest.Of(1047, 0)), reporttest.Row("uitstroom", reporttest.Of(1, 0)),
			reporttest.Row("eind", reporttest.Of(1047, 0))), 0,
			[]string{"Aan het begin van 2021 liep 1 zaak. In de loop van het jaar kwamen er 1.047 bij en ging er 1 af.",
				"Aan het eind van 2021 liepen er nog 1.047 zaken: meer dan aan het begin."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := reporttest.Report2021(tt.years, tt.table)
			figs.OpenCases = stats.Num(tt.open)
			if diff := cmp.Diff(tt.want, Of(figs, &figs.Tables[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentencesOfLeadTimes(t *testing.T) {
	tab := reporttest.Table(reporttest.LeadTimes,
		reporttest.Row("aanmelding_tot_uitzetting", reporttest.Of(1100, 0), reporttest.Of(1040, 0)),
		reporttest.Row("uitzetting_tot_contact", reporttest.Of(300, 0), reporttest.Of(340, 0)),
		reporttest.Row("uitzetting_tot_afsluiting", reporttest.Of(4, 0), reporttest.Of(4, 0)))
	tab.Rows[0].Cells[0].Quantiles = stats.Quantiles{P25: 5, Median: 17, P75: 20, P90: 30, Known: true, P90Known: true}
	tab.Rows[0].Cells[1].Quantiles = stats.Quantiles{P25: 5, Median: 1, P75: 20, P90: 40, Known: true, P90Known: true}
	tab.Rows[1].Cells[1].Quantiles = stats.Quantiles{P25: 61, Median: 92.5, P75: 140, P90: 201, Known: true,
		P90Known: true}
	tab.Rows[2].Cells[1].Quantiles = stats.Quantiles{P25: 61, Median: 92.5, P75: 140, P90: 201, Known: true,
		P90Known: true}
	want := []string{
		"Van aanmelding tot uitzetting duurde de middelste zaak 1 dag in 2021, tegen 17 dagen in 2020; ongeveer een " +
			"op de tien zaken duurde in 2021 langer dan 40 dagen.",
		"Van uitzetting tot contact duurde de middelste zaak 92,5 dagen in 2021; ongeveer een op de tien zaken " +
			"duurde langer dan 201 dagen.",
		"Van uitzetting tot afsluiting zijn er in 2021 maar 4 zaken: een middelste duur zegt dan weinig.",
	}
	figs := reporttest.Report2021(2, tab)
	if diff := cmp.Diff(want, Of(figs, &figs.Tables[0])); diff != "" {
		t.Error(diff)
	}
}

func TestSentencesOfRanks(t *testing.T) {
	tab := reporttest.Table(reporttest.Referrer,
		reporttest.Row("zelf", reporttest.Of(179, 1191), reporttest.Of(240, 1047)),
		reporttest.Row("Slachtofferhulp Nederland", reporttest.Of(300, 1191), reporttest.Of(200, 1047)),
		reporttest.Row("Raad voor de Kinderbescherming", reporttest.Of(250, 1191), reporttest.Of(90, 1047)),
		reporttest.Row("Overige professionals", reporttest.Of(462, 1191), reporttest.Of(517, 1047)))
	for i, ranks := range [][2]int{{4, 2}, {2, 3}, {3, 4}, {1, 1}} {
		tab.Rows[i].Cells[1].RankPrev, tab.Rows[i].Cells[1].Rank = stats.Num(ranks[0]), stats.Num(ranks[1])
	}
	figs := reporttest.Report2021(2, tab)
	told := strings.Join(Of(figs, &figs.Tables[0]), "\n")
	for _, want := range []string{
		"Vergeleken met 2020 steeg zelfaanmelding van plaats 4 naar plaats 2 en zakte Slachtofferhulp Nederland van " +
			"plaats 2 naar plaats 3.",
		"Het aandeel van de Raad voor de Kinderbescherming daalde met 12 procentpunt, van 21% in 2020 naar 9% in " +
			"2021: van 250 naar 90 zaken. Het aantal is meer dan gehalveerd.",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("missing %q in\n%s", want, told)
		}
	}
}

// The first figure says for the whole chapter that there is nothing to compare with.
func TestNoYearBefore(t *testing.T) {
	for _, tt := range []struct {
		years []int
		want  string
	}{
		{[]int{2021}, "Er is geen eerder jaar om mee te vergelijken."},
		{[]int{2019, 2021}, "Een vergelijking met 2020 is niet mogelijk: dat jaar ontbreekt."},
	} {
		cells := []reporttest.Num{reporttest.Of(20, 100), reporttest.Of(30, 100)}[:len(tt.years)]
		figs := reporttest.Report2021(1,
			reporttest.Table(reporttest.Inflow, reporttest.Row("aanmeldingen", cells...),
				reporttest.Row("uitgezet", cells...)), reporttest.Table(reporttest.Contact, reporttest.Bare(cells...)))
		figs.Years = tt.years
		for i := range figs.Tables {
			for r := range figs.Tables[i].Rows {
				figs.Tables[i].Rows[r].Cells[len(tt.years)-1].Change = stats.Change{}
			}
		}
		if told := Of(figs, &figs.Tables[0]); told[len(told)-1] != tt.want {
			t.Errorf("%v: %q", tt.years, told)
		}
		if told := Of(figs, &figs.Tables[1]); len(told) != 1 {
			t.Errorf("%v: %q", tt.years, told)
		}
	}
}

func TestUnfinishedYear(t *testing.T) {
	figs := reporttest.Report2021(1,
		reporttest.Table(reporttest.Inflow, reporttest.Row("aanmeldingen", reporttest.Of(10, 10)),
			reporttest.Row("uitgezet", reporttest.Of(10, 10)), reporttest.Row("afgekeurd", reporttest.Of(0, 10)),
			reporttest.Row("nog te beoordelen", reporttest.Of(0, 10))))
	figs.ReferenceDate, _ = day.Of(2021, 11, 1)
	told := Of(figs, &figs.Tables[0])
	if want := "Het jaar 2021 is nog niet compleet: de cijfers lopen tot en met 1 november 2021."; told[2] != want {
		t.Errorf("got %q", told)
	}
}
