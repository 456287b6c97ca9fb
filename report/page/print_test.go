package page

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"herstel/report/content"
	"herstel/report/internal/opc/opctest"
)

// On paper every page says that the demo is one, none is empty, and none ends
// with the head of a table or starts with a note that belongs to the page before.
func TestPrintedPages(t *testing.T) {
	p := startBrowser(t).open(t, demoPage(t), 1280).ready()
	printed, err := chromedp.Run(p, func(ctx context.Context, target *chromedp.Target) ([]byte, error) {
		result, err := cdp.Call(ctx, target, cdppage.PrintToPDF, cdppage.PrintToPDFParams{PreferCSSPageSize: new(true)})
		return result.Data, err
	})
	if err != nil {
		t.Fatal(err)
	}
	pages := opctest.Pages(t, printed)
	if len(pages) < 20 || len(pages) > 36 {
		t.Errorf("%d pages", len(pages))
	}
	for i, text := range pages {
		lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
		if len(lines) < 10 || strings.TrimSpace(lines[0]) != content.ExampleMark {
			t.Errorf("page %d: %d lines, the first %q", i+1, len(lines), lines[0])
			continue
		}
		first, last := strings.TrimSpace(lines[1]), strings.TrimSpace(lines[len(lines)-2])
		if looseNote.MatchString(first) || looseHead.MatchString(last) {
			t.Errorf("page %d runs from %q to %q", i+1, first, last)
		}
	}
}

var (
	looseNote = regexp.MustCompile(`^(Noemer:|Voorlopig:|\[n?[bv])`)
	looseHead = regexp.MustCompile(`(aandeel|duidelijk|Uitkomst|Wat je kunt doen)$`)
)
