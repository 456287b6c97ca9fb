package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// canary stands in a column with names of people.
const canary = "Kanarie"

// unknownExport is an export with headers and values that herstel has never
// seen, of 600 cases in two years.
func unknownExport() []byte {
	var b strings.Builder
	b.WriteString("Dossier nr.;Naam cliënt;Binnen gekomen;Naar bemiddelaar op;Waarom afgewezen;Verwijzende " +
		"partij;Wie nam initiatief;Wat is er gebeurd;Is er contact geweest;Regio\n")
	referrers := []string{"Politie Oost", "SHN", "Reclassering", "Zelf", "Kerk"}
	offences := []string{"Mishandeling", "Burenruzie", "Diefstal", "Cyberpesten"}
	initiators := []string{"Slachtoffer", "Dader", "Ouder"}
	for i := range 600 {
		month, date := i/2%12+1, i%28+1
		assigned, reason, contact := fmt.Sprintf("%02d-%02d-%d", date, month, 2022+i/300), "", "nee"
		if i%5 == 0 {
			assigned, reason = "", "Buiten het kader"
		}
		if i%3 == 0 && reason == "" {
			contact = "ja"
		}
		fmt.Fprintf(&b, "D%04d;%s nummer %d;%02d-%02d-%d;%s;%s;%s;%s;%s;%s;%s\n", i, canary, i, date, month, 2022+i/300,
			assigned, reason,
			referrers[i%5], initiators[i%3], offences[i%4], contact, []string{"Noord", "Zuid"}[i%2])
	}
	return []byte(b.String())
}

// tabTo presses the tab key as often as it takes to give an element the focus.
func (p *tab) tabTo(selector string) {
	p.t.Helper()
	var presses int
	p.eval(fmt.Sprintf(`(() => {
		const all = [...document.querySelectorAll("button, input, select, iframe, summary")].filter((e) => !e.disabled && e.checkVisibility())
			.flatMap((e) => e.type === "date" ? [e, e, e, e] : [e]); // day, month, year and calendar
		const before = all.filter((e) => document.activeElement.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
		return before.findIndex((e) => e.matches(%q)) + 1;
	})()`, selector), &presses)
	p.do(chromedp.KeyEvent(strings.Repeat(kb.Tab, presses)))
	var there string
	if p.eval(fmt.Sprintf(`document.activeElement.matches(%q) ? "" : document.activeElement.outerHTML.slice(0, 200)`,
		selector), &there); there != "" || presses == 0 {
		p.t.Fatalf("%d times the tab key gets to %s, not to %s", presses, there, selector)
	}
}

// audit holds the screen against WCAG 2.1 AA, and looks for names of people.
func (p *tab) audit(step string) {
	p.t.Helper()
	axe, err := os.ReadFile(filepath.Join("..", "..", "report", "echarts", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		p.t.Fatal(err)
	}
	p.do(chromedp.Evaluate[chromedp.Void](string(axe)))
	var found []string
	p.eval(`axe.run(document, {iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).then((r) =>
		r.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(" | ")))`,
		&found)
	if len(found) > 0 {
		p.t.Errorf("%s: axe-core finds %s", step, strings.Join(found, "\n"))
	}
	var named bool
	p.eval(`document.querySelector("main").outerHTML.includes("`+canary+`")`, &named)
	if named {
		p.t.Errorf("%s: a name of a person is on the screen", step)
	}
	var wide int
	if p.eval(`document.documentElement.scrollWidth - innerWidth`, &wide); wide > 0 {
		p.t.Errorf("%s: %d pixels too wide", step, wide)
	}
}

// TestByKeyboard takes an unknown export to a report with the keyboard alone,
// and makes the same report with the herstel.yaml that comes out of it.
func TestByKeyboard(t *testing.T) {
	dir := t.TempDir()
	export := filepath.Join(dir, "export.csv")
	if err := os.WriteFile(export, unknownExport(), 0o600); err != nil {
		t.Fatal(err)
	}
	p := open(t, 320)
	p.audit("Export")
	p.tabTo("#choose")
	p.choose(export)
	p.wait(`document.activeElement.id === "next1"`)
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wait(`document.activeElement.id === "title2"`)
	p.audit("Koppelen")
	p.tabTo(`[name="kolom uitzetdatum"]`)
	p.do(chromedp.KeyEvent("Naar"))
	p.tabTo(`[name="kolom aanmelder"]`)
	p.do(chromedp.KeyEvent("Verwijz"))
	p.tabTo(`[name="waarde delict Cyberpesten"]`)
	p.do(chromedp.KeyEvent("nieuw, in de groep O"))
	p.tabTo(`[name="organisatie"]`)
	p.do(chromedp.KeyEvent("Herstel Oost"))
	p.tabTo("#next2")
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wait(`document.activeElement.id === "title3"`)
	p.audit("Nakijken")
	p.tabTo("#next3")
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wait(`document.activeElement.id === "title4"`)
	p.wait(`!document.querySelector("[data-file]:disabled")`)
	p.audit("Verslag")
	p.quiet()
	p.sameAsCommandLine(dir)
}

// sameAsCommandLine makes the report of the settings that the page gives.
func (p *tab) sameAsCommandLine(dir string) {
	p.t.Helper()
	settings := string(p.kept()["herstel.yaml"])
	for _, want := range []string{"Naar bemiddelaar op", "Verwijzende partij", "Cyberpesten: {groep: Overig}",
		"naam: Herstel Oost"} {
		if !strings.Contains(settings, want) {
			p.t.Errorf("herstel.yaml lacks %q:\n%s", want, settings)
		}
	}
	if strings.Contains(settings, canary) || strings.Contains(settings, "# TE CONTROLEREN:") {
		p.t.Errorf("herstel.yaml holds a name or a mark:\n%s", settings)
	}
	if err := os.WriteFile(filepath.Join(dir, "herstel.yaml"), []byte(settings), 0o600); err != nil {
		p.t.Fatal(err)
	}
	run(p.t, p.built.program, dir, "report", "--year", "2022", "--out", "verslag")
	p.sameAs(filepath.Join(dir, "verslag"), 2022)
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"broken settings", map[string]string{"export.csv": "a;b\n1;2\n",
			"herstel.yaml": "privacy:\n  drempel: veel\n"}, []string{"herstel.yaml, regel 2", "drempel"}},
		{"foreign settings", map[string]string{"export.csv": "a;b\n1;2\n",
			"herstel.yaml": "version: 3\nservices: {}\n"}, []string{"herstel.yaml, regel 1", "version"}},
		{"no table", map[string]string{"foto.csv": "\x89PNG\r\n\x1a\n\x00\x00\x00"}, []string{"foto.csv"}},
		{"empty", map[string]string{"leeg.csv": ""}, []string{"leeg.csv"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t, 1280)
			dir := t.TempDir()
			var paths []string
			for name, text := range c.files {
				paths = append(paths, filepath.Join(dir, name))
				if err := os.WriteFile(paths[len(paths)-1], []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			p.choose(paths...)
			p.wait(`document.querySelector("#found .fault")`)
			var text string
			p.eval(`document.getElementById("found").innerText`, &text)
			for _, want := range c.want {
				if !strings.Contains(text, want) {
					t.Errorf("the page says %q, not %q", text, want)
				}
			}
			p.audit(c.name)
			p.quiet()
		})
	}
}

// TestStopped holds that the page says so when its worker is gone, and can
// begin again.
func TestStopped(t *testing.T) {
	p := open(t, 1280)
	p.eval(`void (Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {apply(post, worker, args) {
		window.worker = worker;
		return Reflect.apply(post, worker, args);
	}}))`, nil)
	p.eval(`document.getElementById("example").click()`, nil)
	p.wait(`!document.getElementById("next1").disabled`)
	p.eval(`worker.terminate(), worker.dispatchEvent(new ErrorEvent("error", {cancelable: true})), 0`, nil)
	p.wait(`!document.getElementById("stopped").hidden`)
	p.audit("stopped")
	p.eval(`document.getElementById("example").click()`, nil)
	p.toReport()
}

// TestLeaving holds that the page asks before settings are lost, and does not
// ask when there are none.
func TestLeaving(t *testing.T) {
	p := open(t, 1280)
	leaving := `!dispatchEvent(new Event("beforeunload", {cancelable: true}))`
	var asks bool
	if p.eval(leaving, &asks); asks {
		t.Error("the page asks though nothing was set")
	}
	p.eval(`document.getElementById("example").click()`, nil)
	p.wait(`!document.getElementById("next1").disabled`)
	p.eval(`(() => {
		const threshold = document.querySelector('[name="drempel"]');
		threshold.value = "7";
		threshold.dispatchEvent(new Event("change", {bubbles: true}));
	})()`, nil)
	if p.eval(leaving, &asks); !asks {
		t.Error("the page does not ask though settings are lost")
	}
	var kept int
	if p.eval(`localStorage.length + sessionStorage.length + document.cookie.length`, &kept); kept > 0 {
		t.Error("the page keeps something in the browser")
	}
}

// TestOldBrowser holds that a browser without WebAssembly gets a page that says so.
func TestOldBrowser(t *testing.T) {
	p := open(t, 320, chromedp.Flag("js-flags", "--jitless"))
	var text string
	p.eval(`document.querySelector("main").innerText`, &text)
	if !strings.Contains(text, "Deze browser is te oud") || strings.Contains(text, "Stap 1") {
		t.Errorf("the page says %q", text)
	}
	p.audit("old")
}
