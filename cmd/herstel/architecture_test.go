package main

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// listedPackage is what go list tells of a package.
type listedPackage struct {
	ImportPath   string
	Standard     bool
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
	Module       *struct {
		Path, Version string
		Main          bool
	}
}

// goList lists packages with what they import.
func goList(t *testing.T, env []string, args ...string) []listedPackage {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil && runtime.GOOS == "windows" {
		t.Skip("the go command is not here")
	}
	cmd := exec.Command("go",
		append([]string{"list", "-json=ImportPath,Standard,Imports,TestImports,XTestImports,Deps,Module"}, args...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), env...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var packages []listedPackage
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p listedPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// layouts lay out the content.
var layouts = []string{"herstel/report/tidy", "herstel/report/diff", "herstel/report/page", "herstel/report/plain",
	"herstel/report/word",
	"herstel/report/slides", "herstel/report/workbook", "herstel/report/echarts"}

// forbidden says which packages a part of the house must not use, however far
// away: imports run printable <- nl, day <- rules <- stats <- casefile, and in report
// stats <- sentences <- content <- {plain, page, word, slides, workbook} <- cmd.
var forbidden = []struct {
	part string
	not  []string
	why  string
}{
	{"herstel/stats", []string{"herstel/report", "herstel/cmd", "herstel/testdata", "github.com/", "modernc.org/",
		"html/template", "net/http", "os/exec"}, "figures know nothing of files and pictures"},
	{"herstel/stats/day", []string{"herstel/"}, "days know nothing"},
	{"herstel/internal/printable", []string{"herstel/"}, "characters know nothing of the text they stand in"},
	{"herstel/stats/nl", []string{"herstel/stats", "herstel/report", "herstel/cmd", "herstel/testdata",
		"herstel/internal/browsertest"}, "numbers in Dutch know nothing of what they count"},
	{"herstel/stats/rules", []string{"herstel/stats/casefile", "herstel/stats/disclosure"},
		"rules know no figure and no file"},
	{"herstel/stats/disclosure", []string{"herstel/stats/rules", "herstel/stats/day"}, "hiding knows no figure"},
	{"herstel/report", []string{"herstel/stats/casefile", "herstel/cmd", "herstel/testdata"},
		"a report is made from figures, never from an export"},
	{"herstel/report/chart/scene", []string{"herstel/stats", "herstel/report/chart", "herstel/report/content"},
		"shapes know no chart"},
	{"herstel/report/chart", []string{"herstel/stats/disclosure", "herstel/report/sentences", "herstel/report/content"},
		"a chart knows no figure"},
	{"herstel/report/housestyle", []string{"herstel/stats/disclosure", "herstel/report"}, "a colour knows no figure"},
	{"herstel/report/sentences", []string{"herstel/report/content"}, "sentences are part of the content"},
	{"herstel/report/content", layouts, "the content knows no output"},
	{"herstel/report/echarts",
		[]string{"herstel/stats/disclosure", "herstel/report/sentences", "herstel/report/content"},
		"a chart knows no figure"},
	{"herstel/report/tidy", []string{"herstel/report/page", "herstel/report/plain", "herstel/report/word",
		"herstel/report/slides", "herstel/report/workbook"}, "the tidy form knows no layout"},
	{"herstel/report/workbook",
		[]string{"herstel/report/page", "herstel/report/plain", "herstel/report/word", "herstel/report/slides",
			"herstel/report/echarts"}, "outputs do not know each other"},
	{"herstel/report/word", []string{"herstel/report/page", "herstel/report/plain", "herstel/report/workbook",
		"herstel/report/slides"}, "outputs do not know each other"},
	{"herstel/report/slides", []string{"herstel/report/page", "herstel/report/plain", "herstel/report/workbook",
		"herstel/report/word", "herstel/report/echarts"}, "outputs do not know each other"},
	{"herstel/report/plain", []string{"herstel/report/page", "herstel/report/word", "herstel/report/slides",
		"herstel/report/workbook", "herstel/report/echarts"}, "outputs do not know each other"},
	{"herstel/report/page", []string{"herstel/report/plain", "herstel/report/word", "herstel/report/slides",
		"herstel/report/workbook"}, "outputs do not know each other"},
	{"herstel/report/internal/docx", []string{"herstel/stats", "herstel/report/content"}, "a document knows no figure"},
	{"herstel/report/internal/pptx", []string{"herstel/stats", "herstel/report/content"},
		"a presentation knows no figure"},
	{"herstel/testdata/demo", []string{"herstel/report", "herstel/cmd"}, "the demo is data"},
}

func TestImportsRunOneWay(t *testing.T) {
	for _, p := range goList(t, nil, "./...", "./testdata/demo") {
		for _, rule := range forbidden {
			if p.ImportPath != rule.part && !strings.HasPrefix(p.ImportPath, rule.part+"/") ||
				strings.HasSuffix(p.ImportPath, "/statstest") {
				continue
			}
			for _, dep := range p.Deps {
				for _, not := range rule.not {
					if dep == strings.TrimSuffix(not, "/") || strings.HasPrefix(dep, strings.TrimSuffix(not, "/")+"/") {
						t.Errorf("%s depends on %s: %s", p.ImportPath, dep, rule.why)
					}
				}
			}
		}
	}
}

// TestOnlyContentWordsTheFigures holds that an output lays out what the chapter
// says, and words nothing itself.
func TestOnlyContentWordsTheFigures(t *testing.T) {
	const sentences, content = "herstel/report/sentences", "herstel/report/content"
	wording := 0
	for _, p := range goList(t, nil, "./...") {
		if !slices.Contains(p.Imports, sentences) {
			continue
		}
		wording++
		if p.ImportPath != content {
			t.Errorf("%s imports %s: it reads the value that %s gives", p.ImportPath, sentences, content)
		}
	}
	if wording == 0 {
		t.Errorf("no package imports %s", sentences)
	}
}

// printers are what cmd alone may use: it prints, exits, opens files and reads
// the clock.
func TestOnlyCmdTouchesTheWorld(t *testing.T) {
	for _, p := range goList(t, nil, "./stats/...", "./report/...") {
		if strings.HasSuffix(p.ImportPath, "/statstest") {
			continue
		}
		for _, dep := range p.Imports {
			if slices.Contains(worldly, dep) && !slices.Contains(worldlyAllowed[p.ImportPath], dep) {
				t.Errorf("%s imports %s", p.ImportPath, dep)
			}
		}
	}
}

var worldly = []string{"os", "log", "flag", "os/exec", "net/http", "github.com/spf13/cobra"}

// worldlyAllowed names who needs one all the same, and is looked at by hand.
var worldlyAllowed = map[string][]string{
	// tests alone: opens what was written in LibreOffice and Python
	"herstel/report/internal/opc/opctest": {"os", "os/exec"},
}

// allowedModules are the modules that the code may import itself, with why.
// The table in README.md is held against it.
var allowedModules = map[string]string{
	"github.com/spf13/cobra":               "commands, flags and shell completion",
	"github.com/spf13/pflag":               "the errors of cobra's flags, to word them in Dutch",
	"github.com/xuri/excelize/v2":          "writes the workbook; second opinion in the tests of the XLSX reader",
	"github.com/go-echarts/go-echarts/v2":  "the options of the charts",
	"gopkg.in/yaml.v3":                     "reads and writes herstel.yaml with line numbers",
	"github.com/go-fonts/liberation":       "Liberation Sans, whose widths are those of Arial",
	"golang.org/x/image":                   "reads that font and fills shapes",
	"codeberg.org/go-pdf/fpdf":             "writes PDF with an embedded font",
	"github.com/chromedp/chromedp":         "opens the page in a browser, in tests",
	"github.com/chromedp/cdproto":          "the messages of that browser",
	"github.com/schollz/progressbar/v3":    "progress on the terminal",
	"github.com/inconshreveable/mousetrap": "notices a double-click on Windows",
	"golang.org/x/sync":                    "draws charts side by side",
	"golang.org/x/sys":                     "error numbers of Windows",
	"golang.org/x/term":                    "is stderr a terminal?",
	"golang.org/x/text":                    "Windows-1252 and UTF-16; composed accents",
	"github.com/google/go-cmp":             "compares values in tests",
	"pgregory.net/rapid":                   "property tests",
	"github.com/rogpeppe/go-internal":      "tests of the command line",
}

func TestAllowedDependencies(t *testing.T) {
	used := map[string]bool{}
	for _, system := range []string{"linux", "windows"} {
		env := []string{"GOOS=" + system, "CGO_ENABLED=0"}
		modules := map[string]string{}
		for _, p := range goList(t, env, "-deps", "-test", "./...", "./testdata/demo") {
			if p.Module != nil {
				modules[p.ImportPath] = p.Module.Path
			}
		}
		for _, p := range goList(t, env, "./...", "./testdata/demo") {
			for _, dep := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
				module := modules[dep]
				if module == "" || module == "herstel" {
					continue
				}
				used[module] = true
				if allowedModules[module] == "" {
					t.Errorf("%s imports %s: add %s to allowedModules and README.md, or do without", p.ImportPath, dep,
						module)
				}
			}
		}
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range slices.Sorted(maps.Keys(allowedModules)) {
		if !used[module] {
			t.Errorf("%s is allowed but not used", module)
		}
		if row := "| " + module + " | " + allowedModules[module] + " |"; !strings.Contains(string(readme), row) {
			t.Errorf("README.md lacks the row\n%s", row)
		}
	}
}

// TestLicencesAreComplete holds the embedded licences against what is linked.
func TestLicencesAreComplete(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin"} {
		for _, p := range goList(t, []string{"GOOS=" + system, "CGO_ENABLED=0"}, "-deps", "./cmd/herstel") {
			if p.Module == nil || p.Module.Main {
				continue
			}
			if want := "\n" + p.Module.Path + " " + p.Module.Version + "\n"; !strings.Contains(licenceText, want) {
				t.Fatalf("%s is linked on %s, but its licence is not in licences.txt: run make licences", p.Module.Path,
					system)
			}
		}
	}
}
