package echarts

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/opts"

	"herstel/report/chart"
)

// curve draws a line a year that grows in steps with the days.
func (v *canvas) curve() {
	c := v.chart
	most := 0.0
	names := []string{"0"}
	for _, category := range c.Categories {
		names = append(names, strconv.Itoa(category.Day))
		for _, bar := range category.Bars {
			most = max(most, bar.Values[0].V)
		}
	}
	p := v.newPlane(most, "%", v.bold.width("0000")+v.em(10), v.em(190))
	ends := make([]chart.Bar, len(c.Categories[0].Bars))
	for age := len(ends) - 1; age >= 0; age-- {
		v.series = append(v.series, v.cohort(age))
		ends[age] = c.Categories[0].Bars[age]
		for _, category := range c.Categories {
			if bar := category.Bars[age]; bar.Values[0].Known {
				ends[age] = bar
			}
		}
	}
	v.yearNames(p, ends)
	v.setPlane(p, names, "%")
}

// stepLine is a line of which each value holds until the next.
type stepLine struct {
	series
	Step    string `json:"step"`
	Connect bool   `json:"connectNulls"`
}

func (v *canvas) cohort(age int) stepLine {
	look := lineLooks[min(age, len(lineLooks)-1)]
	color := v.colors[0].Tint(look.tint).String()
	data := make([]any, 1+len(v.chart.Categories))
	data[0] = datum{Value: 0, Symbol: "none"}
	last := 0
	for i, category := range v.chart.Categories {
		value := category.Bars[age].Values[0]
		if !value.Known {
			continue
		}
		d := datum{Value: drawn(value.V), Symbol: "circle", Size: v.em(5), ItemStyle: &itemStyle{Color: color},
			Tooltip: v.newTooltip(category.Label+", "+category.Bars[age].Name, value.Tip)}
		data[i+1], last = d, i+1
	}
	s := stepLine{series: newSeries("line", data[:last+1]), Step: "end", Connect: true}
	s.Name, s.Z = v.chart.Categories[0].Bars[age].Name, 5-min(age, 3)
	s.LineStyle = &opts.LineStyle{Color: color, Width: look.width, Type: look.kind}
	return s
}
