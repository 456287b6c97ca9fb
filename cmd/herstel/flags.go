package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"herstel/stats/day"
)

// inputFlags are the flags of every command that reads exports.
type inputFlags struct {
	inputs    []string
	config    string
	demo      bool
	year      string
	reference string
	strict    bool
}

// addSources adds the flags that say what to read.
func (f *inputFlags) addSources(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.inputs, "input", nil,
		"lees dit `bestand` (CSV of Excel); mag vaker, en met * voor meer bestanden tegelijk")
	flags.StringVar(&f.config, "config", "", "gebruik dit `bestand` in plaats van herstel.yaml in deze map")
	flags.BoolVar(&f.demo, "demo", false, "gebruik de voorbeelddata die in herstel zit")
	flags.StringVar(&f.reference, "reference-date", "",
		"de peildatum, als `jjjj-mm-dd`: wat daarna gebeurde, telt nog niet")
	cmd.RegisterFlagCompletionFunc("input",
		cobra.FixedCompletions([]string{"csv", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt))
	cmd.RegisterFlagCompletionFunc("config",
		cobra.FixedCompletions([]string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt))
	cmd.RegisterFlagCompletionFunc("reference-date", cobra.NoFileCompletions)
}

// addYear adds the flags of a command that makes figures.
func (f *inputFlags) addYear(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.year, "year", "", "het verslag`jaar`, zoals 2021 (verplicht)")
	cmd.RegisterFlagCompletionFunc("year", f.completeYears)
}

// addStrict adds --strict with its own explanation.
func (f *inputFlags) addStrict(cmd *cobra.Command, use string) {
	cmd.Flags().BoolVar(&f.strict, "strict", false, use)
}

// addYearly adds the flags of a command that makes the figures of a year.
func (f *inputFlags) addYearly(cmd *cobra.Command, strict string) {
	f.addSources(cmd)
	f.addYear(cmd)
	f.addStrict(cmd, strict)
}

// parseYear reads --year.
func (f *inputFlags) parseYear() (int, error) {
	const hint = "geef het verslagjaar, zoals --year 2021"
	if f.year == "" {
		return 0, wrongUse(hint, "het verslagjaar ontbreekt")
	}
	year, err := strconv.Atoi(f.year)
	if err != nil || year < day.FirstYear || year > day.LastYear {
		return 0, wrongUse(hint, "--year kan niet %s zijn", quote(f.year))
	}
	return year, nil
}

// parseReference reads --reference-date; NoDay when it is not given.
func (f *inputFlags) parseReference() (day.Day, error) {
	if f.reference == "" {
		return day.NoDay, nil
	}
	if date, ok := day.Parse(f.reference); ok {
		return date, nil
	}
	if date, ok := parseDutchDay(f.reference); ok {
		return date, nil
	}
	hint := "schrijf de datum als 2022-03-01"
	if farYear.MatchString(f.reference) {
		hint = fmt.Sprintf("kies een jaar van %d tot en met %d, zoals 2022-03-01", day.FirstYear, day.LastYear)
	}
	return day.NoDay, wrongUse(hint, "--reference-date kan niet %s zijn", quote(f.reference))
}

// farYear matches a date in either form of which the year lies outside
// stats.FirstYear..stats.LastYear.
var farYear = regexp.MustCompile(`^((1[0-8]|0\d|2[2-9]|[3-9]\d)\d\d|21(0[1-9]|[1-9]\d))-\d\d?-\d\d?$|^\d\d?[-/]\d\d?[-/]((1[0-8]|0\d|2[2-9]|[3-9]\d)\d\d|21(0[1-9]|[1-9]\d))$`)

// parseDutchDay reads 1-3-2022, which a Dutch user types by habit.
func parseDutchDay(s string) (day.Day, bool) {
	var date, month, year int
	if n, err := fmt.Sscanf(strings.ReplaceAll(s, "/", "-"), "%d-%d-%d", &date, &month, &year); n != 3 || err != nil {
		return day.NoDay, false
	}
	return day.Of(year, month, date)
}

// oneOf checks a flag that takes one of a few words.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return wrongUse("kies uit "+listedOr(allowed), "--%s kan niet %s zijn", flag, quote(value))
}

// addFormat adds a --format flag that takes one of a few words.
func addFormat(cmd *cobra.Command, value *string, use string, allowed ...string) {
	cmd.Flags().StringVar(value, "format", allowed[0], "de `vorm`: "+listedOr(allowed)+use)
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(allowed, cobra.ShellCompDirectiveNoFileComp))
}
