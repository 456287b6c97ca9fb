package workbook

import "herstel/stats"

// absentEntry gives the symbol for a number that a cell does not hold.
func absentEntry(cell *stats.Cell) entry {
	switch cell.Status {
	case stats.Suppressed:
		return symbol(symbolHidden)
	case stats.NotAvailable:
		return symbol(symbolNotAvailable)
	}
	return symbol(symbolNotApplicable)
}

func countEntry(cell *stats.Cell) entry {
	if !cell.Count.Known {
		return absentEntry(cell)
	}
	return wholeEntry(cell.Count.N)
}

// baseEntry gives the noemer; one that is absent from a shown cell is hidden.
func baseEntry(cell *stats.Cell) entry {
	switch {
	case cell.Base.Known:
		return wholeEntry(cell.Base.N)
	case cell.Status == stats.OK:
		return symbol(symbolHidden)
	}
	return absentEntry(cell)
}

// shareEntry gives a number of a share; a share of nothing does not apply.
func shareEntry(value func(stats.Share) float64) func(*stats.Cell) entry {
	return func(cell *stats.Cell) entry {
		switch {
		case cell.Share.Known:
			return entry{form: formPercent, number: value(cell.Share)}
		case cell.Status == stats.OK && !cell.Base.Known:
			return symbol(symbolHidden)
		}
		return absentEntry(cell)
	}
}

func daysEntry(value func(stats.Quantiles) (float64, bool)) func(*stats.Cell) entry {
	return func(cell *stats.Cell) entry {
		days, known := value(cell.Quantiles)
		switch {
		case known:
			return entry{form: formDays, number: days}
		case cell.Status == stats.OK && cell.Count.N > 0:
			return symbol(symbolHidden)
		}
		return absentEntry(cell)
	}
}

func rank(cell *stats.Cell, n stats.Int) entry {
	if !n.Known {
		return absentEntry(cell)
	}
	return entry{form: formRank, number: float64(n.N)}
}

// absentChange gives the symbol for a change that is not given: the reason
// lies in one of the two cells.
func absentChange(cell, before *stats.Cell) entry {
	for _, status := range []stats.Status{stats.Suppressed, stats.NotAvailable} {
		if cell.Status == status || before.Status == status {
			return absentEntry(&stats.Cell{Status: status})
		}
	}
	return symbol(symbolNotApplicable)
}

func differenceEntry(cell, before *stats.Cell) entry {
	if !cell.Change.Known {
		return absentChange(cell, before)
	}
	return entry{form: formSignedWhole, number: float64(cell.Change.Difference)}
}

func percentEntry(cell, before *stats.Cell) entry {
	if !cell.Change.Known || cell.Change.Previous == 0 {
		return absentChange(cell, before)
	}
	return entry{form: formSignedPercent, number: float64(cell.Change.Difference) / float64(cell.Change.Previous)}
}

func medianEntry(cell, before *stats.Cell) entry {
	if !cell.Change.MedianKnown {
		return absentChange(cell, before)
	}
	return entry{form: formSignedDays, number: cell.Change.MedianDays}
}

// pointsEntry gives a number in procentpunt: a hundred times a difference of
// shares.
func pointsEntry(value func(*stats.Change) float64) func(*stats.Cell, *stats.Cell) entry {
	return func(cell, before *stats.Cell) entry {
		if !cell.Change.PointsKnown {
			return absentChange(cell, before)
		}
		return entry{form: formPoints, number: 100 * value(&cell.Change)}
	}
}

// clearEntry says whether a difference may be told as a change.
func clearEntry(cell, before *stats.Cell) entry {
	if !cell.Change.Known {
		return absentChange(cell, before)
	}
	return entry{form: formSymbol, text: yesOrNo(cell.Change.Clear)}
}

func yesOrNo(yes bool) string {
	if yes {
		return "ja"
	}
	return "nee"
}
