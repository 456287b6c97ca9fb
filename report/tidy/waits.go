package tidy

import (
	"cmp"
	"strconv"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/inference"
)

// waitFields are the quantiles in the tidy form, each with its interval.
func waitFields(q stats.WaitQuantiles) []Field {
	var fields []Field
	for _, m := range content.WaitMeasures {
		quantile := m.Of(q)
		low, high := daysField(m.Name+"_ondergrens", quantile.Low), daysField(m.Name+"_bovengrens", quantile.High)
		interval := Field{Name: m.Name + "_interval", columns: []Field{low, high}}
		if quantile.Day.Known {
			interval.Text = "[" + cmp.Or(low.Text, "null") + "," + cmp.Or(high.Text, "null") + "]"
		}
		fields = append(fields, daysField(m.Name, quantile.Day), interval)
	}
	return fields
}

func daysField(name string, d inference.Days) Field {
	if !d.Known {
		return Field{Name: name}
	}
	return Field{Name: name, Text: strconv.Itoa(d.N)}
}
