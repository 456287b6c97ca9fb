package content

import (
	"fmt"
	"math"

	"herstel/report/chart"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// splitParts are the cells of the report year that a waterfall is made of.
type splitParts struct {
	before, now stats.Cell // the share of the year before, and of the report year
	mix, rate   stats.Cell // the steps between them
}

// parts finds the cells of a waterfall; reason says in Dutch why it cannot be drawn, and is empty where it can.
func (s *chartSource) parts() (p splitParts, reason string) {
	now := len(s.figs.Years) - 1
	p.mix, p.rate = s.stand(sentences.PartMix).Cells[now], s.stand(sentences.PartRate).Cells[now]
	cells := []stats.Cell{p.mix, p.rate}
	all, ok := s.figs.Table(s.spec.Whole)
	if ok = ok && len(all.Rows) > 0 && now > 0; ok {
		p.before, p.now = all.Rows[0].Cells[now-1], all.Rows[0].Cells[now]
		cells = append(cells, p.before, p.now)
	}
	for _, cell := range cells {
		switch {
		case cell.Status == stats.NotAvailable:
			return p, nl.CleanLabel(cell.Reason)
		case cell.Status != stats.OK:
			return p, chart.MarkHidden +
				" verborgen: een getal waaruit dit cijfer volgt, is te klein om te tonen, of verraadt een ander"
		}
	}
	if unknown := sentences.NewView(s.figs, s.table).GroupsUnknown(); unknown != "" {
		return p, unknown
	}
	if !ok {
		return p, "het jaar ervoor staat niet in dit verslag"
	}
	gap := p.now.Share.Value() - p.before.Share.Value() - p.mix.Points.Value - p.rate.Points.Value
	if !p.before.Share.Known || !p.now.Share.Known || math.Abs(gap) > 1e-9 {
		return p, "het deel van de twee jaren is niet bekend"
	}
	return p, ""
}

// buildWaterfall makes a category of the share of the year before, of each step from it, and of that of the report
// year.
func buildWaterfall(c *chart.Chart, s *chartSource) {
	p, _ := s.parts() // nothing has asked whether it can be drawn
	whole, _ := s.figs.Table(s.spec.Whole)
	title := nl.CleanLabel(sentences.ShortTitle(&whole.Figure))
	row := func(label string, v chart.Value) {
		c.Categories = append(c.Categories,
			chart.Category{Label: label, Bars: []chart.Bar{{Values: []chart.Value{v}}}})
	}
	level := func(cell stats.Cell) chart.Value {
		v := shareValue(cell, false, false)
		v.Low, v.High, v.Ranged = 0, v.V, false
		return v
	}
	from := p.before.Share.Value()
	row(fmt.Sprintf("%s in %d", title, s.figs.Year-1), level(p.before))
	row("Samenstelling: andere verdeling over de aanleidingen", stepOfShare(from, p.mix.Points))
	row("Kans: ander deel met contact binnen de aanleidingen",
		stepOfShare(from+p.mix.Points.Value, p.rate.Points))
	row(fmt.Sprintf("%s in %d", title, s.figs.Year), level(p.now))
	c.Notes = append(c.Notes, sentences.NewView(s.figs, s.table).SplitMargin())
	if !p.addsUp() {
		c.Notes = append(c.Notes, "Door afronding tellen de getallen niet precies op.")
	}
}

// addsUp tells whether the steps make up the difference as they are printed.
func (p splitParts) addsUp() bool {
	level := func(cell stats.Cell) int { return nl.Round(cell.Share.Num, cell.Share.Den, shareDecimals+2) }
	step := func(cell stats.Cell) int { return nl.RoundOf(100*cell.Points.Value, shareDecimals) }
	return level(p.before)+step(p.mix)+step(p.rate) == level(p.now)
}

// stepOfShare is a step from a share, in per cent.
func stepOfShare(from float64, points stats.Estimate) chart.Value {
	to := from + points.Value
	printed := nl.SignedDecimal(100*points.Value, shareDecimals)
	v := chart.Value{Known: true, V: 100 * points.Value, Low: 100 * min(from, to), High: 100 * max(from, to),
		Short: printed, Label: printed + " procentpunt"}
	v.Tip = v.Label
	if points.IntervalKnown {
		v.Ranged = true
		v.Least, v.Most = 100*max(0, from+points.Interval.Low), 100*min(1, from+points.Interval.High)
		v.Tip += " (toevalsmarge " + sentences.MarginPoints(points.Interval) + ")"
	}
	return v
}
