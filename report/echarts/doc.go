// Package echarts holds ECharts for the page: its bundle, which comes from npm and is embedded when it was there at
// build time ("make" puts it there), and the widths of text, which are those of Liberation Sans and Arial. It runs
// nothing: the browser of the reader does.
package echarts
