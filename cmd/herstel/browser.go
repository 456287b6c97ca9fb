//go:build js

package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"herstel/stats"
	"herstel/stats/casefile"
	"herstel/stats/day"
	"herstel/stats/nl"
	"herstel/stats/rules"
	"herstel/testdata/demo"
)

// browserScreen answers the steps of herstel.html. It stands where a command
// line stands elsewhere: what it reads, refuses and makes is what the commands
// init, check and report read, refuse and make.
type browserScreen struct {
	sys   system
	ask   browserRequest
	found *casefile.Inspection
	base  []byte            // herstel.yaml as it came in, or as it was made here
	fresh bool              // it was made here: nobody has looked at it yet
	later map[string]string // what was chosen on the screen Nakijken, by field
	last  *browserRun       // what the last check read and made
}

// browserRequest is what the page asks. The files have their bare names.
type browserRequest struct {
	Step  string      `json:"stap"` // a key of browserSteps
	Files []string    `json:"bestanden"`
	Form  [][2]string `json:"velden"` // name and value, in the order of the form
}

// browserAnswer is what the page shows. All words in it are Dutch.
type browserAnswer struct {
	HTML    template.HTML `json:"html"`
	Refused bool          `json:"geweigerd,omitempty"` // there is no going on from here
	Form    template.HTML `json:"formulier,omitempty"` // the screen of the next step
	Say     string        `json:"melding,omitempty"`   // for who does not see the screen
	files   []output
	page    string // template of HTML
	content any
}

// browserRun is a reading with its figures.
type browserRun struct {
	job   *job
	data  *stats.Dataset
	shown *checked
}

var browserSteps = map[string]func(*browserScreen, context.Context) (*browserAnswer, error){
	"voorbeeld": (*browserScreen).example,
	"licenties": (*browserScreen).licences,
	"export":    (*browserScreen).inspect,
	"nakijken":  (*browserScreen).check,
	"jaar":      (*browserScreen).changeYear,
	"verslag":   (*browserScreen).report,
	"bestanden": (*browserScreen).files,
}

// answer answers one request. The files are for the page to keep or to offer.
func (s *browserScreen) answer(ctx context.Context, request []byte) ([]byte, []output) {
	s.ask = browserRequest{}
	err := json.Unmarshal(request, &s.ask)
	a := &browserAnswer{}
	if step := browserSteps[s.ask.Step]; err == nil && step != nil {
		a, err = step(s, ctx)
	}
	if err != nil {
		a = &browserAnswer{Refused: true, page: "fout", content: newBrowserFault(err), Say: "Dit gaat nog niet."}
	}
	if a.page != "" {
		a.HTML = renderBrowser(a.page, a.content)
	}
	text, err := json.Marshal(a)
	if err != nil {
		panic(err) // strings alone
	}
	return text, a.files
}

//go:embed browser.html.tmpl
var browserText string

var browserTemplate = template.Must(template.New("").Funcs(template.FuncMap{
	"aantal": nl.Count, "rijen": rowCounts, "bron": sourceName,
}).Parse(browserText))

func renderBrowser(page string, content any) template.HTML {
	var b bytes.Buffer
	if err := browserTemplate.ExecuteTemplate(&b, page, content); err != nil {
		panic(err) // the templates and their content are ours
	}
	return template.HTML(b.String())
}

// browserFault is a message with its hint.
type browserFault struct{ Text, Hint string }

func newBrowserFault(err error) browserFault {
	var b bytes.Buffer
	complain(&b, err)
	text, hint, _ := strings.Cut(strings.TrimSpace(b.String()), "\ntip: ")
	if typedHint.MatchString(hint) {
		hint = ""
	}
	return browserFault{strings.TrimPrefix(text, "herstel: "), hint}
}

// typedHint matches a hint to type something, which says nothing on a screen.
var typedHint = regexp.MustCompile("--[a-z]|herstel (init|check|report)|standaardinvoer")

// example gives the files of the demo.
func (s *browserScreen) example(context.Context) (*browserAnswer, error) {
	files := []output{{demo.FileName, demo.Export()}, {configName, demo.Config()}}
	return &browserAnswer{files: files}, nil
}

// licences gives the licences of what the page is made of.
func (s *browserScreen) licences(context.Context) (*browserAnswer, error) {
	return &browserAnswer{files: []output{{"LICENTIES.txt", []byte(licenceText)}}}, nil
}

// inspect looks at the files, as init does, and begins a herstel.yaml when
// there is none.
func (s *browserScreen) inspect(ctx context.Context) (*browserAnswer, error) {
	s.last, s.found, s.later = nil, nil, map[string]string{}
	base := &job{}
	if err := base.readConfig(""); err != nil {
		return nil, err
	}
	files, err := expand(s.ask.Files)
	if err != nil {
		return nil, err
	}
	inputs, closeAll, err := openFiles(s.sys, files)
	defer closeAll()
	if err != nil {
		return nil, err
	}
	if s.found, err = casefile.Inspect(ctx, inputs, base.rules); err != nil {
		return nil, readingError(err)
	}
	a := &browserAnswer{page: "herkend", content: s.found.Files}
	if s.base, s.fresh, err = s.begin(base); err != nil {
		return nil, err
	}
	if base.rules, err = parseConfig(configName, s.base); err != nil {
		return nil, err
	}
	a.Form = renderBrowser("koppelen", s.newForm(base.rules))
	a.Say = fmt.Sprintf("Herkend: %s.", nl.Count(len(s.found.Files), "tabel", "tabellen"))
	return a, nil
}

// begin gives the herstel.yaml to go on with, and whether it was made here.
func (s *browserScreen) begin(base *job) (text []byte, fresh bool, err error) {
	if base.config != "" {
		text, err = os.ReadFile(base.config)
		return text, false, err
	}
	var b bytes.Buffer
	err = casefile.WriteConfig(&b, s.found)
	return b.Bytes(), true, err
}

// check puts the form in herstel.yaml and looks at the export with it.
func (s *browserScreen) check(ctx context.Context) (*browserAnswer, error) {
	if s.found == nil {
		return nil, wrongUse("kies eerst je export", "er is nog niets om na te kijken")
	}
	text, err := s.settle()
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(configName, text, 0o600); err != nil {
		return nil, writeError(configName, err)
	}
	flags := &inputFlags{config: configName}
	if !s.namesFiles(text) {
		flags.inputs = s.ask.Files
	}
	j, err := newJob(flags)
	if err != nil {
		return nil, err
	}
	data, err := j.read(ctx, s.sys)
	if err != nil {
		return nil, err
	}
	s.last = &browserRun{job: j, data: data}
	a, err := s.figures(ctx, s.last.year(s.ask.value("jaar")))
	if a != nil {
		a.files = []output{{configName, text}}
	}
	return a, err
}

// namesFiles reports whether the bronnen of a herstel.yaml are the files that
// the user chose: then they count, with their sheets.
func (s *browserScreen) namesFiles(text []byte) bool {
	ruleset, err := rules.Parse(bytes.NewReader(text))
	if err != nil || len(ruleset.Inputs) == 0 {
		return false
	}
	files, err := expandConfigured(ruleset.Inputs, ".")
	var paths []string
	for _, f := range files {
		paths = append(paths, f.path)
	}
	missing := func(name string) bool { return !slices.Contains(paths, filepath.Clean(name)) }
	return err == nil && !slices.ContainsFunc(s.ask.Files, missing)
}

// year is the year that was chosen, when it has cases; else the last one that
// was over on the reference date, or the last one with cases; 0 when no year
// has any.
func (r *browserRun) year(chosen string) int {
	years := r.data.Cube.Years()
	if year, err := strconv.Atoi(chosen); err == nil && slices.Contains(years, year) {
		return year
	}
	reference := r.job.reference
	if reference == day.NoDay {
		reference = r.data.LastDay
	}
	for _, year := range slices.Backward(years) {
		if end, ok := day.Of(year, 12, 31); ok && end <= reference {
			return year
		}
	}
	if len(years) == 0 {
		return 0
	}
	return years[len(years)-1]
}

// figures makes the figures of a year from what was read, and shows what there
// is to know about both.
func (s *browserScreen) figures(ctx context.Context, year int) (*browserAnswer, error) {
	r := s.last
	r.shown = newChecked(r.data, r.job.rules, false, s.ask.has("toon", "waarden"))
	fault := r.shown.tryFigures(ctx, s.sys, r.data, r.job, year)
	view := newBrowserCheck(r, year)
	if fault != nil {
		view.Fault = &browserFault{}
		*view.Fault = newBrowserFault(fault)
	}
	a := &browserAnswer{page: "nakijken", content: view, Refused: r.shown.made == nil}
	a.Say = fmt.Sprintf("Nagekeken: %s.", nl.Count(len(r.shown.Findings), "bevinding", "bevindingen"))
	if a.Refused {
		a.Say = "Nagekeken: een verslag maken kan nog niet."
	}
	return a, nil
}

// changeYear makes the figures of another year from the same reading.
func (s *browserScreen) changeYear(ctx context.Context) (*browserAnswer, error) {
	year, err := (&inputFlags{year: s.ask.value("jaar")}).parseYear()
	if err != nil || s.last == nil {
		return nil, err
	}
	return s.figures(ctx, year)
}

// report renders the page of the year that was looked at: it shows while the
// other files are made.
func (s *browserScreen) report(ctx context.Context) (*browserAnswer, error) {
	figs, err := s.made()
	if err != nil {
		return nil, err
	}
	files, err := renderReport(ctx, figs, []string{"html"})
	if err != nil {
		return nil, err
	}
	return &browserAnswer{page: "verslag", content: newBrowserReport(figs), files: files,
		Say: "Het verslag is klaar. De bestanden om te bewaren komen eraan…"}, nil
}

// files renders all files of the report.
func (s *browserScreen) files(ctx context.Context) (*browserAnswer, error) {
	figs, err := s.made()
	if err != nil {
		return nil, err
	}
	files, err := renderReport(ctx, figs, nil)
	if err != nil {
		return nil, err
	}
	files, err = withChartsTogether(files, figs.Year)
	return &browserAnswer{files: files, Say: "Het verslag is klaar, en je kunt het bewaren."}, err
}

// made gives the figures of the year that was looked at.
func (s *browserScreen) made() (*stats.Figures, error) {
	if s.last == nil || s.last.shown == nil || s.last.shown.made == nil {
		return nil, wrongUse("ga terug naar Nakijken", "er zijn nog geen cijfers")
	}
	return s.last.shown.made.figs, nil
}

func (r *browserRequest) value(name string) string {
	for _, field := range r.Form {
		if field[0] == name {
			return field[1]
		}
	}
	return ""
}

func (r *browserRequest) has(name, value string) bool {
	return slices.Contains(r.Form, [2]string{name, value})
}
