package docx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/report/echarts"
	"herstel/report/internal/opc"
	"herstel/report/internal/opc/opctest"
)

func TestTheSampleIsAWholeDocument(t *testing.T) {
	p := opctest.Open(t, written(t, sample(t)))
	p.Ordered(t)
	checkReferences(t, p)
	for part, want := range map[string]int{"w:tbl": 3, "w:drawing": 1, "asvg:svgBlip": 1, "w:footnoteReference": 2,
		"w:sdt": 1, "w:sectPr": 1, "w:tblHeader": 3} {
		if got := len(p.Parts[documentPart].All(part)); got != want {
			t.Errorf("%d of %s, want %d", got, part, want)
		}
	}
	core := p.Parts["docProps/core.xml"]
	for name, want := range map[string]string{"dc:title": "Herstelbemiddeling in 2021",
		"dc:creator": "Slachtofferhulp & partners", "dc:language": "nl-NL",
		"dcterms:created": "2022-03-01T12:00:00Z", "dcterms:modified": "2022-03-01T12:00:00Z"} {
		if got := core.All(name); len(got) != 1 || got[0].Text != want {
			t.Errorf("%s: %v, want %q", name, got, want)
		}
	}
}

// checkReferences asserts that bookmarks, notes, styles and lists that the
// document names are there, once.
func checkReferences(t testing.TB, p opctest.Package) {
	t.Helper()
	document := p.Parts[documentPart]
	ids := func(part *opctest.Element, name, attribute string) []string {
		var list []string
		for _, e := range part.All(name) {
			list = append(list, e.Attributes[attribute])
		}
		sorted := slices.Sorted(slices.Values(list))
		if len(slices.Compact(sorted)) != len(list) {
			t.Errorf("%s: %s of %s is not unique: %v", name, attribute, part.Name, list)
		}
		return list
	}
	notes, styles := ids(p.Parts[footnotesPart], "w:footnote", "w:id"), ids(p.Parts[stylesPart], "w:style",
		"w:styleId")
	bookmarks := ids(document, "w:bookmarkStart", "w:name")
	ids(document, "wp:docPr", "id")
	if starts, ends := ids(document, "w:bookmarkStart", "w:id"), ids(document, "w:bookmarkEnd",
		"w:id"); len(starts) != len(ends) {
		t.Errorf("%d bookmarks start and %d end", len(starts), len(ends))
	}
	for _, name := range bookmarks {
		if len(name) > 40 {
			t.Errorf("bookmark %s is longer than Word allows", name)
		}
	}
	resolves := func(part, element, attribute string, known []string) {
		for _, e := range p.Parts[part].All(element) {
			if v := e.Attributes[attribute]; v != "" && !slices.Contains(known, v) {
				t.Errorf("%s: %s names %q, which is not there", part, element, v)
			}
		}
	}
	resolves(documentPart, "w:hyperlink", "w:anchor", bookmarks)
	resolves(documentPart, "w:footnoteReference", "w:id", notes)
	for name := range p.Parts {
		for _, element := range []string{"w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"} {
			resolves(name, element, "w:val", styles)
		}
	}
	depth := 0
	for _, e := range append(document.All("w:fldChar"), p.Parts[footerPart].All("w:fldChar")...) {
		depth += map[string]int{"begin": 1, "end": -1}[e.Attributes["w:fldCharType"]]
	}
	if depth != 0 {
		t.Errorf("%d fields stay open", depth)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	first := written(t, sample(t))
	for range 5 {
		if !bytes.Equal(first, written(t, sample(t))) {
			t.Fatal("the same document gave other bytes")
		}
	}
}

func TestNothingMakesWordAsk(t *testing.T) {
	p := opctest.Open(t, written(t, sample(t)))
	for name, part := range p.Parts {
		for _, asks := range []string{"w:updateFields", "w:rsids", "w:attachedTemplate", "w:mailMerge",
			"w:documentProtection"} {
			if len(part.All(asks)) > 0 {
				t.Errorf("%s has %s", name, asks)
			}
		}
		for _, f := range part.All("w:fldChar") {
			if f.Attributes["w:dirty"] != "" {
				t.Errorf("%s has a field without a result", name)
			}
		}
	}
}

func TestContentsIsFilledIn(t *testing.T) {
	p := opctest.Open(t, written(t, sample(t)))
	list := p.Parts[documentPart].All("w:sdtContent")[0]
	var got []string
	for _, link := range list.All("w:hyperlink") {
		got = append(got, link.Inside())
	}
	want := []string{"Contact tussen slachtoffer en dader", "Contact per aanleiding", "Zaken per gemeente",
		"Zaken per maand", "Verantwoording"}
	if !slices.Equal(got, want) {
		t.Errorf("contents %q, want %q", got, want)
	}
	for _, h := range p.Parts[documentPart].All("w:bookmarkStart") {
		if strings.HasPrefix(h.Attributes["w:name"], "_Toc") {
			want = want[1:]
		}
	}
	if len(want) != 0 {
		t.Errorf("%d headings have no bookmark of the contents", len(want))
	}
}

func TestCaptionsAreNumberedPerLabel(t *testing.T) {
	d := &Document{Blocks: []Block{Caption{Label: "Figuur", Text: "een"}, Caption{Label: "Tabel", Text: "twee"},
		Caption{Label: "Figuur", Text: "drie"}}}
	p := opctest.Open(t, written(t, d))
	var got []string
	for _, para := range p.Parts[documentPart].All("w:p") {
		if s := para.All("w:pStyle"); len(s) == 1 && s[0].Attributes["w:val"] == "Caption" {
			got = append(got, strings.ReplaceAll(para.Inside(), para.All("w:instrText")[0].Text, ""))
		}
	}
	if want := []string{"Figuur 1. een", "Tabel 1. twee", "Figuur 2. drie"}; !slices.Equal(got, want) {
		t.Errorf("captions %q, want %q", got, want)
	}
}

func TestPictureStaysWithItsCaption(t *testing.T) {
	picture := Image{PNG: opctest.Picture(t, 320, 120), Width: 10, Height: 10, Alt: "een"}
	for _, c := range []struct {
		name   string
		blocks []Block
		want   []bool
	}{
		{"picture and caption", []Block{picture, Caption{Label: "Figuur", Text: "een"}}, []bool{true, false}},
		{"picture alone", []Block{picture, Paragraph{Runs: Plain("twee")}}, []bool{false, false}},
		{"caption above a table", []Block{Caption{Label: "Tabel", Text: "een"},
			Table{Columns: []Column{{Head: Plain("a")}}}}, []bool{true, true, false}},
	} {
		p := opctest.Open(t, written(t, &Document{Blocks: c.blocks}))
		var got []bool
		for _, para := range p.Parts[documentPart].All("w:p") {
			got = append(got, len(para.All("w:keepNext")) == 1)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: keep with next %v, want %v", c.name, got, c.want)
		}
	}
}

func TestColumnsFitThePage(t *testing.T) {
	const room = 9070
	long := strings.Repeat("Meervoudigebedreigingszaken ", 6)
	for _, c := range []struct {
		name  string
		table Table
		check func(w []int) bool
	}{
		{"short text asks little", Table{Columns: []Column{{Head: Plain("a")}, {Head: Plain("b"), Number: true}}},
			func(w []int) bool { return sum(w) < 1000 }},
		{"given widths stand", Table{Columns: []Column{{Width: 25.4}, {Width: 50.8}}},
			func(w []int) bool { return w[0] == 1440 && w[1] == 2880 }},
		{"text gives way, numbers do not", Table{Columns: []Column{{Head: Plain(long)}, {Head: Plain("2021"),
			Number: true}}, Rows: [][]Cell{{Plain(long), Plain("1.047.234")}}},
			func(w []int) bool { return sum(w) == room && w[1] > 700 }},
		{"too much for any page", Table{Columns: slices.Repeat([]Column{{Head: Plain(strings.Repeat("x", 40))}},
			12)}, func(w []int) bool { return sum(w) <= room && sum(w) > room-20 }},
	} {
		if w := c.table.widths(echarts.TextWidth, room); !c.check(w) {
			t.Errorf("%s: %v", c.name, w)
		}
	}
	if w := (Table{Columns: make([]Column, 3)}).widths(nil, 9000); !slices.Equal(w, []int{3000, 3000, 3000}) {
		t.Errorf("without a measure: %v", w)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	for _, c := range []struct {
		block Block
		want  string
	}{
		{Paragraph{Runs: []Run{{Text: "x", Link: "#weg"}}}, `bladwijzer "weg" leidt nergens heen`},
		{Paragraph{Runs: []Run{{Text: "x", Link: "javascript:alert(1)"}}}, "geen adres op het web"},
		{Paragraph{Runs: []Run{{Text: "x", Link: "http://a b/%zz"}}}, "geen adres op het web"},
		{List{[][]Run{{{Bookmark: "a"}}, {{Bookmark: "a"}}}}, `bladwijzer "a" staat er twee keer in`},
		{Image{PNG: []byte("x"), Width: 1, Height: 1}, "geen tekst voor wie haar niet ziet"},
		{Heading{Level: 4}, "kop van niveau 4"},
		{Table{}, "geen kolommen"},
		{Table{Columns: make([]Column, 2), Rows: [][]Cell{{nil}}}, "rij 1 van een tabel heeft 1 cellen"},
	} {
		var b bytes.Buffer
		err := Write(&b, &Document{Blocks: []Block{c.block}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%T: error %v, want %q", c.block, err, c.want)
		}
		if b.Len() > 0 {
			t.Errorf("%T: half a document was written", c.block)
		}
	}
}

// hostile are texts that have broken writers of documents.
var hostile = rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", " ", "a\x00b\x1f\ufffe", "]]>", "<w:p/>",
	`"&amp;'`, "\u202eomgekeerd", "_x0041_", "TOC \\o", "{SEQ}",
	strings.Repeat("x", 40_000), "een\ntwee\tdrie", "\xff\xfe", "👩‍👩‍👧"}))

func TestAnyTextMakesAWholeDocument(t *testing.T) {
	picture := opctest.Picture(t, 320, 120)
	rapid.Check(t, func(r *rapid.T) {
		draw := func(name string) string { return hostile.Draw(r, name) }
		s := draw("text")
		d := &Document{Title: draw("title"), Author: draw("author"), Footer: draw("footer"), Banner: draw("banner"),
			Style: Style{Font: draw("font"), Accent: draw("accent"), Measure: echarts.TextWidth},
			Blocks: []Block{
				Contents{Title: draw("contents"), Level: 2},
				Heading{Level: 1, Text: s, Bookmark: draw("bookmark")},
				Paragraph{Runs: []Run{{Text: s, Link: draw("link"), Footnote: draw("note")}}},
				Image{PNG: picture, Width: 10, Height: 10, Alt: draw("alt") + "x"},
				Caption{Label: draw("label"), Text: draw("caption")},
				Table{Alt: draw("table"), Columns: []Column{{Head: Plain(draw("head"))}, {Number: true}},
					Rows: [][]Cell{{Plain(draw("cell")), nil}}},
			}}
		var b bytes.Buffer
		if err := Write(&b, d); err != nil {
			// A link to nowhere is the one thing a text can get wrong.
			if strings.Contains(err.Error(), "leidt nergens heen") || strings.Contains(err.Error(), "geen adres") {
				return
			}
			r.Fatal(err)
		}
		p := opctest.Open(t, b.Bytes())
		p.Ordered(t)
		checkReferences(t, p)
		if want := opc.Clean(s); !strings.Contains(p.Parts[documentPart].Inside(), want) {
			r.Fatalf("the text %.40q is not there", want)
		}
	})
}

func TestLibreOfficeMakesPages(t *testing.T) {
	pages := opctest.Pages(t, opctest.PDF(t, written(t, sample(t)), "docx"))
	if len(pages) != 4 {
		t.Errorf("%d pages, want 4", len(pages))
	}
	for i, want := range map[int]string{0: "Verantwoording", 1: "Figuur 1. Bij verkeer", 2: "Gemeente 11",
		3: "Zaken per maand"} {
		if i < len(pages) && !strings.Contains(pages[i], want) {
			t.Errorf("page %d lacks %q", i+1, want)
		}
	}
	for i, page := range pages {
		if !strings.Contains(page, "VOORBEELDDATA") || !strings.Contains(page, fmt.Sprintf("|   %d", i+1)) &&
			!strings.Contains(page, fmt.Sprintf("| %d", i+1)) {
			t.Errorf("page %d lacks its banner or its number:\n%s", i+1, page)
		}
	}
	// the head of the long table returns
	if len(pages) > 3 && !strings.Contains(pages[3], "Zaken") {
		t.Error("the head of the table does not return on page 4")
	}
}

func TestPythonDocxReadsIt(t *testing.T) {
	got := opctest.Python(t, "docx", `
import docx, sys
d = docx.Document(sys.argv[1])
for p in d.paragraphs:
    if p.text: print(p.style.name + ": " + p.text)
for t in d.tables:
    print(t.style.name, len(t.rows), len(t.columns), t.cell(1, 0).text)
`, written(t, sample(t)))
	for _, want := range []string{"Title: Herstelbemiddeling in 2021\n", "Heading 1: Verantwoording\n",
		"Caption: Figuur 1. Bij verkeer komt het het vaakst tot contact\n",
		"Cijfertabel 5 5 Verkeer\n", "Cijfertabel 61 2 Gemeente 1\n",
		"List Bullet: Er kwamen 1047 aanmeldingen binnen, 31 meer dan in 2020.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("python-docx does not give %q:\n%.2000s", want, got)
		}
	}
}
