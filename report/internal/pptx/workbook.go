package pptx

import (
	"io"
	"math"
	"regexp"
	"strconv"

	"herstel/report/internal/opc"
)

const (
	sheetName  = "Blad1"
	sheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	sheetType  = "application/vnd.openxmlformats-officedocument.spreadsheetml."

	workbookPart = "xl/workbook.xml"
	sheetPart    = "xl/worksheets/sheet1.xml"
	cellsPart    = "xl/styles.xml"
)

// workbook writes the workbook behind a chart: the categories below each other,
// the series beside each other.
func (c Chart) workbook(out io.Writer) error {
	var p opc.Package
	p.Relate("", "officeDocument", workbookPart)
	id := p.Relate(workbookPart, "worksheet", sheetPart)
	p.Relate(workbookPart, "styles", cellsPart)
	p.AddXML(workbookPart, sheetType+"sheet.main+xml", el("workbook",
		at{"xmlns", sheetSpace, "xmlns:r", opc.Relations},
		el("sheets", nil, el("sheet", at{"name", sheetName, "sheetId", "1", "r:id", id}))))
	p.AddXML(sheetPart, sheetType+"worksheet+xml", el("worksheet", at{"xmlns", sheetSpace},
		el("cols", nil, el("col", at{"min", "1", "max", "1", "width", "40", "customWidth", "1"})), el("sheetData",
			nil, c.rows()...)))
	p.AddXML(cellsPart, sheetType+"styles+xml", c.cellStyles())
	return p.Write(out)
}

func (c Chart) rows() []xml {
	rows := make([]xml, len(c.Categories)+1)
	for i := range rows {
		number := strconv.Itoa(i + 1)
		cells := []xml{}
		if i > 0 {
			cells = append(cells, textCell("A"+number, c.Categories[i-1]))
		}
		for j, s := range c.Series {
			place := columnName(j+2) + number
			switch {
			case i == 0:
				cells = append(cells, textCell(place, s.Name))
			case !math.IsNaN(s.Values[i-1]):
				cells = append(cells, el("c", at{"r", place, "s", "1"}, el("v", nil,
					opc.Text(decimal(s.Values[i-1])))))
			}
		}
		rows[i] = el("row", at{"r", number}, cells...)
	}
	return rows
}

var escaped = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// textCell writes a cell with text. Excel reads _x0041_ as an escape, so an
// underscore that starts one is written as an escape itself.
func textCell(place, s string) xml {
	return el("c", at{"r", place, "t", "inlineStr"}, el("is", nil,
		el("t", nil, opc.Text(escaped.ReplaceAllString(s, "_x005F_$1")))))
}

// cellStyles writes the styles: a cell as it is, and one with a number.
func (c Chart) cellStyles() xml {
	cell := func(format string) xml {
		return el("xf", at{"numFmtId", format, "fontId", "0", "fillId", "0", "borderId", "0", "xfId", "0",
			"applyNumberFormat", "1"})
	}
	return el("styleSheet", at{"xmlns", sheetSpace},
		el("numFmts", at{"count", "1"}, el("numFmt", at{"numFmtId", "164", "formatCode", c.format()})),
		el("fonts", at{"count", "1"}, el("font", nil, val("sz", "10"), val("name", "Arial"))),
		el("fills", at{"count", "2"}, el("fill", nil, el("patternFill", at{"patternType", "none"})),
			el("fill", nil, el("patternFill", at{"patternType", "gray125"}))),
		el("borders", at{"count", "1"}, el("border", nil, el("left", nil), el("right", nil), el("top", nil),
			el("bottom", nil), el("diagonal", nil))),
		el("cellStyleXfs", at{"count", "1"}, el("xf", at{"numFmtId", "0", "fontId", "0", "fillId", "0", "borderId",
			"0"})),
		el("cellXfs", at{"count", "2"}, cell("0"), cell("164")),
		el("cellStyles", at{"count", "1"}, el("cellStyle", at{"name", "Normal", "xfId", "0", "builtinId", "0"})))
}

// columnName gives the letters of a column, counted from 1.
func columnName(c int) string {
	letters := ""
	for ; c > 0; c = (c - 1) / 26 {
		letters = string(rune('A'+(c-1)%26)) + letters
	}
	return letters
}
