package main

import (
	"fmt"
	"strings"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

// checkedPrivacy is what a reader of the figures of a year can work out about
// the hidden cells.
type checkedPrivacy struct {
	Year      int              `json:"jaar"`
	Threshold int              `json:"drempel"`
	Whole     []checkedWhole   `json:"helemaal_verborgen"`
	Cells     []checkedHidden  `json:"verborgen"`
	Uniform   []checkedUniform `json:"iedereen_of_niemand"`
	Remedies  []checkedRemedy  `json:"middelen,omitempty"`
}

// checkedRemedy is an uitsplitsing without which headlines show again.
type checkedRemedy struct {
	Year      int      `json:"jaar"`
	Breakdown string   `json:"zonder_uitsplitsing"`
	Shows     []string `json:"toont"`
}

// checkedUniform is a group of which everyone, or no one, has a trait.
type checkedUniform struct {
	Figure   string            `json:"figuur"`
	Year     int               `json:"jaar"`
	Category map[string]string `json:"categorie"`
	All      bool              `json:"iedereen"` // false: niemand
	Cases    int               `json:"noemer"`

	name string
}

// checkedWhole is a figure that is withheld whole for a year.
type checkedWhole struct {
	Figure string `json:"figuur"`
	Year   int    `json:"jaar"`
	Reason string `json:"reden"`

	clause string
}

type checkedHidden struct {
	Figure    string            `json:"figuur"`
	Year      int               `json:"jaar"`
	Category  map[string]string `json:"categorie"`
	Why       string            `json:"soort"` // primair or secundair
	Low       int               `json:"laagste"`
	High      *int              `json:"hoogste"` // null: no limit
	Gap       *int              `json:"speling"` // null: no limit
	AtLeast   bool              `json:"speling_is_minstens,omitempty"`
	Cause     string            `json:"oorzaak,omitempty"` // why the gap is too small
	Remark    string            `json:"opmerking,omitempty"`
	Shows     string            `json:"zichtbaar_met"`
	GivenAway string            `json:"te_berekenen,omitempty"`

	name string
}

// addPrivacy adds the audit of every year that the report shows.
func (c *checked) addPrivacy() error {
	figs, audit := c.made.figs, c.made.audit
	c.Privacy = &checkedPrivacy{Year: figs.Year, Threshold: audit.Threshold(), Whole: []checkedWhole{},
		Cells: []checkedHidden{}, Uniform: []checkedUniform{}}
	for _, u := range figs.Uniform() {
		category, name := cellNamed(u.Figure, u.Category)
		c.Privacy.Uniform = append(c.Privacy.Uniform, checkedUniform{u.Figure, u.Year, category, u.All, u.Cases, name})
	}
	for _, w := range figs.Withheld() {
		c.Privacy.Whole = append(c.Privacy.Whole, checkedWhole{w.Figure, w.Year, w.Why.String(),
			content.WithheldClause(w.Why, w.Year)})
	}
	for _, y := range figs.Years {
		remedies, err := audit.Remedies(y)
		if err != nil {
			return err
		}
		for _, r := range remedies {
			c.Privacy.Remedies = append(c.Privacy.Remedies, checkedRemedy(r))
		}
		cells, err := audit.Hidden(y)
		if err != nil {
			return err
		}
		for _, cell := range cells {
			c.Privacy.Cells = append(c.Privacy.Cells, newCheckedHidden(cell))
		}
	}
	return nil
}

func newCheckedHidden(h stats.HiddenCell) checkedHidden {
	cell := checkedHidden{Figure: h.Figure, Year: h.Year, Category: map[string]string{}, Why: h.Why(), Low: h.Low,
		AtLeast: h.AtLeast, Cause: h.Cause, Remark: h.Remark, Shows: h.Shows, GivenAway: h.GivenAway}
	if h.High.Known {
		cell.High = &h.High.N
	}
	if h.Gap.Known {
		cell.Gap = &h.Gap.N
	}
	cell.Category, cell.name = cellNamed(h.Figure, h.Category)
	return cell
}

// cellNamed gives a category by dimension, and a cell in words.
func cellNamed(figure string, labels []stats.Label) (map[string]string, string) {
	category, words := map[string]string{}, []string{figure}
	for _, label := range labels {
		category[label.Dimension] = label.Value
		words = append(words, label.Value)
	}
	return category, strings.Join(words, " / ")
}

// write lists the hidden cells, with the range in which a reader can place
// each of them.
func (p *checkedPrivacy) write(b *strings.Builder) {
	fmt.Fprintf(b, "\nVerborgen in het verslag van %d (drempel %d)\n", p.Year, p.Threshold)
	switch open := content.OpenRemark(p.Threshold); {
	case open != "":
		b.WriteString("  " + open + "\n")
		return
	case len(p.Cells)+len(p.Whole) == 0:
		b.WriteString("  niets\n")
	}
	p.writeWhole(b)
	for _, cell := range p.Cells {
		fmt.Fprintf(b, "  %d %s (%s)\n", cell.Year, cell.name, whyHidden[cell.Why])
		if cell.Why != "nul" {
			fmt.Fprintf(b, "    %s\n", cell.reach(p.Threshold))
		}
		if cell.Cause != "" {
			fmt.Fprintf(b, "    %s\n", cell.Cause)
		}
		if cell.Remark != "" {
			fmt.Fprintf(b, "    %s\n", cell.Remark)
		}
		fmt.Fprintf(b, "    te zien met %s\n", cell.Shows)
		if cell.GivenAway != "" {
			fmt.Fprintf(b, "    te berekenen %s\n", cell.GivenAway)
		}
	}
	if len(p.Remedies) > 0 {
		b.WriteString("\nWat een kerncijfer weer laat zien\n")
	}
	for _, r := range p.Remedies {
		fmt.Fprintf(b, "  %d zonder de uitsplitsing %s (haal haar uit herstel.yaml): %s\n", r.Year, r.Breakdown,
			strings.Join(r.Shows, "; "))
	}
	p.writeUniform(b)
}

// writeUniform lists the groups that show a trait of everyone or of no one.
func (p *checkedPrivacy) writeUniform(b *strings.Builder) {
	if len(p.Uniform) == 0 {
		return
	}
	fmt.Fprintf(b, "\nIedereen of niemand in het verslag van %d\n", p.Year)
	b.WriteString("  Wie weet dat iemand in zo'n groep zit, weet dit ook van die persoon.\n")
	for _, u := range p.Uniform {
		what := "geen van de"
		if u.All {
			what = "alle"
		}
		fmt.Fprintf(b, "  %d %s: %s %s\n", u.Year, u.name, what, nl.Count(u.Cases, "zaak", "zaken"))
	}
	b.WriteString("  te verbergen met deze regels in herstel.yaml:\n      privacy:\n        nullen: verbergen\n")
}

// writeWhole lists what is withheld whole, with the lines that show the first of
// it all the same.
func (p *checkedPrivacy) writeWhole(b *strings.Builder) {
	for _, w := range p.Whole {
		fmt.Fprintf(b, "  %d %s helemaal: %s\n", w.Year, w.Figure, w.clause)
	}
	if len(p.Whole) > 0 {
		fmt.Fprintf(b, "    te zien met deze regels in herstel.yaml; een lezer kan er dan kleine aantallen in "+
			"berekenen:\n"+
			"      privacy:\n        toelaten:\n          - {figuur: %s, jaar: %d, reden: \"…\"}\n", p.Whole[0].Figure,
			p.Whole[0].Year)
	}
}

// reach says between which values a reader can place the count, and how wide
// that is beside what the threshold asks.
func (h checkedHidden) reach(threshold int) string {
	if h.High == nil || h.Gap == nil {
		return fmt.Sprintf("een lezer weet alleen: %s of meer (speling onbegrensd, nodig %s)", nl.Int(h.Low),
			nl.Int(threshold))
	}
	least := ""
	if h.AtLeast {
		least = "minstens "
	}
	return fmt.Sprintf("een lezer weet alleen: van %s tot en met %s (speling %s%s, nodig %s)",
		nl.Int(h.Low), nl.Int(*h.High), least, nl.Int(*h.Gap), nl.Int(threshold))
}

// whyHidden says in words why a cell is hidden.
var whyHidden = map[string]string{
	"primair":   "primair: het aantal is klein",
	"secundair": "secundair: het zou een klein aantal verraden",
	"nul":       "nul: de noemer is verborgen, of je verbergt nullen",
}
