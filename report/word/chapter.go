package word

import (
	"io"
	"slices"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/echarts"
	"herstel/report/housestyle"
	"herstel/report/internal/docx"
	"herstel/stats/rules"
)

// inWord reports whether herstel.yaml wants a figure in the chapter in Word.
func inWord(choice rules.Word, id string) bool {
	return len(choice.Figures) == 0 || slices.Contains(choice.Figures, id)
}

// The room for a picture on a page, in millimetres.
const (
	chapterWidth  = 160
	chapterHeight = 190
)

// Write writes the chapter as a Word document. pictures holds the drawing of
// each figure by the id of the figure; a figure without one has sentences and a
// table alone. The same figures and pictures give the same bytes.
func Write(w io.Writer, c *content.Chapter, pictures map[string]chart.Picture) error {
	choice := c.Numbers.Presentation.Word
	d := &docx.Document{
		Title: c.Title, Author: c.Author, Created: c.Numbers.ReferenceDate.Time(), Description: c.Run,
		Banner: c.Banner,
		Footer: c.Title + ". Peildatum: " + c.Reference,
		Style:  wordStyle(c.Numbers.HouseStyle),
	}
	emblem, err := chapterLogo(c)
	if err != nil {
		return err
	}
	d.Blocks = append(emblem, chapterFront(c, choice)...)
	for _, section := range c.Sections {
		var blocks []docx.Block
		for _, f := range section.Figures {
			if inWord(choice, f.ID) {
				blocks = append(blocks, chapterFigure(f, pictures, choice)...)
			}
		}
		if len(blocks) > 0 {
			d.Blocks = append(d.Blocks, docx.Heading{Level: 1, Text: section.Title})
			d.Blocks = append(d.Blocks, blocks...)
		}
	}
	d.Blocks = append(d.Blocks, docx.PageBreak{})
	d.Blocks = append(d.Blocks, chapterAccount(c.Account)...)
	return docx.Write(w, d)
}

// wordStyle is the house style as far as Word can show it: one font, and a
// colour that text can be read in.
func wordStyle(style rules.HouseStyle) docx.Style {
	return docx.Style{Font: housestyle.FirstFont(style.Font), Accent: housestyle.AccentColor(style),
		Measure: echarts.TextWidth}
}

// chapterFront opens the document: its title, what to know first, the year in
// short and the contents.
func chapterFront(c *content.Chapter, choice rules.Word) []docx.Block {
	subtitle := "Peildatum: " + c.Reference + "."
	blocks := []docx.Block{
		docx.Paragraph{Form: docx.Title, Runs: docx.Plain(c.Title)},
		docx.Paragraph{Form: docx.Subtitle, Runs: docx.Plain(subtitle)},
	}
	for _, notice := range c.Warnings {
		blocks = append(blocks, docx.Paragraph{Runs: []docx.Run{{Text: notice, Bold: true}}})
	}
	if len(c.Headlines) > 0 && len(choice.Figures) == 0 {
		blocks = append(blocks, docx.Heading{Level: 1, Text: "In het kort"}, bullets(c.Headlines))
	}
	return append(blocks, docx.Contents{Title: "Inhoud", Level: 2})
}

func bullets(lines []string) docx.List {
	var l docx.List
	for _, line := range lines {
		l.Items = append(l.Items, docx.Plain(line))
	}
	return l
}
