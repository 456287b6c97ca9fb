package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const exitText = `Uitkomst (exit code):
  0  gedaan
  1  mislukt: een bestand is niet te lezen of te schrijven
  2  verkeerd gebruik: een opdracht, optie of herstel.yaml klopt niet
  3  geweigerd om de gegevens
`

// newHelp is cobra's help command with Dutch texts.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use: "help [opdracht]", Short: "uitleg over een opdracht",
		Long:    "Toont wat een opdracht doet, met voorbeelden en alle opties.",
		Example: "  herstel help report\n  herstel help init",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return knownCommand(cmd.Root(), args)
			}
			return target.Help()
		},
	}
}

func commandNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() || c.Name() == "help" {
			names = append(names, c.Name()+"\t"+c.Short)
		}
	}
	return names
}

// showHelp prints what a command is for and how it is used.
func showHelp(cmd *cobra.Command, _ []string) {
	w := cmd.OutOrStdout()
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(w, "%s\n\n", strings.TrimSpace(text))
	writeUsage(w, cmd)
}

// showUsage prints how a command is used.
func showUsage(cmd *cobra.Command) error {
	writeUsage(cmd.OutOrStderr(), cmd)
	return nil
}

func writeUsage(w io.Writer, cmd *cobra.Command) {
	use := cmd.UseLine()
	if cmd.HasAvailableSubCommands() {
		use = cmd.CommandPath() + " opdracht [opties]"
	}
	fmt.Fprintf(w, "Gebruik:\n  %s\n", strings.Replace(use, "[flags]", "[opties]", 1))
	if alias := commandAliases[cmd.Name()]; alias != "" {
		fmt.Fprintf(w, "  in plaats van %s mag je ook %s zeggen\n", cmd.Name(), alias)
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprint(w, "\nOpdrachten:\n")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				fmt.Fprintf(w, "  %-12s %s%s\n", c.Name(), c.Short, also(strings.Join(c.Aliases, ", ")))
			}
		}
	}
	if cmd.HasExample() {
		fmt.Fprintf(w, "\nVoorbeelden:\n%s\n", cmd.Example)
	}
	if flags := flagUsages(cmd.Flags()); flags != "" {
		fmt.Fprintf(w, "\nOpties:\n%s", flags)
	}
	if !cmd.HasParent() {
		fmt.Fprintf(w, "\n%s\nUitleg over een opdracht: herstel help opdracht\n", exitText)
	}
}

// also names the Dutch word for a command or flag, where there is one.
func also(alias string, dashes ...string) string {
	if alias == "" {
		return ""
	}
	return " (ook: " + strings.Join(dashes, "") + alias + ")"
}

// flagUsages lists the flags with what they are for.
func flagUsages(flags *pflag.FlagSet) string {
	type line struct{ flag, use string }
	var lines []line
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, use := pflag.UnquoteUsage(f)
		if f.Value.Type() == "bool" {
			value = ""
		}
		left := "      --" + f.Name
		if f.Shorthand != "" {
			left = "  -" + f.Shorthand + ", --" + f.Name
		}
		left = strings.TrimRight(left+" "+value, " ")
		lines = append(lines, line{left, use + also(flagAliases[f.Name], "--")})
		width = max(width, len([]rune(left)))
	})
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%-*s  %s\n", width, l.flag, strings.ReplaceAll(l.use, "\n", "\n"+strings.Repeat(" ", width+2)))
	}
	return b.String()
}
