package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/stats"
)

const chartLong = `Maakt losse grafieken, voor druk en web. SVG en PDF blijven scherp op elk formaat,
PNG is er voor programma's die alleen beelden kennen. CSV geeft de getallen van de
grafiek: een rij per categorie, een kolom per jaar. Naast de cijfers is er beeld: het
jaar in één beeld, op een A4.

Met --width kies je hoe breed de grafiek gedrukt wordt, van 60mm tot 400mm. De
letters blijven daarbij even groot. Met --height of --size krijgt de grafiek een
vaste maat, en letters die daarin passen.`

// chartOptions are the flags of herstel chart.
type chartOptions struct {
	input  inputFlags
	all    bool
	format string
	width  string
	out    string
	look   chartLook
	shape  chartShape
	paper  string
	quiet  bool
}

func newChart(sys system) *cobra.Command {
	var o chartOptions
	cmd := &cobra.Command{
		Use: "chart cijfer...", Short: "maak losse grafieken", Long: chartLong,
		Example: "  herstel chart aanleiding contact --demo --year 2021\n" +
			"  herstel chart beeld --demo --year 2021 --format pdf\n" +
			"  herstel chart --all --demo --year 2021 --width 85mm --out grafieken",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return o.input.completeCharts(args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return charts(cmd.Context(), sys, &o, args) },
	}
	o.input.addYearly(cmd, "weiger als er een fout in de export zit")
	flags := cmd.Flags()
	flags.BoolVar(&o.all, "all", false, "maak alle grafieken")
	addFormat(cmd, &o.format, "", chartFormats...)
	flags.StringVar(&o.width, "width", defaultChartWidth,
		"de gedrukte `breedte`, zoals 85mm of 18cm; zonder --width 180mm")
	flags.StringVar(&o.out, "out", ".",
		"schrijf in deze `map`; zonder --out in deze map, met - naar het scherm of een pijp")
	o.shape.add(cmd)
	flags.StringVar(&o.look.Title, "title", "",
		"zet deze `titel` boven de grafiek; het onderwerp staat er dan klein boven")
	flags.StringVar(&o.look.Subtitle, "subtitle", "", "zet deze `tekst` onder de titel")
	flags.BoolVar(&o.look.NoTitle, "no-title", false, "laat titel en ondertitel weg")
	flags.BoolVar(&o.look.NoFooter, "no-footer", false, "laat de regel met peildatum en bron weg")
	flags.StringVar(&o.paper, "background", "wit", "de `achtergrond`: wit of doorzichtig")
	flags.Float64Var(&o.look.dpi, "dpi", chart.PrintDPI, "de fijnheid van een PNG, in `punten` per inch")
	cmd.MarkFlagDirname("out")
	addQuiet(cmd, &o.quiet)
	cmd.RegisterFlagCompletionFunc("width",
		cobra.FixedCompletions([]string{"85mm", "180mm"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func charts(ctx context.Context, sys system, o *chartOptions, ids []string) error {
	if o.quiet {
		sys = sys.quiet(o.out == stdoutPath)
	}
	year, err := o.check(ids)
	if err != nil {
		return err
	}
	j, err := newJob(&o.input)
	if err != nil {
		return err
	}
	if err := knownFigures(slices.DeleteFunc(slices.Clone(ids), isOverview), j.rules); err != nil {
		return err
	}
	made, err := j.figures(ctx, sys, year)
	if err != nil {
		return err
	}
	figs := made.figs
	if err := o.shape.apply(figs, ids); err != nil {
		return err
	}
	chosen, err := chosenCharts(figs, ids)
	if err != nil {
		return err
	}
	if err := o.fits(chosen); err != nil {
		return err
	}
	if o.out == stdoutPath && len(chosen) != 1 {
		return wrongUse("noem één cijfer, of kies met --out een map",
			"met --out - past er één grafiek op de uitvoer, en dit zijn er %d", len(chosen))
	}
	files, err := renderCharts(ctx, chosen, o.format, o.look)
	if err != nil {
		return err
	}
	if o.out == stdoutPath {
		warnBriefly(sys, figs)
		advise(sys, made.told())
		warnStyle(sys, figs)
		_, err := bytesOf(sys.stdout).Write(files[0].data)
		return err
	}
	for i := range files {
		files[i].path = filepath.Join(o.out, files[i].path)
	}
	if err := j.refuseOverwrite(files, anotherFolder); err != nil {
		return err
	}
	if err := sys.outputs().publish(ctx, o.out, files); err != nil {
		return err
	}
	warnBriefly(sys, figs)
	advise(sys, made.told())
	warnStyle(sys, figs)
	listWritten(sys, files)
	return nil
}

// check checks the flags that are of charts alone.
func (o *chartOptions) check(ids []string) (year int, err error) {
	if o.all && len(ids) > 0 {
		return 0, wrongUse("laat --all weg, of laat "+quote(strings.Join(ids, " "))+" weg",
			"--all maakt alle grafieken en kan niet samen met cijfers")
	}
	if !o.all && len(ids) == 0 {
		return 0, wrongUse("herstel chart aanleiding --year 2021, of herstel chart --all --year 2021",
			"noem één of meer cijfers, of gebruik --all")
	}
	if err := oneOf("format", o.format, chartFormats...); err != nil {
		return 0, err
	}
	if err := o.checkLook(len(ids)); err != nil {
		return 0, err
	}
	if year, err = o.input.parseYear(); err != nil {
		return 0, err
	}
	return year, o.measure(year)
}

// The fineness that a PNG may have, in dots to the inch.
const (
	leastDPI = 30
	mostDPI  = 1200
)

// englishPapers are backgrounds as other programs call them.
var englishPapers = map[string]string{"white": "wit", "transparent": "doorzichtig"}

// checkLook checks the flags that say how a chart is printed.
func (o *chartOptions) checkLook(figures int) error {
	if own, ok := englishPapers[o.paper]; ok {
		o.paper = own
	}
	if err := oneOf("background", o.paper, "wit", "doorzichtig"); err != nil {
		return err
	}
	o.look.Transparent = o.paper == "doorzichtig"
	switch {
	case o.look.Title != "" && figures != 1:
		return wrongUse("noem één cijfer, of laat --title weg", "--title past bij één grafiek")
	case o.look.NoTitle && (o.look.Title != "" || o.look.Subtitle != ""):
		return wrongUse("kies één van de twee", "--no-title gaat niet samen met --title of --subtitle")
	case !(o.look.dpi >= leastDPI && o.look.dpi <= mostDPI):
		return wrongUse("kies 30 tot en met 1200, zoals --dpi 300", "--dpi kan niet %s zijn",
			strconv.FormatFloat(o.look.dpi, 'f', -1, 64))
	}
	return nil
}

// chosenCharts returns the charts of the given figures; all of them when there
// are no ids.
func chosenCharts(figs *stats.Figures, ids []string) ([]chart.Chart, error) {
	if len(ids) == 0 {
		return allCharts(figs), nil
	}
	var chosen []chart.Chart
	for _, id := range ids {
		c, ok := chartNamed(figs, id)
		if !ok {
			return nil, refused(fmt.Sprintf("bekijk de cijfers met herstel figures --figure %s --year %d", id,
				figs.Year), "van %s is er geen grafiek", id)
		}
		if !slices.ContainsFunc(chosen, func(other chart.Chart) bool { return other.ID == c.ID }) {
			chosen = append(chosen, c)
		}
	}
	return chosen, nil
}

// chartNamed returns the chart of a figure, or the year in one picture.
func chartNamed(figs *stats.Figures, id string) (chart.Chart, bool) {
	if id == content.OverviewID {
		return content.Overview(figs)
	}
	return content.ChartFor(figs, id)
}

func isOverview(id string) bool { return id == content.OverviewID }

// allCharts returns the chart of every figure, and the year in one picture.
func allCharts(figs *stats.Figures) []chart.Chart {
	charts := content.Charts(figs)
	if overview, ok := content.Overview(figs); ok {
		charts = append(charts, overview)
	}
	return charts
}
