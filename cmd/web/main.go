// Command web makes herstel.html: the commands, built for js/wasm, in one page
// that runs in a browser, without a server and without a network.
//
//	go run ./cmd/web -version v1.2.0 -out dist/herstel.html
//
// The same code and the same Go give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	version := flag.String("version", "", "version that the page and the files show")
	out := flag.String("out", "", "the page to write")
	flag.Parse()
	size, err := write(*version, *out)
	if err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
	fmt.Printf("%s (%.1f MB)\n", *out, float64(size)/1e6)
}

// write makes the page, and returns its size in bytes.
func write(version, out string) (int, error) {
	program, glue, err := build(version)
	if err != nil {
		return 0, err
	}
	page, err := render(program, glue, version)
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return 0, err
	}
	return len(page), os.WriteFile(out, page, 0o644)
}
