package main

import (
	"bytes"
	"io"

	"herstel/stats/casefile"
)

// stdinPath is the --input that stands for standard input, and stdinName is
// what it is called in outputs.
const (
	stdinPath = "-"
	stdinName = "standaardinvoer"
)

// mostStdin is how many bytes standard input may have: they are kept in memory.
const mostStdin = 512 << 20

// readStdin reads an export from standard input.
func readStdin(sys system, sheet string) (casefile.Input, error) {
	const hint = "geef de export door, zoals: herstel check --input - < export.csv"
	if sys.stdin == nil || sys.typed {
		return casefile.Input{}, wrongUse(hint, "bij --input - hoort een export op de standaardinvoer")
	}
	data, err := io.ReadAll(io.LimitReader(sys.stdin, mostStdin+1))
	if err != nil {
		return casefile.Input{}, failed(err, hint, "de standaardinvoer is niet te lezen (%s)", reason(err))
	}
	if len(data) > mostStdin {
		return casefile.Input{}, failed(nil, "bewaar de export als bestand, en noem dat achter --input",
			"op de standaardinvoer staat meer dan 512 MB")
	}
	return casefile.Input{Name: stdinName, Sheet: sheet, Data: bytes.NewReader(data), Size: int64(len(data))}, nil
}
