package rules

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"herstel/stats/day"
)

// configFile is the shape of herstel.yaml and of the default rules. The yaml
// tag names the key, the doc tag tells the user what it is for.
type configFile struct {
	ReferenceDate configDay          `yaml:"peildatum" doc:"Gebeurtenissen na deze datum tellen nog niet mee. Zonder peildatum geldt de laatste datum in de export."`
	Years         configYears        `yaml:"jaren" doc:"Over hoeveel jaren de cijfers gaan, het verslagjaar meegeteld."`
	Inputs        []configInput      `yaml:"bronnen" doc:"De bestanden van de export, ten opzichte van dit bestand."`
	Columns       []configColumn     `yaml:"kolommen" doc:"Hoe de kolommen in jouw export heten."`
	Missing       []string           `yaml:"leeg" doc:"Woorden die in jouw export een lege cel betekenen, naast NULL, n.v.t. en een streepje."`
	Values        []configCategory   `yaml:"waarden" doc:"Welke waarden er in een kolom staan, en bij welke groep ze horen."`
	Derived       []configDerived    `yaml:"afleiden" doc:"Kolommen die de export niet heeft, en die uit een andere kolom volgen. Eén kolom van de export mag er meer geven."`
	Links         []configLink       `yaml:"koppel" doc:"Een tweede blad of bestand met meer over de zaken, zoals de contacten."`
	Privacy       configPrivacy      `yaml:"privacy" doc:"Vanaf welk aantal een cijfer te zien is."`
	Merges        []configMerge      `yaml:"samenvoegen" doc:"Waarden die in alle cijfers samen één waarde zijn, bijvoorbeeld omdat ze apart te klein zijn om te laten zien."`
	Breakdowns    []configBreakdown  `yaml:"uitsplitsingen" doc:"Extra kolommen van de export waarover je cijfers wilt."`
	KeyFigures    []configKeyFigure  `yaml:"kerncijfers" doc:"Cijfers die niet in de export staan."`
	Published     []configPublished  `yaml:"gepubliceerd" doc:"Wat eerdere verslagen afdrukten, om mee te vergelijken. Een naam zonder meer is een bestand dat compare --save schreef."`
	CompleteFrom  configDay          `yaml:"volledig_vanaf" doc:"Vanaf deze dag staan alle zaken in de export; zonder deze dag geldt de eerste aanmelddatum."`
	Compare       configCompare      `yaml:"vergelijken" doc:"Hoe jaren naast elkaar staan: zelfde-leeftijd (elk jaar op zijn eigen peildatum) of nu (alle jaren op de peildatum, zonder verschillen)."`
	SeriesBreaks  []configBreak      `yaml:"trendbreuken" doc:"Jaren die niet te vergelijken zijn met het jaar ervoor."`
	Mentions      []configMention    `yaml:"noemen" doc:"Cellen die in elk geval een zin krijgen."`
	HouseStyle    configHouseStyle   `yaml:"huisstijl" doc:"Kleuren en lettertype van de grafieken."`
	Organisation  configOrganisation `yaml:"organisatie" doc:"Wie het verslag maakt."`
	Charts        []configChart      `yaml:"grafieken" doc:"Hoe je een grafiek wilt: per cijfer een titel, de jaren, de grootte. Zo staat hij ook op de pagina en in Word."`
	Overview      []configTile       `yaml:"beeld" doc:"Welke getallen er in het jaar in één beeld staan; zonder beeld kiest herstel er zes."`
	Word          configWord         `yaml:"word" doc:"Wat er in het hoofdstuk voor Word komt."`
}

type configInput struct {
	Path  string `yaml:"pad" doc:"Een bestand, of een patroon zoals exports/*.xlsx." required:"true"`
	Sheet string `yaml:"blad" doc:"Het werkblad; zonder blad zoekt herstel het blad met de kop."`
	Line  int    `yaml:"-"`
}

type configColumn struct {
	Name    string   `yaml:",key"`
	Headers []string `yaml:",value"`
	Line    int      `yaml:"-"`
}

type configCategory struct {
	Column string        `yaml:",key"`
	Values []configValue `yaml:",value"`
	Line   int           `yaml:"-"`
}

type configValue struct {
	Label string   `yaml:",key"`
	Group string   `yaml:"groep" doc:"De groep waar de waarde bij hoort."`
	Also  []string `yaml:"ook" doc:"Andere schrijfwijzen in de export."`
	Line  int      `yaml:"-"`
}

type configPrivacy struct {
	Threshold  configThreshold   `yaml:"drempel" doc:"Aantallen van 1 tot de drempel blijven verborgen; 0 zet verbergen uit."`
	Exceptions []configException `yaml:"uitzonderingen" doc:"Cellen die je toch laat zien, met de reden."`
	Accepted   []configAccepted  `yaml:"toelaten" doc:"Cijfers die te zien blijven, ook al kan een lezer er een klein aantal in berekenen."`
	Zeros      configZeros       `yaml:"nullen" doc:"verbergen: verberg ook een groep waarin niemand, of iedereen, een kenmerk heeft."`
	Confirmed  []string          `yaml:"bevestigd" doc:"Kolommen waarvan je zelf zegt dat er geen namen van mensen in staan, zoals aanmelder."`
	Earlier    []string          `yaml:"eerder" doc:"Eerder uitgegeven cijfers: bestanden zoals cijfers-2020.json, of mappen, ten opzichte van dit bestand."`
}

// configZeros says whether privacy shows groups of which all or none have a
// trait.
type configZeros struct{ hide bool }

const zerosShown, zerosHidden = "tonen", "verbergen"

func (z *configZeros) decodeScalar(text string) string {
	if text != zerosShown && text != zerosHidden {
		return "kies tonen of verbergen"
	}
	z.hide = text == zerosHidden
	return ""
}

// configTrue is a mark that the user sets.
type configTrue struct{ set bool }

func (c *configTrue) decodeScalar(text string) string {
	if text != "true" && text != "false" {
		return "kies true of false"
	}
	c.set = text == "true"
	return ""
}

type configAccepted struct {
	Figure string `yaml:"figuur" doc:"De naam van het cijfer, zoals afkeurreden." required:"true"`
	Year   int    `yaml:"jaar" doc:"Het jaar van het cijfer." required:"true"`
	Reason string `yaml:"reden" doc:"Waarom je het cijfer toch laat zien; dit komt in de verantwoording." required:"true"`
	Line   int    `yaml:"-"`
}

type configException struct {
	Figure   string            `yaml:"figuur" doc:"De naam van het cijfer, zoals delict." required:"true"`
	Year     int               `yaml:"jaar" doc:"Het jaar van de cel." required:"true"`
	Category map[string]string `yaml:"categorie" doc:"De cel, zoals {delict: Incest}."`
	Reason   string            `yaml:"reden" doc:"Waarom je de cel toch laat zien; dit komt in de verantwoording." required:"true"`
	Line     int               `yaml:"-"`
}

type configBreakdown struct {
	Column string     `yaml:"kolom" doc:"De kop in de export." required:"true"`
	Name   string     `yaml:"naam" doc:"De naam in de uitvoer; zonder naam de kop in kleine letters."`
	Title  string     `yaml:"titel" doc:"De kop boven het cijfer."`
	Sure   configTrue `yaml:"bevestigd" doc:"true: er staan geen namen van mensen in, ook al lijkt het zo."`
	Omit   []string   `yaml:"weglaten" doc:"Waarden die niet in de grafiek en de tekst komen, wel in de tabel."`
	Line   int        `yaml:"-"`
}

type configKeyFigure struct {
	Name   string      `yaml:"naam" doc:"Wat er is geteld." required:"true"`
	Values map[int]int `yaml:"waarden" doc:"Per jaar een heel getal." required:"true"`
	Line   int         `yaml:"-"`
}

type configPublished struct {
	File     string            `yaml:",scalar"`
	Report   string            `yaml:"bron" doc:"Waar het cijfer stond, zoals Jaarverslag 2020." required:"true"`
	Year     int               `yaml:"jaar" doc:"Het jaar waar het cijfer over gaat." required:"true"`
	Figure   string            `yaml:"figuur" doc:"De naam van het cijfer, zoals instroom." required:"true"`
	Category map[string]string `yaml:"categorie" doc:"De cel, zoals {stroom: uitgezet}."`
	Date     configDay         `yaml:"peildatum" doc:"De peildatum van dat verslag. Dan zie je ook wat de export nu voor die dag zegt."`
	Count    *int              `yaml:"aantal" doc:"Het afgedrukte aantal."`
	Median   configMedian      `yaml:"mediaan" doc:"De afgedrukte mediaan van een doorlooptijd, in dagen."`
	Share    configShare       `yaml:"aandeel" doc:"Het afgedrukte aandeel als deel van 1, zoals 0.30 voor 30%."`
	Line     int               `yaml:"-"`
}

type configHouseStyle struct {
	Colors []configColor `yaml:"kleuren" doc:"Kleuren als #RRGGBB, de belangrijkste eerst."`
	Font   string        `yaml:"lettertype" doc:"Het lettertype van de grafieken."`
}

// configDay is a date in a herstel.yaml.
type configDay struct {
	Day day.Day
	set bool
}

func (d *configDay) decodeScalar(text string) string {
	date, ok := day.Parse(text)
	if !ok {
		return "schrijf een datum als 2022-03-01"
	}
	d.Day, d.set = date, true
	return ""
}

// configShare is a share as an earlier report printed it.
type configShare struct {
	value    float64
	decimals int
	set      bool
}

func (s *configShare) decodeScalar(text string) string {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(value) || value < 0 || value > 1 {
		return "schrijf een aandeel als deel van 1, met een punt: 0.30 voor 30%"
	}
	s.value, s.set = value, true
	if _, fraction, found := strings.Cut(text, "."); found {
		s.decimals = len(fraction)
	}
	return ""
}

// configMedian is a median in days as an earlier report printed it.
type configMedian struct {
	value    float64
	decimals int
	set      bool
}

func (m *configMedian) decodeScalar(text string) string {
	value, err := strconv.ParseFloat(text, 64)
	_, fraction, _ := strings.Cut(text, ".")
	if err != nil || !(value >= 0 && value < 100000) || len(fraction) > 2 {
		return "schrijf een aantal dagen, met een punt: 92 of 92.5"
	}
	m.value, m.decimals, m.set = value, len(fraction), true
	return ""
}

// configYears is the number of years that figures are given for.
type configYears struct {
	n   int
	set bool
}

func (y *configYears) decodeScalar(text string) (hint string) {
	y.n, hint = decodeNumber(text, 1, maxYears)
	y.set = true
	return hint
}

// configThreshold is the privacy threshold, in cases.
type configThreshold struct {
	n   int
	set bool
}

func (h *configThreshold) decodeScalar(text string) (hint string) {
	h.n, hint = decodeNumber(text, 0, maxThreshold)
	h.set = true
	return hint
}

func decodeNumber(text string, least, most int) (int, string) {
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		return 0, fmt.Sprintf("kies een heel getal van %d tot en met %d", least, most)
	}
	return n, ""
}

// configColor is a colour of the house style.
type configColor string

var hexColor = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func (c *configColor) decodeScalar(text string) string {
	if !hexColor.MatchString(text) {
		return "schrijf een kleur als \"#00587C\", tussen aanhalingstekens"
	}
	*c = configColor(text)
	return ""
}
