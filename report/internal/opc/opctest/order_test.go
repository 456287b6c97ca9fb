package opctest

import (
	"strings"
	"testing"
)

func TestOutOfOrder(t *testing.T) {
	for _, c := range []struct{ order, names, want string }{
		{"pPr *", "w:pPr w:r w:r", ""},
		{"pPr *", "w:r w:pPr", "w:pPr"},
		{"b i sz", "w:b w:sz", ""},
		{"b i sz", "w:sz w:b", "w:b"},
		{"b i sz", "w:b w:new", "w:new"},
		{"* sectPr", "w:p w:tbl w:sectPr", ""},
		{"* sectPr", "w:sectPr w:p", "w:p"},
		{"extent graphic", "wp:extent a:graphic", ""},
	} {
		if got := outOfOrder(strings.Fields(c.order), strings.Fields(c.names)); got != c.want {
			t.Errorf("%q in the order %q: %q, want %q", c.names, c.order, got, c.want)
		}
	}
}
