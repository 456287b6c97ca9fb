package sample

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"
	"time"
)

// XLSX is a shape of XLSX. The zero value is as Excel writes it: shared
// strings, serials of the 1900 system.
type XLSX struct {
	Date1904  bool
	Inline    bool // inline strings
	ISODates  bool // t="d" cells
	Strict    bool // strict namespaces
	Prefix    bool // every element prefixed
	NoRefs    bool // no r attributes
	Store     bool // not compressed
	SheetName string
	Hidden    bool // the sheet is hidden, behind an empty visible one
	TitleRows int  // rows above the header
}

const (
	transitional      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	strict            = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	transitionalLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictLinks       = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	xmlHeader         = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// Write returns the sheet in the shape.
func (d XLSX) Write(s *Sheet) []byte {
	var b bytes.Buffer
	if err := d.WriteTo(&b, s); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// WriteTo writes the sheet in the shape.
func (d XLSX) WriteTo(w io.Writer, s *Sheet) error {
	z := zip.NewWriter(w)
	shared := &sharedTable{index: map[string]int{}}
	parts := []struct {
		name  string
		write func(w io.Writer) error
	}{
		{"[Content_Types].xml", text(xmlHeader +
			`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`)},
		{"_rels/.rels", text(d.links(`<Relationship Id="rId1" Type="LINKS/officeDocument" Target="xl/workbook.xml"/>`))},
		{"xl/_rels/workbook.xml.rels",
			text(d.links(`<Relationship Id="rId1" Type="LINKS/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="LINKS/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="LINKS/styles" Target="styles.xml"/><Relationship Id="rId4" Type="LINKS/sharedStrings" Target="sharedStrings.xml"/>`))},
		{"xl/workbook.xml", text(d.workbook())},
		{"xl/styles.xml", text(d.xml("styleSheet",
			`<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-413]d/mm/yyyy;@"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>`))},
		{"xl/worksheets/sheet1.xml", func(w io.Writer) error { return d.sheet(w, s, shared) }},
		{"xl/worksheets/sheet2.xml", text(d.xml("worksheet", `<sheetData/>`))},
		{"xl/sharedStrings.xml", func(w io.Writer) error {
			_,
				err := io.WriteString(w, d.xml("sst", shared.items.String()))
			return err
		}},
	}
	for _, part := range parts {
		header := &zip.FileHeader{Name: part.name, Method: zip.Deflate}
		if d.Store {
			header.Method = zip.Store
		}
		entry, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if err := part.write(entry); err != nil {
			return err
		}
	}
	return z.Close()
}

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func (d XLSX) spaces() (main, links string) {
	if d.Strict {
		return strict, strictLinks
	}
	return transitional, transitionalLinks
}

func (d XLSX) links(items string) string {
	_, links := d.spaces()
	return xmlHeader + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		strings.ReplaceAll(items, "LINKS", links) + `</Relationships>`
}

// xml returns a document of SpreadsheetML; content has no prefixes yet.
func (d XLSX) xml(root, content string) string {
	main, links := d.spaces()
	if d.Prefix {
		content = strings.ReplaceAll(strings.ReplaceAll(content, "<", "<x:"), "<x:/", "</x:")
		return fmt.Sprintf(`%s<x:%s xmlns:x="%s" xmlns:r="%s">%s</x:%s>`, xmlHeader, root, main, links, content, root)
	}
	return fmt.Sprintf(`%s<%s xmlns="%s" xmlns:r="%s">%s</%s>`, xmlHeader, root, main, links, content, root)
}

func (d XLSX) workbook() string {
	name := d.SheetName
	if name == "" {
		name = "Zaken"
	}
	state, date := "", ""
	if d.Hidden {
		state = ` state="hidden"`
	}
	if d.Date1904 {
		date = ` date1904="1"`
	}
	return d.xml("workbook", fmt.Sprintf(`<workbookPr%s/><sheets><sheet name="%s" sheetId="1"%s r:id="rId1"/><sheet name="Blad2" sheetId="2" r:id="rId2"/></sheets>`,
		date, html.EscapeString(name), state))
}

// sharedTable collects the shared strings.
type sharedTable struct {
	index map[string]int
	items strings.Builder
}

func (t *sharedTable) at(s string) int {
	i, ok := t.index[s]
	if !ok {
		i = len(t.index)
		t.index[s] = i
		fmt.Fprintf(&t.items, `<si><t xml:space="preserve">%s</t></si>`, html.EscapeString(s))
	}
	return i
}

func (d XLSX) sheet(w io.Writer, s *Sheet, shared *sharedTable) error {
	const mark = "<!--rows-->"
	before, after, _ := strings.Cut(strings.ReplaceAll(d.xml("worksheet", `<sheetData>`+mark+`</sheetData>`), "<x:!",
		"<!"), mark)
	if _, err := io.WriteString(w, before); err != nil {
		return err
	}
	var b strings.Builder
	number := 1
	row := func(values []any) error {
		b.Reset()
		d.row(&b, number, values, shared)
		number++
		out := b.String()
		if d.Prefix {
			out = strings.ReplaceAll(strings.ReplaceAll(out, "<", "<x:"), "<x:/", "</x:")
		}
		_, err := io.WriteString(w, out)
		return err
	}
	for range d.TitleRows {
		if err := row([]any{"Export van de zaken"}); err != nil {
			return err
		}
	}
	for _, names := range [][]string{s.Upper, s.Header} {
		if names == nil {
			continue
		}
		header := make([]any, len(names))
		for i, name := range names {
			header[i] = name
		}
		if err := row(header); err != nil {
			return err
		}
	}
	for _, values := range s.Rows {
		if err := row(values); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, after)
	return err
}

func (d XLSX) row(b *strings.Builder, number int, values []any, shared *sharedTable) {
	if d.NoRefs {
		b.WriteString("<row>")
	} else {
		fmt.Fprintf(b, `<row r="%d" spans="1:%d">`, number, len(values))
	}
	for i, value := range values {
		ref := ""
		if !d.NoRefs {
			ref = fmt.Sprintf(` r="%s%d"`, column(i), number)
		}
		d.cell(b, ref, value, shared)
	}
	b.WriteString("</row>")
}

func (d XLSX) cell(b *strings.Builder, ref string, value any, shared *sharedTable) {
	day, isDay := value.(time.Time)
	switch {
	case isDay && d.ISODates:
		fmt.Fprintf(b, `<c%s t="d"><v>%s</v></c>`, ref, day.Format("2006-01-02T15:04:05"))
	case isDay:
		fmt.Fprintf(b, `<c%s s="1"><v>%d</v></c>`, ref, Serial(day, d.Date1904))
	case value == "":
		if d.NoRefs {
			b.WriteString(`<c/>`)
		}
	case d.Inline:
		fmt.Fprintf(b, `<c%s t="inlineStr"><is><t>%s</t></is></c>`, ref, html.EscapeString(value.(string)))
	default:
		fmt.Fprintf(b, `<c%s t="s"><v>%d</v></c>`, ref, shared.at(value.(string)))
	}
}

func column(i int) string {
	if i >= 26 {
		return column(i/26-1) + column(i%26)
	}
	return string(rune('A' + i))
}
