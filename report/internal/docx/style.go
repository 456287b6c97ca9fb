package docx

import (
	"regexp"
	"strconv"
	"strings"

	"herstel/report/internal/opc"
)

// Colours of the document, beside the accent.
const (
	defaultAccent = "00466B"
	mutedColor    = "555555"
	lineColor     = "BFBFBF"
	alarmColor    = "A3000B"
)

// look is the house style with what it leaves open filled in.
type look struct {
	font, accent string
	measure      func(text string, points float64, bold bool) float64
}

var colorPattern = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func newLook(s Style) look {
	l := look{font: s.Font, accent: defaultAccent, measure: s.Measure}
	if l.font == "" {
		l.font = "Arial"
	}
	if colorPattern.MatchString(s.Accent) {
		l.accent = strings.ToUpper(s.Accent[1:])
	}
	return l
}

// textStyle is a style of paragraphs. Word knows its own styles by their
// English name and shows them in the language of the program: "heading 1" is
// Kop 1 in Dutch.
type textStyle struct {
	id, name, basedOn, next string
	priority                int

	keepNext, keepLines bool
	tab                 bool // a number to the right, after dots
	before, after, line int  // twips; a line of 240 is single
	indent, hanging     int  // twips
	right, bullet       bool
	outline             int // level of a heading, from 1

	size  float64 // points; 0: that of the style below
	bold  bool
	color string // "accent": that of the house
	quick bool   // in the gallery of styles
}

var textStyles = []textStyle{
	{id: "Normal", name: "Normal", after: 120, line: 276, quick: true},
	{id: "Heading1", name: "heading 1", basedOn: "Normal", next: "Normal", priority: 9, keepNext: true, keepLines: true,
		before: 480, after: 160, line: 240, outline: 1, size: 18, bold: true, color: "accent", quick: true},
	{id: "Heading2", name: "heading 2", basedOn: "Normal", next: "Normal", priority: 9, keepNext: true, keepLines: true,
		before: 360, after: 120, line: 240, outline: 2, size: 13, bold: true, color: "accent", quick: true},
	{id: "Heading3", name: "heading 3", basedOn: "Normal", next: "Normal", priority: 9, keepNext: true, keepLines: true,
		before: 240, after: 80, line: 240, outline: 3, size: 10.5, bold: true, quick: true},
	{id: "Title", name: "Title", basedOn: "Normal", next: "Normal", priority: 10, keepNext: true, keepLines: true,
		after: 120, line: 240, size: 26, bold: true, color: "accent", quick: true},
	{id: "Subtitle", name: "Subtitle", basedOn: "Normal", next: "Normal", priority: 11, keepLines: true, after: 360,
		line: 276, size: 12, color: mutedColor, quick: true},
	{id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", priority: 35, keepLines: true, before: 60,
		after: 200, line: 252, size: 9, bold: true, color: "accent", quick: true},
	{id: "ListBullet", name: "List Bullet", basedOn: "Normal", priority: 99, bullet: true, after: 60, line: 276,
		indent: 360, hanging: 360, quick: true},
	{id: "Figuur", name: "Figuur", basedOn: "Normal", next: "Caption", priority: 36, before: 120, after: 60,
		line: 240},
	{id: "Tabeltekst", name: "Tabeltekst", basedOn: "Normal", priority: 37, line: 240, size: tableSize},
	{id: "Tabelgetal", name: "Tabelgetal", basedOn: "Tabeltekst", priority: 37, line: 240, right: true},
	{id: "NaTabel", name: "Na tabel", basedOn: "Normal", next: "Normal", priority: 38, line: 120, size: 4},
	{id: "Opmerking", name: "Opmerking", basedOn: "Normal", priority: 38, keepLines: true, after: 160, line: 252,
		size: 8.5, color: mutedColor, quick: true},
	{id: "FootnoteText", name: "footnote text", basedOn: "Normal", priority: 99, after: 20, line: 240, size: 8.5},
	{id: "Header", name: "header", basedOn: "Normal", priority: 99, line: 240, size: 9},
	{id: "Footer", name: "footer", basedOn: "Normal", priority: 99, line: 240, size: 8.5, right: true,
		color: mutedColor},
	{id: "TOCHeading", name: "TOC Heading", basedOn: "Normal", next: "Normal", priority: 39, keepNext: true,
		before: 240, after: 120, line: 240, size: 13, bold: true, color: "accent"},
	{id: "TOC1", name: "toc 1", basedOn: "Normal", next: "Normal", priority: 39, tab: true, before: 100, after: 20,
		line: 252, bold: true},
	{id: "TOC2", name: "toc 2", basedOn: "Normal", next: "Normal", priority: 39, tab: true, after: 20, line: 252,
		indent: 240},
	{id: "TOC3", name: "toc 3", basedOn: "Normal", next: "Normal", priority: 39, tab: true, after: 20, line: 252,
		indent: 480, color: mutedColor},
}

func (s textStyle) write(l look) opc.XML {
	inside := []opc.XML{val("name", s.name)}
	attributes := at{"type", "paragraph", "styleId", s.id}
	if s.id == "Normal" {
		attributes = append(attributes, "default", "1")
	}
	for _, x := range [][2]string{{"basedOn", s.basedOn}, {"next", s.next}} {
		if x[1] != "" {
			inside = append(inside, val(x[0], x[1]))
		}
	}
	if s.priority > 0 {
		inside = append(inside, val("uiPriority", strconv.Itoa(s.priority)))
	}
	inside = append(inside, on("qFormat", s.quick), s.paragraph(), s.text(l))
	return el("style", attributes, inside...)
}

func (s textStyle) paragraph() opc.XML {
	inside := []opc.XML{on("keepNext", s.keepNext), on("keepLines", s.keepLines)}
	if s.bullet {
		inside = append(inside, el("numPr", nil, val("numId", "1")))
	}
	if s.tab {
		position := strconv.Itoa(twips(pageShort) - 2*twips(margin))
		inside = append(inside, el("tabs", nil, el("tab", at{"val", "right", "leader", "dot", "pos", position})))
	}
	inside = append(inside, el("spacing", at{"before", strconv.Itoa(s.before), "after", strconv.Itoa(s.after),
		"line", strconv.Itoa(s.line), "lineRule", "auto"}))
	if s.indent > 0 {
		inside = append(inside, el("ind", at{"left", strconv.Itoa(s.indent), "hanging", strconv.Itoa(s.hanging)}))
	}
	if s.bullet {
		inside = append(inside, el("contextualSpacing", nil))
	}
	if s.right {
		inside = append(inside, val("jc", "right"))
	}
	if s.outline > 0 {
		inside = append(inside, val("outlineLvl", strconv.Itoa(s.outline-1)))
	}
	return el("pPr", nil, inside...)
}

func (s textStyle) text(l look) opc.XML {
	inside := on("b", s.bold)
	switch s.color {
	case "":
	case "accent":
		inside += val("color", l.accent)
	default:
		inside += val("color", s.color)
	}
	if s.size > 0 {
		inside += sizes(s.size)
	}
	if inside == "" {
		return ""
	}
	return el("rPr", nil, inside)
}

// sizes writes a size of text, given in points.
func sizes(points float64) opc.XML {
	half := strconv.FormatFloat(points*2, 'f', -1, 64)
	return val("sz", half) + val("szCs", half)
}

func (l look) fonts() opc.XML {
	return el("rFonts", at{"ascii", l.font, "hAnsi", l.font, "eastAsia", l.font, "cs", l.font})
}

// styles writes the part of the styles.
func (l look) styles() opc.XML {
	all := []opc.XML{el("docDefaults", nil,
		el("rPrDefault", nil, el("rPr", nil, l.fonts(), sizes(10), el("lang",
			at{"val", language, "eastAsia", language, "bidi", language}))),
		el("pPrDefault", nil, el("pPr", nil)))}
	for _, s := range textStyles {
		all = append(all, s.write(l))
	}
	return root("styles", append(all, l.otherStyles()...)...)
}

// otherStyles are the styles of runs, tables and lists.
func (l look) otherStyles() []opc.XML {
	line := func(edge, color, eighths string) opc.XML {
		return el(edge, at{"val", "single", "sz", eighths, "space", "0", "color", color})
	}
	cells := el("tblCellMar", nil,
		el("top", at{"w", "0", "type", "dxa"}), el("left", at{"w", "108", "type", "dxa"}),
		el("bottom", at{"w", "0", "type", "dxa"}), el("right", at{"w", "108", "type", "dxa"}))
	side := strconv.Itoa(cellMargin)
	figures := el("tblCellMar", nil,
		el("top", at{"w", "40", "type", "dxa"}), el("left", at{"w", side, "type", "dxa"}),
		el("bottom", at{"w", "40", "type", "dxa"}), el("right", at{"w", side, "type", "dxa"}))
	none := el("tblInd", at{"w", "0", "type", "dxa"})
	bold := el("rPr", nil, el("b", nil))
	return []opc.XML{
		named("character", "DefaultParagraphFont", "Default Paragraph Font", "1", el("semiHidden", nil)),
		named("character", "Hyperlink", "Hyperlink", "", el("rPr", nil, val("color", l.accent), val("u", "single"))),
		named("character", "FootnoteReference", "footnote reference", "", el("rPr", nil,
			val("vertAlign", "superscript"))),
		named("table", "TableNormal", "Normal Table", "1", el("semiHidden", nil), el("tblPr", nil, none, cells)),
		named("table", "TableGrid", "Table Grid", "", el("tblPr", nil, none, el("tblBorders", nil,
			line("top", "auto", "4"), line("left", "auto", "4"), line("bottom", "auto", "4"), line("right", "auto",
				"4"), line("insideH", "auto", "4"), line("insideV", "auto", "4")), cells)),
		named("table", "Cijfertabel", "Cijfertabel", "", el("tblPr", nil, none, el("tblBorders", nil,
			line("top", l.accent, "8"), line("bottom", l.accent, "8"), line("insideH", lineColor, "4")), figures),
			el("tblStylePr", at{"type", "firstRow"}, bold, el("tcPr", nil,
				el("tcBorders", nil, line("bottom", l.accent, "8")))),
			el("tblStylePr", at{"type", "lastRow"}, bold, el("tcPr", nil,
				el("tcBorders", nil, line("top", l.accent, "4")))),
			el("tblStylePr", at{"type", "firstCol"}, bold)),
		named("numbering", "NoList", "No List", "1", el("semiHidden", nil)),
	}
}

// named writes a style; standard is "1" for what holds where no style is named.
func named(kind, id, name, standard string, inside ...opc.XML) opc.XML {
	attributes := at{"type", kind, "styleId", id}
	if standard != "" {
		attributes = append(attributes, "default", standard)
	}
	head := []opc.XML{val("name", name)}
	if kind == "table" && standard == "" {
		head = append(head, val("basedOn", "TableNormal"))
	}
	return el("style", attributes, append(append(head, val("uiPriority", "99")), inside...)...)
}
