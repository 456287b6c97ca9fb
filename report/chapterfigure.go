package report

import (
	"fmt"
	"slices"
	"strings"

	"herstel/report/word"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// chapterFigure tells one figure: heading, sentences, picture and table. Where
// the sentences say that there is nothing to tell, there is no table.
func chapterFigure(figs *stats.Figures, t *stats.Table, pictures map[string]Picture,
	choice rules.Word) []word.Block {
	table := narrowTable(figs, t)
	tabled := !choice.NoTables && len(table.Bodies) > 0 && newView(figs, t).silence() == ""
	notes := table.Notes
	if !tabled {
		notes = nil
	}
	footnotes := []string{baseLine(figs, t)}
	marked := map[string]string{}
	for _, note := range notes {
		if mark, _, ok := strings.Cut(note, ": "); ok && table.shows(mark) && marked[mark] == "" {
			marked[mark] = note
		} else {
			footnotes = append(footnotes, note)
		}
	}
	footnotes = slices.DeleteFunc(footnotes, func(s string) bool { return s == "" })
	told := word.Run{Text: strings.Join(Sentences(figs, t), " "), Footnote: strings.Join(footnotes, " ")}
	blocks := []word.Block{
		word.Heading{Level: 2, Text: cleanLabel(t.Figure.Title)},
		word.Paragraph{Runs: []word.Run{told}},
	}
	blocks = append(blocks, chapterPicture(figs, t, pictures)...)
	if tabled {
		blocks = append(blocks, word.Caption{Label: "Tabel", Text: table.Caption}, wordTable(table, marked))
	}
	return blocks
}

// chapterPicture is the chart of a figure with its caption; nothing where there
// is nothing to draw, for the sentences say why.
func chapterPicture(figs *stats.Figures, t *stats.Table, pictures map[string]Picture) []word.Block {
	picture, found := pictures[t.Figure.ID]
	chart, ok := chartOf(figs, t)
	if !found || !ok || chart.Form == FormNotice {
		return nil
	}
	scale := min(chapterWidth/picture.Width, chapterHeight/picture.Height)
	caption := chart.Title
	if chart.Finding != "" {
		caption += ". " + chart.Finding
	}
	if chart.Subtitle != "" {
		caption += ". " + chart.Subtitle
	}
	return []word.Block{
		word.Image{SVG: picture.SVG, PNG: picture.PNG, Width: picture.Width * scale, Height: picture.Height * scale,
			Alt: chart.Summary},
		word.Caption{Label: "Figuur", Text: caption},
	}
}

// narrowTable lays a table out for a page of text: the report year, the main
// number of the year before, and the change.
func narrowTable(figs *stats.Figures, t *stats.Table) tableView {
	recent, table := lastYears(figs, t, 2)
	v := viewOf(recent, table)
	if yearsBelow(&t.Figure) {
		for i := range v.Bodies {
			slices.Reverse(v.Bodies[i].Rows)
		}
		return v
	}
	var heads []headView
	var order []int // of the cells
	at := 0
	for _, h := range v.Heads {
		columns := make([]int, max(1, len(h.Columns)))
		for i := range columns {
			columns[i] = at + i
		}
		at += len(columns)
		if h.Title == nl.Year(figs.Year-1) && len(h.Columns) > 0 {
			main := len(columns) - 1
			if h.Columns[main] == estimateMarginTitle {
				main--
			}
			h.Columns, columns = h.Columns[main:main+1], columns[main:main+1]
		}
		if h.Now {
			heads, order = slices.Insert(heads, 0, h), slices.Insert(order, 0, columns...)
		} else {
			heads, order = append(heads, h), append(order, columns...)
		}
	}
	v.Heads = heads
	v.pick(order)
	return v
}

// pick keeps the cells of these columns, in this order.
func (t *tableView) pick(order []int) {
	picked := func(cells []cellView) []cellView {
		var kept []cellView
		for _, i := range order {
			if i < len(cells) {
				kept = append(kept, cells[i])
			}
		}
		return kept
	}
	for i := range t.Bodies {
		t.Bodies[i].Cells = picked(t.Bodies[i].Cells)
		for j := range t.Bodies[i].Rows {
			t.Bodies[i].Rows[j].Cells = picked(t.Bodies[i].Rows[j].Cells)
		}
	}
	if t.Total != nil {
		t.Total.Cells = picked(t.Total.Cells)
	}
}

// lastYears gives a table with its last n years, and figures of those years.
func lastYears(figs *stats.Figures, t *stats.Table, n int) (*stats.Figures, *stats.Table) {
	from := max(0, len(figs.Years)-n)
	recent, table := *figs, *t
	recent.Years = figs.Years[from:]
	table.Rows = slices.Clone(t.Rows)
	for i := range table.Rows {
		table.Rows[i].Cells = table.Rows[i].Cells[from:]
	}
	return &recent, &table
}

// shows reports whether a cell begins with a mark.
func (t *tableView) shows(mark string) bool {
	_, rows := flatten(*t)
	return slices.ContainsFunc(rows, func(row []string) bool {
		return slices.ContainsFunc(row[1:], func(cell string) bool { return strings.HasPrefix(cell, mark) })
	})
}

// wordTable writes a view as a table of Word. The first cell with a mark has
// what it means as a footnote.
func wordTable(v tableView, marked map[string]string) word.Table {
	header, rows := flatten(v)
	t := word.Table{BoldLast: v.Total != nil, Alt: v.Caption}
	for i, head := range header {
		t.Columns = append(t.Columns, word.Column{Head: word.Plain(head), Number: i > 0})
	}
	noted := map[string]bool{}
	for _, row := range rows {
		cells := make([]word.Cell, len(row))
		for i, text := range row {
			run := word.Run{Text: text}
			if i == 0 {
				run.Text = indented(text)
			}
			if mark, _, _ := strings.Cut(text, " "); i > 0 && !noted[mark] {
				run.Footnote, noted[mark] = marked[mark], true
			}
			cells[i] = word.Cell{run}
		}
		t.Rows = append(t.Rows, cells)
	}
	for i, is := range v.groupRows() {
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

// groupRows tells of each row of flatten whether it heads a group.
func (t *tableView) groupRows() []bool {
	var heads []bool
	for _, body := range t.Bodies {
		if body.Title != "" {
			heads = append(heads, true)
		}
		heads = append(heads, make([]bool, len(body.Rows))...)
	}
	if t.Total != nil {
		heads = append(heads, false)
	}
	return heads
}

// textTable is a table of words, of which the columns in numbers stand to the
// right.
func textTable(alt string, header []string, numbers []int, rows [][]string) word.Table {
	t := word.Table{Alt: alt}
	for i, head := range header {
		t.Columns = append(t.Columns, word.Column{Head: word.Plain(head), Number: slices.Contains(numbers, i)})
	}
	for _, row := range rows {
		cells := make([]word.Cell, len(row))
		for i, text := range row {
			cells[i] = word.Plain(text)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// sourceHash names a file with its SHA-256.
func sourceHash(s stats.Source) string { return fmt.Sprintf("%s: %s", sourceName(s), s.SHA256) }
