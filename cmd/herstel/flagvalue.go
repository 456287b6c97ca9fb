package main

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagAliases are the Dutch names of flags, by the name that they stand for.
var flagAliases = map[string]string{
	"all": "alles", "config": "instellingen", "demo": "voorbeeld", "figure": "cijfer", "force": "overschrijf",
	"format": "vorm", "input": "invoer", "licenses": "licenties", "only": "alleen", "out": "uit", "quiet": "stil",
	"reference-date": "peildatum",
	"case-numbers":   "met-zaaknummers", "category": "categorie", "column": "kolom", "height": "hoogte",
	"internal": "intern", "only-changes": "alleen-verschillen", "save": "bewaar", "size": "maat", "strict": "streng",
	"text":  "letters",
	"title": "titel", "top": "grootste", "version": "versie", "width": "breedte", "year": "jaar",
	"years": "jaren",
}

// commandAliases are the Dutch names of commands, by the name that they stand for.
var commandAliases = map[string]string{
	"report": "rapport", "figures": "cijfers", "chart": "grafiek", "compare": "vergelijk", "cases": "zaken",
	"diff": "verschil", "check": "controleer",
	"demo": "voorbeeld", "init": "begin", "version": "versie", "completion": "aanvullen", "help": "hulp",
}

// canonical turns the Dutch name of a flag into the name that it stands for.
func canonical(_ *pflag.FlagSet, name string) pflag.NormalizedName {
	for flag, alias := range flagAliases {
		if name == alias {
			return pflag.NormalizedName(flag)
		}
	}
	return pflag.NormalizedName(name)
}

// addAliases gives commands and flags their Dutch names too, and lets every
// flag that takes one value refuse a second one and an empty one.
func addAliases(root *cobra.Command) {
	root.SetGlobalNormalizationFunc(canonical)
	for _, cmd := range append(root.Commands(), root) {
		if alias := commandAliases[cmd.Name()]; alias != "" {
			cmd.Aliases = []string{alias}
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if kind := f.Value.Type(); kind != "bool" && !strings.HasSuffix(kind, "Array") {
				what, _ := pflag.UnquoteUsage(f)
				f.Value = &onceValue{Value: f.Value, path: what == "map" || what == "bestand"}
			}
		})
	}
}

// Why a value of a flag is refused before the command looks at it.
var (
	errTwice  = errors.New("given twice")
	errEmpty  = errors.New("empty")
	errQuoted = errors.New("a quotation mark inside")
)

// onceValue is a flag that takes one value, once.
type onceValue struct {
	pflag.Value
	path  bool // it is a folder or a file
	given bool
}

func (v *onceValue) Set(text string) error {
	switch {
	case v.given:
		return errTwice
	case text == "":
		return errEmpty
	case v.path && strings.Contains(text, `"`):
		// cmd.exe and PowerShell take the \" in --out "C:\map\" for a quotation
		// mark, and what follows it for a part of the value.
		return errQuoted
	}
	v.given = true
	return v.Value.Set(text)
}

// valueError words why a value of a flag is refused.
func valueError(hint string, err *pflag.InvalidValueError) error {
	name := err.GetFlag().Name
	switch {
	case errors.Is(err, errTwice):
		return wrongUse("laat er één staan", "--%s staat er twee keer", name)
	case errors.Is(err, errEmpty):
		return wrongUse("vul een waarde in, of laat --"+name+" weg", "achter --%s staat niets", name)
	case errors.Is(err, errQuoted):
		return wrongUse(`zet geen \ voor het laatste aanhalingsteken, zoals in "C:\map\"`,
			"in de waarde van --%s staat een aanhalingsteken", name)
	}
	return wrongUse(hint, "--%s kan niet %s zijn", name, quote(err.GetValue()))
}

// addQuiet adds the flag of a command that writes files and says which.
func addQuiet(cmd *cobra.Command, quiet *bool) {
	cmd.Flags().BoolVar(quiet, "quiet", false, "zwijg als het goed gaat; wat je moet weten, komt er wel")
}

// quiet is a system that shows no progress, and nothing on stdout unless that
// is where the run puts its file.
func (sys system) quiet(toStdout bool) system {
	sys.terminal = false
	if !toStdout {
		sys.stdout = io.Discard
	}
	return sys
}
