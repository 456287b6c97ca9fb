package echarts

import (
	"errors"
	"math"
	"regexp"
	"strings"
	"sync"
	"testing"
)

const option = `{"animation":false,"title":{"text":"De </script> \"aanleiding\""},"xAxis":{"type":"value"},
	"yAxis":{"type":"category","data":["Geweld","Zeden"]},"series":[{"type":"bar","data":[45,22],"label":{"show":true}}]}`

func needBundle(t testing.TB) {
	t.Helper()
	if _, err := Script(); errors.Is(err, ErrNoBundle) {
		t.Skip("the ECharts bundle is not built: run make")
	}
}

// The widths are those of the metrics file of Helvetica, which Arial and Liberation Sans share: thousandths of the font size.
func TestTextWidth(t *testing.T) {
	tests := []struct {
		text string
		bold bool
		want float64
	}{
		{"", false, 0},
		{"A", false, 667},
		{" ", false, 278},
		{"0123456789", false, 5560},
		{"22,4%", false, 3*556 + 278 + 889},
		{"A", true, 722},
		{"é", false, 556},
		{"\u200fA\u200e", false, 667},
		{"国", false, 1000},
	}
	for _, tt := range tests {
		if got := TextWidth(tt.text, 1000, tt.bold); math.Abs(got-tt.want) > 2 {
			t.Errorf("TextWidth(%q, bold %v) = %v, want %v", tt.text, tt.bold, got, tt.want)
		}
	}
}

func TestRenderSVGIsTheSameEveryTime(t *testing.T) {
	needBundle(t)
	pool := Start(2)
	defer pool.Close()
	const runs = 6
	got := make([]string, runs)
	var wait sync.WaitGroup
	for i := range runs {
		wait.Go(func() {
			svg, err := pool.RenderSVG([]byte(option), 400, 200)
			if err != nil {
				t.Error(err)
			}
			got[i] = svg
		})
	}
	wait.Wait()
	// zrender numbers the classes of its hover rules on and on; package report takes both out.
	classes := regexp.MustCompile(`(?s) class="[^"]*"|<style.*</style>`)
	for i := range got {
		got[i] = classes.ReplaceAllString(got[i], "")
		if got[i] != got[0] {
			t.Fatalf("run %d differs from the first", i)
		}
	}
	if !strings.Contains(got[0], "De &lt;/script&gt;") {
		t.Errorf("the title is not in the SVG as text: %s", got[0])
	}
}

func TestRenderSVGRefusesWhatIsNoOption(t *testing.T) {
	needBundle(t)
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for _, bad := range []string{"", "{", "alert(1)"} {
		if _, err := e.RenderSVG([]byte(bad), 100, 100); err == nil {
			t.Errorf("RenderSVG(%q) gave no error", bad)
		}
	}
	if _, err := e.RenderSVG([]byte(`{"series":[{"type":"bar","data":[1]}]}`), 100, 100); err == nil {
		t.Error("a series without axes gave no error")
	}
	if _, err := e.RenderSVG([]byte(option), 400, 200); err != nil {
		t.Errorf("after an error the engine no longer draws: %v", err)
	}
}

func BenchmarkStart(b *testing.B) {
	needBundle(b)
	for b.Loop() {
		e, err := New()
		if err != nil {
			b.Fatal(err)
		}
		e.Close()
	}
}

func BenchmarkRenderSVG(b *testing.B) {
	needBundle(b)
	e, err := New()
	if err != nil {
		b.Fatal(err)
	}
	defer e.Close()
	for b.Loop() {
		if _, err := e.RenderSVG([]byte(option), 400, 200); err != nil {
			b.Fatal(err)
		}
	}
}
