package sentences

import (
	"fmt"
	"math"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// shareMove is how a change of a share is printed.
type shareMove struct {
	before, now string // "30%"
	points      string // "4 procentpunt"; empty where rounding would make it contradict before and now
	level       bool   // before and now print alike, although the shares may differ
}

// levelPoints is up to which difference two shares may be called level.
const levelPoints = 0.005

// printMove rounds a change of a share to whole per cents, or to one decimal where
// whole ones would hide a clear one, or one that is not level. The points go where rounding makes them contradict.
func printMove(before, now stats.Share, change stats.Change) shareMove {
	decimals := 0
	alike := percent(before, 0) == percent(now, 0)
	if blurred(before) || blurred(now) || alike && (change.Clear || math.Abs(change.Points) > levelPoints) {
		decimals = 1
	}
	a, b := nl.Round(before.Num, before.Den, decimals+2), nl.Round(now.Num, now.Den, decimals+2)
	move := shareMove{before: percent(before, decimals), now: percent(now, decimals), level: a == b}
	points := nl.Points(math.Abs(change.Points), decimals)
	if gap := math.Abs(float64(b-a)) / math.Pow10(decimals); points == nl.Decimal(gap, decimals)+" procentpunt" {
		move.points = points
	}
	return move
}

func percent(s stats.Share, decimals int) string { return nl.Percent(s.Num, s.Den, decimals) }

// blurred reports whether whole per cents would print a share as none or all
// while it is neither.
func blurred(s stats.Share) bool {
	whole := nl.Round(s.Num, s.Den, 2)
	return whole == 0 && s.Num > 0 || whole == 100 && s.Num < s.Den
}

// ShareText writes a share in whole per cents, without calling a few none or
// nearly all all.
func ShareText(s stats.Share) string {
	switch {
	case !blurred(s):
		return nl.Percent(s.Num, s.Den, 0)
	case 2*s.Num < s.Den:
		return "minder dan 1%"
	}
	return "meer dan 99%"
}

// shareChange tells how a share changed since the year before. subject is the
// share in words; place, which may be empty, goes before it: "bij Zeden". The
// row must be comparable.
func (v *View) shareChange(place, subject string, r *stats.Row) string {
	is := v.Cell(r)
	from, to := v.compared(r)
	move := printMove(from, to, is.Change)
	if is.Change.AmongKnown {
		place = strings.TrimSpace(place + " " + amongKnownText + ",")
	}
	clause := func(verb string) string {
		if place == "" {
			return subject + " " + verb
		}
		return place + " " + verb + " " + subject
	}
	margin := ""
	if !is.Change.Clear {
		margin = "; " + mayBeChance
	}
	moved := clause(movedWord(is.Change.Direction))
	var s string
	switch {
	case is.Change.Direction == stats.Same:
		margin = ""
		s = fmt.Sprintf("%s gelijk: %s in %d en in %d", clause("bleef"), move.now, v.Year-1, v.Year)
	case move.level:
		s = fmt.Sprintf("%s vrijwel gelijk: %s in %d en in %d%s", clause("bleef"), move.now, v.Year-1, v.Year, margin)
	case !is.Change.Clear:
		s = fmt.Sprintf("%s %s in %d en %s in %d (%s en %s)%s", clause("was"), move.before, v.Year-1, move.now, v.Year,
			nl.IntText(from.Num), v.caseNoun().Count(to.Num), margin)
	default:
		points := ""
		if move.points != "" {
			points = " met " + move.points + ","
		}
		s = fmt.Sprintf("%s%s van %s in %d naar %s in %d: van %s naar %s", moved, points, move.before, v.Year-1,
			move.now, v.Year,
			nl.IntText(from.Num), v.caseNoun().Count(to.Num))
	}
	return nl.Sentence(s) + v.inARow(r)
}

// inARow tells how often the share moved this way: "Dat is voor het tweede jaar op
// rij hoger: 26% in 2019, 30% in 2020 en 34% in 2021."
func (v *View) inARow(r *stats.Row) string {
	c := v.Cell(r).Change
	if c.Run < 2 || c.Run >= len(ordinals) {
		return ""
	}
	var shares []string
	for i := v.Now - c.Run; i <= v.Now; i++ {
		if !r.Cells[i].Share.Known || blurred(r.Cells[i].Share) {
			return ""
		}
		shares = append(shares, fmt.Sprintf("%s in %d", ShareText(r.Cells[i].Share), v.Figs.Years[i]))
	}
	word := "hoger"
	if c.Direction == stats.Down {
		word = "lager"
	}
	return fmt.Sprintf(" Dat is voor het %s jaar op rij %s: %s.", ordinals[c.Run], word, nl.List(shares))
}

var ordinals = []string{"", "", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
	"tiende"}

// mayBeChance follows a difference that is not clear.
const mayBeChance = "dat verschil kan toeval zijn"

func movedWord(d stats.Direction) string {
	if d == stats.Down {
		return "daalde"
	}
	return "steeg"
}

// noun is a word with its plural.
type noun struct{ one, many string }

// Count writes a number with the word: "1 zaak", "1047 zaken".
func (n noun) Count(i int) string { return nl.Count(i, n.one, n.many) }

// factor says in words that a number became twice or half as large, judged by
// the exact counts; empty when it did not, or when the numbers are too small
// for such words.
func factor(before, now int) string {
	switch {
	case before < smallBase || now == 0:
		return ""
	case now > 2*before:
		return "meer dan verdubbeld"
	case now == 2*before:
		return "verdubbeld"
	case 2*now == before:
		return "gehalveerd"
	case 2*now < before:
		return "meer dan gehalveerd"
	}
	return ""
}

// countChange tells a change of a count as the end of a sentence: "99 minder
// dan in 2020, een daling van 7%". It is empty without a change to tell.
func countChange(c stats.Change, before string) string {
	switch {
	case !c.Known:
		return ""
	case c.Difference == 0:
		return fmt.Sprintf("evenveel als in %s", before)
	}
	word, size, turn := "meer", c.Difference, "stijging"
	if c.Difference < 0 {
		word, size, turn = "minder", -c.Difference, "daling"
	}
	s := fmt.Sprintf("%s %s dan in %s", nl.IntText(size), word, before)
	switch {
	case !c.Clear:
		return s + "; " + mayBeChance
	case c.Previous < smallBase:
		return s
	case nl.Round(size, c.Previous, 2) == 0:
		return s + fmt.Sprintf(", een %s van minder dan 1%%", turn)
	}
	return s + fmt.Sprintf(", een %s van %s", turn, nl.Percent(size, c.Previous, 0))
}
