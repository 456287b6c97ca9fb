package sentences

import (
	"fmt"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// amongKnownText stands beside a difference that is one of the known cases only.
const amongKnownText = "van de zaken waarvan dit bekend is"

// compared gives the two shares of which a change is told: among the known cases
// where the change is.
func (v *View) compared(r *stats.Row) (before, now stats.Share) {
	if c := v.Cell(r).Change; c.AmongKnown {
		return c.From, c.To
	}
	was, ok := v.previous(r)
	if !ok {
		return stats.Share{}, v.Cell(r).Share
	}
	return was.Share, v.Cell(r).Share
}

// FigureReasons are the reasons that keep all rows of the report year from being
// compared with the year before.
func (v *View) FigureReasons() stats.Reasons {
	if v.Now < 0 || len(v.Table.Rows) == 0 {
		return 0
	}
	shared := stats.ReasonUndated | stats.ReasonBreak | stats.ReasonBegin | stats.ReasonNotAvailable
	for i := range v.Table.Rows {
		shared &= v.Cell(&v.Table.Rows[i]).Change.Reasons
	}
	return shared
}

// Incomparable says in one clause why the report year is not compared with the
// year before; empty where it is.
func (v *View) Incomparable() string {
	reasons := v.FigureReasons()
	switch {
	case v.Before < 0 || reasons == 0:
		return ""
	case reasons.Has(stats.ReasonBreak):
		return fmt.Sprintf("Een vergelijking met %d kan hier niet: %s.", v.Year-1, v.breakReason())
	case reasons.Has(stats.ReasonUndated):
		return fmt.Sprintf("Een vergelijking met %d kan hier niet: bij meer dan 5%% van de zaken ontbreekt de datum "+
			"van deze stap.", v.Year-1)
	}
	for i := range v.Table.Rows {
		if was := v.Table.Rows[i].Cells[v.Before]; was.Status == stats.NotAvailable && was.Reason != "" {
			return fmt.Sprintf("Een vergelijking met %d kan hier niet: %s.", v.Year-1,
				strings.TrimRight(was.Reason, ". "))
		}
	}
	return fmt.Sprintf("Een vergelijking met %d kan hier niet: dat jaar is niet beschikbaar.", v.Year-1)
}

// breakReason is what herstel.yaml says of the break before the report year.
func (v *View) breakReason() string {
	for _, b := range v.Figs.SeriesBreaks {
		if b.Year == v.Year && (b.Figure == "" || b.Figure == v.Table.Figure.ID) {
			return strings.TrimRight(nl.Isolated(b.Reason), ". ")
		}
	}
	return "er is een trendbreuk"
}

// saidBefore reports whether an earlier figure of the same section says the same.
func (v *View) saidBefore(sentence string) bool {
	for _, e := range Register {
		if e.ID == v.Table.Figure.ID {
			return false
		}
		if e.Section != v.Entry.Section {
			continue
		}
		if t, ok := v.Figs.Table(e.ID); ok && !t.Figure.EarlierYears() &&
			NewView(v.Figs, t).Incomparable() == sentence {
			return true
		}
	}
	return false
}

// KnownOnly says that the differences of a figure are among the known cases, where
// no sentence told one.
func (v *View) KnownOnly(told []string) string {
	for i := range v.Table.Rows {
		if v.Now >= 0 && v.Cell(&v.Table.Rows[i]).Change.AmongKnown {
			if strings.Contains(strings.Join(told, " "), "waarvan dit bekend is") {
				return ""
			}
			return fmt.Sprintf("De verschillen met %d gaan over de zaken waarvan dit bekend is.", v.Year-1)
		}
	}
	return ""
}

// mentioned tells the cells that herstel.yaml names under noemen: "OM verstrekt
// geen gegevens: 42 (14%); in 2020 25 (9%). Dat verschil kan toeval zijn."
func (v *View) mentioned() []string {
	var told []string
	for _, m := range v.Figs.Mentions {
		if m.Figure != v.Table.Figure.ID {
			continue
		}
		values := make([]string, len(m.Category))
		for i, label := range m.Category {
			values[i] = label.Value
		}
		if r, ok := v.row(values...); ok {
			told = append(told, v.mention(r))
		}
	}
	return told
}

func (v *View) mention(r *stats.Row) string {
	name := v.Table.Figure.Title
	if len(r.Labels) > 0 {
		var labels []string
		for i, label := range r.Labels {
			labels = append(labels, LabelText(v.Table.Figure.Breakdown[i].ID, label))
		}
		if v.Table.Figure.Within == 0 {
			labels = labels[len(labels)-1:]
		}
		name = strings.Join(labels, ", ")
	}
	s := nl.Isolated(name) + ": " + countWithShare(v.Cell(r))
	was, ok := v.previous(r)
	if !ok {
		return nl.Sentence(s)
	}
	s += fmt.Sprintf("; in %d %s", v.Year-1, countWithShare(was))
	switch c := v.Cell(r).Change; {
	case !c.Known:
		return nl.Sentence(s)
	case c.Difference == 0 && !c.PointsKnown, c.PointsKnown && c.Direction == stats.Same:
		return nl.Sentence(s) + " Dat is gelijk."
	case c.Clear:
		return nl.Sentence(s) + " Dat verschil is duidelijk."
	}
	return nl.Sentence(s) + " " + nl.Sentence(mayBeChance)
}

// countWithShare is a number with its share, or the word for why it is not there.
func countWithShare(c *stats.Cell) string {
	switch {
	case c.Status == stats.Suppressed:
		return "verborgen"
	case !shown(c):
		return "niet beschikbaar"
	case telling(c):
		return fmt.Sprintf("%s (%s)", nl.IntText(c.Count.N), ShareText(c.Share))
	}
	return nl.IntText(c.Count.N)
}
