package content

import (
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// shareDecimals is the number of decimals of a percentage in a chart.
const shareDecimals = 1

// value turns a cell into what is drawn. The newest year shows its count too.
func (s *chartSource) value(cell stats.Cell, newest bool) chart.Value {
	switch cell.Status {
	case stats.Suppressed:
		return chart.Value{Label: chart.MarkHidden, Tip: "verborgen"}
	case stats.NotAvailable:
		return chart.Value{Label: chart.MarkNotAvailable, Tip: "niet beschikbaar"}
	}
	switch s.table.Figure.Kind {
	case stats.KindLeadTime:
		return leadTime(cell)
	case stats.KindCount:
		return countValue(cell)
	case stats.KindIncidence:
		return estimateValue(cell)
	}
	return shareValue(cell, newest, s.table.Figure.Within > 0)
}

func shareValue(cell stats.Cell, newest, ownBase bool) chart.Value {
	share := cell.Share
	if !share.Known {
		return chart.Value{Label: nl.Unknown, Tip: "geen zaken"}
	}
	percent := nl.Percent(share.Num, share.Den, shareDecimals)
	v := chart.Value{Known: true, V: 100 * share.Value(), Label: percent, Short: percent, Ranged: true,
		Low: 100 * share.Interval.Low, High: 100 * share.Interval.High}
	v.Count, v.N, v.Den = nl.Int(share.Num), share.Num, share.Den
	if ownBase {
		v.Count += " van " + nl.Int(share.Den)
	}
	v.Tip = percent + ", " + nl.Int(share.Num) + " van " + nl.Int(share.Den)
	switch {
	case newest && ownBase:
		v.Label = percent + " van " + nl.Int(share.Den)
	case newest:
		v.Label = percent + " (" + nl.Int(share.Num) + ")"
	}
	return v
}

func countValue(cell stats.Cell) chart.Value {
	if !cell.Count.Known {
		return chart.Value{Label: nl.Unknown, Tip: "onbekend"}
	}
	text := nl.Int(cell.Count.N)
	return chart.Value{Known: true, V: float64(cell.Count.N), Label: text, Tip: text}
}

// estimateValue draws an estimated share with its interval.
func estimateValue(cell stats.Cell) chart.Value {
	e := cell.Estimate
	if !e.Known {
		return chart.Value{Label: nl.Unknown, Tip: "onbekend"}
	}
	text := nl.PercentOf(e.Value, shareDecimals)
	v := chart.Value{Known: true, V: 100 * e.Value, Label: text, Short: text, Tip: text}
	if e.IntervalKnown {
		v.Ranged, v.Low, v.High = true, 100*e.Interval.Low, 100*e.Interval.High
		v.Tip += " (" + nl.PercentOf(e.Interval.Low, shareDecimals) + " tot " + nl.PercentOf(e.Interval.High,
			shareDecimals) + ")"
	} else {
		v.Low, v.High = v.V, v.V
	}
	return v
}

func leadTime(cell stats.Cell) chart.Value {
	q := cell.Quantiles
	switch {
	case !q.Known && cell.Count.N > 0:
		return chart.Value{Label: chart.MarkHidden, Tip: "te weinig zaken om te tonen"}
	case !q.Known:
		return chart.Value{Label: nl.Unknown, Tip: "geen zaken"}
	}
	median := nl.DecimalShort(q.Median, 1)
	v := chart.Value{Known: true, V: q.Median, Ranged: true, Low: q.P25, High: q.P75,
		Label: median + " dagen (" + nl.DecimalShort(q.P25, 0) + "–" + nl.DecimalShort(q.P75, 0) + ")"}
	v.Tip = "mediaan " + median + " dagen, p25 " + nl.DecimalShort(q.P25, 1) + ", p75 " + nl.DecimalShort(q.P75, 1)
	if cell.Count.Known {
		v.Tip += ", " + nl.Count(cell.Count.N, "zaak", "zaken")
	}
	return v
}

// markNotes explains the marks that the chart shows, and what is missing from it without a mark.
func (s *chartSource) markNotes(c *chart.Chart) []string {
	var notes []string
	if c.Form == chart.FormCurve {
		if has(c, chart.MarkHidden) {
			notes = append(notes, chart.MarkHidden+
				" verborgen: waar een trede ontbreekt, is het getal te klein om te tonen, of verraadt het een ander.")
		}
		return notes
	}
	if has(c, chart.MarkHidden) {
		note := chart.MarkHidden + " verborgen: het aantal is te klein om te tonen, of verraadt een ander."
		if c.Form == chart.FormStacked {
			note = chart.MarkHidden +
				" verborgen: een of meer delen van de staaf zijn te klein om te tonen, of verraden een ander. De " +
				"delen die wel te zien zijn, staan in de tabel."
		}
		notes = append(notes, note)
	}
	if has(c, chart.MarkNotAvailable) {
		notes = append(notes, nl.Sentence(strings.TrimSuffix(chart.MarkNotAvailable+" niet beschikbaar: "+s.reason(),
			": ")))
	}
	if lacksTick(c) {
		notes = append(notes, c.Categories[0].Bars[1].Name+
			" ontbreekt in de grafiek waar het getal verborgen of niet beschikbaar is.")
	}
	return notes
}

// reason is why the first cell that is not available is not.
func (s *chartSource) reason() string {
	for _, row := range s.table.Rows {
		for _, y := range s.years() {
			if cell := row.Cells[y]; cell.Status == stats.NotAvailable {
				return nl.CleanLabel(cell.Reason)
			}
		}
	}
	return ""
}

// has tells whether a mark stands somewhere in the picture.
func has(c *chart.Chart, mark string) bool {
	return slices.ContainsFunc(c.Categories, func(category chart.Category) bool {
		return slices.ContainsFunc(marked(c, category), func(b chart.Bar) bool {
			if c.Form == chart.FormStacked {
				return chart.Missing(b) == mark
			}
			return b.Values[0].Label == mark
		})
	})
}

// marked gives the bars of a category that are drawn with their number or mark: FormRanked has that of the newest year
// only.
func marked(c *chart.Chart, category chart.Category) []chart.Bar {
	if c.Form == chart.FormRanked {
		return category.Bars[:1]
	}
	return category.Bars
}

// lacksTick tells whether the number of a tick may not or cannot be shown.
func lacksTick(c *chart.Chart) bool {
	return c.Form == chart.FormRanked && slices.ContainsFunc(c.Categories, func(category chart.Category) bool {
		return len(category.Bars) > 1 &&
			slices.Contains([]string{chart.MarkHidden, chart.MarkNotAvailable}, category.Bars[1].Values[0].Label)
	})
}

// formWords name a form in the description of a chart.
var formWords = map[chart.Form]string{
	chart.FormYears: "Staafdiagram", chart.FormRanked: "Staafdiagram", chart.FormStacked: "Gestapeld staafdiagram",
	chart.FormLines: "Lijndiagram", chart.FormTrend: "Lijndiagram",
	chart.FormFlow: "Stroomdiagram", chart.FormCurve: "Traplijn", chart.FormOverview: "Kerngetallen",
	chart.FormDots: "Puntdiagram", chart.FormTiles: "Kerngetallen", chart.FormFunnel: "Trechter",
	chart.FormRanges: "Diagram met spreiding", chart.FormStock: "Lijn- en staafdiagram",
	chart.FormWaterfall: "Watervaldiagram",
}

// summary puts the chart in words: every number that it draws.
func summary(c *chart.Chart) string {
	var b strings.Builder
	b.WriteString(warnings(c) + formWords[c.Form] + ". " + strings.TrimSpace(nl.Sentence(c.Subtitle)+" "+c.Reading))
	for _, category := range c.Categories {
		b.WriteString(" " + strings.TrimPrefix(CategoryName(category)+": ", ": "))
		for i, bar := range category.Bars {
			if i > 0 {
				b.WriteString("; ")
			}
			b.WriteString(strings.TrimPrefix(bar.Name+" ", " ") + barWords(c, bar))
		}
		b.WriteByte('.')
	}
	return strings.Join(append([]string{b.String()}, c.Notes...), " ")
}

// warnings puts in words what stands above the chart in red.
func warnings(c *chart.Chart) string {
	text := ""
	if c.Demo {
		text = "Voorbeelddata. "
	}
	if c.Open != "" {
		text += c.Open + ". "
	}
	return text
}

// CategoryName is a category of a chart with its group and its rank.
func CategoryName(c chart.Category) string {
	name := c.Label
	if c.Group != "" && c.Group != c.Label {
		name = c.Group + ", " + name
	}
	if c.Rank != "" {
		name = c.Rank + ". " + name
	}
	return name
}

// CategoryTitle names a category outside its chart; the one of a figure without a breakdown is the figure itself.
func CategoryTitle(c *chart.Chart, category chart.Category) string {
	switch name := CategoryName(category); {
	case name == "":
		return c.Title
	case c.Form == chart.FormLines:
		return nl.Capital(sentences.MonthName(name))
	default:
		return name
	}
}

func barWords(c *chart.Chart, bar chart.Bar) string {
	if c.Form != chart.FormStacked {
		return bar.Values[0].Tip
	}
	words := make([]string, len(bar.Values))
	for i, v := range bar.Values {
		words[i] = strings.ToLower(c.Parts[i]) + " " + v.Tip
	}
	return strings.Join(words, ", ")
}
