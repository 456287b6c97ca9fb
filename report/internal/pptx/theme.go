package pptx

import (
	"regexp"
	"strings"

	"herstel/report/internal/opc"
)

const themeType = "application/vnd.openxmlformats-officedocument.theme+xml"

// Colours of the deck, beside those of the house style.
const (
	inkColor   = "1A1A1A"
	mutedColor = "555555"
	lineColor  = "D0D0D0"
	alarmColor = "A3000B"
)

// defaultColors stand where the house style has none: the six of the theme.
var defaultColors = [6]string{"00466B", "E39A4F", "7FA9BC", "8C5A22", "5B6B73", "D3E3EA"}

// look is the house style with what it leaves open filled in.
type look struct {
	font   string
	colors [6]string
}

var colorPattern = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// hex gives a colour "#RRGGBB" as the file has it, or another for what is no
// colour.
func hex(s, otherwise string) string {
	if !colorPattern.MatchString(s) {
		return otherwise
	}
	return strings.ToUpper(s[1:])
}

func newLook(s Style) look {
	l := look{font: s.Font, colors: defaultColors}
	if opc.Clean(l.font) == "" {
		l.font = "Arial"
	}
	for i := range min(len(s.Colors), len(l.colors)) {
		l.colors[i] = hex(s.Colors[i], defaultColors[i])
	}
	return l
}

// theme writes the theme: the colours and the font that PowerPoint offers.
func (l look) theme() xml {
	scheme := []xml{}
	for _, c := range [][2]string{{"dk1", inkColor}, {"lt1", "FFFFFF"}, {"dk2", mutedColor}, {"lt2", "F2F2F2"},
		{"accent1", l.colors[0]}, {"accent2", l.colors[1]}, {"accent3", l.colors[2]}, {"accent4",
			l.colors[3]}, {"accent5", l.colors[4]}, {"accent6", l.colors[5]},
		{"hlink", l.colors[0]}, {"folHlink", mutedColor}} {
		scheme = append(scheme, el("a:"+c[0], nil, val("a:srgbClr", c[1])))
	}
	font := func(name string) xml {
		return el(name, nil, el("a:latin", at{"typeface", l.font}), el("a:ea", at{"typeface", ""}), el("a:cs",
			at{"typeface", ""}))
	}
	plain := el("a:solidFill", nil, val("a:schemeClr", "phClr"))
	line := el("a:ln", at{"w", "9525"}, plain)
	effect := el("a:effectStyle", nil, el("a:effectLst", nil))
	return el("a:theme", at{"xmlns:a", opc.Drawing, "name", "Huisstijl"}, el("a:themeElements", nil,
		el("a:clrScheme", at{"name", "Huisstijl"}, scheme...),
		el("a:fontScheme", at{"name", "Huisstijl"}, font("a:majorFont"), font("a:minorFont")),
		el("a:fmtScheme", at{"name", "Huisstijl"},
			el("a:fillStyleLst", nil, plain, plain, plain), el("a:lnStyleLst", nil, line, line, line),
			el("a:effectStyleLst", nil, effect, effect, effect), el("a:bgFillStyleLst", nil, plain, plain, plain))))
}
