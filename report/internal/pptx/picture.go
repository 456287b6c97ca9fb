package pptx

import (
	"errors"
	"strconv"

	"herstel/report/internal/opc"
)

func (p Picture) element(w *writer, slide, id string, area box) (xml, error) {
	if p.Width <= 0 || p.Height <= 0 || p.Alt == "" || len(p.PNG) == 0 {
		return "", errors.New("een afbeelding heeft geen maat, geen PNG of geen tekst voor wie haar niet ziet")
	}
	svg := ""
	if len(p.SVG) > 0 {
		svg = w.picture(slide, p.SVG, "svg")
	}
	return el("p:pic", nil,
		el("p:nvPicPr", nil, el("p:cNvPr", at{"id", id, "name", "Figuur", "descr", p.Alt}),
			el("p:cNvPicPr", nil, el("a:picLocks", at{"noChangeAspect", "1"})), el("p:nvPr", nil)),
		el("p:blipFill", nil, opc.Blip(w.picture(slide, p.PNG, "png"), svg), el("a:stretch", nil,
			el("a:fillRect", nil))),
		el("p:spPr", nil, area.fit(p.Width, p.Height).frame("a:xfrm"), el("a:prstGeom", at{"prst", "rect"},
			el("a:avLst", nil)))), nil
}

// picture adds a file of a picture, once, and gives the id of the relationship
// of a slide to it.
func (w *writer) picture(slide string, content []byte, ending string) string {
	name := w.images[string(content)]
	if name == "" {
		name = "ppt/media/image" + strconv.Itoa(len(w.images)+1) + "." + ending
		w.pack.Add(name, "", content)
		w.images[string(content)] = name
	}
	return w.pack.Relate(slide, "image", name)
}
