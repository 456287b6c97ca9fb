package pptx

// The ids that tie a chart to its axes.
const (
	categoryAxisID = "111111111"
	valueAxisID    = "222222222"
)

func line(color string) xml { return el("c:spPr", nil, el("a:ln", at{"w", "9525"}, fill(color))) }

// lying tells whether the bars lie down: the first category then stands at the
// top.
func (c Chart) lying() bool { return kinds[c.Kind].direction == "bar" }

func (c Chart) categoryAxis() xml {
	orientation, position := "minMax", "b"
	if c.lying() {
		orientation, position = "maxMin", "l"
	}
	return el("c:catAx", nil, val("c:axId", categoryAxisID), el("c:scaling", nil, val("c:orientation", orientation)),
		val("c:delete", "0"), val("c:axPos", position), el("c:numFmt", at{"formatCode", "General", "sourceLinked",
			"0"}),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "low"), line(mutedColor),
		textProperties(1200, inkColor), val("c:crossAx", valueAxisID), val("c:crosses", "autoZero"), val("c:auto",
			"0"),
		val("c:lblAlgn", "ctr"), val("c:lblOffset", "100"), val("c:tickLblSkip", "1"), val("c:noMultiLvlLbl", "1"))
}

// valueAxis writes the axis of the numbers, which is not shown where every bar
// has its number.
func (c Chart) valueAxis() xml {
	hidden := c.Labels && c.Kind != Lines
	scaling := []xml{val("c:orientation", "minMax")}
	if c.Max > 0 {
		scaling = append(scaling, val("c:max", decimal(c.Max)))
	}
	if c.from() == 0 {
		scaling = append(scaling, val("c:min", "0"))
	}
	deleted, position, crosses := "0", "l", "autoZero"
	if hidden {
		deleted = "1"
	}
	if c.lying() {
		// The categories run from the top, and this axis with them: "max" is below.
		position, crosses = "b", "max"
	}
	inside := []xml{val("c:axId", valueAxisID), el("c:scaling", nil, scaling...), val("c:delete", deleted),
		val("c:axPos", position)}
	if !hidden {
		inside = append(inside, el("c:majorGridlines", nil, line(lineColor)))
	}
	inside = append(inside, c.shownFormat(),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "nextTo"),
		el("c:spPr", nil, el("a:ln", nil, el("a:noFill", nil))), textProperties(1100, mutedColor),
		val("c:crossAx", categoryAxisID), val("c:crosses", crosses), val("c:crossBetween", "between"))
	return el("c:valAx", nil, inside...)
}

// from gives the lowest value, at most 0.
func (c Chart) from() float64 {
	lowest := 0.0
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v < lowest {
				lowest = v
			}
		}
	}
	return lowest
}
