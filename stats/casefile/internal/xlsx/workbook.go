package xlsx

import (
	"path"
	"strings"

	"herstel/stats/casefile/internal/grid"
)

// workbook is what the small parts of an XLSX file tell about its sheets.
type workbook struct {
	archive    *archive
	in         grid.Input
	dateEpoch  grid.Epoch
	worksheets []*xlsxSheet
	strings    *sharedStrings
	dates      []bool // by cell style: whether numbers show as dates
}

// openWorkbook reads everything but the sheets and the shared strings.
func openWorkbook(in grid.Input) (*workbook, error) {
	a, err := openArchive(in)
	if err != nil {
		return nil, err
	}
	if err := a.foreign(); err != nil {
		return nil, err
	}
	w := &workbook{archive: a, in: in}
	root, err := a.relations("")
	if err != nil {
		return nil, err
	}
	part := root.ofType("officeDocument")
	switch {
	case strings.HasSuffix(part, ".bin"):
		return nil, grid.NewFault("dit is een binair Excel-bestand (.xlsb), geen CSV of .xlsx", grid.HintSaveAsXLSX)
	case part == "" || !strings.Contains(path.Base(part), "workbook") && strings.Contains(part, "word/"):
		return nil, grid.NewFault("dit is geen Excel-werkmap", "vraag om de export zelf, als .xlsx of CSV")
	}
	links, err := a.relations(part)
	if err != nil {
		return nil, err
	}
	if err := w.readWorkbook(part, links); err != nil {
		return nil, err
	}
	if styles := links.ofType("styles"); styles != "" && a.has(styles) {
		if err := w.readStyles(styles); err != nil {
			return nil, err
		}
	}
	w.strings = &sharedStrings{archive: a, part: links.ofType("sharedStrings")}
	return w, nil
}

// foreign recognises other files in a zip container.
func (a *archive) foreign() error {
	switch {
	case a.has("_rels/.rels"):
		return nil
	case a.has("content.xml") && a.has("META-INF/manifest.xml"):
		return grid.NewFault("dit is een OpenDocument-bestand (.ods), geen CSV of .xlsx",
			"open het in Excel of LibreOffice en sla het op als .xlsx")
	case a.has("Index/Document.iwa"):
		return grid.NewFault("dit is een Numbers-bestand, geen CSV of .xlsx",
			"exporteer het in Numbers als Excel (.xlsx)")
	}
	return grid.NewFault("dit is een zip-bestand, geen Excel-werkmap", "pak het bestand eerst uit")
}

// relations are the links from one part to others.
type relations []relation

type relation struct{ id, kind, target string }

// ofType returns the target of the first link whose type ends in kind.
func (r relations) ofType(kind string) string {
	for _, link := range r {
		if link.kind == kind {
			return link.target
		}
	}
	return ""
}

func (r relations) byID(id string) (relation, bool) {
	for _, link := range r {
		if link.id == id {
			return link, true
		}
	}
	return relation{}, false
}

// relations reads the links of a part; the empty name is the package itself.
func (a *archive) relations(part string) (relations, error) {
	folder, file := path.Split(part)
	name := folder + "_rels/" + file + ".rels"
	if part != "" && !a.has(name) {
		return nil, nil
	}
	var links relations
	err := a.scan(name, maxPartBytes, func(x *xmlScanner) error {
		if string(x.name) != "Relationship" || string(x.attr("TargetMode")) == "External" {
			return nil
		}
		target := string(x.attr("Target"))
		if !strings.HasPrefix(target, "/") {
			target = folder + target
		}
		links = append(links, relation{string(x.attr("Id")), path.Base(string(x.attr("Type"))), partKey(target)})
		return nil
	})
	return links, err
}

// scan reads a whole part of at most limit bytes and calls start for the start
// of each element.
func (a *archive) scan(name string, limit uint64, start func(x *xmlScanner) error) error {
	part, err := a.open(name, limit)
	if err != nil {
		return err
	}
	x := newXMLScanner(part)
	for {
		tok, err := x.next()
		switch {
		case err != nil:
			return err
		case tok == tokenEOF:
			return nil
		case tok == tokenStart:
			if err := start(x); err != nil {
				return err
			}
		}
	}
}

// readWorkbook reads the list of sheets and the epoch.
func (w *workbook) readWorkbook(part string, links relations) error {
	number := 0
	err := w.archive.scan(part, maxPartBytes, func(x *xmlScanner) error {
		switch {
		case x.depth() == 1 && !x.is("workbook"):
			return grid.NewFault("dit is geen Excel-werkmap", "vraag om de export zelf, als .xlsx of CSV")
		case x.depth() == 2 && x.is("workbookPr"):
			if isTrue(x.attr("date1904")) {
				w.dateEpoch = grid.Epoch1904
			}
		case x.depth() == 3 && x.is("sheet"):
			number++
			id := string(x.linkAttr("id"))
			link, ok := links.byID(id)
			if id == "" && x.attr("name") != nil {
				return nil // a module of VBA in an old workbook: there is no sheet behind it
			}
			if !ok {
				return grid.NewFault("een blad van de werkmap ontbreekt", grid.HintRepair)
			}
			if link.kind == "worksheet" {
				state := string(x.attr("state"))
				w.worksheets = append(w.worksheets, &xlsxSheet{in: w.in, workbook: w, part: link.target,
					SheetRef: grid.SheetRef{Name: string(x.attr("name")), Number: number, Hidden: state == "hidden" ||
						state == "veryHidden"}})
			}
		}
		return nil
	})
	if err == nil && len(w.worksheets) == 0 {
		return grid.NewFault("de werkmap heeft geen werkblad", "controleer of de export is gelukt")
	}
	return err
}

func isTrue(value []byte) bool { return string(value) == "1" || string(value) == "true" }

// readStyles finds out which cell styles show a number as a date.
func (w *workbook) readStyles(part string) error {
	formats := map[string]bool{}
	inCells := false
	return w.archive.scan(part, maxPartBytes, func(x *xmlScanner) error {
		switch {
		case x.depth() == 2:
			inCells = x.is("cellXfs")
		case x.depth() == 3 && x.is("numFmt"):
			formats[string(x.attr("numFmtId"))] = isDateFormat(string(x.attr("formatCode")))
		case x.depth() == 3 && inCells && x.is("xf"):
			id := string(x.attr("numFmtId"))
			isDate, custom := formats[id]
			w.dates = append(w.dates, custom && isDate || !custom && isBuiltInDate(id))
		}
		return nil
	})
}

// isBuiltInDate reports whether a built-in number format shows a day: 14-17
// and 22, and the East Asian ones 27-31, 36 and 50-58 (ECMA-376, 18.8.30).
func isBuiltInDate(id string) bool {
	switch id {
	case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36",
		"50", "51", "52", "53", "54", "55", "56", "57", "58":
		return true
	}
	return false
}

// isDateFormat reports whether a format code shows a day or a year. Text in
// quotes, in brackets and behind a backslash is not code.
func isDateFormat(code string) bool {
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := byte('"')
			if code[i] == '[' {
				end = ']'
			}
			skip := strings.IndexByte(code[i+1:], end)
			if skip < 0 {
				return false
			}
			i += skip + 1
		case 'd', 'D', 'y', 'Y', 'j', 'J':
			return true
		}
	}
	return false
}
