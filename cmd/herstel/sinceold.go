package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"herstel/report/diff"
	"herstel/report/tidy"
	"herstel/stats/nl"
)

// previousName is what the JSON of a report is kept as when a report of the same
// year replaces it; %d is the year.
const previousName = "cijfers-%d.vorige.json"

// replaced is the JSON of an older report of the same year in the same folder.
type replaced struct {
	kept output // the old JSON, under its new name
	text string // Dutch: what changed since; empty when there is nothing to say
}

// replaces looks for the JSON that a run is about to replace by another one; nil
// when there is none. A file that herstel did not write is none.
func replaces(sys system, dir string, year int, files []output) *replaced {
	path := filepath.Join(dir, fmt.Sprintf(setName, year))
	i := slices.IndexFunc(files, func(f output) bool { return f.path == path })
	if i < 0 {
		return nil
	}
	info, err := sys.disk.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	data, err := sys.disk.Read(path)
	if err != nil || bytes.Equal(data, files[i].data) {
		return nil
	}
	r := &replaced{kept: output{filepath.Join(dir, fmt.Sprintf(previousName, year)), data}}
	before, err := tidy.ReadJSON(bytes.NewReader(data))
	var schema *tidy.SchemaError
	if err != nil {
		if !errors.As(err, &schema) {
			return nil
		}
		r.text = "Het vorige verslag is van een andere herstel; wat er veranderde, is niet te zeggen"
		return r
	}
	after, err := tidy.ReadJSON(bytes.NewReader(files[i].data))
	if err != nil {
		return nil
	}
	if r.text = sinceText(before, after); r.text != "" {
		r.text += fmt.Sprintf("; herstel diff %s %s toont alles", shellWord(r.kept.path), shellWord(path))
	}
	return r
}

// sinceText says in one line what changed between two reports.
func sinceText(before, after *tidy.Document) string {
	since := "Sinds het vorige verslag (peildatum " + nl.Date(before.ReferenceDate.Civil()) + ")"
	d, err := diff.DiffFigures(before, after)
	var threshold *diff.ThresholdError
	switch {
	case errors.As(err, &threshold):
		return fmt.Sprintf("Het vorige verslag had drempel %d, dit heeft %d; wat er veranderde, is niet te zeggen",
			threshold.Old, threshold.New)
	case err != nil:
		return ""
	case len(d.Changes)+len(d.OnlyOld)+len(d.OnlyNew) == 0:
		return since + " is geen enkel getal veranderd"
	}
	return since + ": " + d.Summary()
}

// tell says what changed, and where the old figures are.
func (r *replaced) tell(sys system) {
	if r != nil && r.text != "" {
		fmt.Fprintln(sys.stdout, r.text)
	}
}
