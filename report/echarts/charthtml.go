package echarts

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"

	"herstel/report/chart"
	"herstel/report/housestyle"
)

// Sizes at which an interactive chart is laid out: the widest that fits its place is shown.
var screenLayouts = []Layout{{Width: 300, Text: 12, Bare: true}, {Width: 680, Text: 13, Bare: true}}

// ScreenDrawings gives a chart without its title for a narrow and a wide place on a screen.
func ScreenDrawings(c chart.Chart) ([]Drawing, error) {
	drawings := make([]Drawing, len(screenLayouts))
	for i, l := range screenLayouts {
		d, err := Draw(c, l)
		if err != nil {
			return nil, err
		}
		drawings[i] = d
	}
	return drawings, nil
}

// WriteJSON writes the ECharts options of a chart, laid out for print.
func WriteJSON(w io.Writer, c chart.Chart, l Layout) error {
	d, err := Draw(c, l)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, d.Option, "", "  "); err != nil {
		return fmt.Errorf("grafiek %s: %w", c.ID, err)
	}
	b.WriteByte('\n')
	_, err = w.Write(b.Bytes())
	return err
}

// chartScript shows the widest drawing that fits, and draws again when the place changes.
const chartScript = `
(function () {
  var place = document.getElementById("grafiek"), chart = null, shown = -1;
  function draw() {
    var best = 0;
    drawings.forEach(function (d, i) { if (d.width <= place.parentNode.clientWidth) best = i; });
    if (best === shown) return;
    shown = best;
    if (chart) chart.dispose();
    place.textContent = "";
    place.style.width = drawings[best].width + "px";
    place.style.height = drawings[best].height + "px";
    chart = echarts.init(place, null, { renderer: "svg" });
    chart.setOption(drawings[best].option);
  }
  draw();
  window.addEventListener("resize", draw);
})();
`

// WriteHTML writes one chart as a page of its own: interactive, with the SVG in its place where scripts are off.
// Nothing is fetched.
func WriteHTML(w io.Writer, c chart.Chart) error {
	library, err := Script()
	if err != nil {
		return err
	}
	drawings, err := ScreenDrawings(c)
	if err != nil {
		return err
	}
	var svg bytes.Buffer
	if err := chart.Inline(&svg, c, chart.Options{NoTitle: true}); err != nil {
		return err
	}
	type screen struct {
		Width  int             `json:"width"`
		Height int             `json:"height"`
		Option json.RawMessage `json:"option"`
	}
	var screens []screen
	for _, d := range drawings {
		screens = append(screens, screen{d.Width, d.Height, d.Option})
	}
	data, err := json.Marshal(screens)
	if err != nil {
		return fmt.Errorf("grafiek %s: %w", c.ID, err)
	}
	script := library + "\nvar drawings = " + string(data) + ";\n" + chartScript
	sum := sha256.Sum256([]byte(script))
	title := html.EscapeString(fmt.Sprintf("%s, %d", c.Title, c.Year))
	heading, kicker := title, ""
	if c.Finding != "" {
		heading, kicker = html.EscapeString(c.Finding), "<p>"+title+"</p>\n"
	}
	_, err = fmt.Fprintf(w, `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>
body{margin:1rem;font:1rem/1.4 %s;color:%s;background:#fff}
main{max-width:680px}h1{font-size:1.25rem;margin:0}p{margin:.25rem 0 1rem}svg{max-width:100%%;height:auto}
</style>
</head>
<body>
<main>
%s<h1>%s</h1>
<p>%s</p>
<div><div id="grafiek" role="img" aria-label="%s">
%s</div></div>
<details><summary>De grafiek in woorden</summary><p>%s</p></details>
</main>
<script>%s</script>
</body>
</html>
`, base64.StdEncoding.EncodeToString(sum[:]), title, housestyle.DefaultFont, housestyle.InkColor, kicker, heading,
		html.EscapeString(c.Subtitle), title, svg.String(), html.EscapeString(c.Summary), script)
	return err
}
