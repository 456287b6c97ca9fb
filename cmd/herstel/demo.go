package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"herstel/testdata/demo"
)

const demoLong = `Schrijft de voorbeelddata naar een map: een export met verzonnen zaken en een
herstel.yaml met uitleg. Zo kun je alles uitproberen voordat je je eigen cijfers
gebruikt. Op wat je ermee maakt, staat VOORBEELDDATA.`

func newDemo(sys system) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use: "demo map", Short: "schrijf de voorbeelddata naar een map", Long: demoLong,
		Example: "  herstel demo voorbeeld\n  herstel demo voorbeeld --force",
		Args:    oneArgument("noem de map, zoals: herstel demo voorbeeld", "demo heeft één map nodig"),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			files := []output{
				{filepath.Join(dir, demo.FileName), demo.Export()},
				{filepath.Join(dir, demo.ConfigName), demo.Config()},
			}
			if !force {
				if err := refuseExisting(sys.disk, files); err != nil {
					return err
				}
			}
			if err := sys.outputs().publish(cmd.Context(), dir, files); err != nil {
				return err
			}
			listWritten(sys, files)
			_, err := fmt.Fprintf(sys.stdout, "\nProbeer nu:\n  cd %s\n  herstel report --year 2021\n", shellWord(dir))
			return err
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "overschrijf wat er al staat")
	return cmd
}

// oneArgument wants exactly one word.
func oneArgument(hint, text string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 || args[0] == "" {
			return wrongUse(hint, "%s", text)
		}
		return nil
	}
}

// refuseExisting refuses to replace files that are there.
func refuseExisting(d disk, files []output) error {
	for _, f := range files {
		if err := fitName(f.path); err != nil {
			return err
		}
		if _, err := d.Stat(f.path); err == nil {
			return wrongUse("kies een andere plek, of gebruik --force om te overschrijven", "%s bestaat al", f.path)
		} else if !errors.Is(err, fs.ErrNotExist) && !isNotDir(err) {
			return writeError(f.path, err)
		}
	}
	return nil
}

// listWritten says which files a run has written. Of the files in one folder
// below it names the folder and their number.
func listWritten(sys system, files []output) {
	fmt.Fprintln(sys.stdout, "Geschreven:")
	inFolder := map[string]int{}
	for _, f := range files {
		inFolder[filepath.Dir(f.path)]++
	}
	for _, f := range files {
		folder := filepath.Dir(f.path)
		switch n := inFolder[folder]; {
		case n == 0: // said already
		case n > mostListed:
			fmt.Fprintf(sys.stdout, "  %s (%d bestanden)\n", folder, n)
			inFolder[folder] = 0
		default:
			fmt.Fprintf(sys.stdout, "  %s\n", f.path)
		}
	}
}

// mostListed is how many files of one folder are named one by one.
const mostListed = 10
