package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"herstel/testdata/demo"
)

// toReport goes from chosen files to the report.
func (p *tab) toReport() {
	p.t.Helper()
	p.wait(`!document.getElementById("next1").disabled`)
	p.eval(`document.getElementById("next1").click(), document.getElementById("next2").click()`, nil)
	p.wait(`!document.getElementById("step3").hidden && !document.getElementById("next3").disabled`)
	p.eval(`document.getElementById("next3").click()`, nil)
	p.wait(`!document.getElementById("step4").hidden && !document.querySelector("[data-file]:disabled")`)
}

// keptScript gives every file that the page offers as base64, by name.
const keptScript = `(async () => {
	const make = URL.createObjectURL, files = {};
	for (const button of document.querySelectorAll("[data-file]")) {
		let blob;
		URL.createObjectURL = (b) => { blob = b; return "#"; };
		button.click();
		URL.createObjectURL = make;
		let text = "";
		for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
		files[button.dataset.file] = btoa(text);
	}
	return files;
})()`

// kept gives every file that the page offers, by name.
func (p *tab) kept() map[string][]byte {
	p.t.Helper()
	files := map[string][]byte{}
	p.eval(keptScript, &files)
	return files
}

// sameAs holds the files of a report against those of the command line.
func (p *tab) sameAs(folder string, year int) {
	p.t.Helper()
	files := p.kept()
	name := fmt.Sprintf("grafieken-%d.zip", year)
	charts, err := zip.NewReader(bytes.NewReader(files[name]), int64(len(files[name])))
	if err != nil {
		p.t.Fatal(err)
	}
	for _, f := range charts.File {
		r, err := f.Open()
		if err != nil {
			p.t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			p.t.Fatal(err)
		}
	}
	compared := 0
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		want, err := os.ReadFile(path)
		rel, relErr := filepath.Rel(folder, path)
		if compared++; !bytes.Equal(files[filepath.ToSlash(rel)], want) {
			p.t.Errorf("%s is not that of the command line", rel)
		}
		return errors.Join(err, relErr)
	})
	if err != nil || compared < 20 {
		p.t.Errorf("%d files were compared (%v)", compared, err)
	}
}

// TestSameBytes holds that the page makes what the command line makes.
func TestSameBytes(t *testing.T) {
	p := open(t, 1280)
	dir := t.TempDir()
	run(t, p.built.program, dir, "report", "--demo", "--year", "2021", "--out", "verslag")
	p.eval(`document.getElementById("example").click()`, nil)
	p.toReport()
	p.quiet()
	p.sameAs(filepath.Join(dir, "verslag"), 2021)
	if got := p.kept()["herstel.yaml"]; !bytes.Equal(got, demo.Config()) {
		t.Error("herstel.yaml changed though nothing was set")
	}
}

func run(t *testing.T, program, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
