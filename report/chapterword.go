package report

import (
	"io"
	"slices"
	"strings"

	"herstel/report/echarts"
	"herstel/report/word"
	"herstel/stats"
	"herstel/stats/rules"
)

// Picture is the drawing of a figure, for a document that is not made of
// drawings itself.
type Picture struct {
	SVG, PNG      []byte
	Width, Height float64 // millimetres
}

// inWord reports whether herstel.yaml wants a figure in the chapter in Word.
func inWord(choice rules.Word, id string) bool {
	return len(choice.Figures) == 0 || slices.Contains(choice.Figures, id)
}

// The room for a picture on a page, in millimetres.
const (
	chapterWidth  = 160
	chapterHeight = 190
)

// Chapter writes the chapter as a Word document. pictures holds the drawing of
// each figure by the id of the figure; a figure without one has sentences and a
// table alone. The same figures and pictures give the same bytes.
func Chapter(w io.Writer, figs *stats.Figures, pictures map[string]Picture) error {
	choice := figs.Presentation.Word
	title := "Cijfers over " + yearTitle(figs, figs.Year)
	d := &word.Document{
		Title: title, Author: cleanLabel(figs.Presentation.Organisation), Created: figs.ReferenceDate.Time(), Banner: bannerOf(figs),
		Footer: title + ". Peildatum: " + dayText(figs.ReferenceDate),
		Style:  wordStyle(figs.HouseStyle),
	}
	d.Blocks = chapterFront(figs, title, choice)
	for _, section := range sectionTables(figs) {
		var blocks []word.Block
		for _, t := range section.Tables {
			if inWord(choice, t.Figure.ID) {
				blocks = append(blocks, chapterFigure(figs, t, pictures, choice)...)
			}
		}
		if len(blocks) > 0 {
			d.Blocks = append(d.Blocks, word.Heading{Level: 1, Text: section.Title})
			d.Blocks = append(d.Blocks, blocks...)
		}
	}
	d.Blocks = append(d.Blocks, word.PageBreak{})
	d.Blocks = append(d.Blocks, chapterAccount(accountOf(figs))...)
	return word.Write(w, d)
}

// bannerOf is what stands above every page: that the cases are invented, and
// that small numbers are not hidden, and that the settings were not looked at. They
// are the first notices.
func bannerOf(figs *stats.Figures) string {
	n := 0
	for _, noticed := range []bool{figs.Demo, figs.Threshold <= 1, uncheckedNotice(figs) != ""} {
		if noticed {
			n++
		}
	}
	return strings.Join(noticesOf(figs)[:n], " ")
}

// wordStyle is the house style as far as Word can show it: one font, and a
// colour that text can be read in.
func wordStyle(style rules.HouseStyle) word.Style {
	return word.Style{Font: firstFont(style.Font), Accent: accentColor(style), Measure: echarts.TextWidth}
}

// firstFont is the first of a list of fonts as style sheets write it.
func firstFont(list string) string {
	first, _, _ := strings.Cut(list, ",")
	return cleanLabel(strings.Trim(strings.TrimSpace(first), `"'`))
}

// chapterFront opens the document: its title, what to know first, the year in
// short and the contents.
func chapterFront(figs *stats.Figures, title string, choice rules.Word) []word.Block {
	subtitle := "Peildatum: " + dayText(figs.ReferenceDate) + "."
	blocks := []word.Block{
		word.Paragraph{Form: word.Title, Runs: word.Plain(title)},
		word.Paragraph{Form: word.Subtitle, Runs: word.Plain(subtitle)},
	}
	for _, notice := range noticesOf(figs) {
		blocks = append(blocks, word.Paragraph{Runs: []word.Run{{Text: notice, Bold: true}}})
	}
	if told := headlines(figs); len(told) > 0 && len(choice.Figures) == 0 {
		blocks = append(blocks, word.Heading{Level: 1, Text: "In het kort"}, bullets(told))
	}
	return append(blocks, word.Contents{Title: "Inhoud", Level: 2}, word.PageBreak{})
}

func bullets(lines []string) word.List {
	var l word.List
	for _, line := range lines {
		l.Items = append(l.Items, word.Plain(line))
	}
	return l
}
