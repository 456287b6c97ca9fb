package pptx

import (
	"math"
	"strconv"
	"strings"

	"herstel/report/internal/opc"
)

// labels writes how the numbers stand at the bars or points of a series.
func (c Chart) labels(s Series) xml {
	show := func(value string) []xml {
		return []xml{val("c:showLegendKey", "0"), val("c:showVal", value), val("c:showCatName", "0"),
			val("c:showSerName", "0"),
			val("c:showPercent", "0"), val("c:showBubbleSize", "0")}
	}
	if !c.Labels {
		return el("c:dLbls", nil, show("0")...)
	}
	ink := inkColor
	if c.Kind == StackedBars {
		ink = hex(s.Ink, inkColor)
	}
	head := []xml{c.shownFormat(),
		el("c:spPr", nil, el("a:noFill", nil), el("a:ln", nil, el("a:noFill", nil))), textProperties(1100, ink),
		val("c:dLblPos", kinds[c.Kind].labels)}
	return el("c:dLbls", nil, append(append(c.narrow(s), head...), show("1")...)...)
}

// least is how long a piece of a stacked bar is that has room for its number,
// as a part of the longest bar.
const least = 0.045

// narrow takes away the labels of pieces of stacked bars that have no room.
func (c Chart) narrow(s Series) []xml {
	if c.Kind != StackedBars {
		return nil
	}
	longest := c.Max
	for i := range c.Categories {
		total := 0.0
		for _, other := range c.Series {
			if v := other.Values[i]; !math.IsNaN(v) {
				total += math.Abs(v)
			}
		}
		longest = max(longest, total)
	}
	var without []xml
	for i, v := range s.Values {
		if math.Abs(v) < least*longest {
			without = append(without, el("c:dLbl", nil, val("c:idx", strconv.Itoa(i)), val("c:delete", "1")))
		}
	}
	return without
}

func (c Chart) format() string {
	if opc.Clean(c.Format) == "" {
		return "General"
	}
	return c.Format
}

// shownFormat writes the format for labels and axes: with a comma for the
// decimals, whatever the language of the program, where the program minds.
func (c Chart) shownFormat() xml {
	format := c.format()
	if format != "General" && !strings.HasPrefix(format, "[$-") {
		format = "[$-413]" + format
	}
	return el("c:numFmt", at{"formatCode", format, "sourceLinked", "0"})
}
