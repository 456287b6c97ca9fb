package docx

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"herstel/report/internal/opc"
)

// put adds blocks to the section at hand.
func (w *writer) put(blocks ...opc.XML) { w.out = append(w.out, blocks...) }

// formStyles are the styles of the forms of a paragraph.
var formStyles = [...]string{Body: "", Title: "Title", Subtitle: "Subtitle", Remark: "Opmerking"}

func (p Paragraph) body(w *writer, _ Block) {
	w.put(paragraph(formStyles[p.Form], on("keepNext", p.KeepNext), w.runs(p.Runs)))
}

func (h Heading) body(w *writer, _ Block) {
	if h.Level < 1 || h.Level > 3 {
		w.fail("kop van niveau %d: het kan 1, 2 of 3 zijn", h.Level)
	}
	w.written++
	w.put(paragraph("Heading"+strconv.Itoa(h.Level), "", w.mark(headingMark(w.written),
		w.marked(h.Bookmark, text(h.Text)))))
}

// headingMark names the bookmark of the n-th heading, counted from 1.
func headingMark(n int) string { return fmt.Sprintf("_Toc%08d", n) }

func (l List) body(w *writer, _ Block) {
	for _, item := range l.Items {
		w.put(paragraph("ListBullet", "", w.runs(item)))
	}
}

func (c Caption) body(w *writer, next Block) {
	w.counts[c.Label]++
	_, table := next.(Table)
	// A field name has no spaces.
	name := strings.Join(strings.Fields(strings.ReplaceAll(c.Label, `"`, "")), "_")
	label := w.marked(c.Bookmark, text(c.Label+" "), field("SEQ "+name+` \* ARABIC`, strconv.Itoa(w.counts[c.Label])))
	properties := on("keepNext", table)
	if table {
		properties += el("spacing", at{"after", "80"})
	}
	w.put(paragraph("Caption", properties, label, text(". "+c.Text)))
}

func (PageBreak) body(w *writer, _ Block) {
	w.put(paragraph("NaTabel", "", run(el("br", at{"type", "page"}))))
}

func (c Contents) body(w *writer, _ Block) {
	start := fieldStart(fmt.Sprintf(`TOC \o "1-%d" \h \z \u`, c.Level))
	list := []opc.XML{paragraph("TOCHeading", "", text(c.Title))}
	for i, h := range w.headings {
		if h.Level > c.Level {
			continue
		}
		link := el("hyperlink", at{"anchor", headingMark(i + 1), "history", "1"}, text(h.Text))
		list = append(list, paragraph("TOC"+strconv.Itoa(h.Level), "", start, link))
		start = ""
	}
	list = append(list, paragraph("", el("spacing", at{"after", "0"}), start, fieldEnd()))
	w.put(el("sdt", nil,
		el("sdtPr", nil, el("docPartObj", nil, val("docPartGallery", "Table of Contents"), el("docPartUnique", nil))),
		el("sdtContent", nil, list...)))
}

// runs writes the text of a paragraph.
func (w *writer) runs(runs []Run) opc.XML {
	all := make([]opc.XML, len(runs))
	for i, r := range runs {
		all[i] = w.run(r)
	}
	return opc.Join(all...)
}

func (w *writer) run(r Run) opc.XML {
	var style opc.XML
	if r.Link != "" {
		style = val("rStyle", "Hyperlink")
	}
	x := w.marked(r.Bookmark, text(r.Text, style, on("b", r.Bold), on("i", r.Italic)))
	if name, inside := strings.CutPrefix(r.Link, "#"); inside {
		own, b := w.bookmarkName(name)
		b.linked = true
		x = el("hyperlink", at{"anchor", own, "history", "1"}, x)
	} else if r.Link != "" {
		x = el("hyperlink", at{"r:id", w.address(r.Link), "history", "1"}, x)
	}
	if r.Footnote != "" {
		x += w.footnote(r.Footnote)
	}
	return x
}

// address gives the id of the relationship to an address outside. Word refuses
// a whole document over one address that is none.
func (w *writer) address(link string) string {
	if w.relations[link] == "" {
		u, err := url.Parse(link)
		if err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
			w.fail("een verwijzing is geen adres op het web en geen e-mailadres")
			return ""
		}
		w.relations[link] = w.pack.RelateExternal(documentPart, "hyperlink", u.String())
	}
	return w.relations[link]
}

// footnote keeps a note for the part of the notes and gives the reference.
func (w *writer) footnote(note string) opc.XML {
	id := strconv.Itoa(len(w.notes) + 1)
	w.notes = append(w.notes, el("footnote", at{"id", id}, paragraph("FootnoteText", "",
		run(el("footnoteRef", nil), val("rStyle", "FootnoteReference")), text(" "+note))))
	return run(el("footnoteReference", at{"id", id}), val("rStyle", "FootnoteReference"))
}

// footnotes writes the part of the notes, with the lines above them.
func (w *writer) footnotes() opc.XML {
	line := func(id, kind, mark string) opc.XML {
		return el("footnote", at{"type", kind, "id", id}, paragraph("", el("spacing", at{"after", "0"}),
			run(el(mark, nil))))
	}
	return root("footnotes", append([]opc.XML{line("-1", "separator", "separator"), line("0",
		"continuationSeparator", "continuationSeparator")}, w.notes...)...)
}
