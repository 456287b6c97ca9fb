package stats_test

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"herstel/stats"
)

// oracle says once more what section 3.3 says of each difference of a report, by
// loops over the rows. Of the program it takes what a reader has as well: which
// cells are hidden, and which have a reason for not being there.
type oracle struct {
	figs   *stats.Figures
	ref    *reference
	rows   [][]facts // of each year shown, as it stood on its own day
	broken []string  // trendbreuken of the last year: figure ids; "" for all
}

// verdict is what is to be said of one cell and the same cell a year before.
type verdict struct {
	reasons     []string
	known       bool
	difference  int
	amongKnown  bool
	shares      bool
	now, before [2]int
	p           float64 // below zero: no test
	clear       bool
	run         int
}

func newOracle(figs *stats.Figures, ref *reference, broken ...string) *oracle {
	o := &oracle{figs: figs, ref: ref, broken: broken}
	for _, on := range figs.ReferenceDates {
		o.rows = append(o.rows, ref.factsOn(civil(on.String())))
	}
	return o
}

func civil(text string) time.Time {
	at, err := time.Parse("2006-01-02", text)
	if err != nil {
		panic(err)
	}
	return at
}

// cell counts what stands in a cell; ok is false for figures without a difference.
func (o *oracle) cell(id string, labels []string, i int) (count, base int, ok bool) {
	year := strconv.Itoa(o.figs.Years[i])
	if d, is := drawnFigures()[id]; is {
		count, base = d.count(o.rows[i], year, labels)
		return count, base, true
	}
	switch id {
	case "instroom":
		return stocks(o.rows[i], id, year, labels), stocks(o.rows[i], id, year, []string{"aanmeldingen"}), true
	case "standen", "bemiddelaars":
		return stocks(o.rows[i], id, year, labels), 0, true
	case "kerncijfers":
		printed := map[string]map[string]int{"Websitebezoekers": {"2020": 16500, "2021": 17500},
			"LinkedIn-volgers":  {"2020": 2380, "2021": 2975},
			"Instagram-volgers": {"2020": 150, "2021": 300}, "Klachten": {"2021": 0}}
		return printed[labels[0]][year], 0, true
	case "doorlooptijd":
		trajectory := strings.Split(labels[0], "_tot_")
		column := map[string]string{"aanmelding": "aanmelddatum", "uitzetting": "uitzetdatum",
			"contact": "contactdatum", "afsluiting": "afsluitdatum"}
		on := civil(o.figs.ReferenceDates[i].String())
		return len(o.ref.asOf(on).days(column[trajectory[0]], column[trajectory[1]], o.figs.Years[i])), 0, true
	}
	return 0, 0, false
}

// work says that a figure is told in numbers.
func work(id string) bool {
	return slices.Contains([]string{"instroom", "standen", "bemiddelaars", "kerncijfers", "maand"}, id)
}

// undatedAndOpen is the rule ongedateerd.
func (o *oracle) undatedAndOpen(id string, i int) bool {
	ofContact := strings.HasPrefix(id, "contact") && id != "contact_afgesloten"
	ofWilling := id == "bereidheid" || id == "contact_na_bereidheid"
	much, open := false, false
	for _, year := range []int{i - 1, i} {
		n := map[string]int{}
		for _, row := range o.rows[year] {
			if row["jaar"] != strconv.Itoa(o.figs.Years[year]) || row["stroom"] != "uitgezet" {
				continue
			}
			n["uitgezet"]++
			for _, fact := range []string{"contact", "contact zonder datum", "bereid", "bereid zonder datum"} {
				if row[fact] == "ja" {
					n[fact]++
				}
			}
			if row["afgesloten in"] == "" {
				n["open"]++
			}
		}
		more := func(part, whole string) bool { return 100*n[part] > 5*n[whole] }
		much = much || ofContact && more("contact zonder datum", "contact") || ofWilling &&
			more("bereid zonder datum", "bereid")
		open = open || more("open", "uitgezet")
	}
	return much && open
}

// unknownIn is the part Onbekend among the parts of one whole, as far as a reader
// can tell: where it is hidden, what the shown parts leave room for.
func (o *oracle) unknownIn(rows []stats.Row, i int) (count, base int, hidden bool) {
	shown := 0
	for _, row := range rows {
		cell := row.Cells[i]
		if cell.Base.Known {
			base = cell.Base.N
		}
		isUnknown := row.Labels[len(row.Labels)-1] == unknownWord
		if cell.Status == stats.OK {
			shown += cell.Count.N
		} else if isUnknown {
			hidden = true
		}
		if isUnknown {
			count = cell.Count.N
		}
	}
	if hidden {
		count = max(base-shown, 0)
	}
	return count, base, hidden
}

// muchUnknown is the rule onbekend: 5% or more in one year, or moved by 3 points.
func muchUnknown(count, base [2]int) bool {
	for i := range base {
		if base[i] > 0 && 100*count[i] >= 5*base[i] {
			return true
		}
	}
	if base[0] == 0 || base[1] == 0 {
		return false
	}
	moved := 100 * (count[0]*base[1] - count[1]*base[0])
	return max(moved, -moved) >= 3*base[0]*base[1]
}

// wholeOf gives the rows that are parts of the same whole as a row.
func wholeOf(table *stats.Table, d drawn, row stats.Row) []stats.Row {
	var rows []stats.Row
	for _, other := range table.Rows {
		if slices.Equal(other.Labels[:d.within], row.Labels[:d.within]) {
			rows = append(rows, other)
		}
	}
	return rows
}

// groupsUnknown counts the group Onbekend among the groups of a figure with a base
// of their own, by the bases that show.
func groupsUnknown(table *stats.Table, i int) (count, base int) {
	seen := map[string]bool{}
	for _, row := range table.Rows {
		if seen[row.Labels[0]] {
			continue
		}
		seen[row.Labels[0]] = true
		base += row.Cells[i].Base.N
		if row.Labels[0] == unknownWord {
			count = row.Cells[i].Base.N
		}
	}
	return count, base
}
