package logo

import (
	"strconv"
	"strings"
)

// scanner reads the numbers of SVG: they may stand without anything between them where that is clear.
type scanner struct{ text string }

func (s *scanner) left() int { return len(s.text) }

// space goes past white space and commas.
func (s *scanner) space() { s.text = strings.TrimLeft(s.text, " ,\t\r\n\f") }

// number reads the next number; a flag is one digit.
func (s *scanner) number(flag bool) (float64, bool) {
	s.space()
	end := 0
	if flag && s.text != "" {
		end = 1
	} else {
		end = numberEnd(s.text)
	}
	v, err := strconv.ParseFloat(s.text[:end], 64)
	s.text = s.text[end:]
	return v, err == nil
}

// numberEnd is how far the number at the start of a text goes.
func numberEnd(text string) int {
	i := 0
	if i < len(text) && (text[i] == '-' || text[i] == '+') {
		i++
	}
	digits := func() {
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
	}
	digits()
	if i < len(text) && text[i] == '.' {
		i++
		digits()
	}
	if i < len(text) && text[i]|32 == 'e' {
		mark := i
		i++
		if i < len(text) && (text[i] == '-' || text[i] == '+') {
			i++
		}
		first := i
		digits()
		if i == first {
			i = mark
		}
	}
	return i
}

// numbers reads a list of numbers; none where one of them cannot be read.
func numbers(text string) []float64 {
	s := scanner{text: text}
	var list []float64
	for s.space(); s.left() > 0; s.space() {
		v, ok := s.number(false)
		if !ok {
			return nil
		}
		list = append(list, v)
	}
	return list
}

// length reads a length: a number, or one with px, pt or mm behind it. The unit is that of the viewBox where there is
// one, and pixels otherwise; other units are refused.
func length(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	scale := 1.0
	for unit, factor := range map[string]float64{"px": 1, "pt": 96.0 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54} {
		if bare, ok := strings.CutSuffix(text, unit); ok {
			text, scale = bare, factor
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v * scale, err == nil
}
