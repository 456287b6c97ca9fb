//go:build !js

package main

import (
	"io"

	"herstel/report/chart"
)

// The page that runs in a browser makes no PDF: a report has none, and the
// page has to stay small.
func init() {
	chartRenderers["pdf"] = func(w io.Writer, c chart.Chart, l chartLook) error { return chart.PDF(w, c, l.Options) }
}
