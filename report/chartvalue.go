package report

import (
	"slices"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// shareDecimals is the number of decimals of a percentage in a chart.
const shareDecimals = 1

// value turns a cell into what is drawn. The newest year shows its count too.
func (s *chartSource) value(cell stats.Cell, newest bool) Value {
	switch cell.Status {
	case stats.Suppressed:
		return Value{Label: markHidden, Tip: "verborgen"}
	case stats.NotAvailable:
		return Value{Label: markNotAvailable, Tip: "niet beschikbaar"}
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

func shareValue(cell stats.Cell, newest, ownBase bool) Value {
	share := cell.Share
	if !share.Known {
		return Value{Label: nl.Unknown, Tip: "geen zaken"}
	}
	percent := nl.Percent(share.Num, share.Den, shareDecimals)
	v := Value{Known: true, V: 100 * share.Value(), Label: percent, Short: percent, Ranged: true, Low: 100 * share.Interval.Low, High: 100 * share.Interval.High}
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

func countValue(cell stats.Cell) Value {
	if !cell.Count.Known {
		return Value{Label: nl.Unknown, Tip: "onbekend"}
	}
	text := nl.Int(cell.Count.N)
	return Value{Known: true, V: float64(cell.Count.N), Label: text, Tip: text}
}

// estimateValue draws an estimated share with its interval.
func estimateValue(cell stats.Cell) Value {
	e := cell.Estimate
	if !e.Known {
		return Value{Label: nl.Unknown, Tip: "onbekend"}
	}
	text := nl.PercentOf(e.Value, shareDecimals)
	v := Value{Known: true, V: 100 * e.Value, Label: text, Short: text, Tip: text}
	if e.IntervalKnown {
		v.Ranged, v.Low, v.High = true, 100*e.Interval.Low, 100*e.Interval.High
		v.Tip += " (" + nl.PercentOf(e.Interval.Low, shareDecimals) + " tot " + nl.PercentOf(e.Interval.High, shareDecimals) + ")"
	} else {
		v.Low, v.High = v.V, v.V
	}
	return v
}

func leadTime(cell stats.Cell) Value {
	q := cell.Quantiles
	switch {
	case !q.Known && cell.Count.N > 0:
		return Value{Label: markHidden, Tip: "te weinig zaken om te tonen"}
	case !q.Known:
		return Value{Label: nl.Unknown, Tip: "geen zaken"}
	}
	median := nl.DecimalShort(q.Median, 1)
	v := Value{Known: true, V: q.Median, Ranged: true, Low: q.P25, High: q.P75, Label: median + " dagen (" + nl.DecimalShort(q.P25, 0) + "–" + nl.DecimalShort(q.P75, 0) + ")"}
	v.Tip = "mediaan " + median + " dagen, p25 " + nl.DecimalShort(q.P25, 1) + ", p75 " + nl.DecimalShort(q.P75, 1)
	if cell.Count.Known {
		v.Tip += ", " + nl.Count(cell.Count.N, "zaak", "zaken")
	}
	return v
}

// markNotes explains the marks that the chart shows, and what is missing from it without a mark.
func (s *chartSource) markNotes(c *Chart) []string {
	var notes []string
	if c.Form == FormCurve {
		if has(c, markHidden) {
			notes = append(notes, markHidden+" verborgen: waar een trede ontbreekt, is het getal te klein om te tonen, of verraadt het een ander.")
		}
		return notes
	}
	if has(c, markHidden) {
		note := markHidden + " verborgen: het aantal is te klein om te tonen, of verraadt een ander."
		if c.Form == FormStacked {
			note = markHidden + " verborgen: een of meer delen van de staaf zijn te klein om te tonen, of verraden een ander. De delen die wel te zien zijn, staan in de tabel."
		}
		notes = append(notes, note)
	}
	if has(c, markNotAvailable) {
		notes = append(notes, nl.Sentence(strings.TrimSuffix(markNotAvailable+" niet beschikbaar: "+s.reason(), ": ")))
	}
	if lacksTick(c) {
		notes = append(notes, c.Categories[0].Bars[1].Name+" ontbreekt in de grafiek waar het getal verborgen of niet beschikbaar is.")
	}
	return notes
}

// reason is why the first cell that is not available is not.
func (s *chartSource) reason() string {
	for _, row := range s.table.Rows {
		for _, y := range s.years() {
			if cell := row.Cells[y]; cell.Status == stats.NotAvailable {
				return cleanLabel(cell.Reason)
			}
		}
	}
	return ""
}

// has tells whether a mark stands somewhere in the picture.
func has(c *Chart, mark string) bool {
	return slices.ContainsFunc(c.Categories, func(category Category) bool {
		return slices.ContainsFunc(marked(c, category), func(b Bar) bool {
			if c.Form == FormStacked {
				return missing(b) == mark
			}
			return b.Values[0].Label == mark
		})
	})
}

// marked gives the bars of a category that are drawn with their number or mark: FormRanked has that of the newest year only.
func marked(c *Chart, category Category) []Bar {
	if c.Form == FormRanked {
		return category.Bars[:1]
	}
	return category.Bars
}

// lacksTick tells whether the number of a tick may not or cannot be shown.
func lacksTick(c *Chart) bool {
	return c.Form == FormRanked && slices.ContainsFunc(c.Categories, func(category Category) bool {
		return len(category.Bars) > 1 && slices.Contains([]string{markHidden, markNotAvailable}, category.Bars[1].Values[0].Label)
	})
}

// formWords name a form in the description of a chart.
var formWords = map[Form]string{
	FormYears: "Staafdiagram", FormRanked: "Staafdiagram", FormStacked: "Gestapeld staafdiagram", FormLines: "Lijndiagram", FormTrend: "Lijndiagram",
	FormFlow: "Stroomdiagram", FormCurve: "Traplijn", FormOverview: "Kerngetallen", FormDots: "Puntdiagram", FormTiles: "Kerngetallen", FormFunnel: "Trechter", FormRanges: "Diagram met spreiding", FormWaterfall: "Watervaldiagram",
}

// summary puts the chart in words: every number that it draws.
func summary(c *Chart) string {
	var b strings.Builder
	b.WriteString(warnings(c) + formWords[c.Form] + ". " + strings.TrimSpace(nl.Sentence(c.Subtitle)+" "+c.Reading))
	for _, category := range c.Categories {
		b.WriteString(" " + strings.TrimPrefix(categoryName(category)+": ", ": "))
		for i, bar := range category.Bars {
			if i > 0 {
				b.WriteString("; ")
			}
			b.WriteString(bar.Name + " " + barWords(c, bar))
		}
		b.WriteByte('.')
	}
	return strings.Join(append([]string{b.String()}, c.Notes...), " ")
}

// warnings puts in words what stands above the chart in red.
func warnings(c *Chart) string {
	text := ""
	if c.Demo {
		text = "Voorbeelddata. "
	}
	if c.Open != "" {
		text += c.Open + ". "
	}
	return text
}

func categoryName(c Category) string {
	name := c.Label
	if c.Group != "" && c.Group != c.Label {
		name = c.Group + ", " + name
	}
	if c.Rank != "" {
		name = c.Rank + ". " + name
	}
	return name
}

func barWords(c *Chart, bar Bar) string {
	if c.Form != FormStacked {
		return bar.Values[0].Tip
	}
	words := make([]string, len(bar.Values))
	for i, v := range bar.Values {
		words[i] = strings.ToLower(c.Parts[i]) + " " + v.Tip
	}
	return strings.Join(words, ", ")
}
