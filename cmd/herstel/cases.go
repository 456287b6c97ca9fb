package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"herstel/report/plain"
	"herstel/stats"
)

const casesLong = `Laat zien waar een getal vandaan komt: stap voor stap, van de rijen van de export
tot het getal, en dan bestand, blad, rij en zaaknummer van elke zaak die meetelt.
Bij een aandeel staan ook de zaken van de noemer die niet meetellen.

De lijst komt op het scherm, want er staan zaaknummers in. Een bestand krijg je
alleen met --out en --case-numbers samen. Een getal dat het verslag verbergt,
zie je alleen met --internal; dat is voor gebruik binnen je organisatie.`

// casesOptions are the flags of herstel cases.
type casesOptions struct {
	input    inputFlags
	figure   string
	category []string
	column   string
	internal bool
	out      string
	numbers  bool
	force    bool
}

func newCases(sys system) *cobra.Command {
	var o casesOptions
	cmd := &cobra.Command{
		Use: "cases", Short: "toon welke zaken achter een getal zitten", Long: casesLong,
		Example: "  herstel cases --demo --year 2021 --figure delict --category delict=Verkrachting\n" +
			"  herstel zaken --jaar 2021 --cijfer doorlooptijd --categorie traject=uitzetting_tot_contact",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return cases(cmd.Context(), sys, &o) },
	}
	o.input.addYearly(cmd, "weiger als er een fout in de export zit")
	flags := cmd.Flags()
	flags.StringVar(&o.figure, "figure", "", "het `cijfer`, zoals delict (verplicht)")
	flags.StringArrayVar(&o.category, "category", nil, "de `categorie`, zoals delict=Verkrachting; mag vaker")
	flags.StringVar(&o.column, "column", "",
		"een eerder `jaar` dat het verslag ook toont, zoals 2020; anders het verslagjaar")
	flags.BoolVar(&o.internal, "internal", false,
		"toon ook een getal dat het verslag verbergt; dat blijft binnen je organisatie")
	flags.StringVar(&o.out, "out", "", "schrijf de lijst als CSV in dit `bestand`; alleen met --case-numbers")
	flags.BoolVar(&o.numbers, "case-numbers", false, "er mogen zaaknummers in het bestand van --out")
	flags.BoolVar(&o.force, "force", false, "overschrijf het bestand van --out als het er al is")
	cmd.RegisterFlagCompletionFunc("figure", o.input.completeFigures)
	cmd.RegisterFlagCompletionFunc("category", cobra.NoFileCompletions)
	cmd.RegisterFlagCompletionFunc("column", o.input.completeYears)
	return cmd
}

func cases(ctx context.Context, sys system, o *casesOptions) error {
	question, err := o.question()
	if err != nil {
		return err
	}
	j, year, err := newYearJob(&o.input)
	if err != nil {
		return err
	}
	if err := knownFigures([]string{o.figure}, j.rules); err != nil {
		return err
	}
	if o.out != "" {
		if err := j.mayWrite(sys, []output{{path: o.out}}, o.force, anotherFile); err != nil {
			return err
		}
	}
	trace, demo, err := j.trace(ctx, sys, year, question)
	if err != nil {
		return err
	}
	var list bytes.Buffer
	if err := plain.Trace(&list, trace, demo); err != nil {
		return err
	}
	if o.out != "" {
		if err := saveTrace(ctx, sys, trace, demo, o.out); err != nil {
			return err
		}
		fmt.Fprintf(&list, "\nGeschreven: %s\n", o.out)
	}
	_, err = sys.stdout.Write(list.Bytes())
	return err
}

// question reads the flags that name the number.
func (o *casesOptions) question() (stats.Question, error) {
	q := stats.Question{Figure: o.figure, Category: map[string]string{}, Internal: o.internal}
	switch {
	case o.figure == "":
		return q, wrongUse("noem het cijfer, zoals --figure delict --category delict=Verkrachting",
			"het cijfer ontbreekt")
	case o.out != "" && !o.numbers:
		return q, wrongUse("voeg --case-numbers toe als dat mag, of laat --out weg en lees de lijst op het scherm",
			"in dit bestand komen zaaknummers te staan")
	case o.numbers && o.out == "":
		return q, wrongUse("noem het bestand met --out, of laat --case-numbers weg", "--case-numbers hoort bij --out")
	}
	for _, text := range o.category {
		dimension, value, ok := strings.Cut(text, "=")
		dimension, value = strings.TrimSpace(dimension), strings.TrimSpace(value)
		if !ok || dimension == "" || value == "" {
			return q, wrongUse("schrijf de categorie als delict=Verkrachting", "--category kan niet %s zijn",
				quote(text))
		}
		if _, twice := q.Category[dimension]; twice {
			return q, wrongUse("laat er één staan", "--category noemt %s twee keer", quote(dimension))
		}
		q.Category[dimension] = value
	}
	if o.column != "" {
		year, err := strconv.Atoi(o.column)
		if err != nil {
			return q, wrongUse("noem een jaar, zoals --column 2020", "--column kan niet %s zijn", quote(o.column))
		}
		q.Year = year
	}
	return q, nil
}

// trace reads the files of a job and follows one number back to its rows.
func (j *job) trace(ctx context.Context, sys system, year int, q stats.Question) (*stats.Trace, bool, error) {
	j.origins = true
	data, err := j.read(ctx, sys)
	if err != nil {
		return nil, false, err
	}
	if err := j.refuseStrict(data); err != nil {
		return nil, false, err
	}
	demo := j.demo || holdsDemo(data)
	earlier, err := j.earlier(sys.disk, year, demo)
	if err != nil {
		return nil, false, err
	}
	tracer, err := stats.NewTracer(ctx, data, j.rules,
		stats.Options{Year: year, ReferenceDate: j.reference, Demo: demo, Earlier: earlier})
	if err != nil {
		return nil, false, j.computeError(data, err)
	}
	trace, err := tracer.Cell(ctx, q)
	return trace, demo, traceError(err)
}

// traceError gives an error of the following its exit code.
func traceError(err error) error {
	var e *stats.TraceError
	switch {
	case errors.Is(err, stats.ErrHidden):
		return refused("met --internal zie je het toch; wat je dan ziet, blijft binnen je organisatie", "%s",
			err.Error())
	case errors.As(err, &e) && e.Use:
		return wrongUse(e.Hint, "%s", e.What)
	case errors.As(err, &e):
		return refused(e.Hint, "%s", e.What)
	}
	return err
}

func saveTrace(ctx context.Context, sys system, trace *stats.Trace, demo bool, path string) error {
	var b bytes.Buffer
	if err := plain.TraceCSV(&b, trace, demo); err != nil {
		return err
	}
	return sys.outputs().publish(ctx, filepath.Dir(path), []output{{path, b.Bytes()}})
}
