package pptx

import (
	"bytes"
	"math"
	"testing"
	"time"

	"herstel/report/internal/opc/opctest"
)

var sampleSVG = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">
<rect width="160" height="90" fill="#D3E3EA"/>
<rect width="80" height="45" fill="#00466B"/></svg>`)

// sample is a deck with everything in it.
func sample(t testing.TB) *Deck {
	none := math.NaN()
	source := "Bron: registratie van de bemiddelingsorganisatie. Peildatum: 1 maart 2022."
	occasions := []string{"Verkeer", "Zeden", "Geweld, mishandeling en bedreiging", "Vermogen",
		"Burenconflict & overlast", "Anders"}
	return &Deck{
		Title: "Herstelbemiddeling in 2021", Author: "Slachtofferhulp & partners",
		Created: time.Date(2022, 3, 1, 12, 0, 0, 0, time.UTC),
		Footer:  "Herstelbemiddeling in 2021", Banner: "VOORBEELDDATA: dit zijn geen echte cijfers",
		Slides: []Slide{
			{Title: "Het jaar in één beeld",
				Figure: Picture{SVG: sampleSVG, PNG: opctest.Picture(t, 320, 180), Width: 254,
					Height: 143, Alt: "Zes cijfers", Full: true}},
			{Title: "Bij verkeer komt het het vaakst tot contact",
				Subtitle: "Deel van de afgesloten zaken met contact, per aanleiding",
				Source:   source, Notes: "Noem dat het verschil duidelijk is.",
				Figure: Chart{Kind: Bars, Labels: true, Format: `0.0"%"`, Alt: "Verkeer 48,2%", Categories: occasions,
					Series: []Series{{Name: "2021", Values: []float64{48.2, 12, 31.7, none, 0, 22.5}},
						{Name: "2020", Values: []float64{41, 14.1, 33.9, 20, 18, 22.4}}}}},
			{Title: "Een lange titel die zegt wat er is gevonden en waarvoor op een dia twee regels nodig zijn of meer",
				Subtitle: "Zaken per initiatief", Source: source,
				Figure: Chart{Kind: StackedBars, Labels: true, Format: "#,##0", Alt: "Slachtoffer 400",
					Categories: []string{"2019", "2020", "2021"},
					Series: []Series{{Name: "Slachtoffer", Ink: "#FFFFFF", Values: []float64{400, 420, 1250}},
						{Name: "Dader", Values: []float64{200, 210, 190}},
						{Name: "Anders", Values: []float64{40, 30, 20}}}}},
			{Title: "De instroom loopt op", Subtitle: "Aanmeldingen per jaar", Source: source,
				Figure: Chart{Kind: Lines, Labels: true, Format: "#,##0", Alt: "Van 900 naar 1.047",
					Categories: []string{"2017", "2018", "2019", "2020", "2021"},
					Series: []Series{{Name: "Aanmeldingen", Values: []float64{900, 950, none, 1016, 1047}},
						{Name: "Contact", Values: []float64{300, 310, 305, 330, 390}}}}},
			{Title: "Aanmeldingen per maand", Subtitle: "2021", Figure: Chart{Kind: Columns, Format: "0.0",
				Labels: true, Alt: "Per maand",
				Categories: []string{"jan", "feb", "mrt", "apr"}, Series: []Series{{Name: "2021",
					Values: []float64{80, 90, -12, 70}}}}},
			{Title: "Een tekening", Subtitle: "In de vorm van de figuur", Source: source,
				Figure: Picture{SVG: sampleSVG, PNG: opctest.Picture(t, 320, 180), Width: 160, Height: 90,
					Alt: "Vlak"}},
			{Title: "Alleen tekst"},
		},
	}
}

func written(t testing.TB, d *Deck) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
