package housestyle

import (
	"strings"

	"herstel/stats/nl"
	"herstel/stats/rules"
)

// textContrast is what WCAG 2.1 asks of text (success criterion 1.4.3).
const textContrast = 4.5

// AccentColor is the first colour of the house style where text in it can be
// read, else the default one.
func AccentColor(style rules.HouseStyle) string {
	for _, c := range style.Colors {
		if ratio, ok := Contrast(c, PaperColor); ok && ratio >= textContrast {
			return c
		}
	}
	return DefaultColors[0]
}

// FontFamily puts the typeface of the house style before the default ones.
func FontFamily(style rules.HouseStyle) string {
	own := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`'"\;{}<>&,`, r) {
			return -1
		}
		return r
	}, nl.CleanLabel(style.Font))
	if own == "" || strings.EqualFold(own, "Arial") {
		return DefaultFont
	}
	return "'" + own + "', " + DefaultFont
}

// FirstFont is the first of a list of fonts as style sheets write it.
func FirstFont(list string) string {
	first, _, _ := strings.Cut(list, ",")
	return nl.CleanLabel(strings.Trim(strings.TrimSpace(first), `"'`))
}
