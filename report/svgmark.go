package report

import (
	"bytes"
	"regexp"
	"strings"
)

// How the root element of a chart starts, and how it names its title and its
// description; %s is what goes before every id. The two together are the mark
// of a chart that herstel drew.
const (
	svgStart = `<svg xmlns="http://www.w3.org/2000/svg"`
	svgMark  = `aria-labelledby="%s-titel %s-uitleg"`
)

var svgMarked = regexp.MustCompile(strings.ReplaceAll(svgMark, "%s", `([^" ]+)`))

// IsChart reports whether a file is a chart as Chart.SVG writes it. A picture
// that another program saved is none, also when a chart is in it.
func IsChart(file []byte) bool {
	root, _, _ := bytes.Cut(file, []byte(">"))
	found := svgMarked.FindSubmatch(root)
	return bytes.HasPrefix(root, []byte(svgStart)) && found != nil && bytes.Equal(found[1], found[2])
}
