package echarts

import (
	"strings"
	"unicode/utf8"
)

// face is a font size in CSS pixels with its weight.
type face struct {
	size float64
	bold bool
}

func (f face) width(s string) float64 { return TextWidth(s, f.size, f.bold) }

// wrap breaks text into lines that are at most width wide. What does not fit in maxLines ends in an ellipsis; a word
// that is too long is broken.
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
