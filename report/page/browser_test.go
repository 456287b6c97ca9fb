package page

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// requireBrowser, set to 1, makes a test that finds no browser fail.
const requireBrowser = "HERSTEL_REQUIRE_BROWSER"

// browserPath gives the browser of this machine, on the search path. A short
// run goes without.
func browserPath(t *testing.T) string {
	t.Helper()
	if testing.Short() && os.Getenv(requireBrowser) != "1" {
		t.Skip("a browser takes long")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv(requireBrowser) == "1" {
		t.Fatalf("no browser, and %s=1 asks for one", requireBrowser)
	}
	t.Skipf("no browser (%s=1 makes this a failure)", requireBrowser)
	return ""
}

// browser is one browser for all pages of a test.
type browser struct{ context.Context }

func startBrowser(t *testing.T) browser {
	t.Helper()
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(browserPath(t)), chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true))
	if runtime.GOOS == "linux" && os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(func() { cancel(); stop() })
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return browser{ctx}
}

// openPage is a page in a tab of its own, with what the browser said about it.
type openPage struct {
	context.Context
	t        *testing.T
	mu       sync.Mutex
	requests []string
	errors   []string
}

// open writes a page to disk and opens it in a window of a width.
func (b browser) open(t *testing.T, html []byte, width int64, before ...chromedp.Action[chromedp.Void]) *openPage {
	t.Helper()
	return b.openAt(t, html, width, "", before...)
}

// openAt is open at a part of the page, such as "#contact".
func (b browser) openAt(t *testing.T, html []byte, width int64, part string, before ...chromedp.Action[chromedp.Void]) *openPage {
	t.Helper()
	path := filepath.Join(t.TempDir(), "cijfers.html")
	if err := os.WriteFile(path, html, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(b.Context)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(stop)
	p := &openPage{Context: ctx, t: t}
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	p.do(append(before, chromedp.Navigate("file://"+path+part))...)
	return p
}

func (p *openPage) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	case *log.EventEntryAdded:
		p.errors = append(p.errors, string(e.Entry.Level)+": "+e.Entry.Text)
	case *cdpruntime.EventExceptionThrown:
		p.errors = append(p.errors, "exception: "+thrownText(e.ExceptionDetails))
	case *cdpruntime.EventConsoleAPICalled:
		p.errors = append(p.errors, "console."+string(e.Type))
	}
}

// said returns the requests and the complaints so far.
func (p *openPage) said() (requests, complaints []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.requests), slices.Clone(p.errors)
}

func (p *openPage) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// ready waits until the script of the page has started.
func (p *openPage) ready() *openPage {
	p.t.Helper()
	p.do(chromedp.WaitReady(chromedp.CSS(`html[data-klaar="ja"]`)))
	return p
}

// seen goes through the page until every chart is drawn, and back to its start.
func (p *openPage) seen() *openPage {
	p.t.Helper()
	p.ready()
	undone := eval[[]string](p, `(async () => {
		const figures = [...document.querySelectorAll(".figure:has(.chart)")];
		for (const figure of figures) {
			figure.scrollIntoView();
			for (let frame = 0; frame < 60 && !figure.matches(".drawn"); frame++) await new Promise(requestAnimationFrame);
		}
		scrollTo(0, 0);
		return figures.filter((f) => !f.matches(".drawn")).map((f) => f.id);
	})()`)
	if len(undone) > 0 {
		p.t.Errorf("not drawn: %v", undone)
	}
	return p
}

// eval gives the value of a JavaScript expression, or of its promise.
func eval[T any](p *openPage, expression string) T {
	p.t.Helper()
	value, err := chromedp.Run(p, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatal(err)
	}
	return value
}

func thrownText(d *cdpruntime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}
