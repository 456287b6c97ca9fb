package stats

import (
	"fmt"
	"slices"

	"herstel/stats/rules"
)

// checkPresentation refuses a figure or a dimension that the settings of the
// outputs name and that is not in the catalog.
func checkPresentation(ruleset *rules.Rules) error {
	figures := Catalog(ruleset)
	known := make([]string, len(figures))
	for i := range figures {
		known[i] = figures[i].ID
	}
	check := func(line int, section, id string) error {
		if !slices.Contains(known, id) {
			return rules.UnknownName(line, section+": figuur", id, known)
		}
		return nil
	}
	p := ruleset.Presentation
	for _, id := range p.Word.Figures {
		if err := check(p.Word.Line, "word", id); err != nil {
			return err
		}
	}
	for _, c := range p.Charts {
		if err := check(c.Line, "grafieken", c.Figure); err != nil {
			return err
		}
	}
	for _, tile := range p.Overview {
		if err := check(tile.Line, "beeld", tile.Figure); err != nil {
			return err
		}
		if err := checkTile(&figures[slices.Index(known, tile.Figure)], &tile); err != nil {
			return err
		}
	}
	return nil
}

// checkTile refuses a number of beeld that is not one cell of its figure.
func checkTile(f *Figure, tile *rules.OverviewTile) error {
	var names []string
	for _, d := range f.Breakdown {
		names = append(names, d.ID)
	}
	for _, v := range tile.Category {
		if !slices.Contains(names, v.Dimension) {
			return rules.UnknownName(tile.Line, "beeld: "+f.ID+" heeft geen", v.Dimension, names)
		}
	}
	if len(tile.Category) < len(names) || f.Kind == KindLeadTime || f.Kind == KindIncidence {
		return &rules.Error{Line: tile.Line, What: fmt.Sprintf("beeld: %s is meer dan één getal", f.ID),
			Hint: "noem onder categorie welk getal je bedoelt, of kies een ander cijfer"}
	}
	return nil
}
