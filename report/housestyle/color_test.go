package housestyle

import (
	"math"
	"strings"
	"testing"

	"herstel/stats/rules"
)

// Ratios that WCAG 2.1 and its well-known examples give.
func TestContrast(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"#000000", "#FFFFFF", 21},
		{"#FFFFFF", "#000000", 21},
		{"#FFFFFF", "#FFFFFF", 1},
		{"#777777", "#FFFFFF", 4.48},
		{"#767676", "#FFFFFF", 4.54},
		{"#949494", "#FFFFFF", 3.03},
		{"#959595", "#FFFFFF", 2.995},
		{"#FF0000", "#FFFFFF", 4.00},
		{"#0000ff", "#ffffff", 8.59},
	}
	for _, tt := range tests {
		got, ok := Contrast(tt.a, tt.b)
		if !ok || math.Abs(got-tt.want) > 0.005 {
			t.Errorf("Contrast(%s, %s) = %.3f, want %v", tt.a, tt.b, got, tt.want)
		}
	}
	for _, bad := range []string{"", "#FFF", "rood", "#GGGGGG", "00587C", "#00587C "} {
		if _, ok := Contrast(bad, "#FFFFFF"); ok {
			t.Errorf("%q passes for a colour", bad)
		}
	}
}

func TestCheckHouseStyle(t *testing.T) {
	warnings := Check(rules.HouseStyle{Colors: []string{"#00587C", "#959595", "geel"}})
	if len(warnings) != 2 {
		t.Fatalf("got %d warnings: %q", len(warnings), warnings)
	}
	if !strings.Contains(warnings[0], "#959595") || !strings.Contains(warnings[0], "2,9 : 1") {
		t.Errorf("the warning about contrast reads %q", warnings[0])
	}
	if !strings.Contains(warnings[1], "kleur 3") {
		t.Errorf("the warning about what is no colour reads %q", warnings[1])
	}
	if warnings := Check(rules.HouseStyle{}); len(warnings) != 0 {
		t.Errorf("the default style gives %q", warnings)
	}
}

// Every fill of every palette has an outline that shows against white, and text that reads on it.
func TestFillsShowAndCarryText(t *testing.T) {
	for _, style := range []rules.HouseStyle{{}, {Colors: []string{"#FFFF00", "#777777", "#808000"}}} {
		for _, fill := range Palette(style, 12) {
			if ratio, _ := Contrast(Edge(fill), PaperColor); ratio < MinContrast {
				t.Errorf("the outline of %s has contrast %.2f with white", fill, ratio)
			}
			if ratio, _ := Contrast(InkOn(fill), fill.String()); ratio < 4 {
				t.Errorf("text on %s has contrast %.2f", fill, ratio)
			}
		}
	}
}
