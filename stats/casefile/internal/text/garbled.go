package text

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"herstel/stats"
)

// garbling is a way in which letters with an accent went wrong before the file
// came to us. Between two letters of the alphabet, its marks are no others.
type garbling struct {
	name  string
	marks [][]byte
	utf8  bool // the marks are in UTF-8
}

// The code pages: é, ë, ï, ö, ü, è as they are stored in each. In Windows-1252
// these bytes are quotes and dashes.
var garblings = []garbling{
	{"cp850, van een oud DOS-programma", [][]byte{{0x82}, {0x89}, {0x8B}, {0x94}, {0x81}, {0x8A}}, false},
	{"Mac Roman, van een oude Mac", [][]byte{{0x8E}, {0x91}, {0x95}, {0x9A}, {0x9F}, {0x8F}}, false},
	{"UTF-8 die twee keer is omgezet",
		[][]byte{[]byte("Ã©"), []byte("Ã«"), []byte("Ã¯"), []byte("Ã¶"), []byte("Ã¼"), []byte("Ã¨")}, true},
}

// garbled notices text of which the letters with an accent went wrong.
func garbled(name string, sample []byte) []stats.Notice {
	const telling = 2
	valid := utf8.Valid(sample[:len(sample)-partialRune(sample)])
	best, most := garbling{}, telling-1
	for _, g := range garblings {
		if n := g.count(sample); g.utf8 == valid && n > most {
			best, most = g, n
		}
	}
	if best.name == "" {
		return nil
	}
	return []stats.Notice{{ID: stats.NoticeGarbled, Severity: stats.Warning, File: name,
		Text: fmt.Sprintf("letters met een accent zijn beschadigd: de tekst lijkt op %s; maak de export opnieuw als "+
			"UTF-8 of .xlsx", best.name)}}
}

// count counts the marks that stand between two letters.
func (g *garbling) count(text []byte) int {
	n := 0
	for _, mark := range g.marks {
		for from := 0; ; {
			i := bytes.Index(text[from:], mark)
			if i < 0 {
				break
			}
			i += from
			from = i + len(mark)
			if i > 0 && isLetter(text[i-1]) && from < len(text) && isLetter(text[from]) {
				n++
			}
		}
	}
	return n
}

func isLetter(ch byte) bool { return (ch|0x20)-'a' < 26 }

// partialRune returns how many bytes of a character that goes on stand at the end.
func partialRune(text []byte) int {
	for n := 1; n <= min(utf8.UTFMax, len(text)); n++ {
		if b := text[len(text)-n]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(text[len(text)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}
