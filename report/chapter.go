package report

import "herstel/stats"

// chapterSections are the sections of the chapter in their order; the register
// says which figures each of them tells.
var chapterSections = []struct{ id, title string }{
	{"instroom-en-afkeur", "Instroom en afkeur"},
	{"wie-meldt-aan", "De aanmelders"},
	{"de-aanleiding", "Aanleiding en delict"},
	{"het-initiatief", "Het initiatief"},
	{"wel-of-geen-contact", "Bereidheid en contact"},
	{"hoe", "De vorm van het contact"},
	{"tijd-en-standen", "Doorlooptijd en standen"},
	{otherSection, "Uitsplitsingen"},
	{"overige-kerncijfers", "Cijfers uit andere bronnen"},
}

const otherSection = "uitsplitsingen"

type sectionOfTables struct {
	ID, Title string
	Tables    []*stats.Table
}

// sectionTables lists the tables of every section that has any: those of the
// register in its order, then the uitsplitsingen in theirs.
func sectionTables(figs *stats.Figures) []sectionOfTables {
	tables := map[string][]*stats.Table{}
	for _, e := range register {
		if t, ok := figs.Table(e.id); ok {
			tables[e.section] = append(tables[e.section], t)
		}
	}
	for i := range figs.Tables {
		t := &figs.Tables[i]
		if e, _ := entryOf(t.Figure.ID); e.id == "" {
			tables[e.section] = append(tables[e.section], t)
		}
	}
	var sections []sectionOfTables
	for _, s := range chapterSections {
		if len(tables[s.id]) > 0 {
			sections = append(sections, sectionOfTables{s.id, s.title, tables[s.id]})
		}
	}
	return sections
}
