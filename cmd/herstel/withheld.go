package main

import (
	"fmt"
	"slices"
	"strings"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

// withheld tells, a line for each year and reason, which figures are withheld whole.
func (o *outcome) withheld() []string {
	var list []string
	for _, g := range content.WithheldGroups(o.figs) {
		var ids []string
		for _, w := range g.Figures {
			if !w.Detail {
				ids = append(ids, w.Figure)
			}
		}
		if len(ids) > 0 {
			list = append(list, fmt.Sprintf("%s; helemaal verborgen %s: %s", g.Clause(),
				nl.Plural(len(ids), "is", "zijn"), strings.Join(ids, ", ")))
		}
	}
	return list
}

// refuseWithheld refuses figures of which some are withheld, for --strict.
func refuseWithheld(figs *stats.Figures) error {
	var ids []string
	for _, w := range figs.Withheld() {
		if !w.Detail {
			ids = append(ids, w.Figure)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	return refused("zonder --strict gaat het verslag door, zonder die cijfers; herstel check --privacy noemt ze",
		"kleine aantallen zijn niet te verbergen in %s",
		nl.Count(len(slices.Compact(ids)), "cijfer", "cijfers"))
}
