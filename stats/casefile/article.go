package casefile

import (
	"regexp"
	"strings"

	"herstel/stats/rules"
)

// articleShape is an article of law: art. 242 Sr, 300 lid 1 Sr, artikel 6 WVW.
var articleShape = regexp.MustCompile(`(?i)(?:\bart(?:ikel|\.)?\s*)?\b(\d{1,3}[a-z]{0,2})\b\s*(?:lid\s*\d+\s*)?(?:wetboek van strafrecht|wvsr|w\.?v\.?sr|sr|wvw)?`)

// offenceOf gives the offence of an article of the Wetboek van Strafrecht (sr)
// or the Wegenverkeerswet (wvw), by the labels of the default rules.
var offenceOf = map[string]string{
	"sr 300": "Mishandeling", "sr 301": "Mishandeling", "sr 302": "Zware mishandeling", "sr 303": "Zware mishandeling",
	"sr 285": "Bedreiging", "sr 285b": "Stalking", "sr 287": "Doodslag of moord", "sr 288": "Doodslag of moord",
	"sr 289": "Doodslag of moord",
	"sr 141": "Openlijke geweldpleging", "sr 312": "Straatroof", "sr 317": "Overig geweld",
	"sr 240b": "Kinderpornografie", "sr 241": "Aanranding", "sr 242": "Verkrachting", "sr 243": "Verkrachting",
	"sr 246": "Aanranding",
	"sr 247": "Ontucht", "sr 249": "Ontucht", "sr 252": "Kinderpornografie",
	"sr 310": "Diefstal", "sr 311": "Diefstal", "sr 350": "Vernieling", "sr 157": "Brandstichting",
	"sr 326":  "Oplichting",
	"sr 137c": "Belediging of discriminatie", "sr 261": "Belediging of discriminatie",
	"sr 262": "Belediging of discriminatie", "sr 266": "Belediging of discriminatie",
	"wvw 6": "Verkeersongeval met letsel", "wvw 8": "Rijden onder invloed",
}

// newSexualOffences is said of the articles that the Wet seksuele misdrijven
// gave another content.
const newSexualOffences = "sinds 1 juli 2024 staan in deze artikelen andere zedendelicten: kijk na wat er voor jouw " +
	"zaken geldt"

// article reads a value that is nothing but an article of law.
func article(value string) (label, note string, ok bool) {
	text := strings.TrimSpace(value)
	m := articleShape.FindStringSubmatch(text)
	folded := rules.Fold(text)
	if m == nil || m[0] != text || !strings.HasPrefix(folded, "art") &&
		strings.Trim(folded, "0123456789abcdefghijkl ") == "" {
		return "", "", false // a bare number says too little
	}
	law := "sr "
	if strings.HasSuffix(folded, "wvw") {
		law = "wvw "
	}
	number := strings.ToLower(m[1])
	label, ok = offenceOf[law+number]
	if ok && law == "sr " && "240" <= number && number < "255" {
		note = newSexualOffences
	}
	return label, note, ok
}
