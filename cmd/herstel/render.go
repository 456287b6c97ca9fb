package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/report/page"
	"herstel/report/plain"
	"herstel/report/slides"
	"herstel/report/tidy"
	"herstel/report/word"
	"herstel/report/workbook"
	"herstel/stats"
)

// reportFile is a file of a report, with what it is for and what makes it: one
// of write, shows and lists.
type reportFile struct {
	name  string // %d is the year
	use   string // Dutch, for the manual
	write func(io.Writer, *stats.Figures) error
	tells func(io.Writer, *content.Chapter) error
	shows func(io.Writer, *content.Chapter, map[string]chart.Picture) error // it holds charts as pictures
	draw  func(*content.Chapter) (map[string]chart.Picture, error)          // makes those pictures
	lists func(w io.Writer, figs *stats.Figures, others ...tidy.File) error // it names all others
}

var reportFiles = []reportFile{
	{name: "cijfers-%d.html", use: "de pagina: grafieken, tabellen en zinnen, om te bekijken en uit over te nemen",
		tells: page.Write},
	{name: "hoofdstuk-%d.docx",
		use: "het hoofdstuk voor Word: zinnen, grafieken en tabellen, om in je verslag te zetten", shows: word.Write,
		draw: word.Pictures},
	{name: "grafieken-%d.pptx",
		use:   "de grafieken voor PowerPoint, elk op een dia; staven en lijnen kun je daar aanpassen",
		shows: slides.Write, draw: slides.Pictures},
	{name: "bijlage-%d.xlsx", use: "de bijlage voor Excel: alle tabellen, met de verantwoording",
		tells: workbook.Write},
	{name: "cijfers-%d.md", use: "de tekst en de tabellen, voor een programma dat Markdown leest",
		tells: plain.Markdown},
	{name: setName, use: "alle cijfers, voor een programma, en welke bestanden bij elkaar horen", lists: tidy.JSON},
	{name: "cijfers-%d.csv", use: "alle cijfers, een per regel, voor een programma", write: tidy.CSV},
	{name: "cijfers-%d.csv-metadata.json", use: "wat er in elke kolom van de CSV staat (CSVW)",
		write: tidy.CSVMetadata},
	{name: "cijfers-%d-excel.csv", use: "dezelfde regels voor Excel: puntkomma's en decimale komma's",
		write: tidy.DutchCSV},
}

// chartKind is the kind of the charts of a report, which have a folder of
// their own.
const chartKind = "svg"

// kind is what --only calls a file of a report: how its name ends. What belongs
// to the CSV comes with it.
func (f reportFile) kind() string {
	if strings.Contains(f.name, ".csv") {
		return "csv"
	}
	return strings.TrimPrefix(filepath.Ext(f.name), ".")
}

// reportKinds are the kinds that --only knows. The list of the others cannot
// be made alone.
func reportKinds() []string {
	var kinds []string
	for _, f := range reportFiles {
		if f.lists == nil && !slices.Contains(kinds, f.kind()) {
			kinds = append(kinds, f.kind())
		}
	}
	return append(kinds, chartKind)
}

// checkOnly checks --only.
func (o *reportOptions) checkOnly() error {
	for i, kind := range o.only {
		o.only[i] = strings.ToLower(strings.Trim(kind, " ."))
		if o.only[i] == "json" {
			return wrongUse("voor JSON is er herstel figures --format json; zonder --only zit het bij het verslag",
				"--only kan niet %s zijn", quote(kind))
		}
		if err := oneOf("only", o.only[i], reportKinds()...); err != nil {
			return err
		}
	}
	return nil
}

// renews reports whether this run makes the files of a kind.
func (o *reportOptions) renews(kind string) bool {
	return len(o.only) == 0 || slices.Contains(o.only, kind)
}

// renderReport renders the files of a report to memory, side by side: those of
// the kinds in only, or all, and then the one that names the others.
func renderReport(ctx context.Context, figs *stats.Figures, only []string) ([]output, error) {
	var err error
	if figs.Run, err = tidy.RunID(figs); err != nil {
		return nil, err
	}
	var chosen []reportFile
	for _, f := range reportFiles {
		if len(only) == 0 || slices.Contains(only, f.kind()) {
			chosen = append(chosen, f)
		}
	}
	files := make([]output, len(chosen))
	chapter := content.Of(figs)
	var drawn []output
	var g errgroup.Group
	if len(only) == 0 || slices.Contains(only, chartKind) {
		g.Go(func() (err error) {
			drawn, err = renderCharts(ctx, allCharts(figs), "svg", chartLook{})
			return err
		})
	}
	for i, f := range chosen {
		if f.lists != nil {
			continue
		}
		g.Go(func() (err error) {
			files[i], err = f.render(chapter)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	for _, f := range drawn {
		files = append(files, output{filepath.Join(chartFolder, f.path), f.data})
	}
	for i, f := range chosen {
		if f.lists == nil {
			continue
		}
		var b bytes.Buffer
		if err := f.lists(&b, figs, namesOf(slices.Concat(files[:i], files[i+1:]))...); err != nil {
			return nil, err
		}
		files[i] = output{fmt.Sprintf(f.name, figs.Year), b.Bytes()}
	}
	return files, ctx.Err()
}

// render makes a file that does not name the others.
func (f reportFile) render(c *content.Chapter) (output, error) {
	figs := c.Numbers
	var b bytes.Buffer
	name := fmt.Sprintf(f.name, figs.Year)
	if f.tells != nil {
		err := f.tells(&b, c)
		return output{name, b.Bytes()}, err
	}
	if f.write != nil {
		err := f.write(&b, figs)
		return output{name, b.Bytes()}, err
	}
	drawn, err := f.draw(c)
	if err == nil {
		err = f.shows(&b, c, drawn)
	}
	return output{name, b.Bytes()}, err
}

// chartFolder is where the charts of a report are.
const chartFolder = "grafieken"
