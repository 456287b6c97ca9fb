// Package charttest reads what a chart draws, for tests.
package charttest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"herstel/report/chart"
)

// SVG gives the printed chart of a width in millimetres.
func SVG(t testing.TB, c chart.Chart, mm float64) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := chart.SVG(&b, c, chart.Options{Width: mm}); err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	return b.Bytes()
}

// Text gives the text of an SVG, without the coordinates. It fails where the SVG is no well-formed XML.
func Text(t *testing.T, svg []byte) string {
	t.Helper()
	var b strings.Builder
	in := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
			b.WriteByte('\n')
		}
	}
}
