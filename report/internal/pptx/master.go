package pptx

import (
	"strconv"

	"herstel/report/internal/opc"
)

// The slide and its areas, in millimetres. 142.875 is 16:9.
const (
	slideWidth  = 254.0
	slideHeight = 142.875
	edge        = 12.0
	inner       = slideWidth - 2*edge
)

var (
	bannerArea   = box{edge, 3, inner, 6}
	titleArea    = box{edge, 9, inner, 19}
	subtitleArea = box{edge, 28, inner, 7.5}
	figureArea   = box{edge, 37, inner, 87}
	sourceArea   = box{edge, 125, inner, 8}
	footerArea   = box{edge, 134, 200, 6}
	numberArea   = box{slideWidth - edge - 25, 134, 25, 6}
	asideArea    = box{edge, -25, inner, 19}
)

// slot is a place for text of the master and the layout.
type slot struct {
	id, name string
	holder   func() at
	area     box
	points   int
	bold     bool
	color    string // a colour of the theme
	anchor   string // t, ctr or b
	align    string // l or r
}

var (
	titleSlot  = slot{"2", "Titel", func() at { return at{"type", "title"} }, titleArea, 22, true, "accent1", "b", "l"}
	footerSlot = slot{"6", "Voettekst", quarter("ftr", "12"), footerArea, 9, false, "tx2", "ctr", "l"}
	textSlots  = []slot{
		{"3", "Ondertitel", quarter("body", "10"), subtitleArea, 12, false, "tx2", "t", "l"},
		{"4", "Bron", quarter("body", "11"), sourceArea, 9, false, "tx2", "t", "l"},
		footerSlot,
	}
)

func quarter(kind, index string) func() at {
	return func() at { return at{"type", kind, "sz", "quarter", "idx", index} }
}

func (s slot) bodyProperties() xml {
	return el("a:bodyPr", at{"vert", "horz", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor",
		s.anchor}, el("a:normAutofit", nil))
}

func (s slot) level(name string) xml {
	bold := "0"
	if s.bold {
		bold = "1"
	}
	return el(name, at{"marL", "0", "indent", "0", "algn", s.align}, el("a:buNone", nil),
		el("a:defRPr", at{"lang", language, "sz", strconv.Itoa(s.points * 100), "b", bold},
			el("a:solidFill", nil, val("a:schemeClr", s.color)), el("a:latin", at{"typeface", "+mn-lt"})))
}

func (s slot) shape() xml {
	body := el("p:txBody", nil, s.bodyProperties(), el("a:lstStyle", nil, s.level("a:lvl1pPr")), textLine(s.name))
	return shape(s.id, s.name, s.holder(), &s.area, body)
}

// slideNumber writes the number of the slide.
func slideNumber(id string, area *box) xml {
	style, properties := el("a:lstStyle", nil), el("a:bodyPr", nil)
	if area != nil {
		s := slot{points: 9, color: "tx2", anchor: "ctr", align: "r"}
		style, properties = el("a:lstStyle", nil, s.level("a:lvl1pPr")), s.bodyProperties()
	}
	field := el("a:fld", at{"id", "{6C0A4C5E-2B0F-4C6B-9E0B-7B1D3C5A9F01}", "type", "slidenum"}, el("a:rPr",
		at{"lang", language}), el("a:t", nil, "1"))
	return shape(id, "Dianummer", at{"type", "sldNum", "sz", "quarter", "idx", "13"}, area,
		el("p:txBody", nil, properties, style, el("a:p", nil, field)))
}

// master writes the master of all slides.
func (l look) master(layoutID string) xml {
	body := slot{points: 16, color: "tx1", anchor: "t", align: "l", name: "Tekst", id: "3", area: figureArea,
		holder: func() at { return at{"type", "body", "idx", "1"} }}
	empty := el("a:defPPr", nil, el("a:defRPr", at{"lang", language}))
	return root("p:sldMaster",
		el("p:cSld", nil, el("p:bg", nil, el("p:bgPr", nil, el("a:solidFill", nil, val("a:schemeClr", "bg1")),
			el("a:effectLst", nil))),
			tree(titleSlot.shape(), body.shape(), footerSlot.shape(), slideNumber("7", &numberArea))),
		colorMap(),
		el("p:sldLayoutIdLst", nil, el("p:sldLayoutId", at{"id", "2147483649", "r:id", layoutID})),
		el("p:txStyles", nil, el("p:titleStyle", nil, titleSlot.level("a:lvl1pPr")), el("p:bodyStyle", nil,
			body.level("a:lvl1pPr")),
			el("p:otherStyle", nil, empty)))
}

// colorMap ties the colours of a master to those of the theme.
func colorMap() xml {
	list := at{"bg1", "lt1", "tx1", "dk1", "bg2", "lt2", "tx2", "dk2"}
	for _, same := range []string{"accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
		"folHlink"} {
		list = append(list, same, same)
	}
	return el("p:clrMap", list)
}

// layout writes the one layout: a title, a line under it, the figure, the
// source. The banner stands on it, so that no slide can lose it.
func layout(d *Deck) xml {
	shapes := []xml{shape("2", "Titel", at{"type", "title"}, nil, textBody(el("a:bodyPr", nil), textLine("Titel")))}
	for _, s := range textSlots {
		shapes = append(shapes, s.shape())
	}
	shapes = append(shapes, slideNumber("7", &numberArea))
	if d.Banner != "" {
		shapes = append(shapes, banner("8", d.Banner))
	}
	return root("p:sldLayout", el("p:cSld", at{"name", "Titel en figuur"}, tree(shapes...)), el("p:clrMapOvr", nil,
		el("a:masterClrMapping", nil)))
}

// banner writes the line at the top of a slide.
func banner(id, s string) xml {
	return el("p:sp", nil,
		el("p:nvSpPr", nil, el("p:cNvPr", at{"id", id, "name", "Let op"}),
			el("p:cNvSpPr", at{"txBox", "1"}), el("p:nvPr", at{"userDrawn", "1"})),
		el("p:spPr", nil, bannerArea.frame("a:xfrm"), el("a:prstGeom", at{"prst", "rect"}, el("a:avLst", nil)),
			fill("FFFFFF")),
		el("p:txBody", nil, slot{anchor: "ctr"}.bodyProperties(), el("a:lstStyle", nil),
			el("a:p", nil, el("a:r", nil, el("a:rPr", at{"lang", language, "sz", "900", "b", "1"},
				fill(alarmColor)), el("a:t", nil, opc.Text(s))))))
}

// slideImage writes the picture of the slide on a page of notes.
func slideImage(area *box) xml {
	properties := el("p:spPr", nil)
	if area != nil {
		properties = el("p:spPr", nil, area.frame("a:xfrm"), el("a:prstGeom", at{"prst", "rect"}, el("a:avLst", nil)))
	}
	return el("p:sp", nil, el("p:nvSpPr", nil, el("p:cNvPr", at{"id", "2", "name", "Dia"}),
		el("p:cNvSpPr", nil, el("a:spLocks", at{"noGrp", "1", "noRot", "1", "noChangeAspect", "1"})), el("p:nvPr",
			nil, el("p:ph", at{"type", "sldImg"}))), properties)
}

// notesMaster writes the master of the pages with notes.
func notesMaster() xml {
	picture, text := box{20, 20, 150, 84.375}, box{20, 120, 150, 110}
	s := slot{points: 12, color: "tx1", anchor: "t", align: "l"}
	return root("p:notesMaster",
		el("p:cSld", nil, el("p:bg", nil, el("p:bgPr", nil, el("a:solidFill", nil, val("a:schemeClr", "bg1")),
			el("a:effectLst", nil))),
			tree(slideImage(&picture), shape("3", "Notities", at{"type", "body", "idx", "1"}, &text,
				el("p:txBody", nil, s.bodyProperties(), el("a:lstStyle", nil), textLine("Notities"))))),
		colorMap(),
		el("p:notesStyle", nil, s.level("a:lvl1pPr")))
}
