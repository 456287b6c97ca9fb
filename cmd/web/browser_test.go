package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"herstel/internal/browsertest"

	"github.com/chromedp/chromedp"
)

// built is herstel.html and the command line, of the same code.
type built struct{ page, program string }

var buildOnce = sync.OnceValues(func() (built, error) {
	dir, err := os.MkdirTemp("", "herstel-web")
	if err != nil {
		return built{}, err
	}
	b := built{filepath.Join(dir, "herstel.html"), filepath.Join(dir, "herstel")}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", b.program, "herstel/cmd/herstel")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		return b, fmt.Errorf("go build: %w\n%s", err, text)
	}
	_, err = write("", b.page)
	return b, err
})

func TestMain(m *testing.M) {
	code := m.Run()
	if !testing.Short() {
		if b, err := buildOnce(); err == nil {
			os.RemoveAll(filepath.Dir(b.page))
		}
	}
	os.Exit(code)
}

// tab is herstel.html in a tab, with what the browser said about it.
type tab struct {
	context.Context
	browsertest.Heard
	t     *testing.T
	built built
}

// open opens herstel.html from disk in a browser that has no network.
func open(t *testing.T, width int64, flags ...chromedp.ExecAllocatorOption) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("building for a browser takes long")
	}
	// In one process with the page, the frame of the report is heard too.
	together := chromedp.Flag("disable-features", "site-per-process,Translate,IsolateSandboxedIframes")
	ctx := browsertest.Start(t, append(flags, together)...)
	b, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(end)
	p := &tab{Context: ctx, t: t, built: b}
	if err := chromedp.Listen(ctx, p.Listen); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.Navigate("file://" + b.page))
	return p
}

func (p *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p, actions...); err != nil {
		_, complaints := p.Said()
		p.t.Fatalf("%v; the page says %s; the browser says %q", err, p.status(), complaints)
	}
}

func (p *tab) status() string {
	text, _ := chromedp.Run(context.WithoutCancel(p.Context),
		chromedp.Evaluate[string](`document.querySelector("main").innerText.slice(0, 600)`))
	return text
}

// eval puts the value of a JavaScript expression, or of its promise, in into.
func (p *tab) eval(expression string, into any) {
	p.t.Helper()
	value, err := chromedp.Run(p, chromedp.Evaluate[json.RawMessage](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	if into == nil {
		return
	}
	if err := json.Unmarshal(value, into); err != nil {
		p.t.Fatal(err)
	}
}

// wait waits until an expression is true.
func (p *tab) wait(expression string) {
	p.t.Helper()
	var done bool
	p.eval(waiting(expression), &done)
}

// waiting is a promise that is kept when an expression is true.
func waiting(expression string) string {
	return `new Promise((resolve) => {
		const look = () => { if (` + expression + `) resolve(true); };
		new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
		look();
	})`
}

// choose gives files to the page.
func (p *tab) choose(paths ...string) {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(chromedp.CSS("#choose"), paths))
}

// quiet fails when a request has left or the browser complained.
func (p *tab) quiet() {
	p.t.Helper()
	requests, complaints := p.Said()
	for _, url := range requests {
		if !strings.HasPrefix(url, "file://"+p.built.page) && !strings.HasPrefix(url, "blob:") &&
			!strings.HasPrefix(url, "about:srcdoc") && !strings.HasPrefix(url, "data:") {
			p.t.Errorf("a request for %.80s", url)
		}
	}
	if len(complaints) > 0 {
		p.t.Errorf("the browser says %q", complaints)
	}
}
