package report

import (
	"cmp"
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// OverviewID is what the year in one picture is called among the charts.
const OverviewID = "beeld"

// The size of the year in one picture where no other is asked for, in
// millimetres: a page of A4.
const (
	overviewWidth  = 210
	overviewHeight = 297
)

// overviewYears is how many years a line of the overview goes back.
const overviewYears = 3

// Overview is the year in one picture: a few numbers, each with its change
// where that is clear. herstel.yaml says which, else the register does. ok is
// false where none of them is there.
func Overview(figs *stats.Figures) (c Chart, ok bool) {
	tiles := figs.Presentation.Overview
	own := len(tiles) > 0
	if !own {
		tiles = overviewTiles
	}
	c = Chart{ID: OverviewID, File: FileName(OverviewID, figs.Year), Form: FormOverview, Year: figs.Year,
		Title: cmp.Or(cleanLabel(figs.Presentation.Organisation), "Herstelbemiddeling"), Finding: "Het jaar in één beeld",
		Demo: figs.Demo, Style: figs.HouseStyle, Accent: accentColor(figs.HouseStyle),
		Open: nl.Capital(OpenRemark(figs.Threshold)), Width: overviewWidth, Height: overviewHeight}
	choice := figs.Presentation.Chart(OverviewID)
	if choice.Height > 0 {
		c.Width, c.Height = 0, choice.Height
	}
	c.Text = choice.Text
	early, hidden := false, false
	for _, tile := range tiles {
		category, found := overviewTile(figs, tile)
		if !found || !own && category.Bars[0].Values[0].Label == markNotAvailable {
			continue
		}
		early = early || category.Early
		hidden = hidden || category.Bars[0].Values[0].Label == markHidden
		c.Categories = append(c.Categories, category)
	}
	if hidden {
		c.Notes = append(c.Notes, markHidden+" verborgen: het aantal is te klein om te tonen, of verraadt een ander.")
	}
	c.Footer = footer(figs, early)
	c.Summary = summary(&c)
	return c, len(c.Categories) > 0
}

// overviewTile finds the cells of a tile.
func overviewTile(figs *stats.Figures, tile rules.OverviewTile) (Category, bool) {
	t, ok := figs.Table(tile.Figure)
	if !ok {
		return Category{}, false
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; isTile(t, r, tile) {
			return tileOf(newView(figs, t), r, tile), true
		}
	}
	return Category{}, false
}

// isTile reports whether a row is the one that a tile shows: a row without
// labels says that the figure is not available.
func isTile(t *stats.Table, r *stats.Row, tile rules.OverviewTile) bool {
	for i, label := range r.Labels {
		if rules.Fold(tile.Of(t.Figure.Breakdown[i].ID)) != rules.Fold(label) {
			return false
		}
	}
	return true
}

func tileOf(v *view, r *stats.Row, tile rules.OverviewTile) Category {
	title := tile.Title
	if title == "" {
		title = shortTitle(&v.table.Figure)
		if n := len(r.Labels); n > 0 {
			title += ": " + labelText(v.table.Figure.Breakdown[n-1].ID, r.Labels[n-1])
		}
	}
	src := &chartSource{figs: v.figs, table: v.table, spec: v.entry.chart}
	c := Category{Label: cleanLabel(title), Change: v.tileChange(r), Clear: v.cell(r).Change.Clear, Early: src.early()}
	years := src.years()
	if len(years) == 0 {
		years = []int{v.now}
	}
	for _, y := range years[:min(overviewYears, len(years))] {
		cell := r.Cells[y]
		value := src.value(cell, false)
		switch {
		case cell.Status != stats.OK || !cell.Share.Known:
		case v.entry.flow:
			value = countValue(cell)
		default:
			value.Label, value.Count = shareText(cell.Share), nl.Int(cell.Share.Num)+" van "+nl.Int(cell.Share.Den)
		}
		c.Bars = append(c.Bars, Bar{Name: nl.Year(v.figs.Years[y]), Values: []Value{value}})
	}
	return c
}

// tileChange tells how a number changed, and that it did only where that is
// clear.
func (v *view) tileChange(r *stats.Row) string {
	c := v.cell(r)
	was, ok := v.previous(r)
	if !ok || !shown(c) || !shown(was) || !c.Change.Known {
		return ""
	}
	before := nl.Year(v.year - 1)
	switch {
	case c.Change.Direction == stats.Same && !v.entry.flow, c.Change.Difference == 0 && !c.Change.PointsKnown:
		return "gelijk aan " + before
	case c.Change.Clear && c.Change.PointsKnown && !v.entry.flow:
		move := printMove(was.Share, c.Share, c.Change)
		if move.points == "" {
			return fmt.Sprintf("van %s naar %s", move.before, move.now)
		}
		return fmt.Sprintf("%s %s dan in %s", move.points, moreOrLess(c.Change.Direction), before)
	case c.Change.Clear:
		return countChange(c.Change, before)
	}
	return "geen duidelijk verschil met " + before
}

func moreOrLess(d stats.Direction) string {
	if d == stats.Down {
		return "minder"
	}
	return "meer"
}
