package docx

import (
	"math"
	"strconv"

	"herstel/report/internal/opc"
)

func (i Image) body(w *writer, next Block) {
	if i.Width <= 0 || i.Height <= 0 || i.Alt == "" || len(i.PNG) == 0 {
		w.fail("een afbeelding heeft geen maat, geen PNG of geen tekst voor wie haar niet ziet (%q)", i.Alt)
		return
	}
	w.drawings++
	_, captioned := next.(Caption)
	width, height := opc.EMU(i.Width), opc.EMU(i.Height)
	id, name := strconv.Itoa(w.drawings), "Afbeelding "+strconv.Itoa(w.drawings)
	svg := ""
	if len(i.SVG) > 0 {
		svg = w.picture(i.SVG, "svg")
	}
	w.put(paragraph("Figuur", on("keepNext", captioned), run(el("drawing", nil,
		opc.Element("wp:inline", at{"distT", "0", "distB", "0", "distL", "0", "distR", "0"},
			opc.Element("wp:extent", at{"cx", width, "cy", height}),
			opc.Element("wp:docPr", at{"id", id, "name", name, "descr", i.Alt}),
			opc.Element("wp:cNvGraphicFramePr", nil, opc.Element("a:graphicFrameLocks", at{"noChangeAspect", "1"})),
			opc.Element("a:graphic", nil, opc.Element("a:graphicData", at{"uri", opc.Picture},
				opc.Element("pic:pic", nil,
					opc.Element("pic:nvPicPr", nil, opc.Element("pic:cNvPr",
						at{"id", id, "name", name, "descr", i.Alt}), opc.Element("pic:cNvPicPr", nil)),
					opc.Element("pic:blipFill", nil, opc.Blip(w.picture(i.PNG, "png"), svg),
						opc.Element("a:stretch", nil, opc.Element("a:fillRect", nil))),
					opc.Element("pic:spPr", nil, opc.Frame("a:xfrm", "0", "0", width, height),
						opc.Element("a:prstGeom", at{"prst", "rect"}, opc.Element("a:avLst", nil))),
				))))))))
}

// picture adds a file of a picture, once, and gives the id of the relationship.
func (w *writer) picture(content []byte, ending string) string {
	id := w.images[string(content)]
	if id == "" {
		name := "word/media/image" + strconv.Itoa(len(w.images)+1) + "." + ending
		w.pack.Add(name, "", content)
		id = w.pack.Relate(documentPart, "image", name)
		w.images[string(content)] = id
	}
	return id
}

// twips turns millimetres into twentieths of a point.
func twips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }
