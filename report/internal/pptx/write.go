package pptx

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"herstel/report/internal/opc"
)

const (
	partType = "application/vnd.openxmlformats-officedocument.presentationml."
	language = "nl-NL"

	presentationPart = "ppt/presentation.xml"
	masterPart       = "ppt/slideMasters/slideMaster1.xml"
	layoutPart       = "ppt/slideLayouts/slideLayout1.xml"
	themePart        = "ppt/theme/theme1.xml"
	notesMasterPart  = "ppt/notesMasters/notesMaster1.xml"
	notesThemePart   = "ppt/theme/theme2.xml"
)

// Write writes a deck. The same deck gives the same bytes. It fails on a
// picture without a shape or an alternative text, and on a chart whose series
// are not as long as its categories.
func Write(out io.Writer, d *Deck) error {
	w := &writer{deck: d, look: newLook(d.Style), images: map[string]string{}}
	p := &w.pack
	p.Relate("", "officeDocument", presentationPart)
	w.frame()
	list := make([]xml, len(d.Slides))
	var errs []error
	for i, s := range d.Slides {
		name := fmt.Sprintf("ppt/slides/slide%d.xml", i+1)
		content, err := w.slide(name, s)
		if err != nil {
			errs = append(errs, fmt.Errorf("dia %d: %w", i+1, err))
			continue
		}
		p.AddXML(name, partType+"slide+xml", content)
		list[i] = el("p:sldId", at{"id", strconv.Itoa(256 + i), "r:id", p.Relate(presentationPart, "slide", name)})
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	w.presentation(list)
	p.SetProperties(opc.Properties{Title: d.Title, Author: d.Author, Description: d.Description, Language: language,
		Created: d.Created})
	return p.Write(out)
}

// writer is a deck being written.
type writer struct {
	pack   opc.Package
	deck   *Deck
	look   look
	charts int
	notes  int
	images map[string]string // parts by content
}

// frame adds what all slides share.
func (w *writer) frame() {
	w.pack.AddXML(themePart, themeType, w.look.theme())
	w.pack.AddXML(layoutPart, partType+"slideLayout+xml", layout(w.deck))
	w.pack.Relate(layoutPart, "slideMaster", masterPart)
	id := w.pack.Relate(masterPart, "slideLayout", layoutPart)
	w.pack.AddXML(masterPart, partType+"slideMaster+xml", w.look.master(id))
	w.pack.Relate(masterPart, "theme", themePart)
}

func (w *writer) presentation(list []xml) {
	p := &w.pack
	inside := []xml{el("p:sldMasterIdLst", nil,
		el("p:sldMasterId", at{"id", "2147483648", "r:id", p.Relate(presentationPart, "slideMaster", masterPart)}))}
	if w.notes > 0 {
		p.AddXML(notesThemePart, themeType, w.look.theme())
		p.AddXML(notesMasterPart, partType+"notesMaster+xml", notesMaster())
		p.Relate(notesMasterPart, "theme", notesThemePart)
		id := p.Relate(presentationPart, "notesMaster", notesMasterPart)
		inside = append(inside, el("p:notesMasterIdLst", nil, el("p:notesMasterId", at{"r:id", id})))
	}
	if len(list) > 0 {
		inside = append(inside, el("p:sldIdLst", nil, list...))
	}
	width, height := opc.EMU(slideWidth), opc.EMU(slideHeight)
	inside = append(inside, el("p:sldSz", at{"cx", width, "cy", height}), el("p:notesSz",
		at{"cx", "6858000", "cy", "9144000"}))
	p.Relate(presentationPart, "theme", themePart)
	p.AddXML(presentationPart, partType+"presentation.main+xml", root("p:presentation", inside...))
}

// slide writes a slide with what belongs to it.
func (w *writer) slide(name string, s Slide) (xml, error) {
	w.pack.Relate(name, "slideLayout", layoutPart)
	title := shape("2", "Titel", at{"type", "title"}, nil, textBody(el("a:bodyPr", nil), titleLine(s.Title)))
	area := figureArea
	full := false
	if p, ok := s.Figure.(Picture); ok && p.Full {
		full = true
		// Beside the slide: for who hears it.
		title = shape("2", "Titel", at{"type", "title"}, &asideArea, textBody(el("a:bodyPr", nil),
			titleLine(s.Title)))
		area = box{0, 0, slideWidth, slideHeight}
	}
	shapes := []xml{title}
	for _, t := range []struct{ id, name, holder, text string }{
		{"3", "Ondertitel", "10", s.Subtitle}, {"4", "Bron", "11", s.Source},
	} {
		if t.text != "" {
			shapes = append(shapes, shape(t.id, t.name, at{"type", "body", "sz", "quarter", "idx", t.holder}, nil,
				textBody(el("a:bodyPr", nil), textLine(t.text))))
		}
	}
	if s.Figure != nil {
		figure, err := s.Figure.element(w, name, "5", area)
		if err != nil {
			return "", err
		}
		shapes = append(shapes, figure)
	}
	if full {
		if w.deck.Banner != "" {
			shapes = append(shapes, banner("8", w.deck.Banner)) // that of the layout is behind the picture
		}
	} else {
		shapes = append(shapes, w.foot()...)
	}
	if s.Notes != "" {
		w.addNotes(name, s.Notes)
	}
	return root("p:sld", el("p:cSld", nil, tree(shapes...)), el("p:clrMapOvr", nil,
		el("a:masterClrMapping", nil))), nil
}

// foot writes the last line of a slide.
func (w *writer) foot() []xml {
	var shapes []xml
	if w.deck.Footer != "" {
		shapes = append(shapes, shape("6", "Voettekst", at{"type", "ftr", "sz", "quarter", "idx", "12"}, nil,
			textBody(el("a:bodyPr", nil), textLine(w.deck.Footer))))
	}
	return append(shapes, slideNumber("7", nil))
}

// titleLine writes a title, smaller where it would not fit in two lines.
func titleLine(s string) xml {
	if len([]rune(s)) > 95 {
		return textLine(s, "sz", "1600")
	}
	return textLine(s)
}

func (w *writer) addNotes(slide, notes string) {
	w.notes++
	name := fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", w.notes)
	w.pack.Relate(name, "notesMaster", notesMasterPart)
	w.pack.Relate(name, "slide", slide)
	w.pack.Relate(slide, "notesSlide", name)
	w.pack.AddXML(name, partType+"notesSlide+xml", root("p:notes",
		el("p:cSld", nil, tree(slideImage(nil),
			shape("3", "Notities", at{"type", "body", "idx", "1"}, nil, textBody(el("a:bodyPr", nil),
				textLine(notes))))),
		el("p:clrMapOvr", nil, el("a:masterClrMapping", nil))))
}
