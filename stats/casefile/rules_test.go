package casefile

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

// good is a row without findings; a test changes some of its cells.
func good(number string, change map[string]any) []any {
	date := func(d int) time.Time { return time.Date(2021, 3, d, 0, 0, 0, 0, time.UTC) }
	row := []any{number, date(1), date(3), "", "zelf", "Slachtoffer", "Mishandeling", "ja", "ja", date(9), "Gesprek",
		date(20), "B01", "Limburg", ""}
	for name, value := range change {
		row[slices.Index(sample.Header15, name)] = value
	}
	return row
}

// ruleCase is rows with the findings they must give. Rows are numbered from 2.
type ruleCase struct {
	name      string
	rows      [][]any
	reference string
	want      []string // rule/column:rows
	account   [4]int   // rows, counted, left out, not a case
}

func row(change map[string]any) [][]any { return [][]any{good("A1", change)} }

var day2022 = time.Date(2022, 5, 1, 0, 0, 0, 0, time.UTC)

var ruleCases = []ruleCase{
	{"nothing", row(nil), "", nil, [4]int{1, 1, 0, 0}},
	{"blank row between", [][]any{good("A1", nil), make15(""), good("A2", nil)}, "", []string{"geen-zaakrij/:3"},
		[4]int{3, 2, 0, 1}},
	{"total row", [][]any{good("A1", nil), total("Totaal")}, "", []string{"geen-zaakrij/:3"}, [4]int{2, 1, 0, 1}},
	{"remark without number and date", row(map[string]any{"zaaknummer": "", "aanmelddatum": ""}), "",
		[]string{"geen-zaakrij/:2"}, [4]int{1, 0, 0, 1}},
	{"aanmelddatum missing", row(map[string]any{"aanmelddatum": ""}), "", []string{"aanmelddatum/aanmelddatum:2"},
		[4]int{1, 0, 1, 0}},
	{"aanmelddatum unreadable", row(map[string]any{"aanmelddatum": "31-02-2021"}), "",
		[]string{"aanmelddatum/aanmelddatum:2"}, [4]int{1, 0, 1, 0}},
	{"aanmelddatum month first", row(map[string]any{"aanmelddatum": "12/31/2021"}), "",
		[]string{"aanmelddatum/aanmelddatum:2"}, [4]int{1, 0, 1, 0}},
	{"aanmelddatum error", row(map[string]any{"aanmelddatum": "#N/B"}), "", []string{"aanmelddatum/aanmelddatum:2"},
		[4]int{1, 0, 1, 0}},
	{"uitzetdatum unreadable", row(map[string]any{"uitzetdatum": "volgt"}), "", []string{"uitzetdatum/uitzetdatum:2"},
		[4]int{1, 0, 1, 0}},
	{"aanmelddatum before uitzetdatum", row(map[string]any{"aanmelddatum": "?", "uitzetdatum": "?"}), "",
		[]string{"aanmelddatum/aanmelddatum:2"}, [4]int{1, 0, 1, 0}},
	{"duplicate", [][]any{good(" zk 1 ", nil), good("ZK  1", map[string]any{"delict": "niets"}), good("ZK 2", nil)}, "",
		[]string{"dubbel-zaaknummer/zaaknummer:3"}, [4]int{3, 2, 1, 0}},
	{"left out claims no number", [][]any{good("A1", map[string]any{"aanmelddatum": "?"}), good("A1", nil)}, "",
		[]string{"aanmelddatum/aanmelddatum:2"}, [4]int{2, 1, 1, 0}},
	{"after the reference date", row(map[string]any{"aanmelddatum": day2022}), "2022-03-01",
		[]string{"na-peildatum/aanmelddatum:2"}, [4]int{1, 0, 1, 0}},
	{"duplicate after the reference date",
		[][]any{good("A1", nil), good("A1", map[string]any{"aanmelddatum": day2022})}, "2022-03-01",
		[]string{"dubbel-zaaknummer/zaaknummer:3"}, [4]int{2, 1, 1, 0}},
	{"number missing", row(map[string]any{"zaaknummer": ""}), "", []string{"zaaknummer/zaaknummer:2"},
		[4]int{1, 1, 0, 0}},
	{"number is an error", row(map[string]any{"zaaknummer": "#N/A"}), "", []string{"zaaknummer/zaaknummer:2"},
		[4]int{1, 1, 0, 0}},
	{"other dates unreadable", row(map[string]any{"contactdatum": "morgen", "afsluitdatum": "2021"}), "",
		[]string{"datum/afsluitdatum:2", "datum/contactdatum:2"}, [4]int{1, 1, 0, 0}},
	{"dates as bare numbers", row(map[string]any{"aanmelddatum": "44255", "contactdatum": "44300,5"}), "",
		[]string{"datum-getal/aanmelddatum:2", "datum-getal/contactdatum:2"}, [4]int{1, 1, 0, 0}},
	{"yes or no unreadable", row(map[string]any{"bereid": "misschien", "contact": "2"}), "",
		[]string{"ja-nee/bereid:2", "ja-nee/contact:2"}, [4]int{1, 1, 0, 0}},
	{"value unknown", row(map[string]any{"delict": "Koekhappen", "aanmelder": "Buurvrouw"}), "",
		[]string{"onbekende-waarde/aanmelder:2", "onbekende-waarde/delict:2"}, [4]int{1, 1, 0, 0}},
	{"value is an error", row(map[string]any{"delict": "#REF!"}), "", []string{"onbekende-waarde/delict:2"},
		[4]int{1, 1, 0, 0}},
	{"categories empty", row(map[string]any{"delict": "", "aanmelder": " ", "initiatiefnemer": "\u00a0",
		"contactvorm": "", "arrondissement": ""}), "",
		[]string{"leeg/aanmelder:2", "leeg/arrondissement:2", "leeg/contactvorm:2", "leeg/delict:2",
			"leeg/initiatiefnemer:2"}, [4]int{1, 1, 0, 0}},
	{"order", row(map[string]any{"uitzetdatum": "28-02-2021"}), "", []string{"volgorde/uitzetdatum:2"},
		[4]int{1, 1, 0, 0}},
	{"assigned and rejected", row(map[string]any{"afkeurreden": "Buiten het kader"}), "",
		[]string{"uitgezet-en-afgekeurd/afkeurreden:2"}, [4]int{1, 1, 0, 0}},
	{"contact, not assigned", row(map[string]any{"uitzetdatum": ""}), "",
		[]string{"contact-zonder-uitzetting/contact:2"}, [4]int{1, 1, 0, 0}},
	{"contact, not willing", row(map[string]any{"bereid": "nee"}), "", []string{"contact-zonder-bereid/bereid:2"},
		[4]int{1, 1, 0, 0}},
}

func make15(value any) []any {
	row := make([]any, len(sample.Header15))
	for i := range row {
		row[i] = value
	}
	return row
}

func total(text string) []any {
	row := make15("")
	row[0], row[6] = text, "1358"
	return row
}

func TestRowRules(t *testing.T) {
	rules := rulesFor(t)
	for _, c := range ruleCases {
		sheet := &sample.Sheet{Header: sample.Header15, Rows: c.rows}
		for name, file := range map[string][]byte{
			"csv": sample.CSV{}.Write(sheet), "quoted": sample.CSV{Quote: true, Comma: ","}.Write(sheet),
			"xlsx": sample.XLSX{}.Write(sheet), "inline": sample.XLSX{Inline: true, NoRefs: true}.Write(sheet),
		} {
			t.Run(c.name+" "+name, func(t *testing.T) {
				reference, _ := day.Parse(c.reference)
				if c.reference == "" {
					reference = day.NoDay
				}
				data := read(t, rules, Options{ReferenceDate: reference}, file)
				checkFindings(t, data, c.want, c.account)
			})
		}
	}
}

func checkFindings(t *testing.T, data *stats.Dataset, want []string, account [4]int) {
	t.Helper()
	var got []string
	for _, f := range data.Findings {
		got = append(got, fmt.Sprintf("%s/%s:%s", stats.RowRules[f.Rule].ID, f.Column,
			strings.Trim(fmt.Sprint(f.Rows), "[]")))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got findings %q, want %q", got, want)
	}
	s := data.Sources[0]
	if read := [4]int{s.Rows, s.Counted, s.LeftOut, s.NotCase}; read != account {
		t.Errorf("got account %v, want %v", read, account)
	}
}

// TestRowShape covers what only CSV can have. The text of each case stands
// below the header.
func TestRowShape(t *testing.T) {
	const before = "A1;1-3-2021;3-3-2021;;zelf;Slachtoffer;Mishandeling;ja;ja;9-3-2021;Gesprek;20-3-2021;B01;Limburg;"
	const line = "A2;1-3-2021;;;;;;;;;;;;;\n"
	for _, c := range []struct {
		name, text string
		want       []string
		account    [4]int
	}{
		{"too few cells", before + "\nA2;1-3-2021\n", []string{"rijvorm/:3"}, [4]int{2, 1, 1, 0}},
		{"too many cells", before + ";\n" + line, []string{"rijvorm/:2"}, [4]int{2, 1, 1, 0}},
		{"quote never closes", before + "\"open\n" + line, []string{"rijvorm/:2"}, [4]int{2, 1, 1, 0}},
		{"quote never closes, at the end", line + before + `"open`, []string{"rijvorm/:3"}, [4]int{2, 1, 1, 0}},
		{"two quotes left open", before + "\"open\n" + line + strings.Replace(before, "A1", "A3", 1) + "dicht\"\n" +
			strings.Replace(line, "A2", "A4", 1),
			[]string{"rijvorm/:2"}, [4]int{4, 3, 1, 0}},
		{"text behind a quote", before + "\"a\"b\n" + line, []string{"rijvorm/:2"}, [4]int{2, 1, 1, 0}},
		{"line break in a cell", before + "\"twee\nregels; en \"\"meer\"\"\"\n" + line, nil, [4]int{2, 2, 0, 0}},
		{"line break in the first cell", "\"A1\n(vervolg)\"" + before[2:] + "\n" + line, nil, [4]int{2, 2, 0, 0}},
		{"text with many separators", before + "\"a\nb;c;d;e;f;g;h;i;j;k;l;m;n;o;p\"\n" + line, nil,
			[4]int{2, 2, 0, 0}},
		{"quote left open in the first cell", "\"" + before + "\n" + strings.Replace(before, "A1", "A3\"", 1) + "\n" +
			line, []string{"rijvorm/:2"}, [4]int{3, 2, 1, 0}},
		{"quote inside a cell", before + "5\" pijp\n" + line, nil, [4]int{2, 2, 0, 0}},
		{"empty line between", before + "\n\n" + line, []string{"geen-zaakrij/:3"}, [4]int{3, 2, 0, 1}},
		{"empty lines below", before + "\n" + line + "\n\r\n\n", nil, [4]int{2, 2, 0, 0}},
		{"total with few cells", before + "\nTotaal: 1\n", []string{"geen-zaakrij/:3"}, [4]int{2, 1, 0, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay},
				[]byte(strings.Join(sample.Header15, ";")+"\n"+c.text))
			checkFindings(t, data, c.want, c.account)
		})
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"31-12-2021": "2021-12-31", "31/12/2021": "2021-12-31", "31.12.2021": "2021-12-31", "2021-12-31": "2021-12-31",
		"1-2-2021":            "2021-02-01",
		"2021-12-31T10:00:00": "2021-12-31", "2021-12-31T23:59:59.999Z": "2021-12-31",
		"2021-12-31T10:00+01:00": "2021-12-31", "31-12-2021 10:00": "2021-12-31",
		"31-12-2021 9:05": "2021-12-31", " 31-12-2021\u00a0": "2021-12-31", "44561": "2021-12-31",
		"44561,5": "2021-12-31", "44561.25": "2021-12-31",
		"31 december 2021": "2021-12-31", "31-dec-2021": "2021-12-31", "29-02-2020": "2020-02-29", "": "", "  ": "",
		"31-12-21": "2021-12-31", "31/12/21": "2021-12-31", "01-01-69": "2069-01-01", "01-01-70": "1970-01-01",
		"3 mrt 2021": "2021-03-03", "3-mrt-21": "2021-03-03",
		"wo 3 mrt 2021": "2021-03-03", "woensdag 3 maart 2021": "2021-03-03", "Wed, 3 Mar 2021": "2021-03-03",
		"20210303": "2021-03-03", "3 May 2021": "2021-05-03",
		"03-03-2021 14:30 u.": "2021-03-03", "03-03-2021 12:00:00 AM": "2021-03-03",
		"03\u201103\u20112021": "2021-03-03", "3\u00a0mrt\u00a02021": "2021-03-03",
		"20211331": "bad", "wo": "bad", "wo 3": "bad", "31-12-211": "bad", "31-12-1": "bad",
		"12/31/2021": "bad", "29-02-2021": "bad", "2021": "bad", "1358": "bad", "31-12-1899": "bad",
		"01-01-2101": "bad",
		"31-12/2021": "bad", "31-12-2021x": "bad", "31-12-2021 25:00": "bad", "2021-12-31T": "bad", "4e4": "bad",
		"-44561": "bad", "99999": "bad", "31 12 2021": "bad",
	} {
		date, ok := grid.ParseDay(grid.Cell{Text: []byte(text)}, grid.Epoch1900)
		got := date.String()
		if !ok {
			got = "bad"
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestAnswers(t *testing.T) {
	for text, want := range map[string]stats.Answer{
		"ja": stats.Yes, "J": stats.Yes, "YES": stats.Yes, "true": stats.Yes, "WAAR": stats.Yes, "1": stats.Yes,
		"x": stats.Yes, " Ja ": stats.Yes,
		"nee": stats.No, "N": stats.No, "no": stats.No, "False": stats.No, "onwaar": stats.No, "0": stats.No,
		"": stats.NoAnswer, "\u00a0": stats.NoAnswer,
	} {
		if got, ok := grid.ParseAnswer(grid.Cell{Text: []byte(text)}); !ok || got != want {
			t.Errorf("%q: got %d, %v", text, got, ok)
		}
	}
}

// TestWordsForNothingAreEmpty writes a word for an empty cell in every column.
func TestWordsForNothingAreEmpty(t *testing.T) {
	for _, word := range []string{"NULL", "NA", "-", "(leeg)", "n.v.t.", "nvt", "N/A", " - "} {
		rows := rowsOf(1, 2)
		for c := range rows[1] {
			if c != 0 && c != 1 {
				rows[1][c] = word
			}
		}
		rows = append(rows, append([]any{word}, rows[2][1:]...))
		data, err := Read(context.Background(), []Input{input("a", csvOf(rows))}, rulesFor(t),
			Options{ReferenceDate: day.NoDay})
		if err != nil {
			t.Fatal(err)
		}
		if len(data.Unknown) > 0 || data.Sources[0].Counted != 3 {
			t.Errorf("%s: %+v, unknown %v", word, data.Sources[0], data.Unknown)
		}
		for _, f := range data.Findings {
			if f.Rule != stats.RuleEmpty && f.Rule != stats.RuleCaseNumber {
				t.Errorf("%s: %+v", word, f)
			}
		}
	}
}

func TestALastLineOfWordsIsNoCase(t *testing.T) {
	for name, file := range map[string][]byte{
		"short csv": append(csvOf(rowsOf(1, 3)), "Einde rapport\n"...),
		"csv":       csvOf(append(rowsOf(1, 3), []any{"Einde rapport"})),
		"xlsx":      bookOf(t, page{rows: append(rowsOf(1, 3), []any{"Einde rapport"})}),
		"total":     csvOf(append(rowsOf(1, 3), []any{"Totaal 123"})),
	} {
		data, err := Read(context.Background(), []Input{input("a", file)}, rulesFor(t),
			Options{ReferenceDate: day.NoDay})
		if err != nil || data.Sources[0].NotCase != 1 || data.Sources[0].LeftOut != 0 {
			t.Errorf("%s: %+v, %v", name, data, err)
		}
	}
	rows := rowsOf(1, 3)
	rows = append(rows, []any{"Zonder datum", "", "12-01-2021"})
	if data := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay}, csvOf(rows)); data.Sources[0].LeftOut != 1 {
		t.Errorf("a case without a date is not told: %+v", data.Sources[0])
	}
}
