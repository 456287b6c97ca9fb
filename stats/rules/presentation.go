package rules

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Presentation is what herstel.yaml asks of the outputs, apart from the
// figures in them.
type Presentation struct {
	Word         Word
	Organisation string // its name; empty: the outputs name the files
	Contact      string // how to reach it: an address of e-mail or of a site, or a text; empty: not told
	Licence      string // under which the figures may be used, by name or address; empty: not told
	Logo         Logo
	Charts       []ChartChoice
	Overview     []OverviewTile
	Omissions    []Omission
}

// Logo is the picture of the organisation above the outputs.
type Logo struct {
	Path string // of the SVG file, relative to herstel.yaml; empty: none
	Line int    // of herstel.yaml
	SVG  []byte // what is in the file, once it has been read
}

// Word is the section of the chapter in Word.
type Word struct {
	Figures  []string // figuren: the ids of the figures in it; none: all
	NoTables bool     // tabellen: nee
	Line     int
}

// ChartChoice is how the user wants one chart.
type ChartChoice struct {
	Figure          string
	Title, Subtitle string
	Years           int      // how many, the last of them the report year; 0: all
	Top             int      // at most so many categories; 0: all
	Text            float64  // size of the text in points; 0: the usual
	Height          float64  // millimetres; 0: as high as needed
	Omit            []string // weglaten: categories that stay out
	Line            int
}

// Omission is what the user wants of an uitsplitsing out of chart and text.
type Omission struct {
	Breakdown string // its name
	Values    []string
}

// OverviewTile is one number of the year in one picture.
type OverviewTile struct {
	Figure   string
	Category []TileValue // one for each dimension of the figure
	Title    string
	Line     int
}

// TileValue is a value of a dimension.
type TileValue struct{ Dimension, Value string }

// Of gives the value of a dimension; empty where there is none.
func (t *OverviewTile) Of(dimension string) string {
	if i := slices.IndexFunc(t.Category, func(v TileValue) bool { return v.Dimension == dimension }); i >= 0 {
		return t.Category[i].Value
	}
	return ""
}

// Omitted gives the values of an uitsplitsing that stay out of chart and text.
func (p *Presentation) Omitted(breakdown string) []string {
	if i := slices.IndexFunc(p.Omissions, func(o Omission) bool { return o.Breakdown == breakdown }); i >= 0 {
		return p.Omissions[i].Values
	}
	return nil
}

// Chart gives the choice for a figure; the zero value where there is none.
func (p *Presentation) Chart(figure string) ChartChoice {
	if i := slices.IndexFunc(p.Charts, func(c ChartChoice) bool { return c.Figure == figure }); i >= 0 {
		return p.Charts[i]
	}
	return ChartChoice{Figure: figure}
}

// With gives the presentation with another choice for a figure.
func (p Presentation) With(choice ChartChoice) Presentation {
	others := slices.DeleteFunc(slices.Clone(p.Charts), func(c ChartChoice) bool { return c.Figure == choice.Figure })
	p.Charts = append(others, choice)
	return p
}

// Bounds of what a chart may be asked for.
const (
	LeastText, MostText     = 9, 30   // points: below it the small print cannot be read
	LeastHeight, MostHeight = 30, 400 // millimetres
	maxTop                  = 200
)

// Points reads the size of a text, "10" or "10pt".
func Points(text string) (float64, bool) {
	return measure(text, LeastText, MostText, map[string]float64{"pt": 1})
}

// Millimetres reads a length between two bounds, "90", "90mm" or "9cm".
func Millimetres(text string, least, most float64) (float64, bool) {
	return measure(text, least, most, map[string]float64{"mm": 1, "cm": 10})
}

func measure(text string, least, most float64, units map[string]float64) (float64, bool) {
	number, scale := strings.TrimSpace(text), 1.0
	for unit, n := range units {
		if rest, ok := strings.CutSuffix(number, unit); ok {
			number, scale = strings.TrimSpace(rest), n
		}
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", "."), 64)
	value *= scale
	return value, err == nil && value >= least && value <= most
}

type configWord struct {
	Figures []string    `yaml:"figuren" doc:"De cijfers die erin komen, zoals [instroom, contact]; zonder figuren alle."`
	Tables  configYesNo `yaml:"tabellen" doc:"Komt er onder elke grafiek een tabel: ja of nee."`
	Line    int         `yaml:"-"`
}

type configOrganisation struct {
	Name    string `yaml:"naam" doc:"De naam van je organisatie, zoals die als bron onder de grafieken komt."`
	Contact string `yaml:"contact" doc:"Waar lezers met vragen terechtkunnen: een e-mailadres of een webadres van de organisatie, niet van een persoon."`
	Licence string `yaml:"licentie" doc:"Hoe anderen de cijfers mogen gebruiken, zoals CC BY 4.0."`
	Logo    string `yaml:"logo" doc:"Een SVG-bestand met je logo, ten opzichte van dit bestand. Het komt boven aan de pagina en het hoofdstuk in Word."`
	Line    int    `yaml:"-"`
}

type configChart struct {
	Figure   string       `yaml:",key"`
	Title    string       `yaml:"titel" doc:"De titel boven de grafiek; het onderwerp staat er dan klein boven."`
	Subtitle string       `yaml:"ondertitel" doc:"De tekst onder de titel."`
	Years    configYears  `yaml:"jaren" doc:"Hoeveel jaren de grafiek toont, het verslagjaar meegeteld."`
	Top      configTop    `yaml:"top" doc:"Hoeveel categorieën de grafiek toont; de kleinste vallen samen."`
	Text     configPoints `yaml:"tekst" doc:"De lettergrootte in punten, zoals 10pt."`
	Height   configHeight `yaml:"hoogte" doc:"De gedrukte hoogte, zoals 90mm."`
	Omit     []string     `yaml:"weglaten" doc:"Categorieën die niet in de grafiek komen; ze staan er wel onder genoemd."`
	Line     int          `yaml:"-"`
}

type configTile struct {
	Figure   string            `yaml:"figuur" doc:"De naam van het cijfer, zoals aanleiding." required:"true"`
	Category map[string]string `yaml:"categorie" doc:"De cel, zoals {aanleiding: Zeden}."`
	Title    string            `yaml:"titel" doc:"Wat er boven het getal staat."`
	Line     int               `yaml:"-"`
}

// configYesNo is a choice between yes and no.
type configYesNo struct{ yes, set bool }

func (c *configYesNo) decodeScalar(text string) string {
	switch Fold(text) {
	case "ja":
		c.yes = true
	case "nee":
	default:
		return "kies ja of nee"
	}
	c.set = true
	return ""
}

// configTop is a number of categories.
type configTop int

func (t *configTop) decodeScalar(text string) string {
	n, hint := decodeNumber(text, 1, maxTop)
	*t = configTop(n)
	return hint
}

// configPoints is a size of text.
type configPoints float64

func (p *configPoints) decodeScalar(text string) string {
	n, ok := Points(text)
	if !ok {
		return "kies 9pt tot en met 30pt, zoals 10pt"
	}
	*p = configPoints(n)
	return ""
}

// configHeight is a printed height.
type configHeight float64

func (h *configHeight) decodeScalar(text string) string {
	n, ok := Millimetres(text, LeastHeight, MostHeight)
	if !ok {
		return "kies 30mm tot en met 400mm, zoals 90mm"
	}
	*h = configHeight(n)
	return ""
}

func (r *Rules) addPresentation(file *configFile) error {
	p := &r.Presentation
	if w := file.Word; w.Line > 0 {
		p.Word = Word{Figures: w.Figures, NoTables: w.Tables.set && !w.Tables.yes, Line: w.Line}
	}
	if name := strings.TrimSpace(file.Organisation.Name); name != "" {
		p.Organisation = name
	}
	p.Contact, p.Licence = strings.TrimSpace(file.Organisation.Contact), strings.TrimSpace(file.Organisation.Licence)
	p.Logo = Logo{Path: strings.TrimSpace(file.Organisation.Logo), Line: file.Organisation.Line}
	for _, c := range file.Charts {
		p.Charts = append(p.Charts,
			ChartChoice{Figure: c.Figure, Title: c.Title, Subtitle: c.Subtitle, Years: c.Years.n,
				Top: int(c.Top), Text: float64(c.Text), Height: float64(c.Height), Omit: c.Omit, Line: c.Line})
	}
	for _, b := range r.Breakdowns {
		if len(b.Omit) > 0 {
			p.Omissions = append(p.Omissions, Omission{b.Name, b.Omit})
		}
	}
	for _, t := range file.Overview {
		tile := OverviewTile{Figure: t.Figure, Title: t.Title, Line: t.Line}
		for _, dimension := range slices.Sorted(maps.Keys(t.Category)) {
			tile.Category = append(tile.Category, TileValue{dimension, t.Category[dimension]})
		}
		p.Overview = append(p.Overview, tile)
	}
	if n := len(p.Overview); n > maxTiles {
		return &Error{p.Overview[maxTiles].Line, "er staan te veel getallen onder beeld",
			"kies er hooguit " + strconv.Itoa(maxTiles)}
	}
	return nil
}

// maxTiles is the number of numbers that one picture has room for.
const maxTiles = 9
