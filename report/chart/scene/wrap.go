package scene

import (
	"strings"
)

// ellipsis stands for what was cut off.
const ellipsis = "…"

// Wrap breaks text into lines of at most a width in points. A word that is too long for a line breaks by a hyphen
// where two parts or syllables meet, and only when it has no such place behind a letter, by a hyphen too. What does
// not fit in maxLines (0: no limit) ends in an ellipsis.
func (f Font) Wrap(text string, width float64, maxLines int) []string {
	w := wrapper{font: f, width: width}
	for _, word := range strings.FieldsFunc(clean(text), func(r rune) bool { return r == ' ' }) {
		w.add(word)
	}
	w.flush()
	if maxLines <= 0 || len(w.lines) <= maxLines {
		return w.lines
	}
	last := strings.Join(w.lines[maxLines-1:maxLines], "")
	return append(w.lines[:maxLines-1:maxLines-1], f.shorten(strings.TrimSuffix(last, "-"), width, true))
}

// Balance wraps into as few lines as Wrap does, but of about the same length: for titles.
func (f Font) Balance(text string, width float64, maxLines int) []string {
	lines := f.Wrap(text, width, maxLines)
	if len(lines) < 2 || strings.HasSuffix(lines[len(lines)-1], ellipsis) {
		return lines
	}
	low, high := width/float64(len(lines)+1), width
	for high-low > f.Size/4 {
		middle := (low + high) / 2
		if tried := f.Wrap(text, middle, 0); len(tried) == len(lines) && !hyphenated(tried, lines) {
			lines, high = tried, middle
		} else {
			low = middle
		}
	}
	return lines
}

// hyphenated tells whether the first lines have more broken words than the others.
func hyphenated(tried, lines []string) bool {
	count := func(lines []string) (n int) {
		for _, l := range lines {
			if strings.HasSuffix(l, "-") {
				n++
			}
		}
		return n
	}
	return count(tried) > count(lines)
}

// Fit shortens one line until it fits a width in points, with an ellipsis behind it.
func (f Font) Fit(text string, width float64) string { return f.shorten(clean(text), width, false) }

// shorten cuts letters until the text fits with an ellipsis; cut says that there is one in any case. Without room for
// a letter nothing stays but the ellipsis.
func (f Font) shorten(text string, width float64, cut bool) string {
	if !cut && f.Width(text) <= width {
		return text
	}
	letters := []rune(text)
	low, high := 0, len(letters)
	for low < high {
		middle := (low + high + 1) / 2
		if f.Width(trimEnd(string(letters[:middle]))+ellipsis) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return trimEnd(string(letters[:low])) + ellipsis
}

// trimEnd takes off what looks odd before an ellipsis.
func trimEnd(s string) string { return strings.TrimRight(s, " ,.;:-–(") }

// wrapper fills lines with words.
type wrapper struct {
	font  Font
	width float64
	lines []string
	line  string
}

func (w *wrapper) fits(s string) bool { return w.font.Width(s) <= w.width }

func (w *wrapper) flush() {
	if w.line != "" {
		w.lines, w.line = append(w.lines, w.line), ""
	}
}

// joined is the line with one more piece of text.
func (w *wrapper) joined(s string) string {
	if w.line == "" {
		return s
	}
	return w.line + " " + s
}

// add puts a word in the line, or as much of it as must go there.
func (w *wrapper) add(word string) {
	for !w.fits(w.joined(word)) {
		if w.fits(word) {
			if head, tail := w.split(word, true); head != "" {
				w.line, word = w.joined(head), tail
			}
			w.flush()
			continue
		}
		head, tail := w.split(word, false)
		if head == "" && w.line != "" {
			w.flush()
			continue
		}
		if head == "" {
			head, tail = w.tear(word)
		}
		w.line, word = w.joined(head), tail
		w.flush()
		if word == "" {
			return
		}
	}
	w.line = w.joined(word)
}

// split takes the longest head of a word that the line has room for; written tells to break only after a hyphen or
// slash that the word has.
func (w *wrapper) split(word string, written bool) (head, tail string) {
	letters := []rune(word)
	points := hyphenate(letters)
	best := -1
	for i, p := range points {
		if written && p.hyphen || !w.fits(w.joined(p.head(letters))) {
			continue
		}
		// A break between parts stays, unless a later one between syllables fills the line much better.
		if best < 0 || p.part || !points[best].part || p.at > points[best].at+5 {
			best = i
		}
	}
	if best < 0 {
		return "", word
	}
	return points[best].head(letters), string(letters[points[best].at:])
}

func (p breakPoint) head(letters []rune) string {
	if p.hyphen {
		return string(letters[:p.at]) + "-"
	}
	return string(letters[:p.at])
}

// tear breaks a word without syllables behind the last letter that fits, by a hyphen, and behind the first in any
// case.
func (w *wrapper) tear(word string) (head, tail string) {
	letters := []rune(word)
	if len(letters) == 1 {
		return word, ""
	}
	n := 1
	for n+1 < len(letters) && w.fits(string(letters[:n+1])+"-") {
		n++
	}
	return string(letters[:n]) + "-", string(letters[n:])
}
