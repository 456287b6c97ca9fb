package demo

import (
	_ "embed"
	"slices"
)

//go:generate go run ./generate

// The names under which the demo is written to a folder; the herstel.yaml refers to the export by this name.
const (
	FileName   = "demo-export.csv"
	ConfigName = "herstel.yaml"
)

//go:embed demo-export.csv
var export []byte

//go:embed herstel.yaml
var config []byte

// Export is the demo export: CSV with semicolons, UTF-8. The caller owns the copy.
func Export() []byte { return slices.Clone(export) }

// Config is the commented herstel.yaml for the demo export. The caller owns the copy.
func Config() []byte { return slices.Clone(config) }
