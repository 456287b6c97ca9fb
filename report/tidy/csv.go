package tidy

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/nl"
)

// csvNumbers are the columns of the CSV form that hold numbers; a figure
// leaves those it does not have empty. Columns of figures of a kind of their own
// come behind them, where there are any.
var csvNumbers = []string{"aantal", "noemer", "aandeel", "p25", "mediaan", "p75", "p90", "rang", "rang_vorig",
	"ondergrens", "bovengrens"}

// CSV writes the figures in the tidy form as CSV: comma, UTF-8, CRLF-free,
// decimal point. Each dimension has a column of its own; the last column says
// of every line that it is example data, or that hiding is off.
func CSV(w io.Writer, figs *stats.Figures) error {
	return FiguresCSV(w, figs, figs.Tables)
}

// FiguresCSV writes the CSV form with the given tables only. Its columns for
// dimensions are those that the tables have.
func FiguresCSV(w io.Writer, figs *stats.Figures, tables []stats.Table) error {
	out := csv.NewWriter(w)
	header, records := tidyRecords(figs, tables)
	if err := out.Write(header); err != nil {
		return err
	}
	if err := out.WriteAll(records); err != nil {
		return err
	}
	return out.Error()
}

// DutchCSV writes the figures as CSV for Excel with Dutch settings: semicolon,
// decimal comma, UTF-8 with a byte order mark, lines that end as on Windows.
func DutchCSV(w io.Writer, figs *stats.Figures) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	header, records := tidyRecords(figs, figs.Tables)
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	if err := out.Write(header); err != nil {
		return err
	}
	first := slices.Index(header, csvNumbers[0])
	for _, record := range records {
		for i, name := range header {
			if i >= first && !slices.Contains(textColumns, name) && !slices.Contains(differenceWords, name) {
				record[i] = strings.Replace(record[i], ".", ",", 1)
			}
		}
	}
	if err := out.WriteAll(records); err != nil {
		return err
	}
	return out.Error()
}

// tidyRecords gives the CSV form of tables, before it is written down.
func tidyRecords(figs *stats.Figures, tables []stats.Table) (header []string, records [][]string) {
	list := observations(figs, tables)
	header = tidyHeader(tables, list)
	at := map[string]int{}
	for i, name := range header {
		at[name] = i
	}
	remark := remarkOf(figs)
	for _, o := range list {
		record := make([]string, len(header))
		record[0], record[1] = o.figure, strconv.Itoa(o.year)
		for _, label := range o.category {
			record[at[label.Dimension]] = PlainText(nl.OneLine(label.Value))
		}
		for _, f := range o.fields {
			for _, column := range f.InColumns() {
				record[at[column.Name]] = column.Text
			}
		}
		for name, text := range verdictTexts(o) {
			record[at[name]] = text
		}
		record[at["status"]], record[at["reden"]], record[at["opmerking"]] = o.cell.Status.String(), o.cell.Reason,
			remark
		records = append(records, record)
	}
	return header, records
}

func tidyHeader(tables []stats.Table, list []observation) []string {
	return slices.Concat([]string{"figuur", "jaar"}, dimensionsOf(tables), csvNumbers, moreNumbers(list),
		differenceColumns, textColumns)
}

// textColumns stand behind the numbers.
var textColumns = []string{"status", "reden", "opmerking"}

// differenceWords are the columns of a difference that hold no number.
var differenceWords = []string{"verschil_duidelijk", "verschil_status", "verschil_redenen"}

// moreNumbers lists the number columns that csvNumbers does not have.
func moreNumbers(list []observation) []string {
	var names []string
	for _, o := range list {
		for _, f := range o.fields {
			for _, column := range f.InColumns() {
				if !slices.Contains(csvNumbers, column.Name) && !slices.Contains(names, column.Name) {
					names = append(names, column.Name)
				}
			}
		}
	}
	return names
}

// InColumns gives a field as fields of one number each.
func (f Field) InColumns() []Field {
	if f.columns != nil {
		return f.columns
	}
	return []Field{f}
}

// remarkOf is what every observation of the run must be read with.
func remarkOf(figs *stats.Figures) string {
	var remarks []string
	if figs.Demo {
		remarks = append(remarks, "VOORBEELDDATA")
	}
	if open := content.OpenRemark(figs.Threshold); open != "" {
		remarks = append(remarks, open)
	}
	if content.UncheckedNotice(figs) != "" {
		remarks = append(remarks, "instellingen niet nagekeken")
	}
	return strings.Join(remarks, "; ")
}

// dimensionsOf lists the dimensions of the tables in the order of the chapter.
func dimensionsOf(tables []stats.Table) []string {
	var dimensions []string
	seen := map[string]bool{}
	for _, table := range tables {
		for _, d := range table.Figure.Breakdown {
			if !seen[d.ID] {
				seen[d.ID] = true
				dimensions = append(dimensions, d.ID)
			}
		}
	}
	return dimensions
}

// PlainText keeps a label that starts like a formula from being run by a
// spreadsheet that opens the file: an apostrophe marks it as text.
func PlainText(label string) string {
	if label != "" {
		switch label[0] {
		case '=', '+', '-', '@', '\t', '\r':
			return "'" + label
		}
	}
	return label
}
