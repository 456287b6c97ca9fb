package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"herstel/report/content"
	"herstel/report/housestyle"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/testdata/demo"
)

// figures reads the files of a job and makes the figures of a year.
func (j *job) figures(ctx context.Context, sys system, year int) (*outcome, error) {
	data, err := j.read(ctx, sys)
	if err != nil {
		return nil, err
	}
	if err := j.refuseStrict(data); err != nil {
		return nil, err
	}
	made, err := j.compute(ctx, sys, data, year)
	if err != nil || !j.strict {
		return made, err
	}
	return made, refuseWithheld(made.figs)
}

// refuseStrict refuses, with --strict, an export with faults and settings that
// nobody has checked.
func (j *job) refuseStrict(data *stats.Dataset) error {
	if n := faults(data); j.strict && n > 0 {
		return refused("herstel check toont welke rijen dat zijn; zonder --strict gaat het verslag door",
			"de export heeft %s", nl.Count(n, "rij die door een fout niet meetelt",
				"rijen die door een fout niet meetellen"))
	}
	if j.strict && j.unsure > 0 {
		return refused("kijk ze na en haal de markering weg; zonder --strict gaat het verslag door",
			"in %s %s nog %s met TE CONTROLEREN", j.config, nl.Plural(j.unsure, "staat", "staan"),
			nl.Count(j.unsure, "regel", "regels"))
	}
	return nil
}

// compute makes the figures of a year from what was read.
func (j *job) compute(ctx context.Context, sys system, data *stats.Dataset, year int) (*outcome, error) {
	demo := j.demo || holdsDemo(data)
	earlier, err := j.earlier(sys.disk, year, demo)
	if err != nil {
		return nil, err
	}
	figs, audit, err := stats.ComputeAudited(ctx, data, j.rules, stats.Options{
		Year: year, ReferenceDate: j.reference, Version: buildVersion(), Demo: demo, Earlier: earlier,
	})
	if err != nil {
		return nil, j.computeError(data, err)
	}
	if err := j.refusePersons(figs, audit); err != nil {
		return nil, err
	}
	return &outcome{figs, audit, j.notices(sys.now, data, figs)}, nil
}

// holdsDemo reports whether one of the files is the demo export, by its name
// or by its content: figures made from it say so, also when it was read as an
// export of the user's own.
func holdsDemo(data *stats.Dataset) bool {
	sum := fmt.Sprintf("%x", sha256.Sum256(demo.Export()))
	return slices.ContainsFunc(data.Sources, func(s stats.Source) bool {
		return stem(s.Name) == stem(demo.FileName) || s.SHA256 == sum
	})
}

// stem is a file name without its folder and its ending: the demo export saved
// as .xlsx is still the demo.
func stem(name string) string {
	base := path.Base(filepath.ToSlash(name))
	return strings.TrimSuffix(base, path.Ext(base))
}

// computeError gives an error of the computation its exit code.
func (j *job) computeError(data *stats.Dataset, err error) error {
	var none *stats.NoCasesError
	var work *stats.WorkError
	var clash *stats.ClashError
	switch {
	case errors.As(err, &clash):
		return &failure{code: exitRefused, text: err.Error(), err: err,
			hint: "maak het verslag met dezelfde drempel, indeling en peildag als toen; of noem deze cijfers in " +
				"herstel.yaml onder privacy, toelaten, met de reden"}
	case errors.As(err, &work):
		return &failure{code: exitRefused, text: err.Error(), err: err,
			hint: "laat in herstel.yaml een van deze uitsplitsingen weg, of voeg zeldzame waarden samen"}
	case errors.As(err, &none) && j.tooEarly(data, none):
		return &failure{code: exitRefused,
			text: fmt.Sprintf("op de peildatum %s waren er nog geen zaken van %d", nl.Date(j.reference.Civil()),
				none.Year),
			hint: "kies een latere peildatum met --reference-date, of in herstel.yaml", err: err}
	case errors.As(err, &none) && len(none.Years) > 0:
		return &failure{code: exitRefused, text: err.Error(),
			hint: fmt.Sprintf("kies een jaar dat er is, zoals --year %d", none.Years[len(none.Years)-1]), err: err}
	case errors.As(err, &none):
		return &failure{code: exitRefused, text: err.Error(), hint: "herstel check toont waarom", err: err}
	}
	return configError(j.config, err)
}

// tooEarly reports whether there are no cases because they lie after the
// reference date.
func (j *job) tooEarly(data *stats.Dataset, none *stats.NoCasesError) bool {
	after := slices.ContainsFunc(data.Findings,
		func(f stats.Finding) bool { return f.Rule == stats.RuleAfterReference })
	return after && (len(none.Years) == 0 || j.reference.Year() < none.Year)
}

// warnStyle says on stderr which colours of the house style are hard to see.
func warnStyle(sys system, figs *stats.Figures) {
	for _, warning := range append(housestyle.Check(figs.HouseStyle), content.CheckPresentation(figs)...) {
		fmt.Fprintf(sys.stderr, "let op: %s\n", warning)
	}
}

// warnBriefly says on one line of stderr how much was not right.
func warnBriefly(sys system, figs *stats.Figures) {
	var words []string
	for _, kind := range []struct {
		severity  stats.Severity
		one, many string
	}{{stats.Fault, "fout", "fouten"}, {stats.Warning, "waarschuwing", "waarschuwingen"}} {
		total, few := 0, false
		for _, f := range figs.Findings {
			if stats.RowRules[f.Rule].Severity == kind.severity {
				total += f.Count.N
				few = few || !f.Count.Known
			}
		}
		switch {
		case few:
			words = append(words, kind.many)
		case total > 0:
			words = append(words, nl.Count(total, kind.one, kind.many))
		}
	}
	if len(words) > 0 {
		fmt.Fprintf(sys.stderr, "let op: de export geeft %s; herstel check toont welke rijen dat zijn\n",
			nl.List(words))
	}
}

// findingRows words the number of rows of a finding.
func findingRows(figs *stats.Figures, f stats.FindingCount) string {
	if f.Count.Known && f.Count.N == 1 {
		return "1 rij"
	}
	return content.FindingRows(figs, f) + " rijen"
}

// warn says on stderr which rows were not right.
func warn(sys system, figs *stats.Figures) {
	told := false
	for _, severity := range []stats.Severity{stats.Fault, stats.Warning} {
		for _, f := range figs.Findings {
			rule := stats.RowRules[f.Rule]
			if rule.Severity != severity {
				continue
			}
			column := ""
			if f.Column != "" && f.Column != rule.ID {
				column = " in kolom " + f.Column
			}
			fmt.Fprintf(sys.stderr, "%s: %s%s (%s): %s\n", severity, rule.ID, column, findingRows(figs, f), rule.Result)
			told = true
		}
	}
	if told {
		fmt.Fprintln(sys.stderr, "tip: herstel check toont welke rijen dat zijn")
	}
}
