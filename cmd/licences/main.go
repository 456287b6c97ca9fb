// Command licences writes the licences of everything that is linked into
// herstel on any of the systems it is built for: the Go standard library, the
// Go modules, and the JavaScript that is embedded.
//
//	go run ./cmd/licences >cmd/herstel/licences.txt
//
// The text is kept in the repository, so that a build needs nothing but Go;
// "make dist" and a test hold it against what is linked.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// systems are the systems that herstel is built for.
var systems = []string{"windows/amd64", "windows/arm64", "darwin/arm64", "darwin/amd64", "linux/amd64", "linux/arm64"}

// packages are the npm packages whose code is in the embedded bundle.
var packages = []string{"echarts", "zrender", "tslib"}

const npmFolder = "report/echarts/node_modules"

// part is something that is in the binary.
type part struct{ name, version, dir string }

func main() {
	if err := write(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func write(w io.Writer) error {
	parts, err := linked()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString("herstel is gemaakt met deze onderdelen. Onder elke naam staat de licentie.\n")
	for _, p := range parts {
		texts, err := licenceTexts(p.dir)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		fmt.Fprintf(&b, "\n%s\n%s\n%s\n", strings.Repeat("=", 78), strings.TrimSpace(p.name+" "+p.version),
			strings.Repeat("=", 78))
		for _, text := range texts {
			fmt.Fprintf(&b, "\n%s\n", text)
		}
	}
	_, err = w.Write(b.Bytes())
	return err
}

// linked lists what is in the binary on any system, by name.
func linked() ([]part, error) {
	found := map[string]part{}
	for _, system := range systems {
		modules, err := modules(system)
		if err != nil {
			return nil, err
		}
		maps.Copy(found, modules)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	found["Go"] = part{"Go", "", strings.TrimSpace(string(root))}
	for _, name := range packages {
		p, err := npmPackage(name)
		if err != nil {
			return nil, err
		}
		found[p.name] = p
	}
	return slices.SortedFunc(maps.Values(found), func(a, b part) int { return cmp.Compare(a.name, b.name) }), nil
}

// modules lists the modules that are linked on one system.
func modules(system string) (map[string]part, error) {
	goos, goarch, _ := strings.Cut(system, "/")
	cmd := exec.Command("go", "list", "-deps", "-f",
		"{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/herstel")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list for %s: %w", system, err)
	}
	found := map[string]part{}
	for line := range strings.Lines(string(out)) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) == 3 {
			found[fields[0]] = part{fields[0], fields[1], fields[2]}
		}
	}
	return found, nil
}

func npmPackage(name string) (part, error) {
	dir := filepath.Join(npmFolder, name)
	text, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return part{}, fmt.Errorf("%s is not in %s: run npm ci there first", name, npmFolder)
	}
	if err != nil {
		return part{}, err
	}
	var manifest struct {
		Version string `json:"version"`
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		return part{}, fmt.Errorf("%s: %w", name, err)
	}
	return part{"npm: " + name, manifest.Version, dir}, nil
}

var (
	licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|copyright)([-_.].*)?$`)
	notText     = regexp.MustCompile(`(?i)\.(go|js|json|html)$`)
)

// licenceTexts returns the licence and the notices in the root of a module, and
// those in its folder licenses: of code of others that it took in.
func licenceTexts(dir string) ([]string, error) {
	texts, err := textsIn(dir)
	if err == nil && len(texts) == 0 {
		err = errors.New("no licence file")
	}
	if err != nil {
		return nil, err
	}
	others, err := textsIn(filepath.Join(dir, "licenses"))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return append(texts, others...), err
}

func textsIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, e := range entries {
		if e.IsDir() || !licenceName.MatchString(e.Name()) || notText.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
	}
	return texts, nil
}
