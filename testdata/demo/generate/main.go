// Command generate writes the demo export to demo-export.csv in the working directory, to be read, and packed to
// demo-export.csv.gz, to be embedded.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"

	"herstel/testdata/demo/cases"
)

func main() {
	var export bytes.Buffer
	err := cases.Write(&export)
	if err == nil {
		err = os.WriteFile("demo-export.csv", export.Bytes(), 0o644)
	}
	if err == nil {
		err = os.WriteFile("demo-export.csv.gz", packed(export.Bytes()), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// packed gives a text as gzip, without a name and a time.
func packed(text []byte) []byte {
	var b bytes.Buffer
	to, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	to.Write(text) // a bytes.Buffer takes everything
	to.Close()
	return b.Bytes()
}
