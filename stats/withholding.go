package stats

import "slices"

// Withholding says why a figure does not show for a year.
type Withholding uint8

// The reasons to withhold a figure.
const (
	TooFew       Withholding = iota // it counts too few cases to hide small counts among
	NotHideable                     // a small count could be worked out, whatever else is hidden
	HiddenBefore                    // an earlier publication withheld it
	MakesWay                        // it is a detail, without which other figures show more
)

var withholdings = []string{TooFew: "te weinig zaken", NotHideable: "een klein aantal is niet te verbergen",
	HiddenBefore: "in een eerder verslag ook verborgen", MakesWay: "maakt plaats voor andere cijfers"}

// String returns the Dutch words of the tidy form.
func (w Withholding) String() string { return withholdings[w] }

// withholds says whether the Reason of a cell is that its figure is withheld.
func withholds(reason string) bool { return slices.Contains(withholdings, reason) }

// fewTimes is how many times the drempel a figure may count and still have too
// few cases to hide small counts among.
const fewTimes = 4

// withholding says why a figure is withheld. It goes by numbers that show
// whatever is hidden, so that the reason itself tells nothing of a hidden count.
func (f *Figures) withholding(figure *Figure, year int, before bool) Withholding {
	cases, known := f.population(figure, year)
	switch {
	case before:
		return HiddenBefore
	case figure.Detail:
		return MakesWay
	case known && cases < fewTimes*f.Threshold:
		return TooFew
	}
	return NotHideable
}

// population is how many cases of the year a figure can count, as instroom shows
// it: the stream that its base asks for. It is not known of figures that count by
// another day.
func (f *Figures) population(figure *Figure, year int) (cases int, known bool) {
	stream, ok := f.Table("instroom")
	if !ok || figure.Source != fromCases && figure.Source != fromBreakdown {
		return 0, false
	}
	label := streamLabels[0]
	switch {
	case figure.Base.Rejected:
		label = streamLabels[2]
	case figure.Base.Assigned:
		label = streamLabels[1]
	}
	for _, r := range stream.Rows {
		if r.Labels[0] == label {
			return r.Cells[year].Count.N, r.Cells[year].Count.Known
		}
	}
	return 0, false
}

// WithheldFigure is a figure that does not show for a year, zeros included,
// because its hidden counts could be worked out closer than the drempel asks.
type WithheldFigure struct {
	Figure string
	Title  string
	Year   int
	Why    Withholding
	Detail bool // of other figures, for which it makes way: nothing that a report lacks
}

// Withheld lists the figures that do not show for a year, in the order of the
// chapter and of the years.
func (f *Figures) Withheld() []WithheldFigure {
	var list []WithheldFigure
	for i := range f.Tables {
		t := &f.Tables[i]
		for y, year := range f.Years {
			for _, r := range t.Rows {
				why := slices.Index(withholdings, r.Cells[y].Reason)
				if r.Cells[y].Status == Suppressed && why >= 0 {
					list = append(list,
						WithheldFigure{t.Figure.ID, t.Figure.Title, year, Withholding(why), t.Figure.Detail})
					break
				}
			}
		}
	}
	return list
}
