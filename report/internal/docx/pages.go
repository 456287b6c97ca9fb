package docx

import (
	"strconv"

	"herstel/report/internal/opc"
)

// The page: A4 with margins of 25 mm.
const (
	pageShort = 210.0
	pageLong  = 297.0
	margin    = 25.0
	toEdge    = 12.5 // of header and footer
)

// body writes the blocks, with the properties of their pages at the end.
func (w *writer) body(d *Document) []opc.XML {
	running := w.running(d)
	w.room = twips(pageShort) - 2*twips(margin)
	for i, b := range d.Blocks {
		var next Block
		if i+1 < len(d.Blocks) {
			next = d.Blocks[i+1]
		}
		b.body(w, next)
	}
	w.put(pageProperties(running))
	return w.out
}

// running adds the header and the footer and gives the references to them.
func (w *writer) running(d *Document) opc.XML {
	var references opc.XML
	if d.Banner != "" {
		id := w.add("header", headerPart, root("hdr", paragraph("Header", "",
			text(d.Banner, el("b", nil), val("color", alarmColor)))))
		references += el("headerReference", at{"type", "default", "r:id", id})
	}
	before := opc.XML("")
	if d.Footer != "" {
		before = text(d.Footer + "   |   ")
	}
	id := w.add("footer", footerPart, root("ftr", paragraph("Footer", "", before, field("PAGE", "1"))))
	return references + el("footerReference", at{"type", "default", "r:id", id})
}

func pageProperties(running opc.XML) opc.XML {
	m, edge := strconv.Itoa(twips(margin)), strconv.Itoa(twips(toEdge))
	return el("sectPr", nil, running,
		el("pgSz", at{"w", strconv.Itoa(twips(pageShort)), "h", strconv.Itoa(twips(pageLong))}),
		el("pgMar", at{"top", m, "right", m, "bottom", m, "left", m, "header", edge, "footer", edge, "gutter", "0"}))
}
