package word

import (
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/internal/docx"
	"herstel/stats/rules"
)

// chapterFigure tells one figure: heading, sentences, picture and table. Where
// the sentences say that there is nothing to tell, there is no table.
func chapterFigure(f *content.Figure, pictures map[string]chart.Picture,
	choice rules.Word) []docx.Block {
	table := f.Narrow
	tabled := !choice.NoTables && len(table.Bodies) > 0 && !f.Silent
	notes := table.Notes
	if !tabled {
		notes = nil
	}
	footnotes := []string{f.Base}
	marked := map[string]string{}
	for _, note := range notes {
		if mark, _, ok := strings.Cut(note, ": "); ok && table.Shows(mark) && marked[mark] == "" {
			marked[mark] = note
		} else {
			footnotes = append(footnotes, note)
		}
	}
	footnotes = slices.DeleteFunc(footnotes, func(s string) bool { return s == "" })
	told := docx.Run{Text: f.Told(), Footnote: strings.Join(footnotes, " ")}
	blocks := []docx.Block{
		docx.Heading{Level: 2, Text: f.Title},
		docx.Paragraph{Runs: []docx.Run{told}},
	}
	picture := chapterPicture(f, pictures)
	if !tabled {
		return append(blocks, picture...)
	}
	listed := []docx.Block{docx.Caption{Label: "Tabel", Text: table.Caption}, wordTable(table, marked)}
	if p := pictures[f.ID]; len(picture) > 0 && p.Height > tallPicture {
		return slices.Concat(blocks, listed, picture)
	}
	return slices.Concat(blocks, picture, listed)
}

// tallPicture is the height, in millimetres, from which a picture leaves much of a page empty: its table, which may
// break, then stands before it.
const tallPicture = 130

// chapterPicture is the chart of a figure with its caption; nothing where there
// is nothing to draw, for the sentences say why.
func chapterPicture(f *content.Figure, pictures map[string]chart.Picture) []docx.Block {
	picture, found := pictures[f.ID]
	drawn := f.Chart
	if !found || drawn == nil || drawn.Form == chart.FormNotice {
		return nil
	}
	scale := min(chapterWidth/picture.Width, chapterHeight/picture.Height)
	caption := drawn.Title
	if drawn.Finding != "" {
		caption += ". " + drawn.Finding
	}
	if drawn.Subtitle != "" {
		caption += ". " + drawn.Subtitle
	}
	return []docx.Block{
		docx.Image{SVG: picture.SVG, PNG: picture.PNG, Width: picture.Width * scale, Height: picture.Height * scale,
			Alt: drawn.Summary},
		docx.Caption{Label: "Figuur", Text: caption},
	}
}

// wordTable writes a view as a table of Word. The first cell with a mark has
// what it means as a footnote.
func wordTable(v content.Table, marked map[string]string) docx.Table {
	header, rows := content.Flatten(v)
	t := docx.Table{BoldLast: v.Total != nil, Alt: v.Caption}
	for i, head := range header {
		t.Columns = append(t.Columns, docx.Column{Head: docx.Plain(head), Number: i > 0})
	}
	noted := map[string]bool{}
	for _, row := range rows {
		cells := make([]docx.Cell, len(row))
		for i, text := range row {
			run := docx.Run{Text: text}
			if i == 0 {
				run.Text = indented(text)
			}
			if mark, _, _ := strings.Cut(text, " "); i > 0 && !noted[mark] {
				run.Footnote, noted[mark] = marked[mark], true
			}
			cells[i] = docx.Cell{run}
		}
		t.Rows = append(t.Rows, cells)
	}
	for i, is := range v.GroupRows() {
		if is {
			t.Rows[i][0][0].Bold = true
		}
	}
	return t
}

// indented keeps the white space before a label of a group, which Word would
// show as narrow as a space.
func indented(label string) string {
	text := strings.TrimLeft(label, " ")
	return strings.Repeat("\u2003", (len(label)-len(text)+1)/2) + text
}

// textTable is a table of words, of which the columns in numbers stand to the
// right.
func textTable(alt string, header []string, numbers []int, rows [][]string) docx.Table {
	t := docx.Table{Alt: alt}
	for i, head := range header {
		t.Columns = append(t.Columns, docx.Column{Head: docx.Plain(head), Number: slices.Contains(numbers, i)})
	}
	for _, row := range rows {
		cells := make([]docx.Cell, len(row))
		for i, text := range row {
			cells[i] = docx.Plain(text)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
