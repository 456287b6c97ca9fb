package main

import (
	"bytes"
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"herstel/report/content"
	"herstel/report/plain"
	"herstel/report/tidy"
	"herstel/stats"
	"herstel/stats/rules"
)

const figuresLong = `Schrijft de cijfers van een jaar naar het scherm, als tabel, JSON, CSV of
Markdown. Het zijn dezelfde cijfers als in de pagina en de bijlage.`

// figureForms are the forms of herstel figures, by the value of --format: in
// words, or the numbers alone.
var figureForms = map[string]struct {
	tells   func(io.Writer, *content.Chapter, []*content.Figure) error
	numbers func(io.Writer, *stats.Figures, []stats.Table) error
}{
	"table": {tells: plain.Tables},
	"json":  {numbers: tidy.FiguresJSON},
	"csv":   {numbers: tidy.FiguresCSV},
	"md":    {tells: plain.MarkdownTables},
}

// figuresOptions are the flags of herstel figures.
type figuresOptions struct {
	input  inputFlags
	ids    []string
	format string
}

func newFigures(sys system) *cobra.Command {
	var o figuresOptions
	cmd := &cobra.Command{
		Use: "figures", Short: "toon de cijfers van een jaar", Long: figuresLong,
		Example: "  herstel figures --demo --year 2021 --figure aanleiding --figure contact\n" +
			"  herstel figures --input export.xlsx --year 2021 --format csv",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return figures(cmd.Context(), sys, &o) },
	}
	o.input.addYearly(cmd, "weiger als er een fout in de export zit")
	cmd.Flags().StringArrayVar(&o.ids, "figure", nil, "alleen dit `cijfer`, zoals aanleiding; mag vaker")
	cmd.RegisterFlagCompletionFunc("figure", o.input.completeFigures)
	addFormat(cmd, &o.format, "", "table", "json", "csv", "md")
	return cmd
}

func figures(ctx context.Context, sys system, o *figuresOptions) error {
	if err := oneOf("format", o.format, "table", "json", "csv", "md"); err != nil {
		return err
	}
	j, year, err := newYearJob(&o.input)
	if err != nil {
		return err
	}
	if err := knownFigures(o.ids, j.rules); err != nil {
		return err
	}
	made, err := j.figures(ctx, sys, year)
	if err != nil {
		return err
	}
	figs := made.figs
	var b bytes.Buffer
	if err := writeFigures(&b, figs, o); err != nil {
		return err
	}
	warnBriefly(sys, figs)
	advise(sys, made.told())
	_, err = sys.stdout.Write(b.Bytes())
	return err
}

func writeFigures(w io.Writer, figs *stats.Figures, o *figuresOptions) error {
	form := figureForms[o.format]
	if form.numbers != nil {
		return form.numbers(w, figs, chosenTables(figs, o.ids))
	}
	c := content.Of(figs)
	return form.tells(w, c, c.Chosen(o.ids))
}

// knownFigures refuses an id that is not in the catalog.
func knownFigures(ids []string, ruleset *rules.Rules) error {
	var known []string
	for _, f := range stats.Catalog(ruleset) {
		known = append(known, f.ID)
	}
	for _, id := range ids {
		if slices.Contains(known, id) {
			continue
		}
		hint := "herstel handleiding noemt alle cijfers"
		if near := nearest(id, known); near != "" {
			hint = "bedoelde je " + near + "?"
		}
		return wrongUse(hint, "het cijfer %s is er niet", quote(id))
	}
	return nil
}

// chosenTables returns the tables with the given ids, in the order of the
// chapter; all of them when there are no ids.
func chosenTables(figs *stats.Figures, ids []string) []stats.Table {
	if len(ids) == 0 {
		return figs.Tables
	}
	var tables []stats.Table
	for _, t := range figs.Tables {
		if slices.Contains(ids, t.Figure.ID) {
			tables = append(tables, t)
		}
	}
	return tables
}
