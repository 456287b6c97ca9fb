package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/nl"
	"herstel/stats/rules"
	"herstel/testdata/demo"
)

// configName is the settings file that is found without being named.
const configName = "herstel.yaml"

// job is what a run is asked to read, and how: the flags, checked.
type job struct {
	files     []exportFile
	links     []exportFile // of each entry of koppel
	rules     *rules.Rules
	reference day.Day
	config    string // path of the herstel.yaml that was read; empty when there is none
	misnamed  string // path of what looks like a herstel.yaml and was not read; empty when there is none
	unsure    int    // lines of it that init marked and nobody has looked at yet
	demo      bool
	strict    bool
	origins   bool     // keep where each case stands
	out       string   // folder of the report; empty for the folder of its year
	published []string // files that herstel.yaml names under gepubliceerd
}

// newJob checks the flags and finds the files to read.
func newJob(f *inputFlags) (*job, error) {
	j := &job{demo: f.demo, strict: f.strict}
	err := j.find(f)
	if err == nil && j.reference == day.NoDay {
		j.reference = j.rules.ReferenceDate
	}
	return j, err
}

// newYearJob is newJob for a command that makes the figures of a year.
func newYearJob(f *inputFlags) (*job, int, error) {
	year, err := f.parseYear()
	if err != nil {
		return nil, 0, err
	}
	j, err := newJob(f)
	return j, year, err
}

func (j *job) find(f *inputFlags) error {
	var err error
	if j.reference, err = f.parseReference(); err != nil {
		return err
	}
	if f.demo {
		if len(f.inputs) > 0 || f.config != "" {
			return wrongUse("laat --demo weg, of laat --input en --config weg",
				"--demo gebruikt de voorbeelddata en kan niet samen met --input of --config")
		}
		j.config = demo.ConfigName
		j.rules, err = parseConfig(demo.ConfigName, demo.Config())
		j.files = []exportFile{{path: demo.FileName, name: demo.FileName}}
		return err
	}
	if err = j.readConfig(f.config); err != nil {
		return err
	}
	switch {
	case len(f.inputs) > 0:
		j.files, err = expand(f.inputs)
	case len(j.rules.Inputs) > 0:
		j.files, err = expandConfigured(j.rules.Inputs, filepath.Dir(j.config))
	case j.config != "":
		err = wrongUse("geef een export met --input, of zet hem in "+j.config+" onder bronnen",
			"in %s staan geen bronnen", j.config)
	default:
		err = nothingToRead()
	}
	if err != nil {
		return err
	}
	return j.findLinks()
}

// readConfig reads the settings: the named file, else the one in this folder,
// else none.
func (j *job) readConfig(named string) error {
	path := named
	if path == "" {
		path = configName
	}
	err := plainFile(path)
	if errors.Is(err, fs.ErrNotExist) && named == "" {
		j.misnamed = findMisnamed(".")
		j.rules, err = rules.Parse(nil)
		return err
	}
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return failed(err, "noem het bestand zelf, zoals "+quote(filepath.Join(path, configName)), "%s is een map",
			path)
	}
	if isFile(path+".txt") && errors.Is(err, fs.ErrNotExist) {
		return failed(err, "hernoem "+path+".txt tot "+filepath.Base(path), "het bestand %s is er niet", path)
	}
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return readError(path, err)
	}
	j.config, j.unsure = path, unsureLines(data)
	if j.rules, err = parseConfig(path, data); err != nil {
		return err
	}
	return j.readPublished()
}

// unsureLines counts the lines that herstel init marked for the user to check.
func unsureLines(config []byte) int { return bytes.Count(config, []byte("# TE CONTROLEREN:")) }

// unchecked notices that the settings hold lines that nobody has checked, and in
// which columns values count as Onbekend meanwhile.
func (j *job) unchecked(unknown []stats.UnknownValue) []stats.Notice {
	if j.unsure == 0 {
		return nil
	}
	text := fmt.Sprintf("in %s %s nog %s met TE CONTROLEREN; kijk ze na en haal de markering weg",
		filepath.Base(j.config), nl.Plural(j.unsure, "staat", "staan"), nl.Count(j.unsure, "regel", "regels"))
	var columns []string
	for _, v := range unknown {
		if name := v.Column.String(); !slices.Contains(columns, name) {
			columns = append(columns, name)
		}
	}
	if len(columns) > 0 {
		text += "; waarden van " + nl.List(columns) + " zijn niet nagekeken en tellen als Onbekend"
	}
	return []stats.Notice{{ID: stats.NoticeUnchecked, Severity: stats.Warning, Text: text}}
}

func parseConfig(path string, data []byte) (*rules.Rules, error) {
	if line := strangeLine(data); line > 0 {
		return nil, wrongUse("sla het bestand op als UTF-8", "%s, regel %d: hier staat een teken dat geen UTF-8 is",
			path, line)
	}
	ruleset, err := rules.Parse(bytes.NewReader(data))
	return ruleset, configError(path, err)
}

// strangeLine returns the first line that is not UTF-8; 0 when all of them
// are. The YAML reader takes UTF-16 too, when its mark is in front.
func strangeLine(data []byte) int {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return 0
	}
	n := 0
	for line := range bytes.Lines(data) {
		if n++; !utf8.Valid(line) {
			return n
		}
	}
	return 0
}

// configError gives the errors in the settings the name of their file, and
// their hints a line of their own.
func configError(path string, err error) error {
	faults := rules.Faults(err)
	if len(faults) == 0 {
		return err
	}
	var other *rules.FileError
	if errors.As(err, &other) {
		path = other.File
	}
	const shown = 20
	all := &failure{code: exitUse, err: err}
	for i, e := range faults {
		if i == shown {
			all.also = append(all.also,
				failure{text: fmt.Sprintf("%s heeft nog %s", path, nl.Count(len(faults)-shown, "fout", "fouten"))})
			break
		}
		bare := *e
		bare.Hint = ""
		one := failure{text: path + ", " + bare.Error(), hint: e.Hint}
		if i == 0 {
			all.text, all.hint = one.text, one.hint
		} else {
			all.also = append(all.also, one)
		}
	}
	return all
}

// The advice about a file that may not be overwritten, by the flag that names it.
const (
	anotherFolder = "kies met --out een andere map"
	anotherFile   = "kies met --out een ander bestand"
	anotherSave   = "kies met --save een ander bestand"
)

// refuseOverwrite refuses outputs that would replace an input or the settings.
func (j *job) refuseOverwrite(files []output, hint string) error {
	if j.demo {
		return nil
	}
	inputs := append([]string{j.config}, j.published...)
	for _, f := range slices.Concat(j.files, j.links) {
		inputs = append(inputs, f.path)
	}
	for _, out := range files {
		target, err := os.Stat(out.path)
		if err != nil {
			continue
		}
		for _, in := range inputs {
			if info, err := os.Stat(in); err == nil && os.SameFile(info, target) {
				return wrongUse(hint, "%s is een bestand waar herstel uit leest, en wordt niet overschreven", out.path)
			}
		}
	}
	return nil
}
