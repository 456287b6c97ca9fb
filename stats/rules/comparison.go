package rules

import (
	"fmt"
	"strings"

	"herstel/stats/day"
)

// SeriesBreak is one entry of trendbreuken: from Year on something else is
// counted than before, so that Year is not compared with the year before it.
type SeriesBreak struct {
	Year   int
	Figure string // id of the figure; empty: every figure
	Reason string
	Line   int
}

// Mention is one entry of noemen: cells of which a sentence must appear.
type Mention struct {
	Figure   string
	Category map[string]string // dimension -> value; may name a part of the dimensions
	Line     int
}

type configBreak struct {
	Year   int    `yaml:"jaar" doc:"Het jaar vanaf waar anders is geteld dan ervoor." required:"true"`
	Figure string `yaml:"figuur" doc:"De naam van het cijfer, zoals aanmelder; zonder figuur gaat het over alle cijfers."`
	Reason string `yaml:"reden" doc:"Wat er veranderde; dit komt in het verslag." required:"true"`
	Line   int    `yaml:"-"`
}

type configMention struct {
	Figure   string            `yaml:"figuur" doc:"De naam van het cijfer, zoals afkeurreden." required:"true"`
	Category map[string]string `yaml:"categorie" doc:"De cel, zoals {afkeurreden: Dubbele aanmelding}."`
	Line     int               `yaml:"-"`
}

// The values of vergelijken.
const (
	compareSameAge = "zelfde-leeftijd"
	compareNow     = "nu"
)

// configCompare says how the years stand beside each other.
type configCompare struct{ now, set bool }

func (c *configCompare) decodeScalar(text string) string {
	switch text {
	case compareSameAge, compareNow:
		c.now, c.set = text == compareNow, true
		return ""
	}
	return fmt.Sprintf("kies %s of %s", compareSameAge, compareNow)
}

// addComparison takes over what herstel.yaml says of comparing years.
func (r *Rules) addComparison(file *configFile) error {
	if file.CompleteFrom.set {
		r.CompleteFrom = file.CompleteFrom.Day
	}
	if file.Compare.set {
		r.CompareNow = file.Compare.now
	}
	for _, b := range file.SeriesBreaks {
		switch {
		case strings.TrimSpace(b.Reason) == "":
			return &Error{b.Line, "een trendbreuk zonder reden", "schrijf op wat er veranderde"}
		case b.Year < day.FirstYear || b.Year > day.LastYear:
			return &Error{b.Line, fmt.Sprintf("jaar %d kan niet", b.Year), "schrijf een jaar als 2021"}
		}
		r.SeriesBreaks = append(r.SeriesBreaks, SeriesBreak(b))
	}
	for _, m := range file.Mentions {
		r.Mentions = append(r.Mentions, Mention(m))
	}
	return nil
}
