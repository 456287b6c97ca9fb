package report

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"herstel/stats"
	"herstel/stats/rules"
)

// The widths at which the page must hold: a desktop, a tablet, and a phone of
// 320 pixels, which is also a desktop at 400% zoom.
var pageWidths = []int64{1280, 800, 320}

func TestPageInBrowser(t *testing.T) {
	b := startBrowser(t)
	html := demoPage(t)
	axe := axeScript(t)
	for _, width := range pageWidths {
		t.Run(nlWidth(width), func(t *testing.T) {
			p := b.open(t, html, width).ready()
			if asked, complaints := p.said(); len(asked) != 1 || len(complaints) != 0 {
				t.Errorf("requests %q, complaints %q", asked, complaints)
			}
			if missing := eval[[]string](p, `[...document.querySelectorAll("[data-figuur]:not(#sindsdien)")].filter((f) => f.querySelectorAll(".live svg path, .live svg text").length < 3).map((f) => f.id)`); len(missing) > 0 {
				t.Errorf("no interactive chart at %v", missing)
			}
			if wide := eval[int64](p, `document.documentElement.scrollWidth`); wide > width {
				t.Errorf("the page is %d pixels wide in a window of %d", wide, width)
			}
			if found := violations(p, axe); len(found) > 0 {
				t.Errorf("axe-core finds: %s", strings.Join(found, "\n"))
			}
		})
	}
}

func nlWidth(width int64) string {
	return map[int64]string{1280: "desktop", 800: "tablet", 320: "phone"}[width]
}

// axeScript is axe-core, which npm brings beside the ECharts bundle.
func axeScript(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("echarts", "node_modules", "axe-core", "axe.min.js"))
	switch {
	case err == nil:
		return string(b)
	case os.Getenv(requireBrowser) == "1":
		t.Fatalf("axe-core is not there, and %s=1 asks for it: run npm ci in report/echarts", requireBrowser)
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
			_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: value})
			return chromedp.Void{}, err
		}
	}
	p := b.open(t, demoPage(t), 1280, off(true))
	p.do(off(false)) // so that the test may ask; the scripts of the page did not run
	type count struct{ Figures, Charts, Live, Buttons int }
	got := eval[count](p, `({
		Figures: document.querySelectorAll("[data-figuur]").length,
		Charts: [...document.querySelectorAll(".static svg")].filter((s) => s.getBoundingClientRect().height > 40).length,
		Live: document.querySelectorAll(".drawn").length,
		Buttons: [...document.querySelectorAll("button")].filter((b) => b.getBoundingClientRect().height > 0).length})`)
	if got.Figures < 20 || got.Charts != got.Figures-1 || got.Live != 0 || got.Buttons != 0 {
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
		p.do(chromedp.Evaluate[chromedp.Void](`window.saved = []; document.querySelectorAll("#` + anchor + ` button").forEach((b) => b.click())`))
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
	if _, complaints := p.said(); len(complaints) > 0 {
		t.Error(complaints)
	}
}

// Every control can be reached and shows that it has the focus.
func TestPageByKeyboard(t *testing.T) {
	p := startBrowser(t).open(t, demoPage(t), 320).ready()
	unseen := eval[[]string](p, `[...document.querySelectorAll("a[href], button, summary, .scroll[tabindex]")]
		.filter((e) => e.checkVisibility())
		.filter((e) => { e.focus({focusVisible: true}); return document.activeElement !== e || getComputedStyle(e).outlineStyle !== "solid"; })
		.map((e) => e.outerHTML.slice(0, 80))`)
	if len(unseen) > 0 {
		t.Errorf("no focus, or no sign of it, on %d controls, the first %s", len(unseen), unseen[0])
	}
	if hidden := eval[[]string](p, `[...document.querySelectorAll(".scroll")].filter((e) => e.scrollWidth > e.clientWidth && e.tabIndex !== 0).map((e) => e.ariaLabel)`); len(hidden) > 0 {
		t.Errorf("the keyboard cannot scroll %v", hidden)
	}
	if left := eval[float64](p, `(document.querySelector(".skip").focus(), document.querySelector(".skip").getBoundingClientRect().left)`); left < 0 {
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
	if elements["svg"] != 1 || elements["title"] != 1 || elements["desc"] != 1 || elements["text"] == 0 || elements["script"] != 0 {
		t.Errorf("%s: the SVG has %v", figure, elements)
	}
}

// hostileLabels must show as the text they are.
var hostileLabels = []string{
	`</script><script>document.title="geraakt"</script>`,
	`<img src=x onerror="document.title='geraakt'">`,
	`__f__function(){document.title="geraakt"}__f__`,
	`"aanhaling" 'en' {{.}} ${1} \`,
	"🙂 emoji en \u2028regelscheider",
	"\u202Eomgekeerd\u202C en שלום",
	strings.Repeat("lang ", 40),
	`{b}<b>vet</b>{c}`,
}

func TestHostileLabelsInPage(t *testing.T) {
	lines := []line{}
	for i, label := range hostileLabels {
		lines = append(lines, row(label, of(100+i, 1000), of(130+3*i, 1000)))
	}
	sport := bySport
	sport.ID, sport.Title = "uitsplitsing:</script><b>", "Per </script><script>document.title='geraakt'</script>"
	sport.Breakdown = []rules.Dimension{{ID: "</script><b>", Title: "<i>sport</i>"}}
	figs := report2021(2, table(contact, bare(of(300, 1000), of(350, 1000))), table(sport, lines...))
	figs.Sources = []stats.Source{{Name: "<b>export</b>.csv", Rows: 1, Counted: 1}}
	html := pageOf(t, figs)
	b := startBrowser(t)
	for _, width := range []int64{1280, 320} {
		p := b.open(t, html, width).ready()
		if title := eval[string](p, `document.title`); title != "Cijfers over 2021" {
			t.Errorf("a label ran as code: the title is %q", title)
		}
		if n := eval[int](p, `document.querySelectorAll("main b, main i, main img").length`); n != 0 {
			t.Errorf("%d elements came out of labels", n)
		}
		cells := eval[[]string](p, `[...document.querySelectorAll("tbody th")].map((c) => c.textContent)`)
		for _, label := range hostileLabels {
			if !slices.Contains(cells, cleanLabel(label)) {
				t.Errorf("no cell says %q", cleanLabel(label))
			}
		}
		if wide := eval[int64](p, `document.documentElement.scrollWidth`); wide > width {
			t.Errorf("the page is %d pixels wide in a window of %d", wide, width)
		}
		if asked, complaints := p.said(); len(asked) != 1 || len(complaints) != 0 {
			t.Errorf("requests %q, complaints %q", asked, complaints)
		}
	}
}

// What the tooltip of a chart shows is text as well.
func TestHostileLabelInTooltip(t *testing.T) {
	label := `<img src=x onerror="document.title='geraakt'">`
	figs := report2021(2, table(bySport, row(label, of(400, 1000), of(600, 1000)), row("geen", of(600, 1000), of(400, 1000))))
	p := startBrowser(t).open(t, pageOf(t, figs), 1280).ready()
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
	if _, complaints := p.said(); len(complaints) > 0 {
		t.Error(complaints)
	}
}
