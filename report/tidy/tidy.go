package tidy

import (
	"bytes"
	"encoding/json"
	"strconv"

	"herstel/stats"
)

// Labels are the dimensions of an observation, in the order of the breakdown.
type Labels []stats.Label

// MarshalJSON writes the labels as one object, in their own order.
func (l Labels) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, label := range l {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, text := range []string{label.Dimension, label.Value} {
			if j > 0 {
				b.WriteByte(':')
			}
			quoted, err := json.Marshal(text)
			if err != nil {
				return nil, err
			}
			b.Write(quoted)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Field is one named number of an observation: null where it is not known.
type Field struct {
	Name string
	Text string // as JSON; empty for null
	// columns are what the field is in a form with one number a column; none where it is that itself.
	columns []Field
}

// observation is one cell of a table in the tidy form.
type observation struct {
	figure   string
	year     int
	category Labels
	fields   []Field
	cell     *stats.Cell
	compared bool // of the report year: it has a difference with the year before
	of       *stats.Figure
}

// observations lists the cells of tables by figure, year and row.
func observations(figs *stats.Figures, tables []stats.Table) []observation {
	list := []observation{}
	for t := range tables {
		table := &tables[t]
		for y, year := range figs.Years {
			if year == figs.Year && table.Figure.EarlierYears() {
				continue
			}
			for _, row := range table.Rows {
				cell := &row.Cells[y]
				list = append(list, observation{
					figure: table.Figure.ID, year: year, category: categoryOf(table, row),
					fields: FieldsOf(&table.Figure, cell), cell: cell, of: &table.Figure, compared: year == figs.Year,
				})
			}
		}
	}
	return list
}

func categoryOf(table *stats.Table, row stats.Row) Labels {
	category := make(Labels, len(row.Labels))
	for i, value := range row.Labels {
		category[i] = stats.Label{Dimension: table.Figure.Breakdown[i].ID, Value: value}
	}
	return category
}

// FieldsOf lists the numbers that a figure of its kind has.
func FieldsOf(f *stats.Figure, c *stats.Cell) []Field {
	fields := []Field{intField("aantal", c.Count)}
	switch f.Kind {
	case stats.KindParts, stats.KindYesNo:
		fields = append(fields, intField("noemer", c.Base), floatField("aandeel", c.Share.Known, c.Share.Value))
	case stats.KindIncidence:
		e := c.Estimate
		fields = []Field{intField("noemer", c.Base), floatField("aandeel", e.Known, func() float64 { return e.Value }),
			intervalField("interval", e.Interval, e.IntervalKnown)}
	case stats.KindSplit:
		fields = splitFields(c)
	case stats.KindCount:
		if f.BaseText != "" {
			fields = append(fields, intField("noemer", c.Base), floatField("aandeel", c.Share.Known, c.Share.Value))
		}
	case stats.KindWaits:
		fields = append(fields, waitFields(c.Waits)...)
	case stats.KindLeadTime:
		q := c.Quantiles
		for _, p := range []struct {
			name  string
			days  float64
			known bool
		}{{"p25", q.P25, q.Known}, {"mediaan", q.Median, q.Known}, {"p75", q.P75, q.Known},
			{"p90", q.P90, q.P90Known}} {
			fields = append(fields, floatField(p.name, p.known, func() float64 { return p.days }))
		}
	}
	if f.Ranked {
		fields = append(fields, intField("rang", c.Rank), intField("rang_vorig", c.RankPrev))
	}
	return fields
}

func intField(name string, n stats.Int) Field {
	if !n.Known {
		return Field{Name: name}
	}
	return Field{Name: name, Text: strconv.Itoa(n.N)}
}

func floatField(name string, known bool, value func() float64) Field {
	if !known {
		return Field{Name: name}
	}
	return Field{Name: name, Text: strconv.FormatFloat(value(), 'f', -1, 64)}
}

// intervalField is an interval: two numbers in JSON, and two columns in CSV.
func intervalField(name string, interval stats.Interval, known bool) Field {
	low := floatField("ondergrens", known, func() float64 { return interval.Low })
	high := floatField("bovengrens", known, func() float64 { return interval.High })
	f := Field{Name: name, columns: []Field{low, high}}
	if known {
		f.Text = "[" + low.Text + "," + high.Text + "]"
	}
	return f
}

// MarshalJSON writes the observation with the keys that its figure has.
func (o observation) MarshalJSON() ([]byte, error) {
	category, err := o.category.MarshalJSON()
	if err != nil {
		return nil, err
	}
	figure, err := json.Marshal(o.figure)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(`{"figuur":`)
	b.Write(figure)
	b.WriteString(`,"jaar":` + strconv.Itoa(o.year) + `,"categorie":`)
	b.Write(category)
	for _, f := range o.fields {
		text := f.Text
		if text == "" {
			text = "null"
		}
		b.WriteString(`,"` + f.Name + `":` + text)
	}
	if o.cell.Provisional {
		b.WriteString(`,"voorlopig":true`)
	}
	if interval := intervalJSON(o.cell); interval != "" {
		b.WriteString(`,"interval":` + interval)
	}
	if difference := differenceJSON(o.of, &o.cell.Change); o.compared && difference != "" {
		b.WriteString(`,"verschil":` + difference)
	}
	b.WriteString(`,"status":"` + o.cell.Status.String() + `"`)
	if o.cell.Reason != "" {
		reason, err := json.Marshal(o.cell.Reason)
		if err != nil {
			return nil, err
		}
		b.WriteString(`,"reden":`)
		b.Write(reason)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
