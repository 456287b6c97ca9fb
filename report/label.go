package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"herstel/report/echarts"
	"herstel/stats"
	"herstel/stats/nl"
)

// cleanLabel makes text from the export fit to be drawn: white space collapsed, without control characters and without the direction marks that
// could turn the text beside it around. Nothing in it is code to whatever comes after.
func cleanLabel(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// face is a font size in CSS pixels with its weight.
type face struct {
	size float64
	bold bool
}

func (f face) width(s string) float64 { return echarts.TextWidth(s, f.size, f.bold) }

// wrap breaks text into lines that are at most width wide. What does not fit in maxLines ends in an ellipsis; a word that is too long is broken.
func wrap(text string, f face, width float64, maxLines int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for word != "" {
			joined := strings.TrimPrefix(line+" "+word, " ")
			if f.width(joined) <= width {
				line, word = joined, ""
				continue
			}
			if line == "" {
				line, word = breakWord(word, f, width)
			}
			lines, line = append(lines, line), ""
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	if len(lines) > maxLines {
		lines = lines[:maxLines]
		lines[maxLines-1] = ellipsis(lines[maxLines-1], f, width)
	}
	return lines
}

// breakWord splits a word after the last character that fits, and after the first in any case.
func breakWord(word string, f face, width float64) (head, tail string) {
	end := 0
	for i, r := range word {
		next := i + utf8.RuneLen(r)
		if end > 0 && f.width(word[:next]) > width {
			break
		}
		end = next
	}
	return word[:end], word[end:]
}

// ellipsis shortens a line until it fits with an ellipsis behind it.
func ellipsis(line string, f face, width float64) string {
	for line != "" && f.width(line+"…") > width {
		_, size := utf8.DecodeLastRuneInString(line)
		line = strings.TrimRight(line[:len(line)-size], " ")
	}
	return line + "…"
}

// FileName makes a file name of a figure and a year: "contact-per-aanleiding-2021". Accents go, and everything but letters and digits becomes a
// hyphen; a name without any of those is "figuur".
func FileName(id string, year int) string {
	const longest = 60
	var b strings.Builder
	for _, r := range strings.ToLower(id) {
		if plain, ok := unaccented[r]; ok {
			r = plain
		}
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == longest {
			break
		}
	}
	name := strings.Trim(b.String(), "-")
	if name == "" {
		name = "figuur"
	}
	return name + "-" + nl.Year(year)
}

// fileNames gives every figure the file name of its id. Where ids differ only in what FileName drops, the first in the order of the figures has the
// plain name and the others a number; such a name is never the plain name of another.
func fileNames(figs *stats.Figures) map[string]string {
	names := map[string]string{}
	taken := map[string]bool{}
	var twins []string
	for _, t := range figs.Tables {
		id := t.Figure.ID
		if name := FileName(id, figs.Year); taken[name] {
			twins = append(twins, id)
		} else {
			names[id], taken[name] = name, true
		}
	}
	ending := "-" + nl.Year(figs.Year)
	for _, id := range twins {
		slug := strings.TrimSuffix(FileName(id, figs.Year), ending)
		for n := 2; names[id] == ""; n++ {
			if name := slug + "-" + strconv.Itoa(n) + ending; !taken[name] {
				names[id], taken[name] = name, true
			}
		}
	}
	return names
}

var unaccented = map[rune]rune{'é': 'e', 'è': 'e', 'ë': 'e', 'ê': 'e', 'á': 'a', 'à': 'a', 'ä': 'a', 'â': 'a', 'ï': 'i', 'í': 'i', 'î': 'i',
	'ó': 'o', 'ò': 'o', 'ö': 'o', 'ô': 'o', 'ú': 'u', 'ù': 'u', 'ü': 'u', 'û': 'u', 'ç': 'c', 'ñ': 'n'}
