package pptx

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"

	"herstel/report/internal/opc"
)

const (
	chartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	chartType  = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
)

// kinds says how PowerPoint names and orders each kind of chart.
var kinds = [...]struct {
	element, direction, grouping, labels string
	gap                                  string // between the bars, in hundredths of their width
	overlap                              string
}{
	Bars:        {"c:barChart", "bar", "clustered", "outEnd", "60", "-5"},
	StackedBars: {"c:barChart", "bar", "stacked", "ctr", "50", "100"},
	Columns:     {"c:barChart", "col", "clustered", "outEnd", "60", "-5"},
	Lines:       {"c:lineChart", "", "standard", "t", "", ""},
}

func (c Chart) check() error {
	if c.Kind < 0 || int(c.Kind) >= len(kinds) || len(c.Series) == 0 || len(c.Categories) == 0 || c.Alt == "" {
		return errors.New("een grafiek heeft geen vorm, geen reeks, geen categorie " +
			"of geen tekst voor wie haar niet ziet")
	}
	for i, s := range c.Series {
		if len(s.Values) != len(c.Categories) {
			return fmt.Errorf("reeks %d van een grafiek heeft %d waarden; de grafiek heeft %d categorieën", i+1,
				len(s.Values), len(c.Categories))
		}
		for _, v := range s.Values {
			if math.IsInf(v, 0) {
				return fmt.Errorf("reeks %d van een grafiek heeft een waarde die niet te tekenen is", i+1)
			}
		}
	}
	return nil
}

func (c Chart) element(w *writer, slide, id string, area box) (xml, error) {
	if err := c.check(); err != nil {
		return "", err
	}
	w.charts++
	name := fmt.Sprintf("ppt/charts/chart%d.xml", w.charts)
	book := fmt.Sprintf("ppt/embeddings/werkmap%d.xlsx", w.charts)
	var content bytes.Buffer
	if err := c.workbook(&content); err != nil {
		return "", err
	}
	w.pack.Add(book, "", content.Bytes())
	w.pack.AddXML(name, chartType, c.space(w.look, w.pack.Relate(name, "package", book)))
	return el("p:graphicFrame", nil,
		el("p:nvGraphicFramePr", nil, el("p:cNvPr", at{"id", id, "name", "Grafiek", "descr", c.Alt}),
			el("p:cNvGraphicFramePr", nil, el("a:graphicFrameLocks", at{"noGrp", "1"})), el("p:nvPr", nil)),
		area.frame("p:xfrm"),
		el("a:graphic", nil, el("a:graphicData", at{"uri", chartSpace},
			el("c:chart", at{"r:id", w.pack.Relate(slide, "chart", name)})))), nil
}

// space writes the part of the chart.
func (c Chart) space(l look, bookID string) xml {
	inside := []xml{val("c:autoTitleDeleted", "1"), el("c:plotArea", nil, el("c:layout", nil), c.plot(l),
		c.categoryAxis(), c.valueAxis())}
	if len(c.Series) > 1 {
		inside = append(inside, el("c:legend", nil, val("c:legendPos", "t"), val("c:overlay", "0"),
			textProperties(1200, inkColor)))
	}
	inside = append(inside, val("c:plotVisOnly", "1"), val("c:dispBlanksAs", "gap"))
	return el("c:chartSpace", at{"xmlns:c", chartSpace, "xmlns:a", opc.Drawing, "xmlns:r", opc.Relations},
		val("c:date1904", "0"), val("c:lang", language), val("c:roundedCorners", "0"),
		el("c:chart", nil, inside...),
		el("c:spPr", nil, el("a:noFill", nil), el("a:ln", nil, el("a:noFill", nil))),
		textProperties(1200, inkColor),
		el("c:externalData", at{"r:id", bookID}, val("c:autoUpdate", "0")))
}

func (c Chart) plot(l look) xml {
	k := kinds[c.Kind]
	var inside []xml
	if k.direction != "" {
		inside = append(inside, val("c:barDir", k.direction))
	}
	inside = append(inside, val("c:grouping", k.grouping), val("c:varyColors", "0"))
	for i, s := range c.Series {
		inside = append(inside, c.series(l, i, s))
	}
	if c.Kind == Lines {
		inside = append(inside, val("c:marker", "1"))
	} else {
		inside = append(inside, val("c:gapWidth", k.gap), val("c:overlap", k.overlap))
	}
	return el(k.element, nil, append(inside, val("c:axId", categoryAxisID), val("c:axId", valueAxisID))...)
}

func (c Chart) series(l look, i int, s Series) xml {
	number, shade := strconv.Itoa(i), hex(s.Color, l.colors[i%len(l.colors)])
	column := columnName(i + 2)
	last := strconv.Itoa(len(c.Categories) + 1)
	inside := []xml{val("c:idx", number), val("c:order", number),
		el("c:tx", nil, el("c:strRef", nil, formula(column, "1", "1"), el("c:strCache", nil, val("c:ptCount", "1"),
			point("c:pt", 0, s.Name))))}
	if c.Kind == Lines {
		width, marker := "28575", el("c:marker", nil, val("c:symbol", "circle"), val("c:size", "7"), el("c:spPr", nil,
			fill(shade), el("a:ln", nil, fill(shade))))
		if s.Thin {
			width, marker = "15875", el("c:marker", nil, val("c:symbol", "none"))
		}
		inside = append(inside, el("c:spPr", nil, el("a:ln", at{"w", width, "cap", "rnd"}, fill(shade),
			el("a:round", nil))), marker)
	} else {
		inside = append(inside, el("c:spPr", nil, fill(shade)), val("c:invertIfNegative", "0"))
	}
	inside = append(inside, c.labels(s),
		el("c:cat", nil, el("c:strRef", nil, formula("A", "2", last), c.categoryCache())),
		el("c:val", nil, el("c:numRef", nil, formula(column, "2", last), c.valueCache(s))))
	if c.Kind == Lines {
		inside = append(inside, val("c:smooth", "0"))
	}
	return el("c:ser", nil, inside...)
}

func (c Chart) categoryCache() xml {
	inside := []xml{val("c:ptCount", strconv.Itoa(len(c.Categories)))}
	for i, name := range c.Categories {
		inside = append(inside, point("c:pt", i, name))
	}
	return el("c:strCache", nil, inside...)
}

func (c Chart) valueCache(s Series) xml {
	inside := []xml{el("c:formatCode", nil, opc.Text(c.format())), val("c:ptCount", strconv.Itoa(len(s.Values)))}
	for i, v := range s.Values {
		if !math.IsNaN(v) {
			inside = append(inside, point("c:pt", i, decimal(v)))
		}
	}
	return el("c:numCache", nil, inside...)
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func point(name string, index int, value string) xml {
	return el(name, at{"idx", strconv.Itoa(index)}, el("c:v", nil, opc.Text(value)))
}

func formula(column, first, last string) xml {
	cells := sheetName + "!$" + column + "$" + first
	if last != first {
		cells += ":$" + column + "$" + last
	}
	return el("c:f", nil, opc.Text(cells))
}

// textProperties writes a size, in hundredths of a point, and a colour.
func textProperties(size int, color string) xml {
	return el("c:txPr", nil, el("a:bodyPr", nil), el("a:lstStyle", nil),
		el("a:p", nil, el("a:pPr", nil, el("a:defRPr", at{"sz", strconv.Itoa(size), "b", "0"}, fill(color))),
			el("a:endParaRPr", at{"lang", language})))
}
