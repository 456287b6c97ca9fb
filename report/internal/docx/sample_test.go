package docx

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"herstel/report/echarts"
	"herstel/report/internal/opc/opctest"
)

// sample is a document with everything in it.
func sample(t *testing.T) *Document {
	t.Helper()
	columns := []Column{{Head: Plain("Aanleiding")}, {Head: Plain("2021"), Number: true}, {Head: Plain("2020"),
		Number: true},
		{Head: Plain("Verschil in procentpunten"), Number: true}, {Head: Plain("Duidelijk")}}
	row := func(label string, numbers ...string) []Cell {
		cells := []Cell{{{Text: label}}}
		for _, n := range numbers {
			cells = append(cells, Plain(n))
		}
		return cells
	}
	narrow := Table{Columns: columns, BoldLast: true, Alt: "Contact per aanleiding in 2021 en 2020", Rows: [][]Cell{
		row("Verkeer", "48,2%", "41,0%", "+7,2", "ja"),
		row("Geweld, mishandeling en bedreiging in de woon- en leefomgeving", "31,7%", "33,9%", "−2,2", "nee"),
		{{{Text: "Zeden", Footnote: "Te weinig zaken voor een percentage: minder dan vijf."}}, Plain("–"),
			Plain("–"), Plain("–"), Plain("–")},
		row("Alle zaken", "37,5%", "36,1%", "+1,4", "nee"),
	}}
	long := Table{Columns: []Column{{Head: Plain("Gemeente")}, {Head: Plain("Zaken"), Number: true, Width: 20}},
		Alt: "Zaken per gemeente"}
	for i := range 60 {
		long.Rows = append(long.Rows, row(fmt.Sprintf("Gemeente %d", i+1), fmt.Sprint(1000-i)))
	}
	wide := Table{Alt: "Zaken per maand", BoldFirst: true}
	for i := range 13 {
		wide.Columns = append(wide.Columns, Column{Head: Plain(fmt.Sprintf("Maand %d", i)), Number: i > 0})
	}
	wide.Rows = [][]Cell{row("Instroom", "101", "98", "97", "120", "88", "91", "70", "66", "99", "104", "100", "93")}
	return &Document{
		Title: "Herstelbemiddeling in 2021", Author: "Slachtofferhulp & partners", Created: time.Date(2022, 3, 1,
			12, 0, 0, 0, time.UTC),
		Footer: "Herstelbemiddeling in 2021", Banner: "VOORBEELDDATA: dit zijn geen echte cijfers",
		Style: Style{Measure: echarts.TextWidth},
		Blocks: []Block{
			Paragraph{Form: Title, Runs: Plain("Herstelbemiddeling in 2021")},
			Paragraph{Form: Subtitle, Runs: Plain("Cijfers over aanmelding en contact. Peildatum: 1 maart 2022.")},
			List{[][]Run{{{Text: "Er kwamen "}, {Text: "1047", Bold: true},
				{Text: " aanmeldingen binnen, 31 meer dan in 2020."}},
				Plain("In bijna vier van de tien zaken kwam het tot contact, ongeveer even vaak als in 2020.")}},
			Contents{Title: "Inhoud", Level: 3},
			PageBreak{},
			Heading{Level: 1, Text: "Contact tussen slachtoffer en dader"},
			Heading{Level: 2, Text: "Contact per aanleiding", Bookmark: "contact"},
			Paragraph{Runs: []Run{{Text: "Bij verkeer kwam het in 48,2% van de zaken tot contact."},
				{Text: " Dat is "}, {Text: "duidelijk", Italic: true},
				{Text: " meer dan in 2020.", Footnote: longNote},
				{Text: " Lees meer op "}, {Text: "de site",
					Link: "https://example.org/?a=1&b=2"}, {Text: " of in "}, {Text: "figuur 1", Link: "#fig-contact"},
				{Text: "."}}},
			Image{SVG: sampleSVG, PNG: opctest.Picture(t, 320, 120), Width: 160, Height: 60,
				Alt: "Staven: verkeer 48,2%, geweld 31,7%"},
			Caption{Label: "Figuur", Text: "Bij verkeer komt het het vaakst tot contact", Bookmark: "fig-contact"},
			Caption{Label: "Tabel", Text: "Contact per aanleiding, 2021 en 2020"},
			narrow,
			Paragraph{Form: Remark, Runs: Plain("Duidelijk: het verschil is groter dan het toeval verklaart.")},
			Heading{Level: 3, Text: "Zaken per gemeente"},
			Paragraph{Runs: Plain("De lijst is lang en loopt door op de volgende bladzijde."), KeepNext: true},
			long,
			Heading{Level: 2, Text: "Zaken per maand"}, wide,
			Heading{Level: 1, Text: "Verantwoording"},
			Paragraph{Runs: []Run{{Text: "Terug naar "}, {Text: "contact per aanleiding", Link: "#contact"},
				{Text: "."}}},
		},
	}
}

const longNote = "Noemer: alle afgesloten zaken van 2021 (834). Zie ook de verantwoording aan het eind " +
	"van dit hoofdstuk, waar staat hoe we tellen en wat we weglaten."

var sampleSVG = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 60">
<rect width="160" height="60" fill="#D3E3EA"/>
<rect width="80" height="30" fill="#00466B"/></svg>`)

func written(t *testing.T, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
