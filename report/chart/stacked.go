package chart

import (
	"slices"

	"herstel/report/chart/scene"
)

// stacked draws bars of parts that make up the whole; what may not be shown is one hatched piece.
func (f *frame) stacked() {
	if !f.wide() && f.leadingPart() {
		f.dots()
		return
	}
	fills := f.partFills(len(f.chart.Parts))
	hidden := false
	label := 0.0
	for _, category := range f.chart.Categories {
		label = max(label, text.Width(category.Label))
		for _, b := range category.Bars[:min(2, len(category.Bars))] {
			for _, v := range b.Values {
				hidden = hidden || v.Label == MarkHidden
			}
		}
	}
	f.key(f.chart.Parts, fills, hidden)
	year := small.Width("2000") + 1.5*scene.MM
	left := f.left + year
	if f.wide() {
		label = min(label, 0.32*f.width())
		left += label + columnGap
	} else {
		label = f.width()
	}
	for i, category := range f.chart.Categories {
		if i > 0 {
			f.y += 2 * scene.MM
		}
		top := f.y
		for _, line := range text.Wrap(category.Label, label, 3) {
			f.put(f.left, f.y+text.Leading()/2, line, text, ink, scene.Start)
			f.y += text.Leading()
		}
		below := f.y
		if f.wide() {
			f.y = top
		}
		for j, b := range category.Bars[:min(2, len(category.Bars))] {
			font, color := small, muted
			if j == 0 {
				font, color = small.Bolder(), f.accent
			}
			f.put(left-1.5*scene.MM, f.y+barHeight/2+0.3*scene.MM, b.Name, font, color, scene.End)
			f.parts(b, fills, left)
			f.y += barHeight + 0.6*scene.MM + barGap
		}
		f.y = max(f.y, below)
	}
}

// leadingPart makes a chart of dots of the first part, for paper on which the others do not fit: only where that part
// of some category is known.
func (f *frame) leadingPart() bool {
	known := func(c Category) bool { return len(c.Bars) > 0 && c.Bars[0].first().Known }
	if len(f.chart.Parts) == 0 || !slices.ContainsFunc(f.chart.Categories, known) {
		return false
	}
	f.write(f.chart.Parts[0], text.Bolder(), f.accent, 2)
	for i := range f.chart.Categories {
		category := &f.chart.Categories[i]
		category.Bars = []Bar{{category.Bars[0].Name, category.Bars[0].Values[:1]}}
	}
	return true
}

// parts draws one stacked bar, or says why there is none.
func (f *frame) parts(b Bar, fills []scene.Color, left float64) {
	height := barHeight + 0.6*scene.MM
	known, hidden, mark := 0.0, false, ""
	var pieces []piece
	for i, v := range b.Values {
		switch {
		case v.Known:
			known += v.V / 100
			pieces = append(pieces, piece{share: v.V / 100, fill: fills[i], label: v.short()})
		case v.Label == MarkHidden:
			hidden = true
		case v.Label != "":
			mark = v.Label
		}
	}
	switch {
	case hidden:
		pieces = append(pieces, piece{share: max(0, 1-known), hidden: true})
	case known == 0:
		f.put(left, f.y+height/2, mark, text, muted, scene.Start)
		return
	}
	f.bar(pieces, left, f.y, f.right-left, height)
}

// flow draws a stacked bar a year: what came of the cases that came in.
func (f *frame) flow() {
	total, rest := f.chart.Categories[0], slices.DeleteFunc(slices.Clone(f.chart.Categories[1:]), Category.empty)
	names := make([]string, len(rest))
	for i, category := range rest {
		names[i] = category.Label
	}
	fills := f.partFills(len(rest))
	hidden := false
	for _, category := range f.chart.Categories {
		for _, b := range category.Bars {
			hidden = hidden || b.first().Label == MarkHidden
		}
	}
	f.key(names, fills, hidden)
	value := widest(text.Bolder(), "aanmeldingen")
	for _, b := range total.Bars {
		value = max(value, text.Bolder().Width(b.first().Label))
	}
	left, right := f.left+text.Bolder().Width("2000")+1.5*scene.MM, f.right-value-columnGap
	a := newAxis(f.flowLargest(), left, right, "")
	f.put(f.right, f.y+small.Leading()/2, total.Label, small, muted, scene.End)
	f.y += small.Leading() + 0.5*scene.MM
	for i, b := range total.Bars {
		f.flowBar(i, b, rest, fills, a)
	}
}

// empty tells whether a category has no cases in any year.
func (c Category) empty() bool {
	return !slices.ContainsFunc(c.Bars, func(b Bar) bool { return !b.first().Known || b.first().N > 0 })
}

// flowLargest is the longest bar: a total, or what is known of one.
func (f *frame) flowLargest() float64 {
	most := 0.0
	for i, b := range f.chart.Categories[0].Bars {
		sum := 0.0
		for _, category := range f.chart.Categories[1:] {
			if v := category.Bars[i].first(); v.Known {
				sum += float64(v.N)
			}
		}
		if v := b.first(); v.Known {
			sum = max(sum, float64(v.N))
		}
		most = max(most, sum)
	}
	return max(most, 1)
}

func (f *frame) flowBar(i int, total Bar, rest []Category, fills []scene.Color, a axis) {
	const height = 6.5 * scene.MM
	y, width := f.y+height/2, a.to-a.from
	font, color := text, ink
	if i == 0 {
		font, color = text.Bolder(), f.accent
	}
	f.put(f.left, y, total.Name, font, color, scene.Start)
	whole, known, hidden := total.first(), 0.0, false
	var pieces []piece
	for j, category := range rest {
		v := category.Bars[i].first()
		if v.Known {
			known += float64(v.N)
			fill := fills[j]
			if i > 0 {
				fill = earlier.Mix(scene.White, float64(j)*0.7/float64(max(1, len(rest)-1)))
			}
			label := v.Label
			if text.Width(label)+2 > float64(v.N)/a.high*width {
				label = v.Count
			}
			pieces = append(pieces, piece{share: float64(v.N) / a.high, fill: fill, label: label})
		}
		hidden = hidden || v.Label == MarkHidden
	}
	if rest := float64(whole.N) - known; hidden || !whole.Known && whole.Label == MarkHidden {
		share := 4 * scene.MM / width
		if whole.Known {
			share = rest / a.high
		}
		pieces = append(pieces, piece{share: max(0, share), hidden: true})
	}
	f.bar(pieces, a.from, f.y, width, height)
	f.put(f.right, y, whole.Label, font, color, scene.End)
	f.y += height + 1.2*scene.MM
}
