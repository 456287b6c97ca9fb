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

// section is a run of blocks on pages of one direction.
type section struct {
	lying  bool
	blocks []Block
}

// sections writes the blocks, with the properties of the section at the end of
// each.
func (w *writer) sections(d *Document) []opc.XML {
	var parts []section
	for _, b := range d.Blocks {
		lying := section{blocks: []Block{b}}
		if l, ok := b.(Landscape); ok {
			lying = section{true, l.Blocks}
		}
		if last := len(parts) - 1; last >= 0 && parts[last].lying == lying.lying {
			parts[last].blocks = append(parts[last].blocks, lying.blocks...)
		} else if len(lying.blocks) > 0 {
			parts = append(parts, lying)
		}
	}
	if len(parts) == 0 {
		parts = []section{{}}
	}
	running := w.running(d)
	for i, part := range parts {
		w.room = twips(pageWidth(part.lying)) - 2*twips(margin)
		for j, b := range part.blocks {
			var next Block
			if j+1 < len(part.blocks) {
				next = part.blocks[j+1]
			}
			b.body(w, next)
		}
		end := sectionProperties(part.lying, running)
		if i < len(parts)-1 {
			end = paragraph("NaTabel", end)
		}
		w.put(end)
	}
	return w.out
}

func pageWidth(lying bool) float64 {
	if lying {
		return pageLong
	}
	return pageShort
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

func sectionProperties(lying bool, running opc.XML) opc.XML {
	short, long := strconv.Itoa(twips(pageShort)), strconv.Itoa(twips(pageLong))
	size := at{"w", short, "h", long}
	if lying {
		size = at{"w", long, "h", short, "orient", "landscape"}
	}
	m, edge := strconv.Itoa(twips(margin)), strconv.Itoa(twips(toEdge))
	return el("sectPr", nil, running, el("pgSz", size),
		el("pgMar", at{"top", m, "right", m, "bottom", m, "left", m, "header", edge, "footer", edge, "gutter", "0"}))
}
