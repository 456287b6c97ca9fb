package page

import (
	"bytes"
	"errors"
	"sync"
	"testing"

	"herstel/internal/browsertest"
	"herstel/report/content"
	"herstel/report/echarts"
	"herstel/stats"
	"herstel/stats/statstest"
)

// demoHTML is the page of the demo, made once for all tests.
var demoHTML struct {
	sync.Once
	html []byte
}

func demoPage(t testing.TB) []byte {
	t.Helper()
	demoHTML.Do(func() { demoHTML.html = pageOf(t, statstest.Demo(t)) })
	if demoHTML.html == nil {
		t.Skip("the page of the demo could not be made")
	}
	return demoHTML.html
}

// pageOf makes the page of figures with all their charts.
func pageOf(t testing.TB, figs *stats.Figures) []byte {
	t.Helper()
	var b bytes.Buffer
	err := Write(&b, content.Of(figs))
	if errors.Is(err, echarts.ErrNoBundle) && !browsertest.Required() {
		t.Skip("ECharts is not there: run make")
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
