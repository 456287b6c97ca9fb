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
}

// choose returns the sheet to read: the one that the user named, else the one
// that has the header. A hidden sheet is read only when no other sheet has it.
// Two sheets that could both be meant are refused: rows would go missing.
func (w *workbook) choose(in Input, ruleset *rules.Rules) (*foundSheet, error) {
	if in.Sheet != "" {
		return w.named(in, ruleset)
	}
	var best *foundSheet
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
		}
		switch len(fit) {
		case 0:
			continue
		case 1:
			return fit[0], fit[0].refusal(in)
		}
		var labels []string
		for _, found := range fit {
			labels = append(labels, "blad "+found.label)
		}
		return nil, &Error{File: in.Name, What: "meer dan één blad heeft de kolomkoppen van een export: " + strings.Join(labels, ", "),
			Hint: "zet in herstel.yaml onder bronnen voor elk blad dat mee moet doen een regel met pad en blad, zoals blad: 2"}
	}
	return nil, best.refusal(in)
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
	return found, found.refusal(in)
}

// look searches the first rows of a sheet for the header.
func (w *workbook) look(sheet sheetRef, ruleset *rules.Rules) (*foundSheet, error) {
	found := &foundSheet{sheet: sheet, label: sheet.label()}
	s, err := w.rows(sheet.part)
	if err != nil {
		return found, err
	}
	for range headerLines {
		more, err := s.next()
		if err != nil || !more {
			return found, err
		}
		if l := layoutOf(s.cells, ruleset); l.better(found.layout) {
			found.layout, found.headerRow, found.headers = l, s.row, headerTexts(s.cells)
		}
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
