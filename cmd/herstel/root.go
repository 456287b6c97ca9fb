package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// run runs one command line and returns the exit code. It is the whole program
// but for the signals.
func run(ctx context.Context, args []string, sys system) int {
	out := &stream{to: sys.stdout}
	sys.stdout, sys.stderr = out, &stream{to: sys.stderr}
	root := newRoot(sys)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if out.err != nil && (err == nil || errors.Is(err, out.err) || errors.Is(err, errDifferent)) {
		err = stdoutError(out.err)
	}
	if err != nil {
		complain(sys.stderr, err)
	}
	return exitCode(err)
}

const rootLong = `herstel maakt van de export van je zaken de cijfers voor het jaarverslag:
een pagina met grafieken en tabellen, een Excel-bijlage, losse grafieken en
zinnen om over te nemen.`

const rootExample = `  herstel report --demo --year 2021          het verslag van de voorbeelddata
  herstel init export.xlsx                   begin met je eigen export
  herstel report --input export.xlsx --year 2021`

// newRoot returns the command tree.
func newRoot(sys system) *cobra.Command {
	cobra.MousetrapHelpText = "" // explainDoubleClick does this in Dutch
	showVersion := false
	root := &cobra.Command{
		Use: "herstel", Short: "jaarcijfers uit de export van je zaken", Long: rootLong, Example: rootExample,
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if showVersion {
				return writeVersion(sys.stdout)
			}
			return cmd.Help()
		},
	}
	root.Flags().BoolVar(&showVersion, "version", false, "toon de versie")
	root.SetIn(sys.stdin)
	root.SetOut(sys.stdout)
	root.SetErr(sys.stderr)
	root.SetHelpFunc(showHelp)
	root.SetUsageFunc(showUsage)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().BoolP("help", "h", false, "toon deze hulp")
	root.AddCommand(
		newReport(sys), newFigures(sys), newChart(sys), newCompare(sys), newCases(sys), newDiff(sys),
		newCheck(sys), newInit(sys), newDemo(sys),
		newManual(sys), newVersion(sys), newCompletion(sys),
	)
	root.SetHelpCommand(newHelp())
	root.InitDefaultHelpCmd() // so that it gets its Dutch name
	addAliases(root)
	return root
}

// knownCommand refuses a first word that is not a command.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "herstel help toont alle opdrachten"
	cmd.SuggestionsMinimumDistance = 2
	if near := nearCommands(cmd, args[0]); len(near) > 0 {
		hint = "bedoelde je herstel " + listedOr(near) + "?"
	}
	return wrongUse(hint, "%s is geen opdracht van herstel", quote(args[0]))
}

// nearCommands returns the commands that a mistyped word may stand for, in
// English or in Dutch as the word is.
func nearCommands(root *cobra.Command, word string) []string {
	if near := root.SuggestionsFor(word); len(near) > 0 {
		return near
	}
	var aliases []string
	for _, c := range root.Commands() {
		aliases = append(aliases, c.Aliases...)
	}
	if near := nearest(word, aliases); near != "" {
		return []string{near}
	}
	return nil
}

// noArguments refuses words that are not flags.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := cmd.CommandPath() + " --help toont wat er kan"
	if cmd.Flags().Lookup("input") != nil {
		hint = "een bestand geef je met --input"
	}
	return wrongUse(hint, "%s kan niet achter %s", quote(args[0]), cmd.CommandPath())
}

// flagError words the errors of the flag parser.
func flagError(cmd *cobra.Command, err error) error {
	hint := cmd.CommandPath() + " --help toont alle opties"
	var (
		unknown *pflag.NotExistError
		noValue *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		dashes, name := "--", unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			dashes = "-"
			name, _, _ = strings.Cut(short, "=") // -year is read as -y -e -a -r
		}
		if near := nearFlag(cmd, name); near != "" {
			hint = "bedoelde je " + near + "?"
		}
		return wrongUse(hint, "de optie %s is er niet", quote(dashes+name))
	case errors.As(err, &noValue):
		return wrongUse(hint, "achter --%s hoort een waarde", noValue.GetFlag().Name)
	case errors.As(err, &invalid):
		return valueError(hint, invalid)
	case errors.As(err, &syntax):
		return wrongUse(hint, "%s is geen goede optie", quote(syntax.GetSpecifiedFlag()))
	}
	return wrongUse(hint, "de opties kloppen niet")
}

// nearFlag returns the flag that a mistyped one may stand for, in English or
// in Dutch as the word is; the empty string when none is near.
func nearFlag(cmd *cobra.Command, name string) string {
	names := flagNames(cmd)
	if name == "version" || name == "versie" {
		return "herstel --" + name
	}
	if len(name) == 1 {
		return ""
	}
	if near := nearest(name, names); near != "" {
		return "--" + near
	}
	return ""
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
			if alias := flagAliases[f.Name]; alias != "" {
				names = append(names, alias)
			}
		}
	})
	return names
}
