package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
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

func browserPath(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("building for a browser takes long")
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
	t        *testing.T
	built    built
	mu       sync.Mutex
	requests []string
	said     []string
}

// open opens herstel.html from disk in a browser that has no network.
func open(t *testing.T, width int64, flags ...chromedp.ExecAllocatorOption) *tab {
	t.Helper()
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(browserPath(t)), chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true))
	if runtime.GOOS == "linux" && os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	b, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(end)
	p := &tab{Context: ctx, t: t, built: b}
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.Navigate("file://" + b.page))
	return p
}

func (p *tab) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	case *log.EventEntryAdded:
		p.said = append(p.said, string(e.Entry.Level)+": "+e.Entry.Text)
	case *cdpruntime.EventExceptionThrown:
		p.said = append(p.said, "exception: "+e.ExceptionDetails.Text)
	case *cdpruntime.EventConsoleAPICalled:
		p.said = append(p.said, "console."+string(e.Type))
	}
}

func (p *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p, actions...); err != nil {
		p.t.Fatalf("%v; the page says %s; the browser says %q", err, p.status(), p.said)
	}
}

func (p *tab) status() string {
	text, _ := chromedp.Run(context.WithoutCancel(p.Context), chromedp.Evaluate[string](`document.querySelector("main").innerText.slice(0, 600)`))
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
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, url := range p.requests {
		if !strings.HasPrefix(url, "file://"+p.built.page) && !strings.HasPrefix(url, "blob:") && !strings.HasPrefix(url, "about:srcdoc") && !strings.HasPrefix(url, "data:") {
			p.t.Errorf("a request for %.80s", url)
		}
	}
	if len(p.said) > 0 {
		p.t.Errorf("the browser says %q", p.said)
	}
}
