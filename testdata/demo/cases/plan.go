package cases

// The plan: how many cases of each kind every year holds, on the peildatum of its own report. Each table has one column
// a year, in the order of years below. The comment above a table names the printed figures it meets, worked out to the
// unrounded share.

// perYear holds one number for each of the years of the plan: 2019, 2020, 2021.
type perYear [3]int

// years are the cohorts of the export, by the year of the aanmelddatum.
var years = perYear{2019, 2020, 2021}

// quota is a category value and how many cases of a year carry it.
type quota struct {
	label string
	cases perYear
}

// The labels that more than one table of the plan uses.
const (
	violence = "Geweld"
	sexual   = "Zeden"
	traffic  = "Verkeer"
	other    = "Overig"

	victimSide   = "slachtoffer of nabestaande"
	offenderSide = "verdachte, dader of veroorzaker"
	otherSide    = "overig"

	self = "zelf"
)

// cell is one combination of aanleiding and initiatief among the cases that were uitgezet: how many there are, in how
// many of them both parties were willing, and in how many there was contact.
type cell struct {
	reason, initiative         string
	assigned, willing, contact perYear
}

// cells is the heart of the plan. Its margins are the printed figures:
//
//	uitgezet             1191 and 1047 (2019: 1260)
//	aanleiding           2019 Zeden 139 = 11.0% of 1260
//	                     2020 Geweld 655, Zeden 115, Verkeer 167, Overig 254 = 55.0, 9.7, 14.0, 21.3% of 1191
//	                     2021 Geweld 471, Zeden 235, Verkeer 147, Overig 194 = 45.0, 22.4, 14.0, 18.5% of 1047
//	                     Zeden 235 is more than twice 115
//	initiatief           2019 slachtoffer 479 = 38.0%
//	                     2020 slachtoffer 405, dader 750, overig 36 = 34.0, 63.0, 3.0%
//	                     2021 slachtoffer 429, dader 606, overig 12 = 41.0, 57.9, 1.1%
//	initiatief slachtoffer within Zeden 148/235 = 63.0%, within Verkeer 113/147 = 76.9% (2021)
//	contact              328/1260 = 26.0%, 357/1191 = 30.0%, 356/1047 = 34.0%
//	contact within Zeden 45/115 = 39.1% (2020), 101/235 = 43.0% (2021)
//	contact within Verkeer 82/167 = 49.1% (2020), 75/147 = 51.0% (2021)
//	contact_na_bereidheid 357/384 = 93.0% (2020), 356/395 = 90.1% (2021)
var cells = []cell{
	{violence, victimSide, perYear{180, 155, 117}, perYear{53, 54, 45}, perYear{48, 50, 40}},
	{violence, offenderSide, perYear{473, 482, 347}, perYear{99, 120, 95}, perYear{90, 112, 85}},
	{violence, otherSide, perYear{15, 18, 7}, perYear{5, 6, 4}, perYear{4, 6, 3}},
	{sexual, victimSide, perYear{84, 66, 148}, perYear{34, 31, 73}, perYear{31, 28, 67}},
	{sexual, offenderSide, perYear{55, 49, 87}, perYear{20, 18, 39}, perYear{18, 17, 34}},
	{traffic, victimSide, perYear{139, 122, 113}, perYear{69, 66, 64}, perYear{66, 63, 60}},
	{traffic, offenderSide, perYear{44, 40, 34}, perYear{19, 19, 17}, perYear{17, 17, 15}},
	{traffic, otherSide, perYear{6, 5, 0}, perYear{2, 2, 0}, perYear{2, 2, 0}},
	{other, victimSide, perYear{76, 62, 51}, perYear{20, 20, 18}, perYear{17, 18, 16}},
	{other, offenderSide, perYear{178, 179, 138}, perYear{37, 45, 37}, perYear{32, 41, 33}},
	{other, otherSide, perYear{10, 13, 5}, perYear{3, 3, 3}, perYear{3, 3, 3}},
}

// offences gives the delicten inside each aanleiding; a column adds up to that aanleiding in cells. Printed:
// Verkrachting 34 and 84, Grensoverschrijdend gedrag 3 and 31. Two cells of 2019 are below the drempel of 5 on purpose,
// Stalking (3) and Grensoverschrijdend gedrag (2), each with neighbours of 7 to 12 that can be hidden along.
var offences = map[string][]quota{
	violence: {
		{"Mishandeling", perYear{250, 226, 158}},
		{"Zware mishandeling", perYear{92, 88, 62}},
		{"Huiselijk geweld", perYear{64, 70, 54}},
		{"Bedreiging", perYear{82, 74, 49}},
		{"Doodslag of moord", perYear{48, 45, 38}},
		{"Poging tot doodslag of moord", perYear{33, 31, 24}},
		{"Straatroof", perYear{35, 28, 19}},
		{"Overval", perYear{40, 33, 21}},
		{"Openlijke geweldpleging", perYear{12, 25, 16}},
		{"Stalking", perYear{3, 15, 14}},
		{"Overig geweld", perYear{9, 20, 16}},
	},
	sexual: {
		{"Verkrachting", perYear{41, 34, 84}},
		{"Aanranding", perYear{44, 34, 52}},
		{"Ontucht", perYear{27, 20, 30}},
		{"Incest", perYear{8, 9, 14}},
		{"Grensoverschrijdend gedrag", perYear{2, 3, 31}},
		{"Kinderpornografie", perYear{7, 6, 9}},
		{"Overige zeden", perYear{10, 9, 15}},
	},
	traffic: {
		{"Verkeersongeval met letsel", perYear{88, 76, 68}},
		{"Dodelijk verkeersongeval", perYear{72, 65, 58}},
		{"Rijden onder invloed", perYear{12, 11, 9}},
		{"Overig verkeer", perYear{17, 15, 12}},
	},
	other: {
		{"Diefstal", perYear{66, 58, 38}},
		{"Inbraak", perYear{70, 63, 46}},
		{"Vernieling", perYear{38, 34, 22}},
		{"Brandstichting", perYear{14, 15, 13}},
		{"Oplichting", perYear{25, 27, 24}},
		{"Belediging of discriminatie", perYear{13, 16, 17}},
		{"Burenconflict", perYear{20, 22, 19}},
		{"Overig delict", perYear{18, 19, 15}},
	},
}

// selfReferred is how many of the cases of each initiatief came in through the parties themselves. Printed: 179/1191 =
// 15.0% (2020), 240/1047 = 22.9% (2021), and within zelf the victim side 137/240 = 57.1% (2021).
var selfReferred = []quota{
	{victimSide, perYear{80, 98, 137}},
	{offenderSide, perYear{66, 76, 103}},
	{otherSide, perYear{5, 5, 0}},
}

// referrers are the organisations behind all other cases. Printed: 2020 Slachtofferhulp first and the Raad second, both
// above the 179 of zelf; 2021 zelf first with 240, then Slachtofferhulp, Reclassering, Justitiële inrichtingen and the
// Raad, which has the largest fall of all (144). The order runs from those who mostly come for victims to those who
// mostly come for offenders; the generator leans on it.
var referrers = []quota{
	{"Slachtofferhulp Nederland", perYear{318, 285, 215}},
	{"Advocatuur", perYear{22, 24, 27}},
	{"Zorginstelling", perYear{13, 14, 15}},
	{"Politie", perYear{58, 49, 38}},
	{"Gemeente", perYear{18, 17, 16}},
	{"Openbaar Ministerie", perYear{36, 40, 44}},
	{"Rechtspraak", perYear{8, 9, 13}},
	{"Overige professionals", perYear{19, 17, 14}},
	{"Jeugdbescherming", perYear{31, 26, 19}},
	{"HALT", perYear{27, 21, 14}},
	{"Raad voor de Kinderbescherming", perYear{275, 240, 96}},
	{"Reclassering", perYear{160, 152, 168}},
	{"Justitiële inrichtingen", perYear{124, 118, 128}},
}

// forms are the contactvormen of the cases with contact. Printed: Gesprek chosen most; Video- of audioboodschap small
// in 2021 (14/356 = 3.9%) and higher than in 2019 (6/328 = 1.8%).
var forms = []quota{
	{"Gesprek", perYear{221, 205, 214}},
	{"Groepsherstelbijeenkomst", perYear{17, 14, 18}},
	{"Briefwisseling", perYear{48, 71, 62}},
	{"Pendelbemiddeling", perYear{36, 56, 48}},
	{"Video- of audioboodschap", perYear{6, 11, 14}},
}

// rejections are the cases that were afgekeurd, by afkeurreden. Printed: 266 (2020) and 311 (2021), so that the
// aanmeldingen are 1457 and 1358; 2021: 42 for the OM and 50 for MiS. 2019: 278, which with the 12 of lateAssigned
// makes 1550 aanmeldingen.
var rejections = []quota{
	{"OM verstrekt geen gegevens", perYear{18, 25, 42}},
	{"MiS wordt onderzocht", perYear{22, 31, 50}},
	{"Dubbele aanmelding", perYear{66, 58, 61}},
	{"Buiten het kader", perYear{121, 109, 112}},
	{"Overige reden", perYear{51, 43, 46}},
}

// lateAssigned are the cases that were uitgezet after the peildatum of their own year: on that day they were still to
// be judged. Printed: none in 2020 and 2021.
var lateAssigned = perYear{12, 0, 0}

// mediators are the codes at work in a year: first to last, so 21, 23 and the printed 22 (2021). A case that is
// uitgezet in the year after its cohort goes to someone at work in both years: cohort and uitzetdatum give the same
// number.
var mediators = struct{ first, last perYear }{perYear{1, 2, 4}, perYear{21, 24, 25}}
