package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"herstel/stats/casefile"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

const initLong = `Bekijkt een export en schrijft er een herstel.yaml bij, met uitleg: welke kolom
wat is, en bij welke groep elke waarde hoort. Wat herstel niet zeker weet, staat
er met TE CONTROLEREN bij. Kijk die regels na voordat je een verslag maakt.

Met --schema krijg je het JSON Schema van herstel.yaml, waarmee een editor kan
aanvullen en fouten kan aanwijzen.`

// showValues is the help of --toon-waarden.
const showValues = "toon ook waarden die zelden voorkomen; daar kunnen namen van mensen bij zijn"

// initOptions are the flags of herstel init.
type initOptions struct {
	out    string
	force  bool
	schema bool
	values bool
}

func newInit(sys system) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use: "init bestand...", Short: "begin een herstel.yaml bij een export", Long: initLong,
		Example:           "  herstel init export.xlsx\n  herstel init \"exports/*.csv\" --out herstel.yaml --force",
		ValidArgsFunction: cobra.FixedCompletions([]string{"csv", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.schema {
				return writeSchema(sys, args)
			}
			return initialise(cmd.Context(), sys, &o, args)
		},
	}
	cmd.Flags().StringVar(&o.out, "out", configName, "schrijf naar dit `bestand`; zonder --out herstel.yaml")
	cmd.Flags().BoolVar(&o.force, "force", false, "overschrijf een herstel.yaml die er al is")
	cmd.Flags().BoolVar(&o.values, "toon-waarden", false, showValues)
	cmd.Flags().BoolVar(&o.schema, "schema", false, "toon het JSON Schema van herstel.yaml")
	return cmd
}

func writeSchema(sys system, args []string) error {
	if len(args) > 0 {
		return wrongUse("herstel init --schema > herstel.schema.json", "bij --schema hoort geen bestand")
	}
	_, err := sys.stdout.Write(rules.Schema())
	return err
}

func initialise(ctx context.Context, sys system, o *initOptions, args []string) error {
	if len(args) == 0 {
		return wrongUse("noem je export, zoals: herstel init export.xlsx", "init heeft een bestand nodig")
	}
	files, err := expand(args)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(files, func(f exportFile) bool { return f.stdin }) {
		return wrongUse("bewaar de export eerst als bestand, en noem dat",
			"init heeft een bestand nodig, geen standaardinvoer")
	}
	if !o.force {
		if err := refuseExisting(sys.disk, []output{{path: o.out}}); err != nil {
			return err
		}
	}
	if err := relativeTo(files, filepath.Dir(o.out)); err != nil {
		return err
	}
	ruleset, err := rules.Parse(nil)
	if err != nil {
		return err
	}
	inputs, closeAll, err := openFiles(sys, files)
	defer closeAll()
	if err != nil {
		return err
	}
	defer readInLittleMemory()()
	found, err := casefile.Inspect(ctx, inputs, ruleset)
	if err != nil {
		return readingError(err)
	}
	found.ShowAll = o.values
	var b bytes.Buffer
	if err := casefile.WriteConfig(&b, found); err != nil {
		return err
	}
	config := []output{{o.out, b.Bytes()}}
	if err := (&job{files: files}).refuseOverwrite(config, anotherFolder); err != nil {
		return err
	}
	if err := sys.outputs().publish(ctx, filepath.Dir(o.out), config); err != nil {
		return err
	}
	listWritten(sys, config)
	tellNext(sys, found, unsureLines(b.Bytes()), o.out)
	return nil
}

// relativeTo names files by their path from the folder of the settings, which
// is how bronnen names them.
func relativeTo(files []exportFile, folder string) error {
	base, err := filepath.Abs(folder)
	if err != nil {
		return readError(folder, err)
	}
	for i := range files {
		path, err := filepath.Abs(files[i].path)
		if err != nil {
			return readError(files[i].path, err)
		}
		if rel, err := filepath.Rel(base, path); err == nil {
			path = rel // another drive on Windows has no relative path
		}
		files[i].name = filepath.ToSlash(path)
	}
	return nil
}

// tellNext says what the user does with the new settings at path.
func tellNext(sys system, found *casefile.Inspection, unsure int, path string) {
	for _, f := range found.Files {
		if f.Rows == 0 {
			fmt.Fprintf(sys.stdout, "\nIn %s staat onder de kop geen enkele rij. Zo kan herstel niet zien welke "+
				"waarden er zijn: maak de export opnieuw.\n", sourceName(f.Name, f.Sheet))
		}
	}
	if missing := missingColumns(found); len(missing) > 0 {
		fmt.Fprintf(sys.stdout, "\nNog niet gevonden: %s. Zet in het bestand welke kop dat is.\n", nl.List(missing))
	}
	var sections []string
	derived, linked := found.Proposes()
	if derived {
		sections = append(sections, "afleiden")
	}
	if linked {
		sections = append(sections, "koppel")
	}
	if len(sections) > 0 {
		fmt.Fprintf(sys.stdout, "\nWat geen eigen kop heeft, staat misschien in een andere kolom of op een ander "+
			"blad: kijk bij %s in het bestand.\n", nl.List(sections))
	}
	if unsure > 0 {
		fmt.Fprintf(sys.stdout, "\nKijk na wat herstel niet zeker weet: %s met TE CONTROLEREN.\n",
			nl.Count(unsure, "regel", "regels"))
	}
	config := ""
	if filepath.Clean(path) != configName {
		config = " --config " + shellWord(path)
	}
	fmt.Fprintf(sys.stdout, "\nDaarna:\n  herstel check%s\n  herstel report --year jaar%s\n", config, config)
}

// missingColumns lists the columns that herstel needs and that no header was
// found for.
func missingColumns(found *casefile.Inspection) []string {
	var have rules.ColumnSet
	for _, guess := range found.Columns {
		if guess.Certainty != casefile.NoIdea {
			have = have.With(guess.Column)
		}
	}
	var missing []string
	for _, choice := range have.MissingColumns() {
		missing = append(missing, rules.Alternatives(choice))
	}
	return missing
}
