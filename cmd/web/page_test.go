package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
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

// kept gives the SHA-256 of every file that the page offers.
func (p *tab) kept() map[string]string {
	p.t.Helper()
	sums := map[string]string{}
	p.eval(`(async () => {
		const make = URL.createObjectURL, sums = {};
		for (const button of document.querySelectorAll("[data-file]")) {
			let blob;
			URL.createObjectURL = (b) => { blob = b; return "#"; };
			button.click();
			URL.createObjectURL = make;
			const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
			sums[button.dataset.file] = [...sum].map((b) => b.toString(16).padStart(2, "0")).join("");
		}
		return sums;
	})()`, &sums)
	return sums
}

// TestSameBytes holds that the page makes what the command line makes.
func TestSameBytes(t *testing.T) {
	p := open(t, 1280)
	dir := t.TempDir()
	run(t, p.built.program, dir, "report", "--demo", "--year", "2021", "--out", "verslag")
	run(t, p.built.program, dir, "demo", "voorbeeld")
	p.eval(`document.getElementById("example").click()`, nil)
	p.toReport()
	p.quiet()
	sums := p.kept()
	same := 0
	for name, got := range sums {
		path := filepath.Join(dir, "verslag", name)
		if name == "herstel.yaml" {
			path = filepath.Join(dir, "voorbeeld", name)
		}
		data, err := os.ReadFile(path)
		if os.IsNotExist(err) {
			continue // the charts together
		}
		if same++; err != nil || got != fmt.Sprintf("%x", sha256.Sum256(data)) {
			t.Errorf("%s is not that of the command line", name)
		}
	}
	if same != 8 || len(sums) != 9 {
		t.Errorf("%d files are the same of %d: %v", same, len(sums), sums)
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
