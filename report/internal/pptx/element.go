package pptx

import "herstel/report/internal/opc"

type (
	xml = opc.XML
	at  = opc.A
)

// el writes an element, whose name has its prefix. The order of what stands in
// it matters to PowerPoint.
func el(name string, attributes at, inside ...xml) xml {
	return opc.Element(name, attributes, inside...)
}

// val writes an element that has but a value.
func val(name, value string) xml { return el(name, at{"val", value}) }

// root writes the root element of a part.
func root(name string, inside ...xml) xml {
	return el(name, at{
		"xmlns:a", opc.Drawing,
		"xmlns:r", opc.Relations,
		"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main",
		"xmlns:c", chartSpace,
	}, inside...)
}

// box is a place on a slide, in millimetres.
type box struct{ x, y, width, height float64 }

func (b box) frame(name string) xml {
	return opc.Frame(name, opc.EMU(b.x), opc.EMU(b.y), opc.EMU(b.width), opc.EMU(b.height))
}

// fit gives the largest box of a shape in the middle of b.
func (b box) fit(width, height float64) box {
	scale := min(b.width/width, b.height/height)
	w, h := width*scale, height*scale
	return box{b.x + (b.width-w)/2, b.y + (b.height-h)/2, w, h}
}

func fill(color string) xml { return el("a:solidFill", nil, val("a:srgbClr", color)) }

// shape writes a place for text: with a text it is filled, with a box it has a
// place of its own. holder are the attributes of its placeholder.
func shape(id, name string, holder at, place *box, body xml) xml {
	properties := el("p:spPr", nil)
	if place != nil {
		properties = el("p:spPr", nil, place.frame("a:xfrm"), el("a:prstGeom", at{"prst", "rect"},
			el("a:avLst", nil)))
	}
	return el("p:sp", nil,
		el("p:nvSpPr", nil, el("p:cNvPr", at{"id", id, "name", name}),
			el("p:cNvSpPr", nil, el("a:spLocks", at{"noGrp", "1"})), el("p:nvPr", nil, el("p:ph", holder))),
		properties, body)
}

// textBody writes text, a paragraph for each piece.
func textBody(properties xml, paragraphs ...xml) xml {
	if len(paragraphs) == 0 {
		paragraphs = []xml{el("a:p", nil)}
	}
	return el("p:txBody", nil, append([]xml{properties, el("a:lstStyle", nil)}, paragraphs...)...)
}

func textLine(s string, attributes ...string) xml {
	return el("a:p", nil, el("a:r", nil, el("a:rPr", append(at{"lang", language}, attributes...)), el("a:t", nil,
		opc.Text(s))))
}

// tree writes the shapes of a slide.
func tree(shapes ...xml) xml {
	head := []xml{
		el("p:nvGrpSpPr", nil, el("p:cNvPr", at{"id", "1", "name", ""}), el("p:cNvGrpSpPr", nil), el("p:nvPr", nil)),
		el("p:grpSpPr", nil),
	}
	return el("p:spTree", nil, append(head, shapes...)...)
}
