package stats

import (
	"slices"
	"strings"

	"herstel/stats/rules"
)

// ExportColumn is how the files write one canonical column. The words are those
// that mean yes or nothing, never the value of a category.
type ExportColumn struct {
	Headers []string // by Dataset.Sources: its header; empty where the file has none
	Yes     []string // how a yes is written, in lower case; WAAR for a cell that is true
	Nothing []string // words that stand for an empty cell
}

// header is how the first file that has the column calls it.
func (e *ExportColumn) header() string {
	for _, header := range e.Headers {
		if header != "" {
			return header
		}
	}
	return ""
}

// differing tells how the files call the column that do not call it as the first does.
func (e *ExportColumn) differing(sources []Source) []string {
	var list []string
	for i, header := range e.Headers {
		if header != "" && rules.Fold(header) != rules.Fold(e.header()) && i < len(sources) {
			list = append(list, header+" in "+sources[i].Name)
		}
	}
	return list
}

// TrueCell is how a cell that is true stands among the words for yes.
const TrueCell = "WAAR"

// AddWord adds a word to a list that stays in order and short, unless it is there.
func AddWord(list []string, word string) []string {
	const most = 40
	at, found := slices.BinarySearchFunc(list, word, strings.Compare)
	if found || len(list) >= most {
		return list
	}
	return slices.Insert(list, at, word)
}
