package stats

import "io"

// Options are the choices of one run.
type Options struct {
	Year          int
	ReferenceDate Day // NoDay: from the rules, else the latest event in the data
	Version       string
	Demo          bool
}

// ParseRules reads a herstel.yaml on top of the embedded default rules. A nil
// reader gives the default rules alone. Errors are Dutch and name the line.
func ParseRules(yaml io.Reader) (*Rules, error) { return nil, nil }

// Compute makes the figures of one report year, with privacy applied. It
// returns an Audit that tells what was hidden and why.
func Compute(data *Dataset, rules *Rules, opt Options) (*Figures, error) { return nil, nil }
