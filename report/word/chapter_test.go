package word

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"herstel/report/chart"
	"herstel/report/chart/scene"
	"herstel/report/content"
	"herstel/report/internal/opc/opctest"
	"herstel/report/internal/reporttest"
	"herstel/report/slides"
	"herstel/stats"
	"herstel/stats/rules"
	"herstel/stats/statstest"
)

// picturesOf gives every chart of figures a drawing of 180 mm with its title.
func picturesOf(t testing.TB, figs *stats.Figures) map[string]chart.Picture {
	t.Helper()
	pictures := map[string]chart.Picture{}
	for _, c := range content.Charts(figs) {
		s := scene.New(180, 60)
		s.Title, s.Description = c.Title, c.Summary
		s.Add(scene.Rect{X: 10, Y: 10, W: 300, H: 90, Fill: scene.RGB(0x00466B)},
			scene.Text{X: 20, Y: 140, Content: content.FileName(c.ID, c.Year), Font: scene.Font{Size: 10},
				Color: scene.RGB(0x1A1A1A)})
		var svg, png bytes.Buffer
		if err := s.WriteSVG(&svg); err != nil {
			t.Fatal(err)
		}
		if err := s.WritePNG(&png, 72); err != nil {
			t.Fatal(err)
		}
		pictures[c.ID] = chart.Picture{SVG: svg.Bytes(), PNG: png.Bytes(), Width: 180, Height: 60}
	}
	return pictures
}

func chapterOf(t testing.TB, figs *stats.Figures) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, content.Of(figs), picturesOf(t, figs)); err != nil {
		t.Fatal(err)
	}
	keep(t, "hoofdstuk.docx", b.Bytes())
	return b.Bytes()
}

func deckOf(t testing.TB, figs *stats.Figures) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := slides.Write(&b, content.Of(figs), picturesOf(t, figs)); err != nil {
		t.Fatal(err)
	}
	keep(t, "grafieken.pptx", b.Bytes())
	return b.Bytes()
}

// keep writes a file for who wants to look at it in a program of his own.
func keep(t testing.TB, name string, written []byte) {
	t.Helper()
	dir := os.Getenv("HERSTEL_KEEP")
	if dir == "" {
		return
	}
	name = strings.ReplaceAll(t.Name(), "/", "-") + "-" + name
	if err := os.WriteFile(filepath.Join(dir, name), written, 0o600); err != nil {
		t.Fatal(err)
	}
}

// texts gives the text of each element of a name in a part.
func texts(p opctest.Package, part, name string) []string {
	var all []string
	for _, e := range p.Parts[part].All(name) {
		all = append(all, e.Inside())
	}
	return all
}

// styled gives the text of the paragraphs of a style.
func styled(p opctest.Package, style string) []string {
	var all []string
	for _, e := range p.Parts["word/document.xml"].All("w:p") {
		for _, s := range e.All("w:pStyle") {
			if s.Attributes["w:val"] == style {
				all = append(all, e.Inside())
			}
		}
	}
	return all
}

func TestChapterOfDemo(t *testing.T) {
	figs := statstest.Demo(t)
	written := chapterOf(t, figs)
	if !bytes.Equal(written, chapterOf(t, figs)) {
		t.Error("the same figures give other bytes")
	}
	p := opctest.Open(t, written)
	p.Ordered(t)
	headings := styled(p, "Heading2")
	for i := range figs.Tables {
		if title := figs.Tables[i].Figure.Title; strings.Count(strings.Join(headings, "\n")+"\n", title+"\n") == 0 {
			t.Errorf("no heading %q", title)
		}
	}
	if got, want := len(p.Parts["word/document.xml"].All("w:drawing")), len(picturesOf(t, figs)); got != want {
		t.Errorf("%d pictures, want %d", got, want)
	}
	if header := p.Parts["word/header1.xml"].Inside(); !strings.Contains(header, "VOORBEELDDATA") {
		t.Errorf("the banner is %q", header)
	}
	if core := string(p.Files["docProps/core.xml"]); !strings.Contains(core, figs.ReferenceDate.String()) {
		t.Errorf("the document is not of the reference date: %s", core)
	}
	for _, want := range []string{"Verantwoording", "Definities", figs.Sources[0].SHA256} {
		if !strings.Contains(p.Parts["word/document.xml"].Inside(), want) {
			t.Errorf("the appendix lacks %q", want)
		}
	}
}

// The table of a figure has the report year, the main number of the year
// before and the change; what a mark means stands in a footnote.
func TestChapterTable(t *testing.T) {
	figs := reporttest.Report2021(3,
		reporttest.Table(reporttest.OffenceGroup,
			reporttest.Row("Geweld", reporttest.Of(40, 100), reporttest.Of(30, 100), reporttest.Of(60, 100)),
			reporttest.Row("Zeden", reporttest.Of(50, 100), reporttest.Hidden2(100), reporttest.Of(38, 100)),
			reporttest.Row("Verkeer", reporttest.Of(10, 100), reporttest.Of(17, 100), reporttest.Hidden2(100))))
	v := content.NarrowTable(figs, &figs.Tables[0])
	header, rows := content.Flatten(v)
	if got, want := strings.Join(header[1:], "|"),
		"2021 aantal|2021 aandeel|2020 aandeel|verschil met 2020 in procentpunt|duidelijk"; got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	wants := []string{"60|60,0%|30,0%|+30,0|ja", "38|38,0%|[v]|[nvt]|[nvt]", "[v]|[v]|17,0%|[v]|[v]"}
	for i, want := range wants {
		if got := strings.Join(rows[i][1:], "|"); got != want {
			t.Errorf("row %d: %s, want %s", i, got, want)
		}
	}
	p := opctest.Open(t, chapterOf(t, figs))
	notes := strings.Join(texts(p, "word/footnotes.xml", "w:footnote"), "\n")
	if strings.Count(notes, "[v]: verborgen") != 1 ||
		!strings.Contains(notes, "Noemer: uitgezette zaken van het jaar (2021: 100)") {
		t.Errorf("footnotes: %s", notes)
	}
}

// A count that is hidden stands nowhere, in no file of either document.
func TestChapterAndSlidesHide(t *testing.T) {
	secret := stats.Cell{Status: stats.Suppressed, Count: stats.Num(99271), Base: stats.Num(100000),
		Share:  stats.Share{Num: 99271, Den: 100000, Known: true},
		Change: stats.Change{Known: true, Difference: 99271, Previous: 99271}}
	figs := statstest.Demo(t)
	leak := regexp.MustCompile(`99[.,]?271|99[.,]3\b`)
	for part, text := range allText(t, chapterOf(t, figs)) {
		if leak.MatchString(text) {
			t.Fatalf("%s of the demo itself has the number that this test looks for", part)
		}
	}
	for i := range figs.Tables {
		for j := range figs.Tables[i].Rows {
			row := &figs.Tables[i].Rows[j]
			row.Cells[(i+j)%len(row.Cells)] = secret
		}
	}
	for name, written := range map[string][]byte{"docx": chapterOf(t, figs), "pptx": deckOf(t, figs)} {
		for part, text := range allText(t, written) {
			if found := leak.FindString(text); found != "" {
				t.Errorf("%s: %s shows %s", name, part, found)
			}
		}
	}
}

// allText gives the text of every part, those of packages within included.
func allText(t *testing.T, written []byte) map[string]string {
	t.Helper()
	found := map[string]string{}
	p := opctest.Open(t, written)
	for name, data := range p.Files {
		switch {
		case strings.HasSuffix(name, ".xlsx"):
			for inner, text := range allText(t, data) {
				found[name+"/"+inner] = text
			}
		case !strings.HasSuffix(name, ".png"):
			found[name] = string(data)
		}
	}
	return found
}

func TestChapterChoice(t *testing.T) {
	figs := statstest.Demo(t)
	figs.Presentation.Word = rules.Word{Figures: []string{"contact"}, NoTables: true}
	p := opctest.Open(t, chapterOf(t, figs))
	contact, _ := figs.Table("contact")
	if got := styled(p, "Heading2")[0]; got != contact.Figure.Title {
		t.Errorf("the first figure is %q", got)
	}
	if n := len(p.Parts["word/document.xml"].All("w:drawing")); n != 1 {
		t.Errorf("%d pictures, want 1", n)
	}
	if strings.Contains(strings.Join(styled(p, "Caption"), "\n"), "Tabel 1") {
		t.Error("there is a table of figures")
	}
}

// Names from an export are text in both documents, whatever they look like.
func TestHostileNamesInChapterAndSlides(t *testing.T) {
	figs := statstest.Demo(t)
	figs.HouseStyle.Font = `Arial"/><w:x`
	for i := range figs.Tables {
		for j := range figs.Tables[i].Rows {
			for d := range figs.Tables[i].Rows[j].Labels {
				figs.Tables[i].Rows[j].Labels[d] = reporttest.HostileLabels[(i+j+d)%len(reporttest.HostileLabels)]
			}
		}
		if figs.Tables[i].Figure.Breaks > 0 {
			figs.Tables[i].Figure.Title = "]]>\x00\uFFFE" + reporttest.HostileLabels[0]
		}
	}
	for _, written := range [][]byte{chapterOf(t, figs), deckOf(t, figs)} {
		p := opctest.Open(t, written)
		p.Ordered(t)
		text := ""
		for name, part := range p.Parts {
			if !strings.Contains(name, "media/") {
				text += part.Inside()
			}
		}
		if !strings.Contains(text, `<img src=x onerror="document.title='geraakt'">`) {
			t.Error("a name is not there as text")
		}
		if strings.Contains(text, "\u202E") {
			t.Error("a direction mark from a name remains")
		}
	}
}

func TestSlidesOfDemo(t *testing.T) {
	figs := statstest.Demo(t)
	written := deckOf(t, figs)
	if !bytes.Equal(written, deckOf(t, figs)) {
		t.Error("the same figures give other bytes")
	}
	p := opctest.Open(t, written)
	p.Ordered(t)
	count, charts := 0, 0
	for name := range p.Parts {
		if ok, _ := filepath.Match("ppt/slides/slide*.xml", name); ok {
			count++
		}
		if ok, _ := filepath.Match("ppt/charts/chart*.xml", name); ok {
			charts++
		}
	}
	if count != len(content.Charts(figs)) || charts == 0 || charts == count {
		t.Errorf("%d slides for %d figures, %d of them charts of PowerPoint", count, len(content.Charts(figs)), charts)
	}
}

// A mark stands behind the name of a category, in the chart and in its workbook.
func TestSlidesMarkWhatIsHidden(t *testing.T) {
	figs := reporttest.Report2021(2,
		reporttest.Table(reporttest.OffenceGroup,
			reporttest.Row("Geweld", reporttest.Of(40, 100), reporttest.Hidden2(100)),
			reporttest.Row("Zeden", reporttest.Of(60, 100), reporttest.Of(38, 100))))
	for part, text := range allText(t, deckOf(t, figs)) {
		if (part == "ppt/charts/chart1.xml" || strings.HasSuffix(part, "sharedStrings.xml")) &&
			!strings.Contains(text, "Geweld (2021: [v])") {
			t.Errorf("%s does not say what is hidden: %s", part, text)
		}
	}
}

// Every kind of table and of absence goes through both documents.
func TestChapterAndSlidesOfEveryKind(t *testing.T) {
	figs := reporttest.Full()
	figs.Threshold = 0
	docx, pptx := opctest.Open(t, chapterOf(t, figs)), opctest.Open(t, deckOf(t, figs))
	docx.Ordered(t)
	pptx.Ordered(t)
	if banner := docx.Parts["word/header1.xml"].Inside(); !strings.Contains(banner, "niet verborgen") {
		t.Errorf("the banner is %q", banner)
	}
	body := docx.Parts["word/document.xml"].Inside()
	for _, want := range []string{"61", "92,5", "140,3", "1.234.567", "Jaarverslag 2020", "2020.csv"} {
		if !strings.Contains(body, want) {
			t.Errorf("the chapter lacks %q", want)
		}
	}
	if strings.Contains(body, "Ontbreekt, 2020 en 2021") {
		t.Error("a figure without numbers has a table")
	}
}

func TestChapterAndSlidesInLibreOffice(t *testing.T) {
	figs := statstest.Demo(t)
	pages := opctest.Pages(t, opctest.PDF(t, chapterOf(t, figs), "docx"))
	if text := strings.Join(pages, "\n"); !strings.Contains(text, "Figuur 1. ") ||
		!strings.Contains(text, "Verantwoording") {
		t.Error("the pages lack a caption or the account")
	}
	if n := len(opctest.Pages(t, opctest.PDF(t, deckOf(t, figs), "pptx"))); n != len(content.Charts(figs)) {
		t.Errorf("%d pages of slides, want %d", n, len(content.Charts(figs)))
	}
}

func TestChapterInPython(t *testing.T) {
	figs := statstest.Demo(t)
	got := opctest.Python(t, "docx", `import sys, docx
d = docx.Document(sys.argv[1])
print(d.core_properties.title, len(d.inline_shapes), d.core_properties.created.date())`, chapterOf(t, figs))
	if want := fmt.Sprintf("Cijfers over 2021 %d %s\n", len(picturesOf(t, figs)), figs.ReferenceDate); got != want {
		t.Errorf("python-docx reads %q, want %q", got, want)
	}
}
