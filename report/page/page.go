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
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/nl"
)

// pageFiles are the parts of the page: its frame, its looks and its script.
//
//go:embed page.html.tmpl page.css page.js pagefold.js
var pageFiles embed.FS

var pageTemplate = template.Must(template.New("").Funcs(template.FuncMap{"getal": nl.Int,
	"bron": content.SourceName}).ParseFS(pageFiles, "page.html.tmpl"))

// Write writes the chapter as one HTML file that needs nothing outside itself.
// It holds each chart as printed, below the heading of the page instead of its
// own title; the interactive one takes its place where scripts run. It fails with echarts.ErrNoBundle in a program that
// was built without ECharts.
func Write(w io.Writer, figs *stats.Figures) error {
	names := newAnchors()
	sections, err := pageSections(figs, names)
	if err != nil {
		return err
	}
	pack, program, err := packed(figs, sections) // fills in the sizes of the charts
	if err != nil {
		return err
	}
	style := styleOf(figs.HouseStyle, figs.Demo)
	script, err := pageFiles.ReadFile("page.js")
	if err != nil {
		return err
	}
	fold, err := pageFiles.ReadFile("pagefold.js")
	if err != nil {
		return err
	}
	dataset, err := datasetOf(figs)
	if err != nil {
		return err
	}
	overview, err := overviewPictures(figs)
	if err != nil {
		return err
	}
	emblem, err := logoPicture(figs)
	if err != nil {
		return err
	}
	account := content.AccountOf(figs)
	for i := range account.Definitions {
		account.Definitions[i].ID = names.of(account.Definitions[i].ID)
	}
	return pageTemplate.ExecuteTemplate(w, "page.html.tmpl", pageView{
		Policy:    policy([]string{program, string(script), string(fold)}, style),
		Period:    sentences.YearTitle(figs, figs.Year),
		Demo:      figs.Demo,
		Reference: sentences.DayText(figs.ReferenceDate),
		Compared:  comparedYears(figs),
		Notices:   content.Warnings(figs),
		Headlines: sentences.Headlines(figs),
		Overview:  overview,
		Logo:      emblem,
		Sections:  sections,
		Account:   account,
		Version:   figs.Version,
		Style:     template.CSS(style),
		Script:    template.JS(script),
		Fold:      template.JS(fold),
		Dataset:   template.JS(dataset),
		Package:   template.HTML(pack),
	})
}

// pageView is what the frame of the page needs.
type pageView struct {
	Policy    string
	Period    string // the report year, with how far it goes
	Demo      bool
	Reference string
	Compared  string
	Notices   []string
	Headlines []string
	Overview  []overviewPicture
	Logo      template.HTML
	Sections  []pageSection
	Account   content.Account
	Version   string
	Style     template.CSS
	Script    template.JS
	Fold      template.JS   // folds the contents before anything is drawn
	Dataset   template.JS   // the metadata of the page, as JSON-LD
	Package   template.HTML // base64: letters, digits, + / and =
}

type pageSection struct {
	ID, Title string
	Figures   []pageFigure
}

type pageFigure struct {
	ID        string // anchor in the page
	Key       string // of the figure's data in the package
	Title     string
	Sentences []string
	SVG       template.HTML
	Sizes     string // of the interactive chart: see page.js
	Table     content.Table
	Base      string
	table     *stats.Table
}

func pageSections(figs *stats.Figures, names *anchors) ([]pageSection, error) {
	var sections []pageSection
	for _, s := range content.Sections(figs) {
		section := pageSection{ID: names.of("deel:" + s.ID), Title: s.Title}
		for _, t := range s.Tables {
			f := pageFigure{ID: names.of(t.Figure.ID), Title: nl.CleanLabel(t.Figure.Title),
				Sentences: sentences.Of(figs, t),
				Table:     content.TableOf(figs, t), Base: content.BaseLine(figs, t), table: t}
			f.Key = f.ID
			if c, ok := content.ChartFor(figs, t.Figure.ID); ok {
				var svg strings.Builder
				if err := chart.Inline(&svg, c, chart.Options{NoTitle: true}); err != nil {
					return nil, err
				}
				f.SVG = template.HTML(svg.String())
			}
			section.Figures = append(section.Figures, f)
		}
		sections = append(sections, section)
	}
	return sections, nil
}

// comparedYears names the years before the report year.
func comparedYears(figs *stats.Figures) string {
	var years []string
	for _, y := range figs.Years {
		if y != figs.Year {
			years = append(years, nl.Year(y))
		}
	}
	return nl.List(years)
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
