package tidy

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"

	"herstel/stats"
)

// Schema is the version of the tidy form; it changes when a field changes its
// meaning or goes away.
const Schema = 1

// Source is what became of the rows of one sheet that was read.
type Source struct {
	File    string `json:"bestand"`
	Sheet   string `json:"blad,omitempty"`
	SHA256  string `json:"sha256"`
	Rows    int    `json:"rijen"`
	Counted int    `json:"meegeteld"`
	LeftOut int    `json:"weggelaten"`
	NotCase int    `json:"geen_zaakrij"`
}

// SourceOf puts a source in the tidy form.
func SourceOf(s stats.Source) Source {
	return Source{s.Name, s.Sheet, s.SHA256, s.Rows, s.Counted, s.LeftOut, s.NotCase}
}

// The rest of the account that stands above the figures in the tidy form. The
// field names are part of the contract with whoever reads the file.
type (
	finding struct {
		ID       string `json:"id"`
		Severity string `json:"ernst"`
		Column   string `json:"kolom,omitempty"`
		File     string `json:"bestand,omitempty"` // where all of it is in one file
		Sheet    string `json:"blad,omitempty"`
		Count    *int   `json:"aantal"`               // null below the threshold
		Below    int    `json:"minder_dan,omitempty"` // where the count is null
	}
	earlier struct {
		File   string `json:"bestand"`
		SHA256 string `json:"sha256"`
	}
	exception struct {
		Figure   string `json:"figuur"`
		Year     int    `json:"jaar"`
		Category Labels `json:"categorie"`
		Reason   string `json:"reden"`
	}
)

// File names a file that belongs to the same report, by its path from the
// folder of the report, with forward slashes.
type File struct {
	Name   string `json:"naam"`
	SHA256 string `json:"sha256"`
}

// merged tells which values count as one: how many, as their names may stand in the export.
type merged struct {
	Dimension string `json:"dimensie"`
	As        string `json:"als"`
	Values    int    `json:"waarden"`
}

// JSON writes the figures in the tidy form, with the other files of the report
// that they stand in.
func JSON(w io.Writer, figs *stats.Figures, files ...File) error {
	return writeDocument(w, figs, figs.Tables, files...)
}

// FiguresJSON writes the tidy form with the given tables only.
func FiguresJSON(w io.Writer, figs *stats.Figures, tables []stats.Table) error {
	return writeDocument(w, figs, tables)
}

// writeDocument writes one key a line, and one item of a list a line, so that
// two runs can be compared line by line.
func writeDocument(w io.Writer, figs *stats.Figures, tables []stats.Table, files ...File) error {
	doc := &document{out: bufio.NewWriter(w)}
	doc.key("schema", Schema)
	doc.key("jaar", figs.Year)
	doc.key("peildatum", figs.ReferenceDate.String())
	doc.key("peildata", referenceDates(figs))
	if figs.CompareNow {
		doc.key("vergelijken", "nu")
	}
	doc.key("versie", figs.Version)
	doc.key("regels_sha256", figs.RulesSHA256)
	if figs.Run != "" {
		doc.key("kenmerk", figs.Run)
	}
	if figs.Demo {
		doc.key("voorbeelddata", true)
	}
	doc.key("drempel", figs.Threshold)
	if len(figs.Merges) > 0 {
		writeList(doc, "samengevoegd", figs.Merges, func(m stats.Merged) any {
			return merged{m.Dimension.ID, m.As, m.Count()}
		})
	}
	if len(files) > 0 {
		writeList(doc, "bestanden", files, func(f File) any { return f })
	}
	writeList(doc, "bronnen", figs.Sources, func(s stats.Source) any { return SourceOf(s) })
	writeList(doc, "opvallend", figs.Notices, func(n stats.Notice) any { return NoticeOf(n) })
	writeList(doc, "bevindingen", figs.Findings, func(f stats.FindingCount) any {
		rule := stats.RowRules[f.Rule]
		told := finding{ID: rule.ID, Severity: rule.Severity.String(), Column: f.Column, File: f.File, Sheet: f.Sheet,
			Below: figs.Threshold}
		if f.Count.Known {
			told.Count, told.Below = &f.Count.N, 0
		}
		return told
	})
	if len(figs.Exceptions) > 0 {
		writeList(doc, "uitzonderingen", figs.Exceptions, func(e stats.Exception) any {
			return exception{e.Figure, e.Year, e.Category, e.Reason}
		})
	}
	if len(figs.Earlier) > 0 {
		writeList(doc, "eerder", figs.Earlier, func(e stats.EarlierFile) any { return earlier{e.Name, e.SHA256} })
	}
	writeList(doc, "cijfers", observations(figs, tables), func(o observation) any { return o })
	return doc.close()
}

// referenceDates are the days on which the years are counted, by year.
func referenceDates(figs *stats.Figures) map[string]string {
	dates := map[string]string{}
	for i, date := range figs.ReferenceDates {
		dates[strconv.Itoa(figs.Years[i])] = date.String()
	}
	return dates
}

// document writes one JSON object and remembers the first error.
type document struct {
	out  *bufio.Writer
	keys int
	err  error
}

func (d *document) key(name string, value any) {
	d.name(name)
	d.value(value)
}

func (d *document) name(name string) {
	separator := ",\n "
	if d.keys == 0 {
		separator = "{"
	}
	d.keys++
	d.text(separator + strconv.Quote(name) + ":")
}

func (d *document) value(value any) {
	text, err := json.Marshal(value)
	if err != nil && d.err == nil {
		d.err = err
	}
	d.text(string(text))
}

func (d *document) text(s string) {
	if _, err := d.out.WriteString(s); err != nil && d.err == nil {
		d.err = err
	}
}

func (d *document) close() error {
	d.text("}\n")
	if d.err != nil {
		return d.err
	}
	return d.out.Flush()
}

func writeList[T any](d *document, name string, items []T, form func(T) any) {
	d.name(name)
	d.text("[")
	for i, item := range items {
		if i > 0 {
			d.text(",")
		}
		d.text("\n  ")
		d.value(form(item))
	}
	d.text("]")
}
