package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"herstel/report"
	"herstel/report/chart"
	"herstel/stats"
	"herstel/stats/nl"
)

const reportLong = `Maakt het cijferhoofdstuk van een jaar: een pagina met grafieken en tabellen, een
Excel-bijlage, de tekst, losse grafieken, en de cijfers als JSON en CSV.

Zonder --input leest herstel de bestanden die in herstel.yaml onder bronnen staan.
Alle bestanden komen er in één keer; gaat er iets mis, dan verandert er niets.
Oude grafieken van dat jaar die er niet meer bij horen, haalt herstel weg.`

// reportFile is a file of a report, with what it is for and what makes it.
type reportFile struct {
	name  string // %d is the year
	use   string // Dutch, for the manual
	write func(io.Writer, *stats.Figures) error
	lists func(io.Writer, *stats.Figures, ...report.File) error // instead of write, for the file that names all others
}

var reportFiles = []reportFile{
	{name: "cijfers-%d.html", use: "de pagina: grafieken, tabellen en zinnen, om te bekijken en uit over te nemen", write: report.Page},
	{name: "bijlage-%d.xlsx", use: "de bijlage voor Excel: alle tabellen, met de verantwoording", write: report.Workbook},
	{name: "cijfers-%d.md", use: "de tekst en de tabellen, om over te nemen in Word", write: report.Markdown},
	{name: setName, use: "alle cijfers, voor een programma, en welke bestanden bij elkaar horen", lists: report.JSON},
	{name: "cijfers-%d.csv", use: "alle cijfers, een per regel", write: report.CSV},
}

// reportOptions are the flags of herstel report.
type reportOptions struct {
	input inputFlags
	out   string
	quiet bool
}

func newReport(sys system) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use: "report", Short: "maak het cijferhoofdstuk van een jaar", Long: reportLong,
		Example: "  herstel report --demo --year 2021\n" +
			"  herstel report --year 2021 --input \"exports/*.xlsx\" --reference-date 2022-03-01 --out verslag",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return makeReport(cmd.Context(), sys, &o) },
	}
	o.input.addYearly(cmd, "weiger als er een fout in de export zit")
	cmd.Flags().StringVar(&o.out, "out", "", "schrijf in deze `map`; zonder --out in jaarverslag-jaar")
	cmd.MarkFlagDirname("out")
	addQuiet(cmd, &o.quiet)
	return cmd
}

func makeReport(ctx context.Context, sys system, o *reportOptions) error {
	if o.quiet {
		sys = sys.quiet(false)
	}
	j, year, err := newYearJob(&o.input)
	if err != nil {
		return err
	}
	made, err := j.figures(ctx, sys, year)
	if err != nil {
		return err
	}
	figs := made.figs
	files, err := renderReport(ctx, figs)
	if err != nil {
		return err
	}
	dir := o.out
	if dir == "" {
		dir = fmt.Sprintf("jaarverslag-%d", year)
	}
	for i := range files {
		files[i].path = filepath.Join(dir, files[i].path)
	}
	if err := j.refuseOverwrite(files); err != nil {
		return err
	}
	earlier := readSet(sys.disk, dir, fmt.Sprintf(setName, year))
	mixture := earlier.mixture(sys.disk, dir)
	removed := append(stale(sys, filepath.Join(dir, chartFolder), year, files), earlier.superseded(sys.disk, dir, files)...)
	slices.Sort(removed)
	removed = slices.Compact(removed)
	if err := sys.outputs().publish(ctx, dir, files, removed...); err != nil {
		return err
	}
	summarise(sys, figs)
	advise(sys, slices.Concat(made.told(), made.narrow(), mixture))
	listWritten(sys, files)
	listRemoved(sys, removed)
	return nil
}

// renderReport renders every file of a report to memory, side by side, and
// then the one that names the others.
func renderReport(ctx context.Context, figs *stats.Figures) ([]output, error) {
	files := make([]output, len(reportFiles))
	var drawn []output
	var g errgroup.Group
	g.Go(func() (err error) {
		drawn, err = renderCharts(ctx, report.Charts(figs), "svg", chartLook{Options: chart.Options{Width: reportChartWidth}})
		return err
	})
	for i, f := range reportFiles {
		if f.write == nil {
			continue
		}
		g.Go(func() error {
			var b bytes.Buffer
			err := f.write(&b, figs)
			files[i] = output{fmt.Sprintf(f.name, figs.Year), b.Bytes()}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	for _, f := range drawn {
		files = append(files, output{filepath.Join(chartFolder, f.path), f.data})
	}
	for i, f := range reportFiles {
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

// The charts of a report: where they are, and how wide they print, in
// millimetres.
const (
	chartFolder      = "grafieken"
	reportChartWidth = 180
)

// summarise says what was read and what is hidden.
func summarise(sys system, figs *stats.Figures) {
	if figs.Demo {
		fmt.Fprint(sys.stdout, "VOORBEELDDATA: deze cijfers zijn verzonnen\n\n")
	}
	fmt.Fprintln(sys.stdout, "Gelezen:")
	for _, s := range figs.Sources {
		fmt.Fprintf(sys.stdout, "  %s: %s\n", sourceName(s.Name, s.Sheet), rowCounts(s.Rows, s.Counted, s.LeftOut, s.NotCase))
	}
	warn(sys, figs)
	warnStyle(sys, figs)
	fmt.Fprintf(sys.stdout, "Peildatum: %s\n", nl.Date(figs.ReferenceDate.Civil()))
	switch n, open := hiddenCells(figs), report.OpenRemark(figs.Threshold); {
	case open != "":
		fmt.Fprintln(sys.stdout, "Privacy: "+open)
	case n == 0:
		fmt.Fprintf(sys.stdout, "Privacy: niets verborgen (drempel %d)\n", figs.Threshold)
	default:
		fmt.Fprintf(sys.stdout, "Privacy: %s verborgen (drempel %d); welke zie je met herstel check --privacy\n",
			nl.Count(n, "cel", "cellen"), figs.Threshold)
	}
}

func hiddenCells(figs *stats.Figures) int {
	n := 0
	for _, t := range figs.Tables {
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				if cell.Status == stats.Suppressed {
					n++
				}
			}
		}
	}
	return n
}
