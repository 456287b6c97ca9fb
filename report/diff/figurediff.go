package diff

import (
	"fmt"
	"slices"

	"herstel/report/tidy"
	"herstel/stats"
)

// FigureDiff is what changed between the figures of two documents.
type FigureDiff struct {
	Changes []CellChange // in the order of the new document; cells that are gone come last
	OnlyOld []string     // figures and years that only the old document has: "delict 2019"
	OnlyNew []string
}

// CellChange is one cell that is not the same.
type CellChange struct {
	Figure   string
	Year     int
	Category []stats.Label
	Old, New tidy.Cell
	Crossing Crossing
	Count    bool // its own numbers changed, beside its noemer
}

// Crossing says whether a cell went into or out of hiding.
type Crossing uint8

// The crossings of a cell.
const (
	Stayed Crossing = iota
	IntoHiding
	OutOfHiding
)

// crossingTexts are the crossings in JSON.
var crossingTexts = [...]string{Stayed: "", IntoHiding: "verborgen", OutOfHiding: "zichtbaar"}

// ThresholdError says that two documents hide by different thresholds.
type ThresholdError struct{ Old, New int }

func (e *ThresholdError) Error() string {
	return fmt.Sprintf("de drempel is %d in het ene en %d in het andere: dan verschilt wat verborgen is", e.Old, e.New)
}

// NoYearsError says that two documents have no year in common.
type NoYearsError struct{ Old, New int }

func (e *NoYearsError) Error() string {
	return fmt.Sprintf("het ene gaat over %d en het andere over %d, en ze hebben geen enkel jaar gemeen", e.Old, e.New)
}

// derivedNumbers follow from other numbers of the document, which tell the change themselves.
var derivedNumbers = []string{"rang_vorig"}

// DiffFigures lists what is not the same in two documents, for the figures and
// the years that both have. It ends with a *ThresholdError or a *NoYearsError.
func DiffFigures(before, after *tidy.Document) (*FigureDiff, error) {
	if before.Threshold != after.Threshold {
		return nil, &ThresholdError{before.Threshold, after.Threshold}
	}
	old, now := groupsOf(before), groupsOf(after)
	d := &FigureDiff{}
	shared := false
	for _, g := range now.order {
		if _, ok := old.cells[g]; ok {
			shared = true
			d.compare(old.cells[g], now.cells[g])
		} else {
			d.OnlyNew = append(d.OnlyNew, g.text())
		}
	}
	for _, g := range old.order {
		if _, ok := now.cells[g]; !ok {
			d.OnlyOld = append(d.OnlyOld, g.text())
		}
	}
	if !shared {
		return nil, &NoYearsError{before.Year, after.Year}
	}
	return d, nil
}

// figureYear is one figure in one year.
type figureYear struct {
	figure string
	year   int
}

func (g figureYear) text() string { return fmt.Sprintf("%s %d", g.figure, g.year) }

type byFigure struct {
	order []figureYear
	cells map[figureYear][]tidy.Cell
}

func groupsOf(doc *tidy.Document) byFigure {
	g := byFigure{cells: map[figureYear][]tidy.Cell{}}
	for _, cell := range doc.Cells {
		key := figureYear{cell.Figure, cell.Year}
		if _, ok := g.cells[key]; !ok {
			g.order = append(g.order, key)
		}
		g.cells[key] = append(g.cells[key], cell)
	}
	return g
}

// compare lists the changes of one figure in one year.
func (d *FigureDiff) compare(old, now []tidy.Cell) {
	byKey := map[string]tidy.Cell{}
	for _, cell := range old {
		byKey[cell.Key()] = cell
	}
	for _, cell := range now {
		if before, ok := byKey[cell.Key()]; ok {
			d.add(before, cell, true)
			delete(byKey, cell.Key())
		} else if before, ok := none(&cell, old); ok {
			d.add(before, cell, false)
		}
	}
	for _, cell := range old {
		if _, gone := byKey[cell.Key()]; !gone {
			continue
		}
		if after, ok := none(&cell, now); ok {
			d.add(cell, after, false)
		}
	}
}

// folds says that a row stands for all values that are hidden.
func folds(c tidy.Cell) bool { return slices.Contains(c.Values(), stats.HiddenLabel) }

// none is the cell of a category that has no row among those of the same figure
// and year in the other document, beside the row that this one has. The category
// did not occur there, and its count is zero: unless the figure is not there, or
// a row stands for all hidden values. What the noemer is, no row says. ok is false
// where the row is no category but says that the figure is not there.
func none(like *tidy.Cell, rows []tidy.Cell) (cell tidy.Cell, ok bool) {
	missing := stats.NotAvailable.String()
	if like.Status == missing && len(like.Category) == 0 {
		return tidy.Cell{}, false
	}
	cell = tidy.Cell{Figure: like.Figure, Year: like.Year, Category: like.Category}
	hidden := func(c tidy.Cell) bool { return c.Status == stats.Suppressed.String() }
	switch {
	case slices.ContainsFunc(rows, func(c tidy.Cell) bool { return c.Status == missing }):
		cell.Status = missing
	case folds(*like), slices.ContainsFunc(rows, folds),
		!slices.ContainsFunc(rows, func(c tidy.Cell) bool { return !hidden(c) }):
		cell.Status = stats.Suppressed.String()
	default:
		cell.Status, cell.Numbers = stats.OK.String(), map[string]float64{"aantal": 0}
	}
	return cell, true
}

// add notes a cell that is not the same. Where not both documents have its row, a
// noemer is no change: no row says what it was.
func (d *FigureDiff) add(old, now tidy.Cell, both bool) {
	hidden := stats.Suppressed.String()
	change := CellChange{Figure: now.Figure, Year: now.Year, Category: now.Category, Old: old, New: now}
	switch {
	case old.Status != hidden && now.Status == hidden:
		change.Crossing = IntoHiding
	case old.Status == hidden && now.Status != hidden:
		change.Crossing = OutOfHiding
	}
	other := false
	for name := range bothNames(old.Numbers, now.Numbers) {
		if old.Same(&now, name) {
			continue
		}
		switch name {
		case "noemer", "aandeel":
			other = both
		default:
			change.Count = true
		}
	}
	if estimated := now.Numbers["aantal"] == 0 && old.Numbers["aantal"] == 0; other && estimated &&
		!old.Has("aantal") && !now.Has("aantal") {
		change.Count = change.Count || !old.Same(&now, "aandeel") // an estimate has no count of its own
	}
	if change.Count = change.Count || old.Status != now.Status; change.Count || other {
		d.Changes = append(d.Changes, change)
	}
}

func bothNames(a, b map[string]float64) map[string]bool {
	names := map[string]bool{}
	for name := range a {
		names[name] = true
	}
	for name := range b {
		names[name] = true
	}
	for name := range names {
		if slices.Contains(derivedNumbers, name) {
			delete(names, name)
		}
	}
	return names
}
