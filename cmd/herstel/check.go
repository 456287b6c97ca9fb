package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"herstel/report/tidy"
	"herstel/stats"
	"herstel/stats/casefile"
	"herstel/stats/rules"
)

const checkLong = `Leest de export en zegt wat ermee aan de hand is: hoeveel rijen meetellen, welke
rijen niet en waarom, en welke waarden herstel niet kent. Voor die waarden staat
er een stuk herstel.yaml bij dat je kunt overnemen. Wat in herstel.yaml niet bij
de cijfers past, meldt check ook: met uitkomst 2.

Met --privacy zie je welke cellen van een jaar verborgen zijn, en waarom. Met
--out kijkt check niet naar een export maar naar een map met een verslag: horen
de bestanden bij elkaar, of is er een van een ander verslag of veranderd?

De uitkomst is 3 als er een fout in de export zit; een fout is een rij die
daardoor niet meetelt.`

// shownRows is how many row numbers of a finding are shown without --all.
const shownRows = 20

// checkOptions are the flags of herstel check.
type checkOptions struct {
	input   inputFlags
	format  string
	all     bool
	privacy bool
	values  bool
	folder  string
}

func newCheck(sys system) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use: "check", Short: "kijk na wat er in een export staat", Long: checkLong,
		Example: "  herstel check --input export.xlsx\n  herstel check --demo --privacy --year 2021",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.folder != "" {
				return checkFolder(sys, o.folder, cmd.Flags())
			}
			return check(cmd.Context(), sys, &o)
		},
	}
	o.input.addSources(cmd)
	o.input.addYear(cmd)
	cmd.Flags().Lookup("year").Usage = "het verslag`jaar`, voor --privacy"
	addFormat(cmd, &o.format, "", "table", "json")
	cmd.Flags().BoolVar(&o.all, "all", false, "toon alle rijnummers, niet alleen de eerste 20")
	cmd.Flags().BoolVar(&o.values, "toon-waarden", false, showValues)
	cmd.Flags().BoolVar(&o.privacy, "privacy", false, "toon welke cellen van --year verborgen zijn, en waarom")
	cmd.Flags().StringVar(&o.folder, "out", "",
		"kijk alleen of de bestanden van een verslag in deze `map` bij elkaar horen")
	cmd.MarkFlagDirname("out")
	return cmd
}

func check(ctx context.Context, sys system, o *checkOptions) error {
	if err := oneOf("format", o.format, "table", "json"); err != nil {
		return err
	}
	year := 0
	if o.privacy || o.input.year != "" {
		var err error
		if year, err = o.input.parseYear(); err != nil {
			return err
		}
	}
	j, err := newJob(&o.input)
	if err != nil {
		return err
	}
	data, err := j.read(ctx, sys)
	if err != nil {
		return err
	}
	result := newChecked(data, j.rules, o.all, o.values)
	fault := result.tryFigures(ctx, sys, data, j, year)
	var none *stats.NoCasesError
	if errors.As(fault, &none) && data.Cube.Len() > 0 {
		return fault
	}
	if o.privacy && fault == nil {
		if err := result.addPrivacy(); err != nil {
			return err
		}
	}
	write := result.writeTable
	if o.format == "json" {
		write = result.writeJSON
	}
	if err := write(sys.stdout); err != nil {
		return err
	}
	if data.Cube.Len() == 0 {
		return &failure{code: exitRefused, text: "er is geen enkele rij die meetelt",
			hint: "hierboven staat waarom; van deze export is geen verslag te maken"}
	}
	if fault != nil {
		return fault
	}
	if faults(data) > 0 {
		return errDifferent
	}
	return nil
}

// faults counts the rows that do not count because of a fault.
func faults(data *stats.Dataset) int {
	n := 0
	for _, f := range data.Findings {
		if stats.RowRules[f.Rule].Severity == stats.Fault {
			n += f.Count
		}
	}
	return n
}

// checked is what herstel check found, in the form of its JSON.
type checked struct {
	Schema   int               `json:"schema"`
	Sources  []tidy.Source     `json:"bronnen"`
	Years    []checkedYear     `json:"zaken_per_jaar"`
	Odd      []checkedNotice   `json:"opvallend"`
	Notices  []string          `json:"let_op"`
	Findings []checkedFinding  `json:"bevindingen"`
	Derived  []checkedDerived  `json:"afgeleid,omitempty"`
	Linked   []checkedLinked   `json:"gekoppeld,omitempty"`
	Unknown  []checkedValue    `json:"onbekende_waarden"`
	Withheld []checkedWithheld `json:"verzwegen_waarden,omitempty"`
	Fragment string            `json:"fragment"` // for herstel.yaml; empty when nothing is unknown
	Privacy  *checkedPrivacy   `json:"privacy,omitempty"`

	made      *outcome // nil when there are no figures
	suggested []casefile.Suggestion
}

// checkedYear is how many counted cases were received in a year.
type checkedYear struct {
	Year  int `json:"jaar"`
	Count int `json:"aantal"`
}

type checkedFinding struct {
	ID       string         `json:"id"`
	Severity string         `json:"ernst"`
	Column   string         `json:"kolom"`
	File     string         `json:"bestand"`
	Sheet    string         `json:"blad,omitempty"`
	Count    int            `json:"aantal"`
	Rows     []int          `json:"rijen"` // the first 20, or all
	Shapes   []checkedShape `json:"vormen,omitempty"`

	rule stats.RowRule
}

// checkedWithheld tells how many unknown values are not listed: they may be
// names of people.
type checkedWithheld struct {
	Column string `json:"kolom"`
	Values int    `json:"waarden"`
	Count  int    `json:"aantal"`

	words, counted string // with and without how to see them
}

type checkedValue struct {
	Column string `json:"kolom"`
	Value  string `json:"waarde"`
	Count  int    `json:"aantal"`
	Near   string `json:"lijkt_op"`
	Group  string `json:"groep"`
}

// checkedNotice is something odd about the input as a whole.
type checkedNotice struct {
	tidy.Notice
	line string
}

// addOdd adds the notices on the whole input.
func (c *checked) addOdd(notices []stats.Notice) {
	for _, n := range notices {
		c.Odd = append(c.Odd, checkedNotice{tidy.NoticeOf(n), n.Line()})
	}
}

func newChecked(data *stats.Dataset, ruleset *rules.Rules, all, showValues bool) *checked {
	c := &checked{Schema: 1, Sources: []tidy.Source{}, Years: []checkedYear{}, Odd: []checkedNotice{},
		Notices: []string{}, Findings: []checkedFinding{}, Unknown: []checkedValue{}}
	for _, s := range data.Sources {
		c.Sources = append(c.Sources, tidy.SourceOf(s))
	}
	for _, year := range data.Cube.Years() {
		c.Years = append(c.Years, checkedYear{year, data.Cube.Received(year)})
	}
	for _, f := range data.Findings {
		rule := stats.RowRules[f.Rule]
		rows := f.Rows
		if !all && len(rows) > shownRows {
			rows = rows[:shownRows]
		}
		c.Findings = append(c.Findings,
			checkedFinding{rule.ID, rule.Severity.String(), f.Column, data.Sources[f.Source].Name,
				data.Sources[f.Source].Sheet, f.Count, rows, checkedShapes(f.Shapes), rule})
	}
	c.addDerived(data.Derived, showValues)
	c.addLinked(data.Links)
	suggestions, rare := casefile.SuggestValues(data, ruleset, showValues)
	c.suggested = suggestions
	for _, s := range suggestions {
		c.Unknown = append(c.Unknown, checkedValue{s.Column.String(), s.Value, s.Count, s.Label, s.Group})
	}
	for _, column := range rules.CategoryColumns {
		if r := rare[column]; r.Distinct > 0 {
			c.Withheld = append(c.Withheld,
				checkedWithheld{column.String(), r.Distinct, r.Rows, r.Words(), r.Counted()})
		}
	}
	c.Fragment = fragment(suggestions)
	return c
}
