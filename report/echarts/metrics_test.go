package echarts

import (
	"math"
	"testing"
)

// The widths are those of the metrics file of Helvetica, which Arial and Liberation Sans share: thousandths of the font
// size.
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
