// Package browsertest opens pages in a real browser, for the tests of the
// packages that make them.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Require is the variable that, set to 1, makes a test that finds no browser fail.
const Require = "HERSTEL_REQUIRE_BROWSER"

// Required says that a test may not skip for want of a browser.
func Required() bool { return os.Getenv(Require) == "1" }

// path gives the browser of this machine, on the search path.
func path(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if Required() {
		t.Fatalf("no browser, and %s=1 asks for one", Require)
	}
	t.Skipf("no browser (%s=1 makes this a failure)", Require)
	return ""
}

// Start starts a browser that ends with the test; it skips the test where there is none.
func Start(t testing.TB, flags ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path(t)),
		chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true))
	if runtime.GOOS == "linux" && os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(func() { cancel(); stop() })
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// Heard is what a browser said about a page: what it asked for, and its complaints.
type Heard struct {
	mu         sync.Mutex
	requests   []string
	complaints []string
}

// Listen takes an event of the browser, for chromedp.Listen.
func (h *Heard) Listen(event any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		h.requests = append(h.requests, e.Request.URL)
	case *log.EventEntryAdded:
		h.complaints = append(h.complaints, string(e.Entry.Level)+": "+e.Entry.Text)
	case *cdpruntime.EventExceptionThrown:
		h.complaints = append(h.complaints, "exception: "+thrown(e.ExceptionDetails))
	case *cdpruntime.EventConsoleAPICalled:
		h.complaints = append(h.complaints, "console."+string(e.Type))
	}
}

// Said returns the requests and the complaints so far.
func (h *Heard) Said() (requests, complaints []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.requests), slices.Clone(h.complaints)
}

func thrown(d *cdpruntime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}
