// Command generate writes the demo export to demo-export.csv in the working directory.
package main

import (
	"bytes"
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
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}
