package report

import (
	"fmt"
	"math"

	"herstel/stats"
	"herstel/stats/nl"
)

// shareMove is how a change of a share is printed.
type shareMove struct {
	before, now string // "30%"
	points      string // "4 procentpunt"; empty where rounding would make it contradict before and now
	level       bool   // before and now print alike, although the shares may differ
}

// printMove rounds a change of a share to whole per cents, or to one decimal
// where whole ones would contradict the printed difference.
func printMove(before, now stats.Share, change stats.Change) shareMove {
	for decimals := 0; decimals <= 1; decimals++ {
		if decimals == 0 && (blurred(before) || blurred(now)) {
			continue
		}
		a, b := nl.Round(before.Num, before.Den, decimals+2), nl.Round(now.Num, now.Den, decimals+2)
		points := nl.Points(math.Abs(change.Points), decimals)
		gap := math.Abs(float64(b-a)) / math.Pow10(decimals)
		if points == nl.Decimal(gap, decimals)+" procentpunt" {
			return shareMove{percent(before, decimals), percent(now, decimals), points, a == b}
		}
	}
	decimals := 0
	if blurred(before) || blurred(now) || percent(before, 0) == percent(now, 0) || percent(before, 1) == percent(now, 1) {
		decimals = 1
	}
	was, is := percent(before, decimals), percent(now, decimals)
	return shareMove{before: was, now: is, level: was == is}
}

func percent(s stats.Share, decimals int) string { return nl.Percent(s.Num, s.Den, decimals) }

// blurred reports whether whole per cents would print a share as none or all
// while it is neither.
func blurred(s stats.Share) bool {
	whole := nl.Round(s.Num, s.Den, 2)
	return whole == 0 && s.Num > 0 || whole == 100 && s.Num < s.Den
}

// shareText writes a share in whole per cents, without calling a few none or
// nearly all all.
func shareText(s stats.Share) string {
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
func (v *view) shareChange(place, subject string, r *stats.Row) string {
	was, _ := v.previous(r)
	is := v.cell(r)
	move := printMove(was.Share, is.Share, is.Change)
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
		s = fmt.Sprintf("%s gelijk: %s in %d en in %d", clause("bleef"), move.now, v.year-1, v.year)
	case move.level:
		s = fmt.Sprintf("%s vrijwel gelijk: %s in %d en in %d%s", clause("bleef"), move.now, v.year-1, v.year, margin)
	case !is.Change.Clear:
		s = fmt.Sprintf("%s %s in %d en %s in %d%s", clause("was"), move.before, v.year-1, move.now, v.year, margin)
	case move.points == "":
		s = fmt.Sprintf("%s van %s in %d naar %s in %d", moved, move.before, v.year-1, move.now, v.year)
	default:
		s = fmt.Sprintf("%s met %s: van %s in %d naar %s in %d", moved, move.points, move.before, v.year-1, move.now, v.year)
	}
	return nl.Sentence(s)
}

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

// count writes a number with the word: "1 zaak", "1047 zaken".
func (n noun) count(i int) string { return nl.Count(i, n.one, n.many) }

// factor says in words that a number became twice or half as large, judged by
// the exact counts; empty when it did not, or when the numbers are too small
// for such words.
func factor(before, now int) string {
	switch {
	case before < smallBase:
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
