package main

import (
	"math"
	"regexp"
	"strconv"

	"github.com/spf13/cobra"

	"herstel/report/chart"
	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// chartShape are the flags of what a chart shows and how large it is: those
// that herstel.yaml has under grafieken too.
type chartShape struct {
	size, years, text, height string
	top                       int

	choice rules.ChartChoice // what was read from them
}

func (s *chartShape) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&s.size, "size", "", "een vaste `maat` in plaats van --width: "+listedOr(sizeNames()))
	flags.StringVar(&s.height, "height", "", "de gedrukte `hoogte`, zoals 90mm; zonder --height zo hoog als nodig")
	flags.StringVar(&s.text, "text", "",
		"de `lettergrootte`, zoals 10pt; zonder --text 8,25pt, of wat in de hoogte past")
	flags.StringVar(&s.years, "years", "",
		"toon alleen deze `jaren`, zoals 2020-2021; zonder --years alle jaren van het verslag")
	flags.IntVar(&s.top, "top", 0, "toon alleen de grootste `aantal` categorieën; zonder --top allemaal")
	cmd.RegisterFlagCompletionFunc("size", cobra.FixedCompletions(sizeNames(), cobra.ShellCompDirectiveNoFileComp))
}

// chartSizes are the sizes that have a name, in millimetres; a height of 0 is
// what the chart needs. The square is 1080 pixels at 300 dots to the inch.
var chartSizes = []struct {
	name          string
	width, height float64
}{{"print", 180, 0}, {"kolom", 85, 0}, {"slide", 254, 143}, {"vierkant", 1080 * 25.4 / 300, 1080 * 25.4 / 300}}

func sizeNames() []string {
	var names []string
	for _, s := range chartSizes {
		names = append(names, s.name)
	}
	return names
}

// The widths that a chart can be printed at, in millimetres.
const (
	leastWidth = 60
	mostWidth  = 400
)

// measure reads the flags about size, years and number of categories.
func (o *chartOptions) measure(year int) error {
	s, ok := &o.shape, false
	width, err := parseWidth(o.width)
	if err != nil {
		return err
	}
	if o.widthGiven() {
		o.look.Width = width
	}
	if s.height != "" {
		if s.choice.Height, ok = rules.Millimetres(s.height, rules.LeastHeight, rules.MostHeight); !ok {
			return wrongUse("kies 30mm tot en met 400mm, zoals --height 90mm", "--height kan niet %s zijn",
				quote(s.height))
		}
	}
	if s.text != "" {
		if s.choice.Text, ok = rules.Points(s.text); !ok {
			return wrongUse("kies 9pt tot en met 30pt, zoals --text 10pt", "--text kan niet %s zijn", quote(s.text))
		}
	}
	if s.choice.Top = s.top; s.top < 0 {
		return wrongUse("kies 1 of meer, zoals --top 10", "--top kan niet %d zijn", s.top)
	}
	if err := o.sized(); err != nil {
		return err
	}
	return s.readYears(year)
}

// parseWidth reads a printed width, in millimetres.
func parseWidth(text string) (float64, error) {
	width, ok := rules.Millimetres(text, leastWidth, mostWidth)
	if !ok {
		return 0, wrongUse("kies 60mm tot en met 400mm, zoals --width 85mm", "--width kan niet %s zijn", quote(text))
	}
	return width, nil
}

// sized reads --size.
func (o *chartOptions) sized() error {
	if o.shape.size == "" {
		return nil
	}
	if err := oneOf("size", o.shape.size, sizeNames()...); err != nil {
		return err
	}
	if o.widthGiven() || o.shape.height != "" {
		return wrongUse("kies één van de twee", "--size gaat niet samen met --width of --height")
	}
	for _, size := range chartSizes {
		if size.name == o.shape.size {
			o.look.Width, o.shape.choice.Height = size.width, size.height
		}
	}
	return nil
}

func (o *chartOptions) widthGiven() bool { return o.width != defaultChartWidth }

const defaultChartWidth = "180mm"

var yearRange = regexp.MustCompile(`^(\d{4})(?:\s*-\s*(\d{4}))?$`)

// readYears reads --years: they end in the report year, which every chart is
// about.
func (s *chartShape) readYears(year int) error {
	if s.years == "" {
		return nil
	}
	m := yearRange.FindStringSubmatch(s.years)
	if m == nil {
		return wrongUse("schrijf ze als --years "+nl.Year(year-1)+"-"+nl.Year(year),
			"--years kan niet %s zijn", quote(s.years))
	}
	first, _ := strconv.Atoi(m[1])
	last := first
	if m[2] != "" {
		last, _ = strconv.Atoi(m[2])
	}
	if last != year || first > last {
		return wrongUse("eindig met het verslagjaar, zoals --years "+nl.Year(year-1)+"-"+nl.Year(year),
			"--years kan niet %s zijn", quote(s.years))
	}
	s.choice.Years = last - first + 1
	return nil
}

// apply puts the flags in place of what herstel.yaml says of the figures, or of
// all figures when there are no ids.
func (s *chartShape) apply(figs *stats.Figures, ids []string) error {
	if first := figs.Year - s.choice.Years + 1; s.choice.Years > 0 && first < figs.Years[0] {
		return wrongUse("kies een later jaar, of zet in herstel.yaml een hoger getal bij jaren",
			"het verslag begint in %d, en --years vraagt %d", figs.Years[0], first)
	}
	if len(ids) == 0 {
		for i := range figs.Tables {
			ids = append(ids, figs.Tables[i].Figure.ID)
		}
		ids = append(ids, content.OverviewID)
	}
	for _, id := range ids {
		c := figs.Presentation.Chart(id)
		if s.choice.Years > 0 {
			c.Years = s.choice.Years
		}
		if s.choice.Top > 0 {
			c.Top = s.choice.Top
		}
		if s.choice.Text > 0 {
			c.Text = s.choice.Text
		}
		if s.size != "" || s.choice.Height > 0 {
			c.Height = s.choice.Height
		}
		figs.Presentation = figs.Presentation.With(c)
	}
	return nil
}

// fits refuses a chart that is higher than it was asked to be.
func (o *chartOptions) fits(charts []chart.Chart) error {
	for _, c := range charts {
		if c.Height == 0 || c.Width > 0 {
			continue
		}
		if height := chart.Height(c, o.look.Options); height > c.Height+0.1 {
			least := nl.IntText(int(math.Ceil(height)))
			return wrongUse("kies --height "+least+"mm of meer, een kleinere --text, of minder met --top",
				"%s past niet in een hoogte van %s mm", c.ID, nl.DecimalShort(c.Height, 1))
		}
	}
	return nil
}
