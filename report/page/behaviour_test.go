package page

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"herstel/internal/browsertest"
	"herstel/report/internal/reporttest"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// The widths at which the page must hold: desktops, tablets, and phones down to
// 320 pixels, which is also a desktop at 400% zoom.
var pageWidths = []int64{1920, 1280, 1024, 800, 480, 320}

func TestPageInBrowser(t *testing.T) {
	b := startBrowser(t)
	html := demoPage(t)
	axe := axeScript(t)
	for _, width := range pageWidths {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			p := b.open(t, html, width).ready()
			const tall = `document.documentElement.scrollHeight`
			kept := eval[int64](p, tall)
			p.seen()
			if got := eval[int64](p, tall); got != kept {
				t.Errorf("drawing the charts takes the page from %d to %d pixels", kept, got)
			}
			if asked, complaints := p.Said(); len(asked) != 1 || len(complaints) != 0 {
				t.Errorf("requests %q, complaints %q", asked, complaints)
			}
			if missing := eval[[]string](p,
				`[...document.querySelectorAll("[data-figuur]:has(.chart)")].filter((f) => f.querySelectorAll(".live svg path, .live svg text").length < 3).map((f) => f.id)`); len(missing) > 0 {
				t.Errorf("no interactive chart at %v", missing)
			}
			if wide := eval[int64](p, `document.documentElement.scrollWidth`); wide > width {
				t.Errorf("the page is %d pixels wide in a window of %d", wide, width)
			}
			for _, folded := range []bool{true, false} {
				if !folded {
					p.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach((d) => (d.open = true))`))
				}
				if found := violations(p, axe); len(found) > 0 {
					t.Errorf("folded %t: axe-core finds: %s", folded, strings.Join(found, "\n"))
				}
			}
		})
	}
}

// axeScript is axe-core, which npm brings beside the ECharts bundle.
func axeScript(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "echarts", "node_modules", "axe-core", "axe.min.js"))
	switch {
	case err == nil:
		return string(b)
	case browsertest.Required():
		t.Fatalf("axe-core is not there, and %s=1 asks for it: run npm ci in report/echarts", browsertest.Require)
	}
	t.Skip("axe-core is not there: run npm ci in report/echarts")
	return ""
}

// violations runs axe-core with the rules of WCAG 2.1 A and AA.
func violations(p *openPage, axe string) []string {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](axe))
	return eval[[]string](p, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).then((r) =>
		r.violations.map((v) => v.id + " (" + v.nodes.length + "): " + v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" | ")))`)
}

func TestPageWithoutScript(t *testing.T) {
	b := startBrowser(t)
	off := func(value bool) chromedp.Action[chromedp.Void] {
		return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
			_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled,
				emulation.SetScriptExecutionDisabledParams{Value: value})
			return chromedp.Void{}, err
		}
	}
	p := b.open(t, demoPage(t), 1280, off(true))
	p.do(off(false)) // so that the test may ask; the scripts of the page did not run
	type count struct{ Figures, Charts, Live, Buttons int }
	got := eval[count](p, `({
		Figures: document.querySelectorAll("[data-figuur]:has(.chart)").length,
		Charts: [...document.querySelectorAll(".static svg")].filter((s) => s.getBoundingClientRect().height > 40).length,
		Live: document.querySelectorAll(".drawn").length,
		Buttons: [...document.querySelectorAll("button")].filter((b) => b.getBoundingClientRect().height > 0).length})`)
	if got.Figures < 20 || got.Charts != got.Figures || got.Live != 0 || got.Buttons != 0 {
		t.Errorf("without script: %+v", got)
	}
}

func TestPageButtons(t *testing.T) {
	p := startBrowser(t).open(t, demoPage(t), 1280).ready()
	p.do(chromedp.Evaluate[chromedp.Void](`
		window.saved = [];
		let blob;
		URL.createObjectURL = (b) => { blob = b; return "blob:toets"; };
		HTMLAnchorElement.prototype.click = function () {
			const name = this.download, content = blob;
			const reader = new FileReader();
			reader.onload = () => window.saved.push({Name: name, Type: content.type, Data: reader.result.split(",")[1]});
			reader.readAsDataURL(content);
		};`))
	for _, figure := range []string{"instroom", "contact_per_aanleiding", "delict", "kerncijfers"} {
		anchor := strings.ReplaceAll(figure, "_", "-")
		p.do(chromedp.Evaluate[chromedp.Void](`window.saved = []; document.querySelectorAll("#` + anchor +
			` button[data-soort]").forEach((b) => b.click())`))
		p.do(waitFor(`window.saved.length === 3`))
		type file struct{ Name, Type, Data string }
		for _, f := range eval[[]file](p, `window.saved`) {
			content, err := base64.StdEncoding.DecodeString(f.Data)
			if err != nil {
				t.Fatal(err)
			}
			name, extension, _ := strings.Cut(f.Name, ".")
			if name != anchor+"-2021" {
				t.Errorf("the file is called %q", f.Name)
			}
			checkDownload(t, figure, extension, content)
		}
	}
	if _, complaints := p.Said(); len(complaints) > 0 {
		t.Error(complaints)
	}
}

// Every control can be reached and shows that it has the focus.
func TestPageByKeyboard(t *testing.T) {
	p := startBrowser(t).open(t, demoPage(t), 320).seen()
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach((d) => (d.open = true))`))
	unseen := eval[[]string](p, `[...document.querySelectorAll("a[href], button, summary, .scroll[tabindex]")]
		.filter((e) => e.checkVisibility())
		.filter((e) => { e.focus({focusVisible: true}); return document.activeElement !== e || getComputedStyle(e).outlineStyle !== "solid"; })
		.map((e) => e.outerHTML.slice(0, 80))`)
	if len(unseen) > 0 {
		t.Errorf("no focus, or no sign of it, on %d controls, the first %s", len(unseen), unseen[0])
	}
	if hidden := eval[[]string](p,
		`[...document.querySelectorAll(".scroll")].filter((e) => e.scrollWidth > e.clientWidth && e.tabIndex !== 0).map((e) => e.ariaLabel)`); len(hidden) > 0 {
		t.Errorf("the keyboard cannot scroll %v", hidden)
	}
	if left := eval[float64](p,
		`(document.querySelector(".skip").focus(), document.querySelector(".skip").getBoundingClientRect().left)`); left < 0 {
		t.Error("the skip link does not come into sight")
	}
}

// waitFor waits until an expression of the page is true.
func waitFor(expression string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Poll[bool](expression)(ctx, target)
		return chromedp.Void{}, err
	}
}

func checkDownload(t *testing.T, figure, extension string, content []byte) {
	t.Helper()
	switch extension {
	case "svg":
		checkXML(t, figure, content)
	case "png":
		img, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		// 180 mm at 300 dots to the inch.
		if size := img.Bounds().Size(); size.X != 2126 || size.Y < 200 {
			t.Errorf("%s: the PNG measures %v", figure, size)
		}
		if at := bytes.Index(content, []byte("pHYs")); at < 0 || binary.BigEndian.Uint32(content[at+4:]) != 11811 {
			t.Errorf("%s: the PNG does not say that it has 300 dots to the inch", figure)
		}
		colours := map[[3]uint32]bool{}
		for x := range img.Bounds().Dx() {
			for y := 0; y < img.Bounds().Dy(); y += 7 {
				r, g, b, _ := img.At(x, y).RGBA()
				colours[[3]uint32{r, g, b}] = true
			}
		}
		if len(colours) < 10 {
			t.Errorf("%s: the PNG has %d colours only", figure, len(colours))
		}
	case "csv":
		records, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
		if err != nil || len(records) < 2 || records[1][0] != figure {
			t.Errorf("%s: the CSV has %d records, error %v", figure, len(records), err)
		}
	default:
		t.Errorf("%s: a file with extension %q", figure, extension)
	}
}

func checkXML(t *testing.T, figure string, content []byte) {
	t.Helper()
	in := xml.NewDecoder(bytes.NewReader(content))
	elements := map[string]int{}
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", figure, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			elements[e.Name.Local]++
		}
	}
	if elements["svg"] != 1 || elements["title"] != 1 || elements["desc"] != 1 || elements["text"] == 0 ||
		elements["script"] != 0 {
		t.Errorf("%s: the SVG has %v", figure, elements)
	}
}

func TestHostileLabelsInPage(t *testing.T) {
	lines := []reporttest.Line{}
	for i, label := range reporttest.HostileLabels {
		lines = append(lines, reporttest.Row(label, reporttest.Of(100+i, 1000), reporttest.Of(130+3*i, 1000)))
	}
	sport := reporttest.BySport
	sport.ID, sport.Title = "uitsplitsing:</script><b>", "Per </script><script>document.title='geraakt'</script>"
	sport.Breakdown = []rules.Dimension{{ID: "</script><b>", Title: "<i>sport</i>"}}
	figs := reporttest.Report2021(2,
		reporttest.Table(reporttest.Contact, reporttest.Bare(reporttest.Of(300, 1000), reporttest.Of(350, 1000))),
		reporttest.Table(sport, lines...))
	figs.Sources = []stats.Source{{Name: "<b>export</b>.csv", Rows: 1, Counted: 1}}
	html := pageOf(t, figs)
	b := startBrowser(t)
	for _, width := range []int64{1280, 320} {
		p := b.open(t, html, width).seen()
		if title := eval[string](p, `document.title`); title != "Cijfers over 2021" {
			t.Errorf("a label ran as code: the title is %q", title)
		}
		if n := eval[int](p, `document.querySelectorAll("main b, main i, main img").length`); n != 0 {
			t.Errorf("%d elements came out of labels", n)
		}
		cells := eval[[]string](p, `[...document.querySelectorAll("tbody th")].map((c) => c.textContent)`)
		for _, label := range reporttest.HostileLabels {
			if !slices.Contains(cells, nl.CleanLabel(label)) {
				t.Errorf("no cell says %q", nl.CleanLabel(label))
			}
		}
		if wide := eval[int64](p, `document.documentElement.scrollWidth`); wide > width {
			t.Errorf("the page is %d pixels wide in a window of %d", wide, width)
		}
		if asked, complaints := p.Said(); len(asked) != 1 || len(complaints) != 0 {
			t.Errorf("requests %q, complaints %q", asked, complaints)
		}
	}
}

// What the tooltip of a chart shows is text as well.
func TestHostileLabelInTooltip(t *testing.T) {
	label := `<img src=x onerror="document.title='geraakt'">`
	figs := reporttest.Report2021(2,
		reporttest.Table(reporttest.BySport, reporttest.Row(label, reporttest.Of(400, 1000), reporttest.Of(600, 1000)),
			reporttest.Row("geen", reporttest.Of(600, 1000), reporttest.Of(400, 1000))))
	p := startBrowser(t).open(t, pageOf(t, figs), 1280).seen()
	shown := eval[string](p, `[...document.querySelectorAll(".live svg path")].map((bar) => {
		const box = bar.getBoundingClientRect();
		const at = {bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};
		bar.dispatchEvent(new MouseEvent("mousemove", at));
		return document.querySelector(".live").innerText;
	}).join(" ")`)
	if !strings.Contains(shown, label) {
		t.Errorf("the tooltip does not say %q but %q", label, shown)
	}
	if title := eval[string](p, `document.title`); title != "Cijfers over 2021" {
		t.Errorf("the tooltip ran a label: the title is %q", title)
	}
	if n := eval[int](p, `document.querySelectorAll("img").length`); n != 0 {
		t.Errorf("the tooltip made %d images", n)
	}
	if _, complaints := p.Said(); len(complaints) > 0 {
		t.Error(complaints)
	}
}

// A link to a figure lands on it to the pixel: when the page opens, and still
// after the charts before it were drawn.
func TestDeepLinkLandsOnItsFigure(t *testing.T) {
	b := startBrowser(t)
	html := demoPage(t)
	off := func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: true})
		return chromedp.Void{}, err
	}
	const margin = 20 // scroll-margin-top
	for _, width := range pageWidths {
		for _, figure := range []string{"contact-per-aanleiding", "contactvorm"} {
			where := `document.getElementById("` + figure + `").getBoundingClientRect().top`
			p := b.openAt(t, html, width, "#"+figure).ready()
			p.do(waitFor(`document.querySelector("#` + figure + `.drawn") !== null`))
			if top := eval[float64](p, where); math.Abs(top-margin) > 1 {
				t.Errorf("%s at %d: %.0f pixels off", figure, width, top-margin)
			}
			p = b.openAt(t, html, width, "#"+figure, off)
			p.do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
				_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled,
					emulation.SetScriptExecutionDisabledParams{Value: false})
				return chromedp.Void{}, err
			})
			if top := eval[float64](p, where); math.Abs(top-margin) > 1 {
				t.Errorf("%s at %d without script: %.0f pixels off", figure, width, top-margin)
			}
		}
	}
}

// A row under the mouse or reached with the arrow keys is marked, and read out.
func TestRowIsMarked(t *testing.T) {
	p := startBrowser(t).open(t, demoPage(t), 1280).seen()
	marked := `[...document.querySelectorAll("#aanleiding tr.marked th")].map((c) => c.textContent)`
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#aanleiding details").open = true;
		document.querySelectorAll("#aanleiding tbody tr")[1].cells[0].dispatchEvent(new MouseEvent("mouseover", {bubbles: true}))`))
	if got := eval[[]string](p, marked); !slices.Equal(got, []string{"Zeden"}) {
		t.Errorf("the mouse marks %v", got)
	}
	p.do(chromedp.Evaluate[chromedp.Void](`const table = document.querySelector("#aanleiding .scroll"); table.focus();
		table.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true}))`))
	if got := eval[[]string](p, marked); !slices.Equal(got, []string{"Verkeer"}) {
		t.Errorf("the arrow key marks %v", got)
	}
	if said := eval[string](p, `document.getElementById("melding").textContent`); !strings.HasPrefix(said,
		"Verkeer, ") {
		t.Errorf("read out: %q", said)
	}
}

// Every number of a table names its heads (technique H43).
func TestNumbersNameTheirHeads(t *testing.T) {
	p := startBrowser(t).open(t, demoPage(t), 1280).ready()
	loose := eval[[]string](p, `[...document.querySelectorAll(".figure td")].filter((c) => {
		const heads = c.headers.split(" ").map((id) => document.getElementById(id));
		return heads.length < 2 || heads.some((h) => !h || h.closest("table") !== c.closest("table"));
	}).map((c) => c.closest("article").id)`)
	if len(loose) > 0 {
		t.Errorf("numbers without heads in %v", slices.Compact(loose))
	}
	heads := eval[[]string](p,
		`[...document.querySelector("#aanleiding tbody tr").lastElementChild.headers.split(" ")].map((id) => document.getElementById(id).textContent)`)
	if len(heads) < 2 || heads[len(heads)-1] != "Geweld" {
		t.Errorf("the last number of Geweld has the heads %q", heads)
	}
}

// Copying puts the table on the clipboard, and says so.
func TestTableIsCopied(t *testing.T) {
	p := startBrowser(t).open(t, demoPage(t), 1280).ready()
	p.do(chromedp.Evaluate[chromedp.Void](`window.copied = "";
		document.addEventListener("copy", () => (window.copied = getSelection().toString()));
		document.querySelector("#aanleiding .download").open = true;`))
	p.do(chromedp.Click(chromedp.CSS("#aanleiding button[data-kopie=tabel]")),
		waitFor(`document.getElementById("melding").textContent !== ""`))
	got := eval[string](p, `window.copied + "|" + document.getElementById("melding").textContent`)
	if !strings.Contains(got, "Zeden") || !strings.Contains(got, "235") || !strings.Contains(got, "|Gekopieerd") {
		t.Errorf("copied %q", got)
	}
}
