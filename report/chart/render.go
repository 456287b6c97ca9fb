package chart

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"io"
	"regexp"
	"strings"

	"herstel/stats/nl"
)

// PrintDPI is the density of a PNG for print, in dots to the inch.
const PrintDPI = 300

// SVG writes a chart as an SVG document with real text and nothing from outside; its ids begin with the file name of
// the chart, so that several files may stand in one page.
func SVG(w io.Writer, c Chart, o Options) error {
	if err := Inline(w, c, o); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Inline writes a chart as SVG to stand in a page; its ids begin with the file name of the chart.
func Inline(w io.Writer, c Chart, o Options) error {
	return Layout(c, o).WriteInlineSVG(w, c.FileName()+"-")
}

// PNG writes a chart as a picture of a density in dots to the inch; 0 is PrintDPI.
func PNG(w io.Writer, c Chart, o Options, dpi float64) error {
	if dpi == 0 {
		dpi = PrintDPI
	}
	return Layout(c, o).WritePNG(w, dpi)
}

// PDF writes a chart as a page of exactly its size.
func PDF(w io.Writer, c Chart, o Options) error { return Layout(c, o).WritePDF(w) }

// CSV writes a chart as a table for people: a row a category, a column a year, separated by semicolons, with the marks
// where a number is not shown.
func CSV(w io.Writer, c Chart) error {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	out := csv.NewWriter(&b)
	out.Comma, out.UseCRLF = ';', true
	rows := c.table()
	for _, row := range rows {
		for i := range row {
			row[i] = inert(row[i])
		}
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// table gives the cells of the chart as text, the years from old to new.
func (c *Chart) table() [][]string {
	if len(c.Categories) == 0 {
		return [][]string{{c.Title}, c.Notes}
	}
	head := []string{c.Title}
	for i := len(c.Categories[0].Bars) - 1; i >= 0; i-- {
		head = append(head, c.columnsOf(c.Categories[0].Bars[i])...)
	}
	rows := [][]string{head}
	for _, category := range c.Categories {
		label := category.Label
		if category.Group != "" && category.Group != label {
			label = category.Group + ", " + label
		}
		row := []string{label}
		for i := len(category.Bars) - 1; i >= 0; i-- {
			for _, v := range category.Bars[i].Values {
				row = append(row, v.short())
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// columnsOf names the columns of a bar: one for each of its parts.
func (c *Chart) columnsOf(b Bar) []string {
	if len(c.Parts) == 0 {
		return []string{cmp.Or(b.Name, "waarde")}
	}
	var names []string
	for _, part := range c.Parts {
		names = append(names, b.Name+" "+part)
	}
	return names
}

// signedNumber is a number with its sign, as it is printed.
var signedNumber = regexp.MustCompile(`^[+−]\d[\d.]*(,\d+)?$`)

// inert keeps a spreadsheet from reading a text as a formula; a number gets the minus sign that it knows.
func inert(s string) string {
	if signedNumber.MatchString(s) {
		return strings.Replace(s, nl.Minus, "-", 1)
	}
	if s != "" && bytes.ContainsRune([]byte("=+-@\t\r"), rune(s[0])) {
		return "'" + s
	}
	return s
}
