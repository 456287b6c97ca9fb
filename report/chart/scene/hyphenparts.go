package scene

import (
	"slices"
	"strings"
)

// parts are words that compounds of this field are made of, some with the s that ties them to the next. Only a part
// at the beginning or the end of a word, or beside another part, is taken for one.
var parts = strings.Fields(`
aangifte aanleiding aanleidings aanmelder aanmelding aanmeldings aanvraag aandeel aantal achter achtig afspraak
ambtenaar antwoord arbeids arrondissement arrondissements bedrijf bedrijfs beeld begeleiding begeleidings beleid
beleids bemiddelaar bemiddelaars bemiddeling bemiddelings benadeelde beroep beroeps bescherming beschermings
beslissing beslissings bestuur bestuurs betrokken betrokkene betrokkenen bewaring bewarings bijeenkomst binnen
brief briefwisseling bron buiten buurt centrum cijfer cijfers conferentie contact dader delict delicten deelnemer
deelnemers deling detentie dienst dienstverlening diefstal doodslag doorlooptijd dossier echtelijk eigendom
eigendoms familie figuur gedrag gedrags gegevens geld gemeente gerechtelijk geschil gesprek gesprekken
gesprekspartner gevangenis gezin gezins gewelds geweld groep groepen groeps half handeling handelings heling
herstel herstelbemiddeling herstelrecht hulp hulpverlener hulpverlening hulpverlenings huis inbraak initiatief
inrichting inrichtings instantie instelling instellings instemming intake jaar jaarverslag jeugd jongeren justitie
kamer kanton kind kinder kinderen klacht kracht kwaliteit kwaliteits leeftijd leeftijds maand maatregel
maatschappelijk mede medewerker mediation melding meldings mensen mensenhandel misbruik misdrijf mishandeling
mishandelings ministerie moord nabestaande nabestaanden nemer nemers nazorg officier onbekend onder onderdeel
onderzoek onderzoeks ondersteuning ondersteunings ongeval ongevallen ongevals openbaar organisatie over
overeenkomst overig overige overleg overlijdens overval parket partij partijen partner pendel pendelbemiddeling
periode persoon persoons peildatum politie praktijk proces punt raad rapport recht rechtbank rechter rechts
reclassering reclasserings reden regeling regelings register rijbewijs samen samenwerking samenwerkings schade
schriftelijk school sociaal sport stad stand standen steekpartij strafrecht straf strafzaak eenkomst overeenkomst
opname brandweer wijk agent advocaat advocaten slacht offer offers spraak orde grens stroom tafel terug termijn
toestemming toestemmings tijd totaal traject trajecten tussen uitkomst uitkomsten uitvoering uitvoerings
uiteindelijk veilig veiligheid veiligheids verdachte verdachten vergoeding verkeer verkeers verkeersongeval verslag
verslaving verslavings vernieling verzoek vermogen vermogens vertrouwens verwijzer voerder voerders volwassenen
vonnis voogdij vrijheid vrijheids vrijwilliger vrijwilligers waarnemer week werk werker werkers wet wetboek winkel
wisseling woning woord zaak zaaks zaken zeden zedendelict zedenzaken ziekenhuis zorg
`)

// longestFirst tells of the parts by their first letter, the longest first.
var longestFirst = func() map[byte][]string {
	index := map[byte][]string{}
	for _, p := range parts {
		index[p[0]] = append(index[p[0]], p)
	}
	for _, list := range index {
		slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return index
}()

// partBreaks gives the places where parts of a compound meet.
func partBreaks(letters []rune) []int {
	word := string(letters)
	if len(word) != len(letters) {
		return nil // an accented letter: the offsets would differ, and the parts have none
	}
	found := map[int]bool{}
	for at := 0; at < len(word); {
		n := partAt(word[at:])
		if n == 0 {
			break
		}
		at += n
		found[at] = true
	}
	for _, p := range parts {
		if at := len(word) - len(p); strings.HasSuffix(word, p) && at >= shortest && hasVowel(word[:at]) {
			found[at] = true
		}
	}
	for at := range tied(word) {
		found[at] = true
	}
	var breaks []int
	for at := range found {
		if at >= shortest && len(word)-at >= shortest && hasVowel(word[at:]) {
			breaks = append(breaks, at)
		}
	}
	slices.Sort(breaks)
	return breaks
}

// partAt gives the length of the part that the text begins with, when what follows can be a word of its own.
func partAt(text string) int {
	for _, p := range longestFirst[text[0]] {
		if rest, ok := strings.CutPrefix(text, p); ok && standsAlone(p, rest) {
			return len(p)
		}
	}
	return 0
}

// standsAlone tells whether a text can be a word behind a part: it is a part, or begins like a word that the part did
// not merely bend into.
func standsAlone(part, rest string) bool {
	if len(rest) < shortest || !hasVowel(rest) {
		return false
	}
	for _, p := range longestFirst[rest[0]] {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	unsure := strings.HasSuffix(part, "s") && strings.ContainsRune("cklpt",
		rune(rest[0])) // rechts-praak, or recht-spraak?
	if len(part) < 5 || len(rest) < 4 || unsure {
		return false
	}
	first := sounds([]rune(rest))
	stem := 0
	for stem < len(first) && !first[stem].vowel {
		stem++
	}
	bent := strings.HasPrefix(rest, "lijk") || strings.HasPrefix(rest, "heid") || strings.HasPrefix(rest, "s")
	return stem > 0 && !bent && startsStem(first[:stem])
}

// tied gives the places behind the s that ties -ing, -heid, -teit and -schap to the next part.
func tied(word string) map[int]bool {
	found := map[int]bool{}
	for _, ending := range []string{"ings", "heids", "teits", "schaps"} {
		for from := 0; ; {
			i := strings.Index(word[from:], ending)
			if i < 0 {
				break
			}
			at := from + i + len(ending)
			rest := word[at:]
			if hasVowel(word[:from+i]) && len(rest) >= shortest && hasVowel(rest) && !strings.HasPrefix(rest, "ch") {
				found[at] = true
			}
			from = at
		}
	}
	return found
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }
