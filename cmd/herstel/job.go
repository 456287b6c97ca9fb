package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"herstel/stats"
	"herstel/testdata/demo"
)

// configName is the settings file that is found without being named.
const configName = "herstel.yaml"

// job is what a run is asked to read, and how: the flags, checked.
type job struct {
	files     []exportFile
	rules     *stats.Rules
	reference stats.Day
	config    string // path of the herstel.yaml that was read; empty when there is none
	demo      bool
	strict    bool
}

// newJob checks the flags and finds the files to read.
func newJob(f *inputFlags) (*job, error) {
	j := &job{demo: f.demo, strict: f.strict}
	err := j.find(f)
	if err == nil && j.reference == stats.NoDay {
		j.reference = j.rules.ReferenceDate
	}
	return j, err
}

func (j *job) find(f *inputFlags) error {
	var err error
	if j.reference, err = f.parseReference(); err != nil {
		return err
	}
	if f.demo {
		if len(f.inputs) > 0 || f.config != "" {
			return wrongUse("laat --demo weg, of laat --input en --config weg", "--demo gebruikt de voorbeelddata en kan niet samen met --input of --config")
		}
		j.config = demo.ConfigName
		j.rules, err = parseConfig(demo.ConfigName, demo.Config())
		j.files = []exportFile{{path: demo.FileName, name: demo.FileName}}
		return err
	}
	if j.config, j.rules, err = readConfig(f.config); err != nil {
		return err
	}
	switch {
	case len(f.inputs) > 0:
		j.files, err = expand(f.inputs)
	case len(j.rules.Inputs) > 0:
		j.files, err = expandConfigured(j.rules.Inputs, filepath.Dir(j.config))
	case j.config != "":
		err = wrongUse("geef een export met --input, of zet hem in "+j.config+" onder bronnen", "in %s staan geen bronnen", j.config)
	default:
		err = wrongUse("geef een export met --input, of probeer eerst de voorbeelddata met --demo", "er is niets om te lezen: geen --input, en geen herstel.yaml in deze map")
	}
	return err
}

// readConfig reads the settings: the named file, else the one in this folder,
// else none.
func readConfig(named string) (path string, rules *stats.Rules, err error) {
	path = named
	if path == "" {
		path = configName
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && named == "" {
		rules, err = stats.ParseRules(nil)
		return "", rules, err
	}
	if err != nil {
		return "", nil, readError(path, err)
	}
	rules, err = parseConfig(path, data)
	return path, rules, err
}

func parseConfig(path string, data []byte) (*stats.Rules, error) {
	rules, err := stats.ParseRules(bytes.NewReader(data))
	return rules, configError(path, err)
}

// configError gives an error in the settings the name of its file, and its
// hint the line of its own.
func configError(path string, err error) error {
	var e *stats.ConfigError
	if !errors.As(err, &e) {
		return err
	}
	bare := *e
	bare.Hint = ""
	return &failure{code: exitUse, text: path + ", " + bare.Error(), hint: e.Hint, err: err}
}

// refuseOverwrite refuses outputs that would replace an input or the settings.
func (j *job) refuseOverwrite(files []output) error {
	if j.demo {
		return nil
	}
	inputs := []string{j.config}
	for _, f := range j.files {
		inputs = append(inputs, f.path)
	}
	for _, out := range files {
		target, err := os.Stat(out.path)
		if err != nil {
			continue
		}
		for _, in := range inputs {
			if info, err := os.Stat(in); err == nil && os.SameFile(info, target) {
				return wrongUse("kies met --out een andere map", "%s is een bestand waar herstel uit leest, en wordt niet overschreven", out.path)
			}
		}
	}
	return nil
}
