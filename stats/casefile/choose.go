package casefile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"herstel/stats/rules"
)

// foundSheet is a sheet with its header.
type foundSheet struct {
	sheet     sheetRef
	label     string // as it shows in messages: the name that the user gave, else the place
	layout    *layout
	headerRow int
	headers   []string
	filled    bool // one of its first rows has content
}

// choose returns the sheet to read: the one that the user named, else the one
// that has the header. A hidden sheet is read only when all others are empty.
// Two sheets that could both be meant are refused: rows would go missing.
func (w *workbook) choose(in Input, ruleset *rules.Rules) (*foundSheet, error) {
	if in.Sheet != "" {
		return w.named(in, ruleset)
	}
	var best, visible *foundSheet
	for _, hidden := range []bool{false, true} {
		var fit []*foundSheet
		for _, sheet := range w.sheets {
			if sheet.hidden != hidden {
				continue
			}
			found, err := w.look(sheet, ruleset)
			if err != nil {
				return nil, locate(in, found.label, 0, err)
			}
			if found.layout != nil && found.layout.complete() {
				fit = append(fit, found)
			}
			if best == nil || found.layout != nil && found.layout.better(best.layout) {
				best = found
			}
			if !hidden && found.filled && (visible == nil || found.layout != nil && found.layout.better(visible.layout)) {
				visible = found
			}
		}
		switch {
		case len(fit) == 0:
			continue
		case hidden && visible != nil:
			return nil, onlyHidden(in, visible, fit)
		case len(fit) == 1:
			return w.checked(in, fit[0], ruleset)
		}
		return nil, &Error{File: in.Name, What: "meer dan één blad heeft de kolomkoppen van een export: " + sheetList(fit),
			Hint: "zet in herstel.yaml onder bronnen voor elk blad dat mee moet doen een regel met pad en blad, zoals blad: 2"}
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
	e := &Error{File: in.Name, What: "alleen een verborgen blad heeft alle kolomkoppen van een export: " + sheetList(fit),
		Hint: "zet in herstel.yaml onder bronnen welk blad je bedoelt, zoals blad: 2, of maak het blad zichtbaar en haal de andere weg"}
	if l := visible.layout; l != nil && l.known >= tellingHeaders {
		missing := l.missing()
		e.What += fmt.Sprintf("; op blad %s %s: %s", visible.label, plural(len(missing), "ontbreekt deze kolom", "ontbreken deze kolommen"), strings.Join(missing, ", "))
		e.Hint = "zet de kop uit je export in herstel.yaml onder kolommen, of zet onder bronnen welk blad je bedoelt, zoals blad: 2"
	}
	return e
}

// checked refuses a sheet with cases above its header.
func (w *workbook) checked(in Input, found *foundSheet, ruleset *rules.Rules) (*foundSheet, error) {
	if refusal := found.refusal(in); refusal != nil {
		return found, refusal
	}
	d := dated{layout: found.layout, epoch: w.epoch}
	if found.headerRow == 1 && !d.undecided() {
		return found, nil
	}
	s, err := w.rows(found.sheet.part)
	if err != nil {
		return found, locate(in, found.label, 0, err)
	}
	a := above{chosen: found.layout, ruleset: ruleset, epoch: w.epoch}
	for {
		more, err := s.next()
		if err != nil {
			return found, locate(in, found.label, s.row, err)
		}
		if !more || s.row >= found.headerRow+tellingRows || s.row >= found.headerRow && !d.undecided() {
			break
		}
		switch {
		case s.row < found.headerRow:
			a.add(s.cells, s.row)
		case s.row > found.headerRow:
			d.add(s.cells)
		}
	}
	d.settle()
	if refusal := a.refusal(in, found.label, found.headerRow); refusal != nil {
		return found, refusal
	}
	return found, nil
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
func (w *workbook) sheetNamed(in Input) (sheetRef, error) {
	asked := rules.Fold(in.Sheet)
	i := slices.IndexFunc(w.sheets, func(s sheetRef) bool { return rules.Fold(s.name) == asked })
	if i < 0 {
		i = slices.IndexFunc(w.sheets, func(s sheetRef) bool { return s.label() == asked })
	}
	if i < 0 {
		n := len(w.sheets)
		return sheetRef{}, &Error{File: in.Name, What: fmt.Sprintf("het blad %q is er niet; het bestand heeft %d %s met een andere naam", in.Sheet, n, plural(n, "blad", "bladen")),
			Hint: "controleer blad in herstel.yaml of laat het weg; je mag ook de plaats van het blad noemen, zoals blad: 2"}
	}
	return w.sheets[i], nil
}

// named looks at the sheet that the user asked for.
func (w *workbook) named(in Input, ruleset *rules.Rules) (*foundSheet, error) {
	sheet, err := w.sheetNamed(in)
	if err != nil {
		return nil, err
	}
	found, err := w.look(sheet, ruleset)
	found.label = in.Sheet
	if err != nil {
		return nil, locate(in, found.label, 0, err)
	}
	return w.checked(in, found, ruleset)
}

// look searches the first rows of a sheet for the header.
func (w *workbook) look(sheet sheetRef, ruleset *rules.Rules) (*foundSheet, error) {
	found := &foundSheet{sheet: sheet, label: sheet.label()}
	s, err := w.rows(sheet.part)
	if err != nil {
		return found, err
	}
	search := headerSearch{judge: judgeBy(ruleset)}
	for range headerLines {
		more, err := s.next()
		if err != nil {
			return found, err
		}
		if !more {
			break
		}
		found.filled = found.filled || slices.ContainsFunc(s.cells, cell.filled)
		search.see(s.cells, s.row)
	}
	if search.header != nil {
		found.layout, found.headerRow, found.headers = layoutOf(cellsOf(search.header), ruleset), search.row, search.header
	}
	return found, nil
}

// label names a sheet in messages: by its place, for its name is the user's.
func (s sheetRef) label() string { return strconv.Itoa(s.number) }

// rows opens a sheet for reading without a goroutine.
func (w *workbook) rows(part string) (*sheetReader, error) {
	p, err := w.archive.open(part, maxSheetBytes)
	if err != nil {
		return nil, err
	}
	return newSheetReader(w, newXMLScanner(p)), nil
}

// headerTexts returns the cells of a header as text.
func headerTexts(cells []cell) []string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = textOf(c, epoch1900)
	}
	return texts
}
