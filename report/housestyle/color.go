package housestyle

import (
	"fmt"
	"math"
	"strconv"

	"herstel/stats/nl"
	"herstel/stats/rules"
)

// MinContrast is what WCAG 2.1 asks of graphics against their background (success criterion 1.4.11).
const MinContrast = 3.0

// DefaultColors is the house palette: dark to light, so that its order survives a grey print. The light ones get a dark
// outline.
var DefaultColors = []string{"#00466B", "#E39A4F", "#D3E3EA", "#F2F2F2"}

// Font and text colours of every chart.
const (
	DefaultFont = "Arial, 'Liberation Sans', Helvetica, sans-serif"
	InkColor    = "#1A1A1A"
	MutedColor  = "#555555"
	GridColor   = "#D0D0D0"
	AlarmColor  = "#A3000B"
	PaperColor  = "#FFFFFF"
)

// RGB is a colour, each channel 0 to 255.
type RGB struct{ R, G, B float64 }

// ParseColor reads "#RRGGBB".
func ParseColor(s string) (RGB, bool) {
	if len(s) != 7 || s[0] != '#' {
		return RGB{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return RGB{}, false
	}
	return RGB{float64(n >> 16), float64(n >> 8 & 0xFF), float64(n & 0xFF)}, true
}

func (c RGB) String() string {
	return fmt.Sprintf("#%02X%02X%02X", int(math.Round(c.R)), int(math.Round(c.G)), int(math.Round(c.B)))
}

// Tint mixes a colour with white: 0 leaves it, 1 is white.
func (c RGB) Tint(white float64) RGB {
	mix := func(v float64) float64 { return v + (255-v)*white }
	return RGB{mix(c.R), mix(c.G), mix(c.B)}
}

// Luminance is the relative luminance of WCAG 2.1.
func (c RGB) Luminance() float64 {
	linear := func(v float64) float64 {
		v /= 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Contrast gives the contrast ratio of two colours "#RRGGBB" by WCAG 2.1, from 1 to 21; ok is false where one of them
// is no such colour.
func Contrast(a, b string) (ratio float64, ok bool) {
	ca, okA := ParseColor(a)
	cb, okB := ParseColor(b)
	if !okA || !okB {
		return 0, false
	}
	la, lb := ca.Luminance(), cb.Luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05), true
}

// Check gives a warning in Dutch for each colour of herstel.yaml that is no colour or that shows too little against
// white.
func Check(style rules.HouseStyle) []string {
	var warnings []string
	for i, color := range style.Colors {
		ratio, ok := Contrast(color, PaperColor)
		switch {
		case !ok:
			warnings = append(warnings,
				fmt.Sprintf("kleur %d in huisstijl is geen kleur in de vorm #RRGGBB; de eigen kleur van herstel komt "+
					"ervoor in de plaats", i+1))
		case ratio < MinContrast:
			// Rounded down: 2,99 must not read as the 3 that it misses.
			warnings = append(warnings,
				fmt.Sprintf("kleur %s in huisstijl heeft te weinig contrast met wit: %s : 1, en voor grafieken is %s "+
					": 1 nodig; de staven krijgen een donkere rand, maar kies liever een donkerder kleur",
					color, nl.Decimal(math.Floor(ratio*10)/10, 1), nl.Decimal(MinContrast, 0)))
		}
	}
	return warnings
}

// Palette gives at least n colours: those of the house style, with the default where one is missing or no colour.
func Palette(style rules.HouseStyle, n int) []RGB {
	colors := make([]RGB, max(n, len(DefaultColors)))
	for i := range colors {
		own, ok := RGB{}, false
		if i < len(style.Colors) {
			own, ok = ParseColor(style.Colors[i])
		}
		if !ok {
			// After the last colour the palette begins again, each round lighter, so that neighbours differ.
			own, _ = ParseColor(DefaultColors[i%len(DefaultColors)])
			own = own.Tint(math.Min(0.3*float64(i/len(DefaultColors)), 0.8))
		}
		colors[i] = own
	}
	return colors
}

// Edge gives the colour of the outline of a fill: the fill itself where it shows against white, else a dark grey.
func Edge(fill RGB) string {
	if (1.05)/(fill.Luminance()+0.05) >= MinContrast {
		return fill.String()
	}
	return MutedColor
}

// InkOn gives white or the colour of text, whichever reads better on a fill.
func InkOn(fill RGB) string {
	white, _ := Contrast(PaperColor, fill.String())
	if ink, _ := Contrast(InkColor, fill.String()); ink > white {
		return InkColor
	}
	return PaperColor
}
