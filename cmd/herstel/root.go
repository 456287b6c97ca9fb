package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// run runs one command line and returns the exit code. It is the whole program
// but for the signals.
func run(ctx context.Context, args []string, sys system) int {
	root := newRoot(sys)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
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
	root := &cobra.Command{
		Use: "herstel", Short: "jaarcijfers uit de export van je zaken", Long: rootLong, Example: rootExample,
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              knownCommand,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(sys.stdin)
	root.SetOut(sys.stdout)
	root.SetErr(sys.stderr)
	root.SetHelpFunc(showHelp)
	root.SetUsageFunc(showUsage)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().BoolP("help", "h", false, "toon deze hulp")
	root.AddCommand(
		newReport(sys), newFigures(sys), newChart(sys), newCompare(sys),
		newCheck(sys), newInit(sys), newDemo(sys),
		newManual(sys), newVersion(sys), newCompletion(sys),
	)
	root.SetHelpCommand(newHelp())
	return root
}

// knownCommand refuses a first word that is not a command.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := "herstel help toont alle opdrachten"
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "bedoelde je herstel " + listedOr(near) + "?"
	}
	return wrongUse(hint, "%s is geen opdracht van herstel", quote(args[0]))
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
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			return wrongUse(hint, "de optie %s is er niet", quote("-"+name))
		}
		if near := nearest(name, flagNames(cmd)); near != "" {
			hint = "bedoelde je --" + near + "?"
		}
		return wrongUse(hint, "de optie %s is er niet", quote("--"+name))
	case errors.As(err, &noValue):
		return wrongUse(hint, "achter --%s hoort een waarde", noValue.GetFlag().Name)
	case errors.As(err, &invalid):
		return wrongUse(hint, "--%s kan niet %s zijn", invalid.GetFlag().Name, quote(invalid.GetValue()))
	case errors.As(err, &syntax):
		return wrongUse(hint, "%s is geen goede optie", quote(syntax.GetSpecifiedFlag()))
	}
	return wrongUse(hint, "de opties kloppen niet")
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return names
}
