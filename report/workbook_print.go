package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// pageSetup is how a sheet prints. The head of the table comes back on every
// page. A table of figures is too wide for one page: each year starts a page,
// on which the labels and, in the header, the title come back too. Other
// tables shrink to the width of a page.
type pageSetup struct {
	layout         string // attributes of the element pageSetup
	header, footer string
}

func (b *book) page(s *sheet) pageSetup {
	p := pageSetup{
		layout: `scale="75" orientation="portrait"`,
		footer: "&L" + pageText(b.mark(fmt.Sprintf("Bijlage %d", b.figs.Year)), maxPageText/2) + "&C&A&R&P / &N",
	}
	switch {
	case len(s.blocks) > 0:
		p.layout = fmt.Sprintf(`scale="%d" orientation="landscape"`, s.scale())
		before, after := `&L&"Arial,Bold"`, "&\"Arial,Regular\"\n"+symbolLine
		p.header = before + pageText(b.mark(s.title), maxPageText-units(before+after)) + after
	case len(s.columns) > 0:
		p.layout = `fitToHeight="0" orientation="landscape"`
	}
	return p
}

// The scale of a printed table of figures, in per cents, and the width that
// fits on a page at the largest scale.
const (
	largestScale  = 75
	smallestScale = 40
	widthAtScale  = 144
)

// scale makes the labels and the widest year fit on one page.
func (s *sheet) scale() int {
	widest := 0.0
	for i, from := range s.blocks {
		to := len(s.columns)
		if i+1 < len(s.blocks) {
			to = s.blocks[i+1]
		}
		widest = max(widest, totalWidth(s.columns[from:to]))
	}
	width := totalWidth(s.columns[:s.blocks[0]]) + widest
	return min(max(int(largestScale*widthAtScale/width), smallestScale), largestScale)
}

func totalWidth(columns []column) float64 {
	width := 0.0
	for _, c := range columns {
		width += c.width
	}
	return width
}

func (p pageSetup) write(w *bytes.Buffer) {
	w.WriteString(`<pageMargins left="0.6" right="0.6" top="1" bottom="0.8" header="0.4" footer="0.4"/>`)
	fmt.Fprintf(w, `<pageSetup paperSize="9" %s/><headerFooter>`, p.layout)
	if p.header != "" {
		fmt.Fprintf(w, `<oddHeader>%s</oddHeader>`, attribute(p.header))
	}
	fmt.Fprintf(w, `<oddFooter>%s</oddFooter></headerFooter>`, attribute(p.footer))
}

// defineAreas names the parts of a sheet that print, and that come back on
// every page.
func (b *book) defineAreas(name string, s *sheet) error {
	sheet := quoteSheet(name) + "!"
	areas := map[string]string{}
	switch {
	case len(s.blocks) > 0:
		areas["_xlnm.Print_Area"] = fmt.Sprintf("%s$A$%d:$%s$%d", sheet, firstTableRow, columnName(len(s.columns)), firstTableRow+len(s.rows))
		areas["_xlnm.Print_Titles"] = fmt.Sprintf("%s$A:$%s,%s$%d:$%d", sheet, columnName(s.blocks[0]), sheet, firstTableRow, firstTableRow)
	case len(s.columns) > 0:
		areas["_xlnm.Print_Titles"] = fmt.Sprintf("%s$%d:$%d", sheet, firstTableRow, firstTableRow)
	}
	for _, area := range []string{"_xlnm.Print_Area", "_xlnm.Print_Titles"} {
		if areas[area] == "" {
			continue
		}
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: area, RefersTo: areas[area], Scope: name}); err != nil {
			return err
		}
	}
	return nil
}

// quoteSheet writes the name of a sheet as it stands in a reference.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// maxPageText is the length of a page header or footer, by the file format.
const maxPageText = 255

// pageText fits a text into a page header or footer, and escapes the sign that
// starts a code there.
func pageText(s string, limit int) string {
	s = headerText(s)
	for room := limit; ; room-- {
		if escaped := strings.ReplaceAll(clip(s, room), "&", "&&"); units(escaped) <= limit {
			return escaped
		}
	}
}
