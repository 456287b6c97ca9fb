package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"herstel/report/plain"
	"herstel/report/tidy"
	"herstel/stats"
)

const compareLong = `Legt elk getal dat eerdere verslagen drukten naast het cijfer van nu: gelijk,
gelijk na afronding, of anders, met het verschil en een mogelijke oorzaak. De
gedrukte getallen staan in herstel.yaml onder gepubliceerd, of in een bestand dat
daar genoemd is. Staat de peildatum van dat verslag erbij, dan zie je ook wat de
export nu voor die dag zegt.

Met --save bewaar je de cijfers van dit jaar in dezelfde vorm, voor volgend jaar.
Een bestand dat er al is, blijft staan; met --force overschrijf je het.
Met --strict is de uitkomst 3 als een getal anders is.`

// compareOptions are the flags of herstel compare.
type compareOptions struct {
	input inputFlags
	save  string
	force bool
	only  bool
}

func newCompare(sys system) *cobra.Command {
	var o compareOptions
	cmd := &cobra.Command{
		Use: "compare", Short: "vergelijk met wat eerdere verslagen drukten", Long: compareLong,
		Example: "  herstel compare --demo --year 2021\n" +
			"  herstel compare --year 2021 --save gepubliceerd-2021.yaml",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return compare(cmd.Context(), sys, &o) },
	}
	o.input.addYearly(cmd, "uitkomst 3 als een getal anders is dan gedrukt")
	cmd.Flags().StringVar(&o.save, "save", "",
		"bewaar de cijfers van het jaar in dit `bestand`, in de vorm van gepubliceerd")
	cmd.Flags().BoolVar(&o.force, "force", false, "overschrijf het bestand van --save als het er al is")
	cmd.Flags().BoolVar(&o.only, "only-changes", false, "toon alleen wat niet gelijk is")
	return cmd
}

func compare(ctx context.Context, sys system, o *compareOptions) error {
	j, year, err := newYearJob(&o.input)
	if err != nil {
		return err
	}
	if o.save != "" {
		if err := j.mayWrite(sys, []output{{path: o.save}}, o.force, anotherSave); err != nil {
			return err
		}
	}
	j.strict = false // here it is about printed numbers, not about rows
	made, err := j.figures(ctx, sys, year)
	if err != nil {
		return err
	}
	figs := made.figs
	var list bytes.Buffer
	if err := plain.Comparison(&list, figs, orConfigName(j.config), o.only); err != nil {
		return err
	}
	if o.save != "" {
		if err := savePublished(ctx, sys, figs, o.save); err != nil {
			return err
		}
		fmt.Fprintf(&list, "\nGeschreven: %s\n", o.save)
	}
	warnBriefly(sys, figs)
	advise(sys, made.told())
	if _, err := sys.stdout.Write(list.Bytes()); err != nil {
		return err
	}
	if o.input.strict && slices.ContainsFunc(figs.Published,
		func(c stats.Comparison) bool { return c.Outcome == stats.Different }) {
		return errDifferent
	}
	return nil
}

// savePublished writes the figures of this run for the comparison of next year.
func savePublished(ctx context.Context, sys system, figs *stats.Figures, path string) error {
	var b bytes.Buffer
	if err := tidy.WritePublished(&b, figs); err != nil {
		return err
	}
	return sys.outputs().publish(ctx, filepath.Dir(path), []output{{path, b.Bytes()}})
}

// mayWrite refuses files that the run reads from, and without force also
// files that are there.
func (j *job) mayWrite(sys system, files []output, force bool, hint string) error {
	if err := j.refuseOverwrite(files, hint); err != nil || force {
		return err
	}
	return refuseExisting(sys.disk, files)
}

// orConfigName is the herstel.yaml that was read, or what it would be called.
func orConfigName(path string) string {
	if path == "" {
		return configName
	}
	return filepath.Base(path)
}
