package report

import (
	"slices"

	"herstel/stats"
)

// chapterSection is one section of the chapter, with the figures it tells.
type chapterSection struct {
	ID      string
	Title   string
	Figures []string
}

// chapterSections are the sections of the chapter in their order. A figure
// that none of them names, such as an uitsplitsing, stands in otherSection.
var chapterSections = []chapterSection{
	{"instroom-en-afkeur", "Instroom en afkeur", []string{"instroom", "maand", "afkeurreden"}},
	{"wie-meldt-aan", "De aanmelders", []string{"aanmeldgroep", "aanmelder"}},
	{"de-aanleiding", "Aanleiding en delict", []string{"aanleiding", "delict"}},
	{"het-initiatief", "Het initiatief", []string{"initiatief", "initiatief_per_aanleiding", "initiatief_per_aanmeldgroep"}},
	{"wel-of-geen-contact", "Bereidheid en contact", []string{"contact", "contact_per_aanleiding", "contact_per_initiatief",
		"bereidheid", "contact_na_bereidheid", "contact_afgesloten", "sindsdien"}},
	{"hoe", "De vorm van het contact", []string{"contactvorm"}},
	{"tijd-en-standen", "Doorlooptijd en standen", []string{"doorlooptijd", "standen", "bemiddelaars"}},
	{otherSection, "Uitsplitsingen", nil},
	{"overige-kerncijfers", "Cijfers uit andere bronnen", []string{"kerncijfers"}},
}

const otherSection = "uitsplitsingen"

// headlineFigures open the chapter with their first sentence.
var headlineFigures = []string{"instroom", "aanmeldgroep", "aanleiding", "initiatief", "contact"}

// sectionTables lists the tables of every section that has any.
func sectionTables(figs *stats.Figures) []sectionOfTables {
	var sections []sectionOfTables
	for _, s := range chapterSections {
		filled := sectionOfTables{ID: s.ID, Title: s.Title}
		for _, id := range s.Figures {
			if t, ok := figs.Table(id); ok {
				filled.Tables = append(filled.Tables, t)
			}
		}
		if s.ID == otherSection {
			filled.Tables = unnamedTables(figs)
		}
		if len(filled.Tables) > 0 {
			sections = append(sections, filled)
		}
	}
	return sections
}

type sectionOfTables struct {
	ID, Title string
	Tables    []*stats.Table
}

// unnamedTables lists the tables that no section names.
func unnamedTables(figs *stats.Figures) []*stats.Table {
	named := func(id string) bool {
		return slices.ContainsFunc(chapterSections, func(s chapterSection) bool { return slices.Contains(s.Figures, id) })
	}
	var tables []*stats.Table
	for i := range figs.Tables {
		if t := &figs.Tables[i]; !named(t.Figure.ID) {
			tables = append(tables, t)
		}
	}
	return tables
}

// headlines are the sentences that tell the year in short.
func headlines(figs *stats.Figures) []string {
	var told []string
	for _, id := range headlineFigures {
		t, ok := figs.Table(id)
		if !ok {
			continue
		}
		if v := newView(figs, t); v.silence() == "" && v.tells() {
			told = append(told, Sentences(figs, t)[0])
		}
	}
	return told
}
