package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

const reportLong = `Maakt het cijferhoofdstuk van een jaar: een pagina met grafieken en tabellen, het
hoofdstuk voor Word, de grafieken voor PowerPoint, een Excel-bijlage, de tekst, losse
grafieken, en de cijfers als JSON en CSV.

Zonder --input leest herstel de bestanden die in herstel.yaml onder bronnen staan.
Alle bestanden komen er in één keer; gaat er iets mis, dan verandert er niets.
Oude grafieken van dat jaar die er niet meer bij horen, haalt herstel weg.

Met --only maak je alleen wat je noemt. De andere bestanden in de map blijven dan staan.`

// reportOptions are the flags of herstel report.
type reportOptions struct {
	input inputFlags
	out   string
	only  []string
	quiet bool
}

func newReport(sys system) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use: "report", Short: "maak het cijferhoofdstuk van een jaar", Long: reportLong,
		Example: "  herstel report --demo --year 2021\n" +
			"  herstel report --demo --year 2021 --only docx,pptx\n" +
			"  herstel report --year 2021 --input \"exports/*.xlsx\" --reference-date 2022-03-01 --out verslag",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return makeReport(cmd.Context(), sys, &o) },
	}
	o.input.addYearly(cmd, "weiger als er een fout in de export zit")
	cmd.Flags().StringVar(&o.out, "out", "", "schrijf in deze `map`; zonder --out in jaarverslag-jaar")
	cmd.MarkFlagDirname("out")
	cmd.Flags().StringSliceVar(&o.only, "only", nil,
		"maak alleen deze `soorten`: "+listedOr(reportKinds())+", met komma's ertussen")
	cmd.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(reportKinds(), cobra.ShellCompDirectiveNoFileComp))
	addQuiet(cmd, &o.quiet)
	return cmd
}

func makeReport(ctx context.Context, sys system, o *reportOptions) error {
	if o.quiet {
		sys = sys.quiet(false)
	}
	if err := o.checkOnly(); err != nil {
		return err
	}
	j, year, err := newYearJob(&o.input)
	if err != nil {
		return err
	}
	j.out = o.out
	if err := j.readLogo(sys.disk); err != nil {
		return err
	}
	made, err := j.figures(ctx, sys, year)
	if err != nil {
		return err
	}
	figs := made.figs
	defer writeFast()()
	files, err := renderReport(ctx, figs, o.only)
	if err != nil {
		return err
	}
	dir := j.folder(year)
	for i := range files {
		files[i].path = filepath.Join(dir, files[i].path)
	}
	if err := j.refuseOverwrite(files, anotherFolder); err != nil {
		return err
	}
	old := replaces(sys, dir, year, files)
	if old != nil {
		files = append(files, old.kept)
	}
	earlier := readSet(sys.disk, dir, fmt.Sprintf(setName, year))
	var mixture, removed []string
	if len(o.only) > 0 {
		mixture = earlier.strangers(dir, files)
	} else {
		mixture = earlier.mixture(sys.disk, dir)
	}
	if o.renews(chartKind) {
		removed = stale(sys, filepath.Join(dir, chartFolder), year, files)
	}
	if len(o.only) == 0 {
		removed = append(removed, earlier.superseded(sys.disk, dir, files)...)
	}
	slices.Sort(removed)
	removed = slices.Compact(removed)
	if err := sys.outputs().publish(ctx, dir, files, removed...); err != nil {
		return err
	}
	summarise(sys, figs)
	old.tell(sys)
	advise(sys, slices.Concat(made.told(), made.narrow(), mixture))
	listWritten(sys, files)
	listRemoved(sys, removed)
	return nil
}

// summarise says what was read and what is hidden.
func summarise(sys system, figs *stats.Figures) {
	if figs.Demo {
		fmt.Fprint(sys.stdout, "VOORBEELDDATA: deze cijfers zijn verzonnen\n\n")
	}
	fmt.Fprintln(sys.stdout, "Gelezen:")
	for _, s := range figs.Sources {
		fmt.Fprintf(sys.stdout, "  %s: %s\n", sourceName(s.Name, s.Sheet),
			rowCounts(s.Rows, s.Counted, s.LeftOut, s.NotCase))
	}
	warn(sys, figs)
	warnStyle(sys, figs)
	fmt.Fprintf(sys.stdout, "Peildatum: %s\n", nl.Date(figs.ReferenceDate.Civil()))
	if names := earlierText(figs); names != "" {
		fmt.Fprintf(sys.stdout, "Eerder uitgegeven: %s; wat daarin te zien of verborgen was, blijft zo waar dat kan\n",
			names)
	}
	fmt.Fprint(sys.stdout, "Privacy: "+privacyLine(figs))
	if hiddenCells(figs) > 0 {
		fmt.Fprint(sys.stdout, "; welke zie je met herstel check --privacy")
	}
	fmt.Fprintln(sys.stdout)
}

// privacyLine says how much is hidden.
func privacyLine(figs *stats.Figures) string {
	switch n, open := hiddenCells(figs), content.OpenRemark(figs.Threshold); {
	case open != "":
		return open
	case n == 0:
		return fmt.Sprintf("niets verborgen (drempel %d)", figs.Threshold)
	default:
		return fmt.Sprintf("%s verborgen (drempel %d)", nl.Count(n, "cel", "cellen"), figs.Threshold)
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
