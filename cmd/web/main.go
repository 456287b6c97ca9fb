// Command web makes herstel.html of the program built for js/wasm: one file
// that runs in a browser, without a server and without a network.
//
//	go run ./cmd/web -wasm dist/herstel.wasm -exec "$(go env GOROOT)/lib/wasm/wasm_exec.js" -out dist/herstel.html
//
// The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	wasm := flag.String("wasm", "", "the program, built with GOOS=js GOARCH=wasm")
	exec := flag.String("exec", "", "wasm_exec.js of the Go that built it")
	version := flag.String("version", "", "version that the page shows")
	out := flag.String("out", "", "the page to write")
	flag.Parse()
	if err := write(*wasm, *exec, *version, *out); err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
}

func write(wasm, exec, version, out string) error {
	program, err := os.ReadFile(wasm)
	if err != nil {
		return err
	}
	glue, err := os.ReadFile(exec)
	if err != nil {
		return err
	}
	page, err := render(program, glue, version)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(out, page, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s (%.1f MB)\n", out, float64(len(page))/1e6)
	return nil
}
