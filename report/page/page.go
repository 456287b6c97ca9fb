package page

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/echarts"
	"herstel/stats/nl"
)

// pageFiles are the parts of the page: its frame, its looks and its script.
//
//go:embed page.html.tmpl page.css page*.js
var pageFiles embed.FS

var pageTemplate = template.Must(template.New("").Funcs(template.FuncMap{"getal": nl.Int,
	"bron": content.SourceName}).ParseFS(pageFiles, "page.html.tmpl"))

// Write writes the chapter as one HTML file that needs nothing outside itself.
// It holds each chart as printed, below the heading of the page instead of its
// own title; the interactive one takes its place where scripts run. It fails with echarts.ErrNoBundle in a program that
// was built without ECharts.
func Write(w io.Writer, c *content.Chapter) error {
	names := newAnchors()
	sections, err := pageSections(c, names)
	if err != nil {
		return err
	}
	pack, err := packedFigures(c, sections) // fills in the room of the charts
	if err != nil {
		return err
	}
	library, err := echarts.Script()
	if err != nil {
		return err
	}
	program, err := packed([]byte(library))
	if err != nil {
		return err
	}
	style := styleSheet(c.Numbers.Demo)
	dataset, err := datasetOf(c)
	if err != nil {
		return err
	}
	overview, err := overviewPictures(c.Overview)
	if err != nil {
		return err
	}
	emblem, err := logoPicture(c)
	if err != nil {
		return err
	}
	account := c.Account
	account.Definitions = slices.Clone(account.Definitions)
	for i := range account.Definitions {
		account.Definitions[i].ID = names.of(account.Definitions[i].ID)
	}
	return pageTemplate.ExecuteTemplate(w, "page.html.tmpl", pageView{
		Policy:    policy([]string{library, pageScript, foldScript}, style),
		Title:     c.Title,
		Demo:      c.Numbers.Demo,
		Reference: c.Reference,
		Compared:  c.Compared,
		Notices:   c.Warnings,
		Headlines: c.Headlines,
		Publisher: c.Publisher,
		Overview:  overview,
		Logo:      emblem,
		Sections:  sections,
		Account:   account,
		Version:   c.Numbers.Version,
		House:     houseStyle(c.Numbers.HouseStyle),
		Style:     template.CSS(style),
		Script:    template.JS(pageScript),
		Fold:      template.JS(foldScript),
		Dataset:   template.JS(dataset),
		Program:   template.HTML(program),
		Package:   template.HTML(pack),
	})
}

// pageView is what the frame of the page needs.
type pageView struct {
	Policy    string
	Title     string
	Demo      bool
	Reference string
	Compared  string
	Notices   []string
	Headlines []string
	Publisher []content.Term
	Overview  []overviewPicture
	Logo      template.HTML
	Sections  []pageSection
	Account   content.Account
	Version   string
	House     template.CSS
	Style     template.CSS
	Script    template.JS
	Fold      template.JS   // folds the contents before anything is drawn
	Dataset   template.JS   // the metadata of the page, as JSON-LD
	Program   template.HTML // ECharts, packed as base64: letters, digits, + / and =
	Package   template.HTML // the data of every figure, packed likewise
}

type pageSection struct {
	ID, Title string
	Figures   []pageFigure
}

type pageFigure struct {
	*content.Figure
	ID   string // anchor in the page
	Key  string // of the figure's data in the package
	SVG  template.HTML
	Room template.CSS // the shape of the chart, and the heights of the interactive one
}

func pageSections(c *content.Chapter, names *anchors) ([]pageSection, error) {
	var sections []pageSection
	for _, s := range c.Sections {
		section := pageSection{ID: names.of("deel:" + s.ID), Title: s.Title}
		for _, figure := range s.Figures {
			f := pageFigure{Figure: figure, ID: names.of(figure.ID)}
			f.Key = f.ID
			if f.Chart != nil {
				var svg strings.Builder
				drawn := chart.Layout(*f.Chart, chart.Options{NoTitle: true})
				if err := drawn.WriteInlineSVG(&svg, f.Chart.FileName()+"-"); err != nil {
					return nil, err
				}
				f.SVG = template.HTML(svg.String())
				f.Room = template.CSS(fmt.Sprintf("--shape:%.1f/%.1f", drawn.Width, drawn.Height))
			}
			section.Figures = append(section.Figures, f)
		}
		sections = append(sections, section)
	}
	return sections, nil
}

// anchors gives every figure an id of its own in the page.
type anchors struct {
	given map[string]string
	taken []string
}

func newAnchors() *anchors {
	return &anchors{given: map[string]string{},
		taken: []string{"inhoud", "inhoudsopgave", "in-het-kort", "verantwoording", "pakket", "beeld"}}
}

func (a *anchors) of(id string) string {
	if name, ok := a.given[id]; ok {
		return name
	}
	slug := strings.TrimSuffix(content.FileName(id, 0), "-0")
	name := slug
	for n := 2; slices.Contains(a.taken, name); n++ {
		name = fmt.Sprintf("%s-%d", slug, n)
	}
	a.given[id] = name
	a.taken = append(a.taken, name)
	return name
}
