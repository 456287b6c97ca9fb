package page

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"herstel/internal/browsertest"

	"github.com/chromedp/chromedp"
)

// browser is one browser for all pages of a test.
type browser struct{ context.Context }

// startBrowser starts the browser of this machine. A short run goes without.
func startBrowser(t *testing.T) browser {
	t.Helper()
	if testing.Short() && !browsertest.Required() {
		t.Skip("a browser takes long")
	}
	return browser{browsertest.Start(t)}
}

// openPage is a page in a tab of its own, with what the browser said about it.
type openPage struct {
	context.Context
	browsertest.Heard
	t *testing.T
}

// open writes a page to disk and opens it in a window of a width.
func (b browser) open(t *testing.T, html []byte, width int64, before ...chromedp.Action[chromedp.Void]) *openPage {
	t.Helper()
	return b.openAt(t, html, width, "", before...)
}

// openAt is open at a part of the page, such as "#contact".
func (b browser) openAt(t *testing.T, html []byte, width int64, part string,
	before ...chromedp.Action[chromedp.Void]) *openPage {
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
	if err := chromedp.Listen(ctx, p.Listen); err != nil {
		t.Fatal(err)
	}
	p.do(append(before, chromedp.Navigate("file://"+path+part))...)
	return p
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
