// Package nl writes numbers, percentages, dates and plurals the Dutch way.
//
// Every figure that a reader sees passes through here, so that page, chart, text and workbook round alike: half away
// from zero, on the exact ratio, once. Tables use Int ("1.047"); running text uses IntText ("1047", "17.500"). A value
// that rounds to zero never shows a minus sign, and the minus sign is the typographic one (U+2212).
//
// The formatter of golang.org/x/text is not used: it prints "-0,0" for small negative numbers and rounds half to even.
package nl
