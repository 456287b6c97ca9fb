package word

import (
	"io"
	"slices"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/echarts"
	"herstel/report/housestyle"
	"herstel/report/internal/docx"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
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
func Write(w io.Writer, figs *stats.Figures, pictures map[string]chart.Picture) error {
	choice := figs.Presentation.Word
	title := "Cijfers over " + sentences.YearTitle(figs, figs.Year)
	d := &docx.Document{
		Title: title, Author: nl.CleanLabel(figs.Presentation.Organisation), Created: figs.ReferenceDate.Time(),
		Description: content.RunText(figs),
		Banner:      content.Banner(figs),
		Footer:      title + ". Peildatum: " + sentences.DayText(figs.ReferenceDate),
		Style:       wordStyle(figs.HouseStyle),
	}
	emblem, err := chapterLogo(figs)
	if err != nil {
		return err
	}
	d.Blocks = append(emblem, chapterFront(figs, title, choice)...)
	for _, section := range content.Sections(figs) {
		var blocks []docx.Block
		for _, t := range section.Tables {
			if inWord(choice, t.Figure.ID) {
				blocks = append(blocks, chapterFigure(figs, t, pictures, choice)...)
			}
		}
		if len(blocks) > 0 {
			d.Blocks = append(d.Blocks, docx.Heading{Level: 1, Text: section.Title})
			d.Blocks = append(d.Blocks, blocks...)
		}
	}
	d.Blocks = append(d.Blocks, docx.PageBreak{})
	d.Blocks = append(d.Blocks, chapterAccount(content.AccountOf(figs))...)
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
func chapterFront(figs *stats.Figures, title string, choice rules.Word) []docx.Block {
	subtitle := "Peildatum: " + sentences.DayText(figs.ReferenceDate) + "."
	blocks := []docx.Block{
		docx.Paragraph{Form: docx.Title, Runs: docx.Plain(title)},
		docx.Paragraph{Form: docx.Subtitle, Runs: docx.Plain(subtitle)},
	}
	for _, notice := range content.Warnings(figs) {
		blocks = append(blocks, docx.Paragraph{Runs: []docx.Run{{Text: notice, Bold: true}}})
	}
	if told := sentences.Headlines(figs); len(told) > 0 && len(choice.Figures) == 0 {
		blocks = append(blocks, docx.Heading{Level: 1, Text: "In het kort"}, bullets(told))
	}
	return append(blocks, docx.Contents{Title: "Inhoud", Level: 2}, docx.PageBreak{})
}

func bullets(lines []string) docx.List {
	var l docx.List
	for _, line := range lines {
		l.Items = append(l.Items, docx.Plain(line))
	}
	return l
}
