package content

import (
	"herstel/report/sentences"
	"herstel/stats"
)

// TableSection is a section of the chapter with its tables.
type TableSection struct {
	ID, Title string
	Tables    []*stats.Table
}

// Sections lists the tables of every section that has any: those of the
// register in its order, then the uitsplitsingen in theirs.
func Sections(figs *stats.Figures) []TableSection {
	tables := map[string][]*stats.Table{}
	for _, e := range sentences.Register {
		if t, ok := figs.Table(e.ID); ok {
			tables[e.Section] = append(tables[e.Section], t)
		}
	}
	for i := range figs.Tables {
		t := &figs.Tables[i]
		if e, _ := sentences.EntryOf(t.Figure.ID); e.ID == "" {
			tables[e.Section] = append(tables[e.Section], t)
		}
	}
	var sections []TableSection
	for _, s := range sentences.Sections {
		if len(tables[s.ID]) > 0 {
			sections = append(sections, TableSection{s.ID, s.Title, tables[s.ID]})
		}
	}
	return sections
}
