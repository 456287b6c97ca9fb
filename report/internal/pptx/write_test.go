package pptx

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"herstel/report/internal/opc/opctest"
)

func TestTheSampleIsAWholeDeck(t *testing.T) {
	p := opctest.Open(t, written(t, sample(t)))
	p.Ordered(t)
	checkSlides(t, p)
	presentation := p.Parts[presentationPart]
	if got := len(presentation.All("p:sldId")); got != 7 {
		t.Errorf("%d slides, want 7", got)
	}
	size := presentation.All("p:sldSz")[0].Attributes
	if size["cx"] != "9144000" || size["cy"] != "5143500" {
		t.Errorf("slides of %v, want 254 by 142.875 mm", size)
	}
	for part, want := range map[string]int{"ppt/charts/chart1.xml": 1, "ppt/notesSlides/notesSlide1.xml": 1,
		"ppt/media/image1.svg": 1, "ppt/charts/chart5.xml": 0} {
		if _, there := p.Files[part]; there != (want == 1) {
			t.Errorf("%s: there is %v", part, there)
		}
	}
	if got := p.Parts["docProps/core.xml"].All("dc:title")[0].Text; got != "Herstelbemiddeling in 2021" {
		t.Errorf("title %q", got)
	}
}

// checkSlides asserts that each slide has a title, ids of its own for its
// elements, and a text for each figure.
func checkSlides(t testing.TB, p opctest.Package) {
	t.Helper()
	for name, part := range p.Parts {
		if part.Name != "p:sld" {
			continue
		}
		var ids []string
		for _, e := range part.All("p:cNvPr") {
			ids = append(ids, e.Attributes["id"])
		}
		if sorted := slices.Sorted(slices.Values(ids)); len(slices.Compact(sorted)) != len(ids) {
			t.Errorf("%s: ids %v are not unique", name, ids)
		}
		titles := 0
		for _, e := range part.All("p:ph") {
			if e.Attributes["type"] == "title" {
				titles++
			}
		}
		if titles != 1 {
			t.Errorf("%s has %d titles", name, titles)
		}
		for _, e := range append(part.All("p:pic"), part.All("p:graphicFrame")...) {
			if e.All("p:cNvPr")[0].Attributes["descr"] == "" {
				t.Errorf("%s: a figure says nothing to who does not see it", name)
			}
		}
	}
}

func TestSameDeckSameBytes(t *testing.T) {
	first := written(t, sample(t))
	for range 5 {
		if !bytes.Equal(first, written(t, sample(t))) {
			t.Fatal("the same deck gave other bytes")
		}
	}
}

// TestChartAndItsWorkbookAgree holds what a chart shows against the cells of
// the workbook behind it, as excelize reads them.
func TestChartAndItsWorkbookAgree(t *testing.T) {
	p := opctest.Open(t, written(t, sample(t)))
	numbers := 0
	for name, part := range p.Parts {
		if part.Name != "c:chartSpace" {
			continue
		}
		content := p.Files[p.Relations(name)[0].Target]
		opctest.Open(t, content).Ordered(t)
		book, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []string{"c:strRef", "c:numRef"} {
			for _, ref := range part.All(kind) {
				numbers += holdsCells(t, book, ref)
			}
		}
	}
	if numbers < 40 {
		t.Errorf("%d points were compared only", numbers)
	}
}

// holdsCells asserts that the points that a chart keeps are those of the cells.
func holdsCells(t *testing.T, book *excelize.File, ref *opctest.Element) (points int) {
	t.Helper()
	cells := strings.ReplaceAll(strings.TrimPrefix(ref.All("c:f")[0].Text, "Blad1!"), "$", "")
	first, last, _ := strings.Cut(cells, ":")
	column, row, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		t.Fatal(err)
	}
	lastRow := row
	if last != "" {
		_, lastRow, err = excelize.CellNameToCoordinates(last)
	}
	if count := ref.All("c:ptCount")[0].Attributes["val"]; err != nil || count != strconv.Itoa(lastRow-row+1) {
		t.Errorf("%s: %s points (%v)", cells, count, err)
	}
	kept := map[string]string{}
	for _, pt := range ref.All("c:pt") {
		kept[pt.Attributes["idx"]] = pt.Inside()
	}
	for i := range lastRow - row + 1 {
		place, _ := excelize.CoordinatesToCellName(column, row+i)
		cell, err := book.GetCellValue("Blad1", place, excelize.Options{RawCellValue: true})
		if err != nil || cell != kept[strconv.Itoa(i)] {
			t.Errorf("%s is %q and the chart shows %q (%v)", place, cell, kept[strconv.Itoa(i)], err)
		}
		points++
	}
	return points
}

func TestUnknownValueIsNoBar(t *testing.T) {
	p := opctest.Open(t, written(t, sample(t)))
	chart := p.Parts["ppt/charts/chart1.xml"]
	values := chart.All("c:val")[0]
	if count, points := values.All("c:ptCount")[0].Attributes["val"], values.All("c:pt"); count != "6" ||
		len(points) != 5 {
		t.Errorf("%s places and %d points, want 6 and 5", count, len(points))
	}
}

func TestPieceWithoutRoomHasNoLabel(t *testing.T) {
	chart := opctest.Open(t, written(t, sample(t))).Parts["ppt/charts/chart2.xml"]
	var got []string
	for _, series := range chart.All("c:ser") {
		places := ""
		for _, label := range series.All("c:dLbl") {
			places += label.All("c:idx")[0].Attributes["val"]
		}
		got = append(got, places)
	}
	// 40, 30 and 20 of at most 1460 are less than a twentieth.
	if want := []string{"", "", "012"}; !slices.Equal(got, want) {
		t.Errorf("no label at %q, want %q", got, want)
	}
}

func TestWhatCannotBeShown(t *testing.T) {
	chart := Chart{Categories: []string{"a"}, Series: []Series{{Values: []float64{1}}}, Alt: "a"}
	short, infinite, mute := chart, chart, chart
	short.Series = []Series{{Values: []float64{1, 2}}}
	infinite.Series = []Series{{Values: []float64{math.Inf(1)}}}
	mute.Alt = ""
	for _, c := range []struct {
		figure Figure
		want   string
	}{
		{short, "dia 1: reeks 1 van een grafiek heeft 2 waarden; de grafiek heeft 1 categorieën"},
		{infinite, "een waarde die niet te tekenen is"},
		{mute, "geen tekst voor wie haar niet ziet"},
		{Chart{Alt: "a"}, "geen reeks"},
		{Picture{PNG: []byte("x"), Width: 1, Height: 1}, "geen tekst voor wie haar niet ziet"},
		{Picture{Alt: "a", Width: 1, Height: 1}, "geen PNG"},
	} {
		var b bytes.Buffer
		if err := Write(&b, &Deck{Slides: []Slide{{Figure: c.figure}}}); err == nil ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q", c.figure, err, c.want)
		}
		if b.Len() > 0 {
			t.Errorf("%+v: half a deck was written", c.figure)
		}
	}
}

func TestAnyTextMakesAWholeDeck(t *testing.T) {
	picture := opctest.Picture(t, 320, 180)
	texts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "a\x00b\x1f\ufffe", "]]>", "<p:sld/>",
		`"&amp;'`,
		"\u202eomgekeerd", "_x0041_", "=1+1", "een\ntwee", "\xff\xfe", strings.Repeat("x", 5000)}))
	rapid.Check(t, func(r *rapid.T) {
		draw := func(name string) string { return texts.Draw(r, name) }
		kind := Kind(rapid.IntRange(0, int(Lines)).Draw(r, "kind"))
		n := rapid.IntRange(1, 5).Draw(r, "categories")
		chart := Chart{Kind: kind, Format: draw("format"), Labels: rapid.Bool().Draw(r, "labels"),
			Max: rapid.Float64Range(-1, 1e6).Draw(r, "max"), Alt: draw("alt") + "x"}
		for range n {
			chart.Categories = append(chart.Categories, draw("category"))
		}
		for range rapid.IntRange(1, 30).Draw(r, "series") {
			values := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(-1e9, 1e9), rapid.Just(math.NaN())), n,
				n).Draw(r, "values")
			chart.Series = append(chart.Series, Series{Name: draw("series"), Color: draw("color"), Values: values})
		}
		d := &Deck{Title: draw("title"), Author: draw("author"), Footer: draw("footer"), Banner: draw("banner"),
			Style: Style{Font: draw("font"), Colors: []string{draw("house")}},
			Slides: []Slide{
				{Title: draw("slide"), Subtitle: draw("subtitle"), Source: draw("source"), Notes: draw("notes"),
					Figure: chart},
				{Title: draw("slide"), Figure: Picture{PNG: picture, Width: 1, Height: 2, Alt: draw("alt") + "x",
					Full: true}},
			}}
		p := opctest.Open(t, written(t, d))
		p.Ordered(t)
		checkSlides(t, p)
	})
}

func TestPictureKeepsItsShape(t *testing.T) {
	for _, c := range []struct{ width, height float64 }{{160, 90}, {90, 160}, {1, 1}, {2540, 1430}} {
		got := figureArea.fit(c.width, c.height)
		if math.Abs(got.width/got.height-c.width/c.height) > 1e-9 {
			t.Errorf("%v by %v became %v by %v", c.width, c.height, got.width, got.height)
		}
		if got.x < figureArea.x-1e-9 || got.y < figureArea.y-1e-9 ||
			got.x+got.width > figureArea.x+figureArea.width+1e-9 ||
			got.y+got.height > figureArea.y+figureArea.height+1e-9 {
			t.Errorf("%v by %v leaves its area: %+v", c.width, c.height, got)
		}
	}
}

func TestLibreOfficeMakesSlides(t *testing.T) {
	pages := opctest.Pages(t, opctest.PDF(t, written(t, sample(t)), "pptx"))
	if len(pages) != 7 {
		t.Fatalf("%d pages, want 7", len(pages))
	}
	for i, want := range [][]string{
		{"VOORBEELDDATA"},
		{"Bij verkeer komt het het vaakst tot contact", "48,2%", "Geweld, mishandeling en bedreiging",
			"Bron: registratie"},
		{"Zaken per initiatief", "1.250", "Slachtoffer"}, {"1.047", "2019"}, {"−12,0",
			"mrt"}, {"Een tekening"}, {"Alleen tekst", "7"},
	} {
		for _, s := range append(want, "VOORBEELDDATA") {
			if !strings.Contains(strings.ReplaceAll(pages[i], "-12,0", "−12,0"), s) {
				t.Errorf("slide %d lacks %q:\n%s", i+1, s, pages[i])
			}
		}
	}
}
