package content

import (
	"cmp"

	"herstel/report/chart"
	"herstel/report/housestyle"
	"herstel/report/sentences"
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
func Overview(figs *stats.Figures) (c chart.Chart, ok bool) {
	tiles := figs.Presentation.Overview
	own := len(tiles) > 0
	if !own {
		tiles = sentences.OverviewTiles
	}
	c = chart.Chart{ID: OverviewID, File: FileName(OverviewID, figs.Year), Form: chart.FormOverview, Year: figs.Year,
		Title:   cmp.Or(nl.CleanLabel(figs.Presentation.Organisation), "Herstelbemiddeling"),
		Finding: "Het jaar in één beeld",
		Demo:    figs.Demo, Style: figs.HouseStyle, Accent: housestyle.AccentColor(figs.HouseStyle),
		Open: nl.Capital(OpenRemark(figs.Threshold)), Width: overviewWidth, Height: overviewHeight}
	choice := figs.Presentation.Chart(OverviewID)
	if choice.Height > 0 {
		c.Width, c.Height = 0, choice.Height
	}
	c.Text = choice.Text
	early, hidden := false, false
	for _, tile := range tiles {
		category, found := overviewTile(figs, tile)
		if !found || !own && category.Bars[0].Values[0].Label == chart.MarkNotAvailable {
			continue
		}
		early = early || category.Early
		hidden = hidden || category.Bars[0].Values[0].Label == chart.MarkHidden
		c.Categories = append(c.Categories, category)
	}
	if hidden {
		c.Notes = append(c.Notes,
			chart.MarkHidden+" verborgen: het aantal is te klein om te tonen, of verraadt een ander.")
	}
	c.Footer = footer(figs, early)
	c.Summary = summary(&c)
	return c, len(c.Categories) > 0
}

// overviewTile finds the cells of a tile.
func overviewTile(figs *stats.Figures, tile rules.OverviewTile) (chart.Category, bool) {
	t, ok := figs.Table(tile.Figure)
	if !ok {
		return chart.Category{}, false
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; isTile(t, r, tile) {
			return tileOf(sentences.NewView(figs, t), r, tile), true
		}
	}
	return chart.Category{}, false
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

func tileOf(v *sentences.View, r *stats.Row, tile rules.OverviewTile) chart.Category {
	title := tile.Title
	if title == "" {
		title = sentences.ShortTitle(&v.Table.Figure)
		if n := len(r.Labels); n > 0 {
			title += ": " + sentences.LabelText(v.Table.Figure.Breakdown[n-1].ID, r.Labels[n-1])
		}
	}
	src := &chartSource{figs: v.Figs, table: v.Table, spec: v.Entry.Chart}
	c := chart.Category{Label: nl.CleanLabel(title), Change: v.TileChange(r), Clear: v.Cell(r).Change.Clear,
		Early: src.early()}
	years := src.years()
	if len(years) == 0 {
		years = []int{v.Now}
	}
	for _, y := range years[:min(overviewYears, len(years))] {
		cell := r.Cells[y]
		value := src.value(cell, false)
		switch {
		case cell.Status != stats.OK || !cell.Share.Known:
		case v.Entry.Flow:
			value = countValue(cell)
		default:
			value.Label, value.Count = sentences.ShareText(cell.Share),
				nl.Int(cell.Share.Num)+" van "+nl.Int(cell.Share.Den)
		}
		c.Bars = append(c.Bars, chart.Bar{Name: nl.Year(v.Figs.Years[y]), Values: []chart.Value{value}})
	}
	return c
}
