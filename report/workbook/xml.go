package workbook

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The sheets and tables are written here and not by excelize: its writers round
// numbers to 15 digits, put filter buttons on every table, and slow down with
// the number of tables. Styles, properties and the rest of the package are its
// work.

const (
	spreadsheetSpace  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationshipSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace      = "http://schemas.openxmlformats.org/package/2006/relationships"
	tableContentType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
)

func sheetPath(number int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", number) }

func tablePath(number int) string { return fmt.Sprintf("xl/tables/table%d.xml", number) }

// sheetPart is the XML of one sheet under construction.
type sheetPart struct {
	xml     bytes.Buffer
	styles  *styleSet
	columns []column
	letters []string // of the columns
	at      int      // rows written
	links   []string // elements
}

func newSheetPart(styles *styleSet, columns []column) *sheetPart {
	if len(columns) == 0 {
		columns = []column{{width: cover}}
	}
	p := &sheetPart{styles: styles, columns: columns, letters: make([]string, len(columns))}
	for i := range columns {
		p.letters[i] = columnName(i + 1)
	}
	return p
}

func (p *sheetPart) begin(number int, s *sheet) {
	w := &p.xml
	fmt.Fprintf(w, `%s<worksheet xmlns="%s" xmlns:r="%s">`, xml.Header, spreadsheetSpace, relationshipSpace)
	if len(s.columns) > 0 {
		w.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	}
	rows := 2 + len(s.lines)
	if len(s.columns) > 0 {
		rows = firstTableRow + len(s.rows)
	}
	fmt.Fprintf(w, `<dimension ref="A1:%s%d"/>`, p.letters[len(p.letters)-1], rows)
	selected := ""
	if number == 1 {
		selected = ` tabSelected="1"`
	}
	fmt.Fprintf(w, `<sheetViews><sheetView%s workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`, selected)
	fmt.Fprintf(w, `<sheetFormatPr defaultRowHeight="%d"/><cols>`, rowLineHeight)
	for i, c := range p.columns {
		fmt.Fprintf(w, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, i+1, i+1, c.width)
	}
	w.WriteString(`</cols><sheetData>`)
}

func (p *sheetPart) row(entries []entry) {
	p.at++
	w := &p.xml
	w.WriteString(`<row r="`)
	w.Write(strconv.AppendInt(w.AvailableBuffer(), int64(p.at), 10))
	w.WriteString(`" ht="`)
	w.Write(strconv.AppendInt(w.AvailableBuffer(), int64(rowHeight(entries, p.columns)), 10))
	w.WriteString(`" customHeight="1">`)
	for i := range entries {
		p.cell(p.letters[i], &entries[i])
	}
	w.WriteString(`</row>`)
}

func (p *sheetPart) cell(letters string, e *entry) {
	w := &p.xml
	shown, style := "", 0
	if !e.form.isNumber() {
		shown = cmp.Or(sheetText(e.text), symbolNotApplicable)
	}
	style = p.styles.id(e.form, startsFormula(shown))
	w.WriteString(`<c r="`)
	w.WriteString(letters)
	w.Write(strconv.AppendInt(w.AvailableBuffer(), int64(p.at), 10))
	w.WriteString(`" s="`)
	w.Write(strconv.AppendInt(w.AvailableBuffer(), int64(style), 10))
	if e.form.isNumber() {
		w.WriteString(`"><v>`)
		w.Write(strconv.AppendFloat(w.AvailableBuffer(), e.number, 'f', -1, 64))
		w.WriteString(`</v></c>`)
		return
	}
	w.WriteString(`" t="inlineStr"><is><t xml:space="preserve">`)
	writeText(w, shown)
	w.WriteString(`</t></is></c>`)
	if e.link != "" {
		p.links = append(p.links,
			fmt.Sprintf(`<hyperlink ref="%s%d" location="%s"/>`, letters, p.at, attribute(quoteSheet(e.link)+"!A1")))
	}
}

func (p *sheetPart) end(s *sheet, page pageSetup) {
	w := &p.xml
	w.WriteString(`</sheetData>`)
	if len(p.links) > 0 {
		w.WriteString(`<hyperlinks>` + strings.Join(p.links, "") + `</hyperlinks>`)
	}
	page.write(w)
	if len(s.columns) > 0 {
		w.WriteString(`<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`)
	}
	w.WriteString(`</worksheet>`)
}

// addTable makes the cells from the head to the last row a table of the
// workbook.
func (b *book) addTable(number int, sheet string, heads []entry, lastRow int) {
	name := b.tables.take(tableName(sheet))
	var w bytes.Buffer
	fmt.Fprintf(&w, `%s<table xmlns="%s" id="%d" name="%s" displayName="%s" ref="A%d:%s%d" totalsRowShown="0"><tableColumns count="%d">`,
		xml.Header, spreadsheetSpace, number, name, name, firstTableRow, columnName(len(heads)), lastRow, len(heads))
	for i := range heads {
		fmt.Fprintf(&w, `<tableColumn id="%d" name="%s"/>`, i+1, attribute(heads[i].text))
	}
	w.WriteString(`</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	b.parts[tablePath(number)] = w.Bytes()
	b.parts[fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", number)] = fmt.Appendf(nil,
		`%s<Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/table" Target="../tables/table%d.xml"/></Relationships>`,
		xml.Header, packageSpace, relationshipSpace, number)
}

// writeText writes a text between tags. A program reads _x0041_ as an escape,
// so an underscore that starts one is written as an escape itself.
func writeText(w *bytes.Buffer, s string) {
	for strings.Contains(s, "_x") {
		at := escaped.FindStringIndex(s)
		if at == nil {
			break
		}
		_ = xml.EscapeText(w, []byte(s[:at[0]]))
		w.WriteString("_x005F_")
		s = s[at[0]+1:]
	}
	_ = xml.EscapeText(w, []byte(s)) // a bytes.Buffer never fails
}

// attribute escapes a text for an attribute.
func attribute(s string) string {
	var w bytes.Buffer
	_ = xml.EscapeText(&w, []byte(s)) // a bytes.Buffer never fails
	return w.String()
}

// columnName gives the letters of a column, counted from 1.
func columnName(c int) string {
	var letters []byte
	for ; c > 0; c = (c - 1) / 26 {
		letters = append(letters, byte('A'+(c-1)%26))
	}
	slices.Reverse(letters)
	return string(letters)
}
