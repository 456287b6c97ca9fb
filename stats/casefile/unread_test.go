package casefile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

// page is a sheet of a workbook that a test makes.
type page struct {
	hidden bool
	rows   [][]any
}

// bookOf makes a workbook with a program that is not ours.
func bookOf(t testing.TB, pages ...page) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, p := range pages {
		name := fmt.Sprintf("Blad%d", i+1)
		if i > 0 {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			if err := f.SetSheetName(name, name); err != nil {
				t.Fatal(err)
			}
		} else if err := f.SetSheetName("Sheet1", name); err != nil {
			t.Fatal(err)
		}
		for r, row := range p.rows {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", r+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i, p := range pages {
		if p.hidden {
			if err := f.SetSheetVisible(fmt.Sprintf("Blad%d", i+1), false, i%2 == 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rowsOf returns the header and n cases as rows; first numbers them.
func rowsOf(first, n int) [][]any {
	rows := [][]any{{}}
	for _, h := range sample.Header15 {
		rows[0] = append(rows[0], h)
	}
	for i := range n {
		rows = append(rows, []any{fmt.Sprintf("Z%d", first+i), "05-01-2021", "12-01-2021", "", "SHN", "Slachtoffer",
			"Mishandeling", "ja", "nee", "", "", "", "", "", "rustig"})
	}
	return rows
}

func renamed(rows [][]any, column int, header string) [][]any {
	rows[0][column] = header
	return rows
}

func TestEverySheetIsReadRefusedOrNamed(t *testing.T) {
	ruleset := rulesFor(t)
	text := [][]any{{"Toelichting"}, {"Deze export is gemaakt door het systeem"}}
	for _, c := range []struct {
		name   string
		file   []byte
		counts int
		want   []string // of the notices, or of the refusal when counts is 0
	}{
		{"one sheet", bookOf(t, page{rows: rowsOf(1, 10)}), 10, nil},
		{"a second year with one header renamed",
			bookOf(t, page{rows: rowsOf(1, 100)}, page{rows: renamed(rowsOf(101, 100), 6, "Hoofdfeitt")}), 100,
			[]string{"waarschuwing blad 2: dit blad met 101 rijen is niet gelezen; in rij 1 staan kolomkoppen van " +
				"een export"}},
		{"a continuation without a header", bookOf(t, page{rows: rowsOf(1, 100)}, page{rows: rowsOf(101, 100)[1:]}),
			100,
			[]string{"waarschuwing blad 2: dit blad met 100 rijen is niet gelezen; 100 rijen lijken op zaken, maar " +
				"kolomkoppen ontbreken"}},
		{"a hidden second sheet", bookOf(t, page{rows: rowsOf(1, 100)}, page{hidden: true, rows: rowsOf(101, 100)}),
			100,
			[]string{"waarschuwing blad 2: dit verborgen blad met 101 rijen is niet gelezen; in rij 1 staan " +
				"kolomkoppen"}},
		{"a very hidden sheet", bookOf(t, page{rows: rowsOf(1, 5)}, page{rows: text},
			page{hidden: true, rows: rowsOf(6, 5)}), 5,
			[]string{"info blad 2: dit blad met 2 rijen is niet gelezen",
				"waarschuwing blad 3: dit verborgen blad met 6 rijen"}},
		{"the hidden sheet is the only whole one",
			bookOf(t, page{rows: renamed(rowsOf(1, 200), 6, "Hoofdfeitt")}, page{hidden: true, rows: rowsOf(1, 10)}), 0,
			[]string{"alleen een verborgen blad heeft alle kolomkoppen van een export: blad 2; op blad 1 ontbreekt " +
				"deze kolom: delict"}},
		{"an empty second sheet", bookOf(t, page{rows: rowsOf(1, 10)}, page{}), 10, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := Read(context.Background(), []Input{input("a", c.file)}, ruleset,
				Options{ReferenceDate: day.NoDay})
			checkNotices(t, data, err, c.counts, c.want)
		})
	}
}

// checkNotices compares what was read and noticed, or the refusal.
func checkNotices(t *testing.T, data *stats.Dataset, err error, counts int, want []string) {
	t.Helper()
	if counts == 0 {
		var refused *Error
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), want[0]) {
			t.Fatalf("got %v, want %q", err, want[0])
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := data.Sources[0].Counted; got != counts {
		t.Errorf("counts %d, want %d", got, counts)
	}
	// the rows are made thin
	others := slices.DeleteFunc(slices.Clone(data.Notices),
		func(n stats.Notice) bool { return n.ID == stats.NoticeEmptyColumn })
	if len(others) != len(want) {
		t.Fatalf("got %+v, want %q", data.Notices, want)
	}
	for i, n := range others {
		if got := n.Severity.String() + " blad " + n.Sheet + ": " + n.Text; !strings.HasPrefix(got, want[i]) {
			t.Errorf("got %q, want %q", got, want[i])
		}
	}
}

func TestTwoInputsOfOneWorkbookReadBothSheets(t *testing.T) {
	file := bookOf(t, page{rows: rowsOf(1, 10)}, page{rows: rowsOf(11, 10)}, page{rows: rowsOf(21, 7)})
	first, second := input("a", file), input("a", file)
	first.Sheet, second.Sheet = "1", "2"
	data, err := Read(context.Background(), []Input{first, second}, rulesFor(t), Options{ReferenceDate: day.NoDay})
	checkNotices(t, data, err, 10, []string{"waarschuwing blad 3: dit blad met 8 rijen is niet gelezen"})
}

// TestCasesAboveTheHeaderAreRefused sorts the header away from the top, and
// puts one table below another, in both kinds of file.
func TestCasesAboveTheHeaderAreRefused(t *testing.T) {
	rows := rowsOf(1, 100)
	sorted := append(append(append([][]any{}, rows[1:31]...), rows[0]), rows[31:]...)
	short := [][]any{{"zaaknummer", "aanmelddatum", "uitzetdatum", "afkeurreden", "aanmelder"}}
	for i := range 40 {
		short = append(short, []any{fmt.Sprintf("A%d", i), "05-01-2020", "12-01-2020", "-", "SHN"})
	}
	moved := [][]any{}
	for _, row := range rowsOf(200, 10) {
		moved = append(moved, append([]any{"", ""}, row...))
	}
	for _, c := range []struct {
		name string
		rows [][]any
		want string
	}{
		{"header in row 31", sorted, "rij 1: boven de kolomkoppen van rij 31 staan 30 rijen die lijken op zaken"},
		{"a smaller table first", append(short, rows...),
			"rij 42: er staan twee tabellen onder elkaar: met kolomkoppen in rij 1 en in rij 42"},
		{"a second table below, moved to the right", append(rowsOf(1, 80), moved...),
			"rij 82: er staan twee tabellen onder elkaar: met kolomkoppen in rij 1 en in rij 82"},
	} {
		for kind, file := range map[string][]byte{"xlsx": bookOf(t, page{rows: c.rows}), "csv": csvOf(c.rows)} {
			t.Run(c.name+", "+kind, func(t *testing.T) {
				data, err := Read(context.Background(), []Input{input("a", file)}, rulesFor(t),
					Options{ReferenceDate: day.NoDay})
				checkNotices(t, data, err, 0, []string{c.want})
			})
		}
	}
	titles := append([][]any{{"Overzicht", "01-03-2022", "", "", ""}, {"Gemaakt door", "systeem"}, {}}, rows...)
	data, err := Read(context.Background(), []Input{input("a", bookOf(t, page{rows: titles}))}, rulesFor(t),
		Options{ReferenceDate: day.NoDay})
	checkNotices(t, data, err, 100, nil)
}

func csvOf(rows [][]any) []byte {
	var b strings.Builder
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	for _, row := range rows {
		cells := make([]string, width)
		for i, c := range row {
			cells[i] = fmt.Sprint(c)
		}
		b.WriteString(strings.Join(cells, ";") + "\n")
	}
	return []byte(b.String())
}

// TestALoneQuoteSwallowsNoRow puts ditto marks in a file whose writer does not
// quote: every line is a row that counts or a finding.
func TestALoneQuoteSwallowsNoRow(t *testing.T) {
	for _, c := range []struct {
		name   string
		column int
		from   int // first row with a mark
		marks  int
	}{
		{"two rows that follow each other", 4, 5, 2}, {"in the remarks, at the end of the line", 14, 0, 100},
		{"in the middle of all rows", 6, 0, 100},
		{"one row", 9, 50, 1}, {"the last row", 9, 99, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := rowsOf(1, 100)
			for i := range c.marks {
				rows[1+c.from+i][c.column] = `"`
			}
			data, err := Read(context.Background(), []Input{input("a", csvOf(rows))}, rulesFor(t),
				Options{ReferenceDate: day.NoDay})
			if err != nil {
				t.Fatal(err)
			}
			s := data.Sources[0]
			shape := 0
			for _, f := range data.Findings {
				if f.Rule == stats.RuleShape {
					shape = len(f.Rows)
				}
			}
			if s.Rows != 100 || s.Counted != 100-c.marks || shape != c.marks {
				t.Errorf("%+v with %d of the wrong shape, want %d", s, shape, c.marks)
			}
		})
	}
}

func TestQuotedTextOverLinesIsStillRead(t *testing.T) {
	rows := rowsOf(1, 10)
	rows[3][14] = "\"regel 1\nregel 2; met een \"\"woord\"\"\n\nen 5-1-2021\""
	rows[5][4] = "\"Slachtofferhulp\nNederland\""
	data, err := Read(context.Background(), []Input{input("a", csvOf(rows))}, rulesFor(t),
		Options{ReferenceDate: day.NoDay})
	checkNotices(t, data, err, 10, nil)
}

func TestBareReturnsEndRows(t *testing.T) {
	lines := strings.SplitAfter(string(csvOf(rowsOf(1, 20))), "\n")
	file := strings.Join(lines[:5], "") + strings.ReplaceAll(strings.Join(lines[5:15], ""), "\n", "\r") + "\n" +
		strings.Join(lines[15:], "")
	data, err := Read(context.Background(), []Input{input("a", []byte(file))}, rulesFor(t),
		Options{ReferenceDate: day.NoDay})
	if err != nil || data.Sources[0].Counted != 20 {
		t.Errorf("got %+v, %v", data, err)
	}
}

func TestFormulasWithoutAnOutcomeAreRefused(t *testing.T) {
	file := repack(t, sample.XLSX{Inline: true}.Write(sample.Cases(20)), sheetPart, func(b []byte) []byte {
		at := bytes.Index(b, []byte(`<c r="E3"`))
		end := at + bytes.Index(b[at:], []byte("</c>")) + len("</c>")
		return append(append(append([]byte{}, b[:at]...), `<c r="E3"><f>A1&amp;"x"</f></c>`...), b[end:]...)
	})
	_, err := Read(context.Background(), []Input{input("a", file)}, rulesFor(t), Options{ReferenceDate: day.NoDay})
	const want = "a, blad 1, rij 3, kolom aanmelder: de cel heeft een formule zonder opgeslagen uitkomst"
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
	empty := bytes.Replace(partOf(t, file, sheetPart), []byte(`<c r="E3"><f>A1&amp;"x"</f></c>`),
		[]byte(`<c r="E3" t="str"><f>""</f><v></v></c>`), 1)
	file = repack(t, file, sheetPart, func([]byte) []byte { return empty })
	data, err := Read(context.Background(), []Input{input("a", file)}, rulesFor(t), Options{ReferenceDate: day.NoDay})
	checkNotices(t, data, err, 20, nil)
}

func TestHiddenRowsCountAndAreTold(t *testing.T) {
	file := repack(t, sample.XLSX{Inline: true}.Write(sample.Cases(20)), sheetPart, func(b []byte) []byte {
		return bytes.Replace(bytes.Replace(b, []byte(`<row r="4"`), []byte(`<row hidden="1" r="4"`), 1),
			[]byte(`<row r="9"`), []byte(`<row r="9" hidden="true"`), 1)
	})
	data, err := Read(context.Background(), []Input{input("a", file)}, rulesFor(t), Options{ReferenceDate: day.NoDay})
	checkNotices(t, data, err, 20, []string{"info blad 1: 2 verborgen of weggefilterde rijen tellen gewoon mee"})
}
