package echarts

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"herstel/stats/statstest"
)

func TestWriteHTMLFetchesNothing(t *testing.T) {
	c := chartFor(t, statstest.Demo(t), "delict")
	if _, err := Script(); err != nil {
		t.Skip("the ECharts bundle is not built: run make")
	}
	var b bytes.Buffer
	if err := WriteHTML(&b, c); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{`<html lang="nl">`, "default-src 'none'", "<svg", "Verkrachting", "VOORBEELDDATA"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, no := range []string{"src=", "<link", "@import", "url(http"} {
		if strings.Contains(strings.Split(page, "<script>")[0], no) {
			t.Errorf("the page holds %s", no)
		}
	}
	if len(page) > 1_200_000 {
		t.Errorf("the page is %d bytes", len(page))
	}
}

func TestWriteJSON(t *testing.T) {
	c := chartFor(t, statstest.Demo(t), "contact")
	var b bytes.Buffer
	if err := WriteJSON(&b, c, Layout{}); err != nil {
		t.Fatal(err)
	}
	var option struct {
		Series []struct{ Type string }
		Title  []struct{ Text string }
	}
	if err := json.Unmarshal(b.Bytes(), &option); err != nil {
		t.Fatal(err)
	}
	if len(option.Series) == 0 || len(option.Title) == 0 {
		t.Errorf("no series or no title in %s", b.String())
	}
}
