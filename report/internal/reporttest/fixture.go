package reporttest

import (
	"math"
	"strings"

	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// Num is one cell of a fixture: a count out of a base. Hidden and absent cells
// have their own values.
type Num struct {
	count, Base int
	Status      stats.Status
	reason      string
}

// Of is a count out of a base.
func Of(count, base int) Num { return Num{count: count, Base: base} }

// Hidden is a cell that is hidden with its base.
var Hidden = Num{Status: stats.Suppressed}

// Absent is a cell that is not available.
func Absent(reason string) Num { return Num{Status: stats.NotAvailable, reason: reason} }

// Line is one row of a fixture, a cell for each year.
type Line struct {
	labels []string
	cells  []Num
}

// Row is a row with one label.
func Row(label string, cells ...Num) Line { return Line{labels: []string{label}, cells: cells} }

// Row2 is a row with two labels.
func Row2(a, b string, cells ...Num) Line { return Line{labels: []string{a, b}, cells: cells} }

// Bare is a row without a label.
func Bare(cells ...Num) Line { return Line{cells: cells} }

// Report2021 are figures of the years that end in 2021.
func Report2021(years int, tables ...stats.Table) *stats.Figures {
	reference, _ := day.Of(2022, 3, 1)
	figs := &stats.Figures{Year: 2021, ReferenceDate: reference, Tables: tables, Threshold: 5, Version: "toets"}
	for y := 2021 - years + 1; y <= 2021; y++ {
		figs.Years = append(figs.Years, y)
	}
	return figs
}

// Table builds the cells of a figure from counts and bases alone.
func Table(f stats.Figure, lines ...Line) stats.Table {
	t := stats.Table{Figure: f}
	for _, l := range lines {
		r := stats.Row{Labels: l.labels}
		for i, n := range l.cells {
			c := cellOf(f, n)
			if i > 0 {
				c.Change = changeBetween(r.Cells[i-1], c)
				if f.ID == "instroom" { // a count, judged as one
					c.Change.Clear = c.Change.Difference != 0
				}
			}
			r.Cells = append(r.Cells, c)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func cellOf(f stats.Figure, n Num) stats.Cell {
	c := stats.Cell{Status: n.Status, Reason: n.reason}
	if n.Status == stats.NotAvailable {
		return c
	}
	if f.Kind == stats.KindParts || f.Kind == stats.KindYesNo {
		c.Base = stats.Num(n.Base)
	}
	if n.Status == stats.Suppressed {
		if n.Base == 0 {
			c.Base = stats.Int{}
		}
		return c
	}
	c.Count = stats.Num(n.count)
	if c.Base.Known && n.Base > 0 {
		low, high := wilson(n.count, n.Base)
		c.Share = stats.Share{Num: n.count, Den: n.Base, Known: true, Interval: stats.Interval{Low: low, High: high}}
	}
	return c
}

// wilson is the 95% score interval of Wilson (1927).
func wilson(x, n int) (low, high float64) {
	const z = 1.959963984540054
	p, m := float64(x)/float64(n), float64(n)
	half := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return (p + z*z/(2*m) - half) / (1 + z*z/m), (p + z*z/(2*m) + half) / (1 + z*z/m)
}

// changeBetween compares two cells; the interval is method 10 of Newcombe (1998).
func changeBetween(was, is stats.Cell) stats.Change {
	if !was.Count.Known || !is.Count.Known {
		return stats.Change{}
	}
	c := stats.Change{Known: true, Difference: is.Count.N - was.Count.N, Previous: was.Count.N,
		RatioNum: int64(is.Count.N), RatioDen: int64(was.Count.N),
		Direction: direction(float64(is.Count.N - was.Count.N))}
	c.Clear = c.Difference != 0
	if !was.Share.Known || !is.Share.Known {
		return c
	}
	a, b := is.Share, was.Share
	c.PointsKnown = true
	c.Points = a.Value() - b.Value()
	c.Direction = direction(float64(a.Num*b.Den - b.Num*a.Den))
	c.Margin.Low = c.Points - math.Hypot(a.Value()-a.Interval.Low, b.Interval.High-b.Value())
	c.Margin.High = c.Points + math.Hypot(a.Interval.High-a.Value(), b.Value()-b.Interval.Low)
	c.WithinMargin = c.Margin.Low <= 0 && c.Margin.High >= 0
	c.Clear = !c.WithinMargin
	c.RatioNum, c.RatioDen = int64(a.Num)*int64(b.Den), int64(a.Den)*int64(b.Num)
	return c
}

func direction(f float64) stats.Direction {
	switch {
	case f > 0:
		return stats.Up
	case f < 0:
		return stats.Down
	}
	return stats.Same
}

// The figures of the fixtures, as the catalog has them.
var (
	OffenceGroup = stats.Figure{Number: 5, ID: "aanleiding", Title: "De aanleiding", Kind: stats.KindParts,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup}, BaseText: "uitgezette zaken van het jaar"}
	Offence = stats.Figure{Number: 6, ID: "delict", Title: "Het delict", Kind: stats.KindParts,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup, rules.DimOffence},
		BaseText:  "uitgezette zaken van het jaar"}
	InitiativePerGroup = stats.Figure{Number: 8, ID: "initiatief_per_aanleiding", Title: "Initiatief per aanleiding",
		Kind:      stats.KindParts,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup, rules.DimInitiative}, Within: 1}
	Contact = stats.Figure{Number: 10, ID: "contact", Title: "Wel of geen contact", Kind: stats.KindYesNo,
		BaseText: "uitgezette zaken van het jaar"}
	ContactPerGroup = stats.Figure{Number: 10, ID: "contact_per_aanleiding", Title: "Contact per aanleiding",
		Kind:      stats.KindYesNo,
		Breakdown: []rules.Dimension{rules.DimOffenceGroup}, Within: 1}
	ClosedContact = stats.Figure{Number: 12, ID: "contact_afgesloten", Title: "Contact in afgesloten zaken",
		Kind: stats.KindYesNo}
	Willing = stats.Figure{Number: 11, ID: "bereidheid", Title: "Beide partijen bereid", Kind: stats.KindYesNo}
	Inflow  = stats.Figure{Number: 1, ID: "instroom", Title: "Instroom", Kind: stats.KindParts,
		Breakdown: []rules.Dimension{rules.DimStream}, Work: true}
	Months = stats.Figure{Number: 17, ID: "maand", Title: "Aanmeldingen per maand", Kind: stats.KindCount,
		Breakdown: []rules.Dimension{rules.DimMonth}, Work: true}
	Stock = stats.Figure{Number: 14, ID: "standen", Title: "Zaken onder handen", Kind: stats.KindCount,
		Breakdown: []rules.Dimension{rules.DimStock}, Work: true}
	KeyFigure = stats.Figure{Number: 20, ID: "kerncijfers", Title: "Kerncijfers", Kind: stats.KindCount,
		Breakdown: []rules.Dimension{rules.DimKeyFigure}, Work: true}
	MediatorCount = stats.Figure{Number: 18, ID: "bemiddelaars", Title: "Bemiddelaars", Kind: stats.KindCount,
		Work: true}
	ReferrerGroup = stats.Figure{Number: 3, ID: "aanmeldgroep", Title: "Zelf aangemeld of via een professional",
		Kind: stats.KindParts, Breakdown: []rules.Dimension{rules.DimReferrerGroup}}
	Initiative = stats.Figure{Number: 7, ID: "initiatief", Title: "Wie neemt het initiatief", Kind: stats.KindParts,
		Breakdown: []rules.Dimension{rules.DimInitiative}}
	Rejection = stats.Figure{Number: 2, ID: "afkeurreden", Title: "Waarom een aanmelding is afgekeurd",
		Kind: stats.KindParts, Breakdown: []rules.Dimension{rules.DimReason}}
	ContactForm = stats.Figure{Number: 15, ID: "contactvorm", Title: "Hoe het contact verliep", Kind: stats.KindParts,
		Breakdown: []rules.Dimension{rules.DimForm}}
	Referrer = stats.Figure{Number: 4, ID: "aanmelder", Title: "Wie meldt aan", Kind: stats.KindParts,
		Breakdown: []rules.Dimension{rules.DimReferrer}, Ranked: true}
	LeadTimes = stats.Figure{Number: 13, ID: "doorlooptijd", Title: "Doorlooptijd", Kind: stats.KindLeadTime,
		Breakdown: []rules.Dimension{rules.DimTrajectory}}
	BySport = stats.Figure{Number: 19, ID: "uitsplitsing:sport", Title: "Per sport", Kind: stats.KindParts,
		Breakdown: []rules.Dimension{{ID: "sport", Title: "Sport"}}, Breaks: 1}
)

// Hidden2 is a hidden cell of a known base.
func Hidden2(base int) Num { return Num{Base: base, Status: stats.Suppressed} }

// HostileLabels must show as the text they are.
var HostileLabels = []string{
	`</script><script>document.title="geraakt"</script>`,
	`<img src=x onerror="document.title='geraakt'">`,
	`__f__function(){document.title="geraakt"}__f__`,
	`"aanhaling" 'en' {{.}} ${1} \`,
	"🙂 emoji en \u2028regelscheider",
	"\u202Eomgekeerd\u202C en שלום",
	strings.Repeat("lang ", 40),
	`{b}<b>vet</b>{c}`,
}
