package report

import (
	"fmt"
	"math"
	"strconv"

	"herstel/stats/nl"
	"herstel/stats/rules"
)

// minContrast is what WCAG 2.1 asks of graphics against their background (success criterion 1.4.11).
const minContrast = 3.0

// defaultColors is the house palette: dark to light, so that its order survives a grey print. The light ones get a dark outline.
var defaultColors = []string{"#00466B", "#E39A4F", "#D3E3EA", "#F2F2F2"}

// Font and text colours of every chart.
const (
	defaultFont = "Arial, 'Liberation Sans', Helvetica, sans-serif"
	inkColor    = "#1A1A1A"
	mutedColor  = "#555555"
	gridColor   = "#D0D0D0"
	alarmColor  = "#A3000B"
	paperColor  = "#FFFFFF"
)

// rgb is a colour, each channel 0 to 255.
type rgb struct{ r, g, b float64 }

// parseColor reads "#RRGGBB".
func parseColor(s string) (rgb, bool) {
	if len(s) != 7 || s[0] != '#' {
		return rgb{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return rgb{}, false
	}
	return rgb{float64(n >> 16), float64(n >> 8 & 0xFF), float64(n & 0xFF)}, true
}

func (c rgb) String() string {
	return fmt.Sprintf("#%02X%02X%02X", int(math.Round(c.r)), int(math.Round(c.g)), int(math.Round(c.b)))
}

// tint mixes a colour with white: 0 leaves it, 1 is white.
func (c rgb) tint(white float64) rgb {
	mix := func(v float64) float64 { return v + (255-v)*white }
	return rgb{mix(c.r), mix(c.g), mix(c.b)}
}

// luminance is the relative luminance of WCAG 2.1.
func (c rgb) luminance() float64 {
	linear := func(v float64) float64 {
		v /= 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}

// Contrast gives the contrast ratio of two colours "#RRGGBB" by WCAG 2.1, from 1 to 21; ok is false where one of them is no such colour.
func Contrast(a, b string) (ratio float64, ok bool) {
	ca, okA := parseColor(a)
	cb, okB := parseColor(b)
	if !okA || !okB {
		return 0, false
	}
	la, lb := ca.luminance(), cb.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05), true
}

// CheckHouseStyle gives a warning in Dutch for each colour of herstel.yaml that is no colour or that shows too little against white.
func CheckHouseStyle(style rules.HouseStyle) []string {
	var warnings []string
	for i, color := range style.Colors {
		ratio, ok := Contrast(color, paperColor)
		switch {
		case !ok:
			warnings = append(warnings, fmt.Sprintf("kleur %d in huisstijl is geen kleur in de vorm #RRGGBB; de eigen kleur van herstel komt ervoor in de plaats", i+1))
		case ratio < minContrast:
			// Rounded down: 2,99 must not read as the 3 that it misses.
			warnings = append(warnings, fmt.Sprintf("kleur %s in huisstijl heeft te weinig contrast met wit: %s : 1, en voor grafieken is %s : 1 nodig; de staven krijgen een donkere rand, maar kies liever een donkerder kleur",
				color, nl.Decimal(math.Floor(ratio*10)/10, 1), nl.Decimal(minContrast, 0)))
		}
	}
	return warnings
}

// palette gives at least n colours: those of the house style, with the default where one is missing or no colour.
func palette(style rules.HouseStyle, n int) []rgb {
	colors := make([]rgb, max(n, len(defaultColors)))
	for i := range colors {
		own, ok := rgb{}, false
		if i < len(style.Colors) {
			own, ok = parseColor(style.Colors[i])
		}
		if !ok {
			// After the last colour the palette begins again, each round lighter, so that neighbours differ.
			own, _ = parseColor(defaultColors[i%len(defaultColors)])
			own = own.tint(math.Min(0.3*float64(i/len(defaultColors)), 0.8))
		}
		colors[i] = own
	}
	return colors
}

// edge gives the colour of the outline of a fill: the fill itself where it shows against white, else a dark grey.
func edge(fill rgb) string {
	if (1.05)/(fill.luminance()+0.05) >= minContrast {
		return fill.String()
	}
	return mutedColor
}

// inkOn gives white or the colour of text, whichever reads better on a fill.
func inkOn(fill rgb) string {
	white, _ := Contrast(paperColor, fill.String())
	if ink, _ := Contrast(inkColor, fill.String()); ink > white {
		return inkColor
	}
	return paperColor
}
