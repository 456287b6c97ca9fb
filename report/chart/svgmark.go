package chart

import (
	"bytes"
	"regexp"
)

// svgStart is how the root element of a chart starts. With the names of its title and its description it is the mark of
// a chart that herstel drew, now or in an earlier version.
const svgStart = `<svg xmlns="http://www.w3.org/2000/svg"`

var svgMarked = regexp.MustCompile(`aria-labelledby="([^" ]+)-(?:titel|title) ([^" ]+)-(?:uitleg|desc)"`)

// IsChart reports whether a file is a chart as SVG writes it. A picture
// that another program saved is none, also when a chart is in it.
func IsChart(file []byte) bool {
	root, _, _ := bytes.Cut(file, []byte(">"))
	found := svgMarked.FindSubmatch(root)
	return bytes.HasPrefix(root, []byte(svgStart)) && found != nil && bytes.Equal(found[1], found[2])
}
