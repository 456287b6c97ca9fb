package report

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
func (v *view) compared(r *stats.Row) (before, now stats.Share) {
	if c := v.cell(r).Change; c.AmongKnown {
		return c.From, c.To
	}
	was, ok := v.previous(r)
	if !ok {
		return stats.Share{}, v.cell(r).Share
	}
	return was.Share, v.cell(r).Share
}

// figureReasons are the reasons that keep all rows of the report year from being
// compared with the year before.
func (v *view) figureReasons() stats.Reasons {
	if v.now < 0 || len(v.table.Rows) == 0 {
		return 0
	}
	shared := stats.ReasonUndated | stats.ReasonBreak | stats.ReasonBegin | stats.ReasonNotAvailable
	for i := range v.table.Rows {
		shared &= v.cell(&v.table.Rows[i]).Change.Reasons
	}
	return shared
}

// incomparable says in one clause why the report year is not compared with the
// year before; empty where it is.
func (v *view) incomparable() string {
	reasons := v.figureReasons()
	switch {
	case v.before < 0 || reasons == 0:
		return ""
	case reasons.Has(stats.ReasonBreak):
		return fmt.Sprintf("Een vergelijking met %d kan hier niet: %s.", v.year-1, v.breakReason())
	case reasons.Has(stats.ReasonUndated):
		return fmt.Sprintf("Een vergelijking met %d kan hier niet: bij meer dan 5%% van de zaken ontbreekt de datum van deze stap.", v.year-1)
	}
	for i := range v.table.Rows {
		if was := v.table.Rows[i].Cells[v.before]; was.Status == stats.NotAvailable && was.Reason != "" {
			return fmt.Sprintf("Een vergelijking met %d kan hier niet: %s.", v.year-1, strings.TrimRight(was.Reason, ". "))
		}
	}
	return fmt.Sprintf("Een vergelijking met %d kan hier niet: dat jaar is niet beschikbaar.", v.year-1)
}

// breakReason is what herstel.yaml says of the break before the report year.
func (v *view) breakReason() string {
	for _, b := range v.figs.SeriesBreaks {
		if b.Year == v.year && (b.Figure == "" || b.Figure == v.table.Figure.ID) {
			return strings.TrimRight(isolated(b.Reason), ". ")
		}
	}
	return "er is een trendbreuk"
}

// saidBefore reports whether an earlier figure of the same section says the same.
func (v *view) saidBefore(sentence string) bool {
	for _, e := range register {
		if e.id == v.table.Figure.ID {
			return false
		}
		if e.section != v.entry.section {
			continue
		}
		if t, ok := v.figs.Table(e.id); ok && !t.Figure.EarlierYears() && newView(v.figs, t).incomparable() == sentence {
			return true
		}
	}
	return false
}

// knownOnly says that the differences of a figure are among the known cases, where
// no sentence told one.
func (v *view) knownOnly(told []string) string {
	for i := range v.table.Rows {
		if v.now >= 0 && v.cell(&v.table.Rows[i]).Change.AmongKnown {
			if strings.Contains(strings.Join(told, " "), "waarvan dit bekend is") {
				return ""
			}
			return fmt.Sprintf("De verschillen met %d gaan over de zaken waarvan dit bekend is.", v.year-1)
		}
	}
	return ""
}

// mentioned tells the cells that herstel.yaml names under noemen: "OM verstrekt
// geen gegevens: 42 (14%); in 2020 25 (9%). Dat verschil kan toeval zijn."
func (v *view) mentioned() []string {
	var told []string
	for _, m := range v.figs.Mentions {
		if m.Figure != v.table.Figure.ID {
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

func (v *view) mention(r *stats.Row) string {
	name := v.table.Figure.Title
	if len(r.Labels) > 0 {
		var labels []string
		for i, label := range r.Labels {
			labels = append(labels, labelText(v.table.Figure.Breakdown[i].ID, label))
		}
		if v.table.Figure.Within == 0 {
			labels = labels[len(labels)-1:]
		}
		name = strings.Join(labels, ", ")
	}
	s := isolated(name) + ": " + countWithShare(v.cell(r))
	was, ok := v.previous(r)
	if !ok {
		return nl.Sentence(s)
	}
	s += fmt.Sprintf("; in %d %s", v.year-1, countWithShare(was))
	switch c := v.cell(r).Change; {
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
		return fmt.Sprintf("%s (%s)", nl.IntText(c.Count.N), shareText(c.Share))
	}
	return nl.IntText(c.Count.N)
}
