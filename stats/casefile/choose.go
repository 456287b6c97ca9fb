package casefile

import (
	"fmt"
	"slices"
	"strings"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// foundSheet is a sheet with its header.
type foundSheet struct {
	sheet     grid.Sheet
	label     string // as it shows in messages: the name that the user gave, else the place
	layout    *layout
	headerRow int
	headers   []string
	filled    bool // one of its first rows has content
}

// choose returns the sheet to read: the one that the user named, else the one
// that has the header. A hidden sheet is read only when all others are empty.
// Two sheets that could both be meant are refused: rows would go missing.
func choose(b grid.Book, sheets []grid.Sheet, in Input, ruleset *rules.Rules) (*foundSheet, error) {
	if in.Sheet != "" && sheets[0].Ref().Number > 0 {
		return named(b, in, ruleset)
	}
	var best, visible *foundSheet
	for _, hidden := range []bool{false, true} {
		var fit []*foundSheet
		for _, sheet := range sheets {
			if sheet.Ref().Hidden != hidden {
				continue
			}
			found, err := look(sheet, ruleset)
			if err != nil {
				return nil, grid.Locate(in, found.label, 0, err)
			}
			if found.layout != nil && found.layout.complete() {
				fit = append(fit, found)
			}
			if best == nil || found.layout != nil && found.layout.better(best.layout) {
				best = found
			}
			if !hidden && found.filled &&
				(visible == nil || found.layout != nil && found.layout.better(visible.layout)) {
				visible = found
			}
		}
		switch {
		case len(fit) == 0:
			continue
		case hidden && visible != nil:
			return nil, onlyHidden(in, visible, fit)
		case len(fit) == 1:
			return fit[0].checked(in, b, ruleset)
		}
		return nil, &Error{File: in.Name, What: "meer dan één blad heeft de kolomkoppen van een export: " +
			sheetList(fit),
			Hint: "zet in herstel.yaml onder bronnen voor elk blad dat mee moet doen een regel met pad en blad, " +
				"zoals blad: 2"}
	}
	return nil, best.refusal(in)
}

func sheetList(sheets []*foundSheet) string {
	var labels []string
	for _, found := range sheets {
		labels = append(labels, "blad "+found.label)
	}
	return strings.Join(labels, ", ")
}

// onlyHidden refuses a workbook in which no sheet that the user sees has the
// headers of an export: a hidden sheet is often an old one.
func onlyHidden(in Input, visible *foundSheet, fit []*foundSheet) *Error {
	e := &Error{File: in.Name, What: "alleen een verborgen blad heeft alle kolomkoppen van een export: " +
		sheetList(fit),
		Hint: "zet in herstel.yaml onder bronnen welk blad je bedoelt, zoals blad: 2, of maak het blad zichtbaar en " +
			"haal de andere weg"}
	if l := visible.layout; l != nil && l.known >= tellingHeaders {
		missing := l.missing()
		e.What += fmt.Sprintf("; op blad %s %s: %s", visible.label,
			plural(len(missing), "ontbreekt deze kolom", "ontbreken deze kolommen"), strings.Join(missing, ", "))
		e.Hint = "zet de kop uit je export in herstel.yaml onder kolommen, of zet onder bronnen welk blad je " +
			"bedoelt, zoals blad: 2"
	}
	return e
}

// checked refuses a sheet without a whole header, or with cases above it, and
// settles what the first rows below it tell about its columns.
func (f *foundSheet) checked(in Input, b grid.Book, ruleset *rules.Rules) (*foundSheet, error) {
	if refusal := f.refusal(in); refusal != nil {
		return f, refusal
	}
	a := above{chosen: f.layout, ruleset: ruleset, epoch: b.Epoch()}
	d := dated{layout: f.layout, epoch: b.Epoch()}
	w := widths{header: f.headers}
	if f.headerRow == 1 && !d.undecided() && !f.sheet.Exact() {
		return f, nil
	}
	rows, err := f.sheet.Rows()
	if err != nil {
		return f, grid.Locate(in, f.label, 0, err)
	}
	for below := 0; below < grid.TellingRows; {
		r, err := rows.Next()
		if err != nil {
			return f, grid.Locate(in, f.label, 0, err)
		}
		if r == nil || r.Number > f.headerRow && !f.sheet.Exact() && !d.undecided() {
			break
		}
		switch {
		case r.Number < f.headerRow && !r.Broken:
			a.add(r.Cells, r.Number)
		case r.Number > f.headerRow:
			below++
			if !r.Broken {
				w.add(r.Cells)
				d.add(r.Cells)
			}
		}
	}
	if refusal := a.refusal(in, f.label, f.headerRow); refusal != nil {
		return f, refusal
	}
	if header, fits := w.fit(); f.sheet.Exact() && fits {
		f.headers, f.layout = header, layoutOf(grid.CellsOf(header), ruleset)
		d.layout = f.layout
	}
	d.settle()
	return f, nil
}

// refusal returns why the sheet cannot be read, or nil.
func (f *foundSheet) refusal(in Input) error {
	if refusal := f.layout.refusal(in, f.label, f.headerRow); refusal != nil {
		return refusal
	}
	return nil
}

// sheetNamed returns the sheet that the user asked for: the one with that name,
// else the one at that place.
func sheetNamed(b grid.Book, in Input) (grid.Sheet, error) {
	asked := rules.Fold(in.Sheet)
	sheets := b.Sheets()
	i := slices.IndexFunc(sheets, func(s grid.Sheet) bool { return rules.Fold(s.Ref().Name) == asked })
	if i < 0 {
		i = slices.IndexFunc(sheets, func(s grid.Sheet) bool { return s.Ref().Label() == asked })
	}
	if i < 0 {
		n := len(sheets)
		return nil, &Error{File: in.Name,
			What: fmt.Sprintf("het blad %q is er niet; het bestand heeft %d %s met een andere naam", in.Sheet, n,
				plural(n, "blad", "bladen")),
			Hint: "controleer blad in herstel.yaml of laat het weg; je mag ook de plaats van het blad noemen, zoals " +
				"blad: 2"}
	}
	return sheets[i], nil
}

// named looks at the sheet that the user asked for.
func named(b grid.Book, in Input, ruleset *rules.Rules) (*foundSheet, error) {
	sheet, err := sheetNamed(b, in)
	if err != nil {
		return nil, err
	}
	found, err := look(sheet, ruleset)
	found.label = in.Sheet
	if err != nil {
		return nil, grid.Locate(in, found.label, 0, err)
	}
	return found.checked(in, b, ruleset)
}

// look searches the first rows of a sheet for the header.
func look(sheet grid.Sheet, ruleset *rules.Rules) (*foundSheet, error) {
	found := &foundSheet{sheet: sheet, label: sheet.Ref().Label()}
	search, err := sheet.Find(judgeBy(ruleset))
	if err != nil {
		return found, err
	}
	found.filled = search.Filled
	if search.Header != nil {
		found.layout = layoutOf(grid.CellsOf(search.Header), ruleset)
		found.headerRow, found.headers = search.Row, search.Header
	}
	return found, nil
}
