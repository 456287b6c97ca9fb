package docx

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"herstel/report/internal/opc"
)

// Names of the parts.
const (
	documentPart  = "word/document.xml"
	stylesPart    = "word/styles.xml"
	numberingPart = "word/numbering.xml"
	settingsPart  = "word/settings.xml"
	footnotesPart = "word/footnotes.xml"
	headerPart    = "word/header1.xml"
	footerPart    = "word/footer1.xml"
)

const (
	mainSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	partType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	language  = "nl-NL"
)

// Write writes a document. The same document gives the same bytes. It fails on
// a link to a bookmark that is not there, on a bookmark given twice, and on a
// picture without a size or an alternative text.
func Write(out io.Writer, d *Document) error {
	w := &writer{look: newLook(d.Style), relations: map[string]string{}, images: map[string]string{},
		bookmarks: map[string]*bookmark{}, counts: map[string]int{}}
	w.collectHeadings(d.Blocks)
	body := w.body(d)
	if err := errors.Join(append(w.errs, w.looseLinks()...)...); err != nil {
		return err
	}
	p := &w.pack
	p.Relate("", "officeDocument", documentPart)
	p.AddXML(documentPart, partType+"document.main+xml", root("document", el("body", nil, body...)))
	w.add("styles", stylesPart, w.look.styles())
	w.add("numbering", numberingPart, numbering(w.look))
	w.add("settings", settingsPart, settings())
	w.add("footnotes", footnotesPart, w.footnotes())
	p.SetProperties(opc.Properties{Title: d.Title, Author: d.Author, Description: d.Description, Language: language,
		Created: d.Created})
	return p.Write(out)
}

// writer is a document being written.
type writer struct {
	pack      opc.Package
	look      look
	out       []opc.XML // the body
	room      int       // width of the text, in twips
	headings  []Heading
	written   int // headings
	drawings  int
	notes     []opc.XML
	marks     int                  // bookmarks written
	bookmarks map[string]*bookmark // by the name that the caller gave
	counts    map[string]int       // captions by label
	relations map[string]string    // id by address
	images    map[string]string    // id by content
	errs      []error
}

// bookmark is a named place. Its name in the file is made from its number.
type bookmark struct {
	number      int
	set, linked bool
}

func (w *writer) fail(format string, args ...any) {
	w.errs = append(w.errs, fmt.Errorf(format, args...))
}

// add adds a part that the document needs; its kind is that of its relationship
// and of its content.
func (w *writer) add(kind, name string, content opc.XML) string {
	w.pack.AddXML(name, partType+kind+"+xml", content)
	return w.pack.Relate(documentPart, kind, name)
}

// bookmarkName gives the name in the file of a bookmark.
func (w *writer) bookmarkName(name string) (string, *bookmark) {
	b := w.bookmarks[name]
	if b == nil {
		b = &bookmark{number: len(w.bookmarks) + 1}
		w.bookmarks[name] = b
	}
	return fmt.Sprintf("_Ref%08d", b.number), b
}

// marked puts a bookmark around runs.
func (w *writer) marked(name string, runs ...opc.XML) opc.XML {
	if name == "" {
		return opc.Join(runs...)
	}
	own, b := w.bookmarkName(name)
	if b.set {
		w.fail("bladwijzer %q staat er twee keer in", name)
	}
	b.set = true
	return w.mark(own, runs...)
}

func (w *writer) mark(name string, runs ...opc.XML) opc.XML {
	id := strconv.Itoa(w.marks)
	w.marks++
	return opc.Join(el("bookmarkStart", at{"id", id, "name", name}), opc.Join(runs...), el("bookmarkEnd",
		at{"id", id}))
}

// looseLinks gives an error for each link that leads nowhere.
func (w *writer) looseLinks() []error {
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(w.bookmarks)) {
		if b := w.bookmarks[name]; b.linked && !b.set {
			errs = append(errs, fmt.Errorf("de verwijzing naar bladwijzer %q leidt nergens heen", name))
		}
	}
	return errs
}

func (w *writer) collectHeadings(blocks []Block) {
	for _, b := range blocks {
		if h, ok := b.(Heading); ok {
			w.headings = append(w.headings, h)
		}
	}
}
