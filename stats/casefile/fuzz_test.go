package casefile

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/casefile/internal/xlsx"
	"herstel/stats/day"
)

// FuzzCSV reads every text to the end with all rows accounted for.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"a;b\nc;d\n", "\"a\"\"b\";c\r\nd;e", "a;\"b\nc\"\nd;e\n", "a\n\n\nb", ";;\n;", "\"\";\"\"\n", "a;\"b",
		"\"a\"b;c\nd;e\n", "a\rb;c\r\n\"x\r\ny\";z", "\r\n\"", "\"a\"\r", "a\x00;b\n", "\r\r", "\r\r\na",
		"\"a\";b\r\n\"\";\"c;\"\n",
	} {
		f.Add([]byte(seed))
	}
	rules := rulesFor(f)
	header := strings.Join(sample.Header15, ";") + "\n"
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, file := range [][]byte{text, append([]byte(header), text...)} {
			data, err := Read(context.Background(), []Input{input("a", file)}, rules,
				Options{ReferenceDate: day.NoDay, Workers: 2, block: 64})
			checkReading(t, data, err)
		}
	})
}

func checkReading(t *testing.T, data *stats.Dataset, err error) {
	t.Helper()
	var refused *Error
	switch {
	case errors.As(err, &refused):
		return
	case err != nil:
		t.Fatalf("not a refusal: %v", err)
	}
	for _, s := range data.Sources {
		if s.Rows != s.Counted+s.LeftOut+s.NotCase {
			t.Fatalf("%+v does not add up", s)
		}
	}
}

// FuzzXLSX compares the reader of sheets with excelize on sheets that both
// accept, and reads every sheet to the end with all rows accounted for.
func FuzzXLSX(f *testing.F) {
	sheet := sample.Cases(3)
	shell := sample.XLSX{Inline: true}.Write(sheet)
	seed := func(shape sample.XLSX) {
		f.Add(partOf(f, shape.Write(sheet), sheetPart))
	}
	seed(sample.XLSX{Inline: true})
	seed(sample.XLSX{})
	seed(sample.XLSX{Inline: true, NoRefs: true})
	seed(sample.XLSX{Prefix: true, ISODates: true})
	const main = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	for _, rows := range []string{
		`<row r="3"><c r="C3"><f>A1+1</f><v>12.50</v></c><c t="b"><v>1</v></c></row>`,
		`<row><c t="e"><v>#N/A</v></c></row><row r="1048576"/>`,
		`<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t xml:space="preserve"> b</t></r></is></c></row>`,
		`<!-- x --><row r="2"><c r="B2" t="str"><v>a&amp;b<![CDATA[<c>]]></v></c></row>`,
	} {
		f.Add([]byte(main + rows + `</sheetData></worksheet>`))
	}
	rules := rulesFor(f)
	f.Fuzz(func(t *testing.T, sheet []byte) {
		file := repack(t, shell, sheetPart, func([]byte) []byte { return slices.Concat(sheet) })
		data, err := Read(context.Background(), []Input{input("a", file)}, rules, Options{ReferenceDate: day.NoDay})
		checkReading(t, data, err)
		compareXLSX(t, file)
	})
}

func partOf(t testing.TB, file []byte, name string) (content []byte) {
	repack(t, file, name, func(b []byte) []byte { content = b; return b })
	return content
}

// compareXLSX reads the first sheet twice. excelize takes more than is well
// formed, so what counts is that what is accepted here reads the same there.
func compareXLSX(t *testing.T, file []byte) {
	w, err := xlsx.Open(input("a", file))
	if err != nil {
		return
	}
	rows, err := w.Sheets()[0].Rows()
	if err != nil {
		return
	}
	got := map[int][]string{}
	for {
		r, err := rows.Next()
		if err != nil {
			return
		}
		if r == nil {
			break
		}
		if r.Number > 2000 {
			return // excelize makes every row in between
		}
		for _, c := range r.Cells {
			if c.Form != grid.FormText && c.Form != grid.FormNumber || bytes.ContainsAny(c.Text, "_\r") {
				return // shown otherwise by excelize, or stored in a form it does not read
			}
			got[r.Number] = append(got[r.Number], string(c.Text))
		}
	}
	book, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	if err != nil {
		return
	}
	defer book.Close()
	want, err := book.GetRows("Zaken")
	if err != nil {
		return
	}
	for i, cells := range want {
		mine := got[i+1]
		for j := range max(len(cells), len(mine)) {
			if at(cells, j) != at(mine, j) && !sameNumber(at(cells, j), at(mine, j)) {
				t.Fatalf("row %d cell %d: got %q, excelize gives %q", i+1, j+1, at(mine, j), at(cells, j))
			}
		}
	}
}

func at(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

func sameNumber(a, b string) bool {
	x, errX := strconv.ParseFloat(strings.TrimSpace(a), 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && x == y
}
