package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"herstel/report/diff"
	"herstel/report/tidy"
	"herstel/stats"
	"herstel/stats/day"
)

const diffLong = `Laat zien wat er veranderde tussen twee exports, tussen twee bestanden
cijfers-jaar.json, of tussen een van elk: alleen de cijfers die anders zijn, en
wat er verborgen of zichtbaar werd. Van een getal dat een verslag verbergt, zie je
alleen dat het verborgen is.

Met --internal zie je van twee exports ook per zaaknummer wat erbij kwam, wegging
of wijzigde, en welk cijfer daardoor anders is. Daarmee kun je verborgen getallen
uitrekenen: houd het binnen je organisatie. Namen en andere persoonlijke kolommen
komen er niet in. Met --strict is de uitkomst 3 als er iets veranderde aan wat je
ziet.`

// diffOptions are the flags of herstel diff.
type diffOptions struct {
	input    inputFlags
	format   string
	internal bool
}

// diffForms are the forms of herstel diff, by the value of --format.
var diffForms = map[string]func(io.Writer, *diff.Diff) error{"table": diff.WriteDiff, "json": diff.DiffJSON}

func newDiff(sys system) *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use: "diff oud nieuw", Short: "toon wat er veranderde tussen twee exports of verslagen", Long: diffLong,
		Example: "  herstel diff export-januari.xlsx export-februari.xlsx\n" +
			"  herstel diff export-januari.xlsx export-februari.xlsx --reference-date 2022-03-01 --strict",
		Args: twoFiles,
		RunE: func(cmd *cobra.Command, args []string) error { return told(cmd.Context(), sys, &o, args[0], args[1]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.input.config, "config", "", "gebruik dit `bestand` in plaats van herstel.yaml in deze map")
	flags.StringVar(&o.input.reference, "reference-date", "", "tel beide exports op deze peildatum, als `jjjj-mm-dd`")
	flags.StringVar(&o.input.year, "year", "",
		"het verslag`jaar` van twee exports; anders het laatste jaar dat ze allebei hebben")
	o.input.addStrict(cmd, "uitkomst 3 als er iets veranderde")
	flags.BoolVar(&o.internal, "internal", false,
		"toon ook de zaken die anders zijn; dat blijft binnen je organisatie")
	addFormat(cmd, &o.format, "", "table", "json")
	cmd.RegisterFlagCompletionFunc("year", cobra.NoFileCompletions)
	cmd.RegisterFlagCompletionFunc("reference-date", cobra.NoFileCompletions)
	cmd.RegisterFlagCompletionFunc("config",
		cobra.FixedCompletions([]string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt))
	return cmd
}

// twoFiles wants an old and a new file.
func twoFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 2 {
		return nil
	}
	return wrongUse("zoals herstel diff oud.xlsx nieuw.xlsx",
		"%s vergelijkt twee bestanden: eerst het oude, dan het nieuwe", cmd.CommandPath())
}

func told(ctx context.Context, sys system, o *diffOptions, old, now string) error {
	if err := oneOf("format", o.format, "table", "json"); err != nil {
		return err
	}
	d, err := o.compare(ctx, sys, old, now)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := diffForms[o.format](&b, d); err != nil {
		return err
	}
	if _, err := sys.stdout.Write(b.Bytes()); err != nil {
		return err
	}
	if o.input.strict && d.Any() {
		return errDifferent
	}
	return nil
}

// diffSide is a file that is compared, as it was read.
type diffSide struct {
	path   string
	job    *job           // nil for a JSON
	data   *stats.Dataset // nil for a JSON
	tracer *stats.Tracer
	side   diff.DiffSide
}

func (o *diffOptions) compare(ctx context.Context, sys system, old, now string) (*diff.Diff, error) {
	var sides [2]*diffSide
	for i, path := range []string{old, now} {
		var err error
		if sides[i], err = o.read(ctx, sys, path); err != nil {
			return nil, err
		}
	}
	if err := o.count(ctx, sys, sides); err != nil {
		return nil, err
	}
	d := &diff.Diff{Old: sides[0].side, New: sides[1].side}
	var err error
	if d.Figures, err = diff.DiffFigures(d.Old.Document, d.New.Document); err != nil {
		return nil, diffError(sides, err)
	}
	if sides[0].data != nil && sides[1].data != nil {
		cases, err := stats.DiffCases(ctx, sides[0].tracer, sides[1].tracer)
		if err != nil {
			return nil, diffError(sides, err)
		}
		if o.internal {
			d.Cases = cases
		}
	}
	return d, nil
}

// read reads a tidy JSON, or an export with what it takes to follow its cases.
func (o *diffOptions) read(ctx context.Context, sys system, path string) (*diffSide, error) {
	s := &diffSide{path: path, side: diff.DiffSide{Name: filepath.Base(path)}}
	if strings.EqualFold(filepath.Ext(path), ".json") {
		return s, s.readDocument(path)
	}
	flags := o.input
	flags.inputs, flags.strict = []string{path}, false
	var err error
	if s.job, err = newJob(&flags); err != nil {
		return nil, err
	}
	s.job.origins, s.side.IsExport = true, true
	if s.data, err = s.job.read(ctx, sys); err != nil {
		return nil, err
	}
	s.side.Cases = s.data.Cube.Len()
	return s, nil
}

func (s *diffSide) readDocument(path string) error {
	if err := plainFile(path); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return readError(path, err)
	}
	defer f.Close()
	var schema *tidy.SchemaError
	switch s.side.Document, err = tidy.ReadJSON(f); {
	case errors.As(err, &schema):
		return refused("maak het verslag opnieuw met deze herstel", "%s: %s", path, err.Error())
	case errors.Is(err, tidy.ErrNotTidy):
		return refused("geef een cijfers-jaar.json dat herstel report schreef, of een export", "%s: %s", path,
			err.Error())
	case err != nil:
		return readError(path, err)
	}
	return nil
}

// count makes the figures of the exports: beside a JSON for its year, its years
// and its day, else for every year that the exports have.
func (o *diffOptions) count(ctx context.Context, sys system, sides [2]*diffSide) error {
	year, years, reference, err := o.span(sides)
	if err != nil {
		return err
	}
	folder := "" // of the report that the exports are held against
	for _, s := range sides {
		if s.data == nil {
			folder = filepath.Dir(s.path)
		}
	}
	for _, s := range sides {
		if s.data == nil {
			continue
		}
		if s.job.reference == day.NoDay {
			s.job.reference = reference
		}
		s.job.rules.Years = years
		options := stats.Options{Year: year, ReferenceDate: s.job.reference, Version: buildVersion(),
			Demo: holdsDemo(s.data)}
		s.job.out = folder
		if options.Earlier, err = s.job.earlier(sys.disk, year, options.Demo); err != nil {
			return err
		}
		if s.tracer, err = stats.NewTracer(ctx, s.data, s.job.rules, options); err != nil {
			return s.job.computeError(s.data, err)
		}
		var b bytes.Buffer
		if err := tidy.JSON(&b, s.tracer.Figures()); err != nil {
			return err
		}
		if s.side.Document, err = tidy.ReadJSON(&b); err != nil {
			return err
		}
	}
	return nil
}

// span says for which report year, with how many years, and on which day the
// exports are counted.
func (o *diffOptions) span(sides [2]*diffSide) (year, years int, reference day.Day, err error) {
	for _, s := range sides {
		if doc := s.side.Document; doc != nil {
			year, reference, years = doc.Year, doc.ReferenceDate, doc.Year-firstYear(doc)+1
		}
	}
	if year != 0 {
		if o.input.year != "" {
			return 0, 0, 0, wrongUse("laat --year weg", "het jaar staat in het JSON-bestand: het is %d", year)
		}
		if sides[0].data == nil && sides[1].data == nil && o.input.reference != "" {
			return 0, 0, 0, wrongUse("laat --reference-date weg",
				"--reference-date hoort bij een export, en dit zijn twee JSON-bestanden")
		}
		return year, years, reference, nil
	}
	years = day.LastYear - day.FirstYear + 1
	if o.input.year != "" {
		year, err = o.input.parseYear()
		return year, years, day.NoDay, err
	}
	of := sides[1].data.Cube.Years()
	for _, y := range sides[0].data.Cube.Years() {
		if slices.Contains(of, y) {
			year = y
		}
	}
	if year == 0 {
		return 0, 0, 0, refused("geef twee exports met zaken van hetzelfde jaar",
			"%s en %s hebben geen enkel jaar gemeen", sides[0].path, sides[1].path)
	}
	return year, years, day.NoDay, nil
}

func firstYear(doc *tidy.Document) int {
	first := doc.Year
	for _, c := range doc.Cells {
		first = min(first, c.Year)
	}
	return first
}

// diffError words why two files cannot be compared.
func diffError(sides [2]*diffSide, err error) error {
	var (
		threshold *diff.ThresholdError
		years     *diff.NoYearsError
		numbers   *stats.NoNumbersError
	)
	switch {
	case errors.As(err, &threshold):
		return refused("maak beide met dezelfde drempel", "%s en %s: %s", sides[0].path, sides[1].path, err.Error())
	case errors.As(err, &years):
		return refused("vergelijk verslagen van hetzelfde jaar", "%s en %s: %s", sides[0].path, sides[1].path,
			err.Error())
	case errors.As(err, &numbers):
		s := sides[0]
		if numbers.New {
			s = sides[1]
		}
		return refused("vul de zaaknummers in de export in; zonder nummer is niet te zien welke zaak welke is",
			"%s: %s", s.path, err.Error())
	case errors.Is(err, stats.ErrNothingShared):
		return refused("controleer of het twee exports van dezelfde zaken zijn", "%s en %s: %s", sides[0].path,
			sides[1].path, err.Error())
	}
	return err
}
