//go:build js

package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"herstel/stats"
	"herstel/stats/nl"
)

// browserCheck is the screen Nakijken.
type browserCheck struct {
	*checked
	Fault     *browserFault
	Sorted    []checkedFinding // the heaviest first
	ToMap     []browserUnknown
	Choices   []browserChoice // the years
	Reference string
	Privacy   string
	Demo      bool
	Rare      []string
}

// Several reports whether a finding has to name its file.
func (c *browserCheck) Several() bool { return len(c.Sources) > 1 }

// Words says what a finding means, and what herstel did about it.
func (f checkedFinding) Words() string { return f.rule.Meaning + "; " + f.rule.Result }

// Remedy says what the user can do about a finding.
func (f checkedFinding) Remedy() string { return f.rule.Remedy }

// RowList lists the first rows of a finding, and says how many more there are.
func (f checkedFinding) RowList() string { return rowsAndMore(f.Rows, f.Count) }

// ShowValues asks whether to show values that are seldom seen.
func (c *browserCheck) ShowValues() string { return showValues }

// Line is a notice on one line.
func (n checkedNotice) Line() string { return n.line }

func newBrowserCheck(r *browserRun, year int) *browserCheck {
	view := &browserCheck{checked: r.shown, Sorted: slices.Clone(r.shown.Findings)}
	slices.SortStableFunc(view.Sorted,
		func(x, y checkedFinding) int { return cmp.Compare(y.rule.Severity, x.rule.Severity) })
	for _, y := range slices.Backward(r.shown.Years) {
		text := fmt.Sprintf("%d (%s)", y.Year, nl.Count(y.Count, "zaak", "zaken"))
		view.Choices = append(view.Choices, browserChoice{fmt.Sprint(y.Year), text, y.Year == year})
	}
	view.ToMap = newBrowserUnknown("later", r.shown.suggested, r.job.rules)
	for _, w := range r.shown.Withheld {
		view.Rare = append(view.Rare, fmt.Sprintf("kolom %s: %s", w.Column, w.counted))
	}
	if r.shown.made != nil {
		figs := r.shown.made.figs
		view.Reference, view.Privacy, view.Demo = nl.Date(figs.ReferenceDate.Civil()), privacyLine(figs), figs.Demo
	}
	return view
}

// browserReport is the screen Verslag.
type browserReport struct {
	Year  int
	Demo  bool
	Page  string // name of the page
	Files []browserFile
	Logo  bool // herstel.yaml names one, which the browser cannot read
}

// browserFile is a file to keep, and what it is for.
type browserFile struct{ Name, Use string }

// newBrowserReport lists what there is to keep: the files of the report, its
// charts together, and the settings.
func newBrowserReport(figs *stats.Figures) *browserReport {
	view := &browserReport{Year: figs.Year, Demo: figs.Demo, Page: fmt.Sprintf(reportFiles[0].name, figs.Year),
		Logo: figs.Presentation.Logo.Path != ""}
	for _, f := range reportFiles {
		view.Files = append(view.Files, browserFile{fmt.Sprintf(f.name, figs.Year), f.use})
	}
	view.Files = append(view.Files,
		browserFile{chartsName(figs.Year), "alle grafieken los, als SVG, in één zip"},
		browserFile{configName,
			"je instellingen: bewaar dit bestand, dan hoef je volgend jaar niet opnieuw te koppelen"})
	return view
}

func chartsName(year int) string { return fmt.Sprintf("%s-%d.zip", chartFolder, year) }

// withChartsTogether puts one archive in the place of the charts.
func withChartsTogether(files []output, year int) ([]output, error) {
	var kept, charts []output
	for _, f := range files {
		if filepath.Dir(f.path) == chartFolder {
			charts = append(charts, f)
		} else {
			kept = append(kept, f)
		}
	}
	archive, err := zipCharts(charts)
	return append(kept, output{chartsName(year), archive}), err
}

// zipCharts puts the charts in an archive that is the same for the same charts.
func zipCharts(charts []output) ([]byte, error) {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, f := range charts {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: filepath.ToSlash(f.path), Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	err := archive.Close()
	return b.Bytes(), err
}
