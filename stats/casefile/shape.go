package casefile

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
)

// shapeOf returns what a text looks like without what it says: 9 for a digit, x
// for a letter, of which at most three follow on each other.
func shapeOf(c grid.Cell) string {
	const longest, most = 20, 3
	if c.Form == grid.FormError {
		return "#"
	}
	var shape []rune
	letters := 0
	for _, r := range string(grid.Trim(grid.Utf8Of(c.Text))) {
		switch {
		case unicode.IsDigit(r):
			shape, letters = append(shape, '9'), 0
		case unicode.IsLetter(r) || r == utf8.RuneError:
			if letters++; letters <= most {
				shape = append(shape, 'x')
			}
		case unicode.IsSpace(r):
			shape, letters = append(shape, ' '), 0
		case r < utf8.RuneSelf && r > ' ':
			shape, letters = append(shape, r), 0
		default:
			shape, letters = append(shape, '?'), 0
		}
		if len(shape) == longest {
			return string(shape) + "…"
		}
	}
	return string(shape)
}

// maxShapes is how many different shapes are told apart.
const maxShapes = 200

// shape returns the place of the shape of a cell among those of the worker, plus
// one; 0 when there are too many.
func (r *rowReader) shape(c grid.Cell) int32 {
	text := shapeOf(c)
	for i, known := range r.shapes {
		if known == text {
			return int32(i + 1)
		}
	}
	if len(r.shapes) == maxShapes {
		return 0
	}
	r.shapes = append(r.shapes, text)
	return int32(len(r.shapes))
}

// shapesOf lists the shapes, most frequent first.
func shapesOf(counts map[string]int) []stats.Shape {
	var shapes []stats.Shape
	for text, n := range counts {
		shapes = append(shapes, stats.Shape{Text: text, Count: n})
	}
	slices.SortFunc(shapes, func(a,
		b stats.Shape) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return shapes
}

// noteShape notes the shape of a date that cannot be read.
func (l *ledger) noteShape(b *batch, rule stats.RuleID, at place, shape int32) {
	if shape == 0 {
		return
	}
	f := &l.rows[rule][at]
	if f.shapes == nil {
		f.shapes = map[string]int{}
	}
	f.shapes[b.memos.shapes[shape-1]]++
}
