package demo

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
	"sync"
)

//go:generate go run ./generate

// The names under which the demo is written to a folder; the herstel.yaml refers to the export by this name.
const (
	FileName   = "demo-export.csv"
	ConfigName = "herstel.yaml"
)

//go:embed demo-export.csv.gz
var packed []byte

// export is unpacked once: the program is half a megabyte smaller than with the text itself.
var export = sync.OnceValue(func() []byte {
	from, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // the file is embedded here
	}
	text, err := io.ReadAll(from)
	if err != nil {
		panic(err)
	}
	return text
})

//go:embed herstel.yaml
var config []byte

// Export is the demo export: CSV with semicolons, UTF-8. The caller owns the copy.
func Export() []byte { return slices.Clone(export()) }

// Config is the commented herstel.yaml for the demo export. The caller owns the copy.
func Config() []byte { return slices.Clone(config) }
