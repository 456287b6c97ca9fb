package casefile

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/casefile/internal/xlsx"
	"herstel/stats/day"
	"herstel/stats/rules"
)

const plainHeader = "zaaknummer;aanmelddatum;uitzetdatum;afkeurreden;aanmelder;initiatiefnemer;delict;contact\n"

func plainRow(i int) string {
	return fmt.Sprintf("Z%d;05-01-2021;12-01-2021;;SHN;Dader;Diefstal;nee\n", i)
}

// sheetOf puts the XML of a sheet in a workbook.
func sheetOf(tb testing.TB, sheet func(w *bytes.Buffer)) []byte {
	tb.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	add := func(name string, content []byte) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	add("_rels/.rels", []byte(`<Relationships><Relationship Id="r1" Type="`+office+
		`/officeDocument" Target="xl/workbook.xml"/></Relationships>`))
	add("xl/workbook.xml", []byte(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="`+office+`"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`))
	add("xl/_rels/workbook.xml.rels",
		[]byte(`<Relationships><Relationship Id="r1" Type="`+office+
			`/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`))
	var b bytes.Buffer
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for r, line := range strings.Split(strings.TrimSpace(plainHeader+plainRow(1)), "\n") {
		fmt.Fprintf(&b, `<row r="%d">`, r+1)
		for _, text := range strings.Split(line, ";") {
			fmt.Fprintf(&b, `<c t="inlineStr"><is><t>%s</t></is></c>`, text)
		}
		b.WriteString(`</row>`)
	}
	sheet(&b)
	b.WriteString(`</sheetData></worksheet>`)
	add("xl/worksheets/sheet1.xml", b.Bytes())
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return file.Bytes()
}

func defaultRules(tb testing.TB) *rules.Rules {
	tb.Helper()
	ruleset, err := rules.Parse(nil)
	if err != nil {
		tb.Fatal(err)
	}
	return ruleset
}

// hostileFile is a file that costs much to read when it is read badly.
type hostileFile struct {
	name string
	file func(tb testing.TB, n int) []byte // n is about its size in bytes, unpacked
	want string                            // part of the refusal; empty when it is read
	seen func(t *testing.T, data *stats.Dataset, n int)
}

var hostileFiles = []hostileFile{
	{"a tag of many attributes", func(tb testing.TB, n int) []byte {
		return sheetOf(tb, func(b *bytes.Buffer) {
			b.WriteString("<row")
			for i := 0; b.Len() < min(n, xlsx.MaxTag-100); i++ {
				fmt.Fprintf(b, ` a%d=""`, i)
			}
			b.WriteString("></row>")
		})
	}, "XML", nil},
	{"tags of quoted marks", func(tb testing.TB, n int) []byte {
		return sheetOf(tb, func(b *bytes.Buffer) {
			for b.Len() < min(n, 12<<20) { // packed tighter, it is taken for a bomb
				b.WriteString(`<row a="` + strings.Repeat(">", 60_000) + `"></row>`)
			}
		})
	}, "", nil},
	{"a quote that is missing in a tag", func(tb testing.TB, n int) []byte {
		return sheetOf(tb, func(b *bytes.Buffer) { b.WriteString(`<row a="` + strings.Repeat(">", n)) })
	}, "XML", nil},
	{"a row without end", func(tb testing.TB, n int) []byte {
		return sheetOf(tb, func(b *bytes.Buffer) {
			b.WriteString(`<row>`)
			for i := range max(n, xlsx.MaxRowBytes+1<<20) / 4000 {
				b.WriteString(`<c t="inlineStr"><is><t>`)
				for k := range 700 {
					fmt.Fprintf(b, "%06x", (i*700+k)*7919)
				}
				b.WriteString(`</t></is></c>`)
			}
			b.WriteString(`</row>`)
		})
	}, "groter dan 16 MB", nil},
	{"a cell without end", func(tb testing.TB, n int) []byte {
		return sheetOf(tb, func(b *bytes.Buffer) {
			b.WriteString(`<row><c t="str"><v>` + strings.Repeat("lang en ", xlsx.MaxCellBytes/8+10) + `</v></c></row>`)
		})
	}, "groter dan 1 MB", nil},
	{"empty lines", func(_ testing.TB, n int) []byte {
		return []byte(plainHeader + plainRow(1) + strings.Repeat("\n", n) + plainRow(2))
	}, "", func(t *testing.T, data *stats.Dataset, n int) {
		if s := data.Sources[0]; s.Rows != n+2 || s.NotCase != n || s.Counted != 2 {
			t.Errorf("account %+v", s)
		}
	}},
	{"rows that are no case", func(_ testing.TB, n int) []byte {
		return []byte(plainHeader + plainRow(1) + strings.Repeat(";;;;;;;\n", n/8))
	}, "", func(t *testing.T, data *stats.Dataset, n int) {
		if f := data.Findings[0]; f.Count != n/8 || len(f.Rows) != keptRows {
			t.Errorf("%d counted, %d kept", f.Count, len(f.Rows))
		}
	}},
	{"quotes and line ends", func(_ testing.TB, n int) []byte {
		return []byte(plainHeader + plainRow(1) + strings.Repeat("\"\n", n/2))
	}, "", func(t *testing.T, data *stats.Dataset, n int) {
		if s := data.Sources[0]; s.Rows != 1+n/4 || s.NotCase != n/4 {
			t.Errorf("account %+v", s)
		}
	}},
	{"single quotes and line ends", func(_ testing.TB, n int) []byte {
		return []byte(plainHeader + plainRow(1) + strings.Repeat("'\n", n/2))
	}, "", nil},
	{"quotes left open behind a space", func(_ testing.TB, n int) []byte {
		return []byte(plainHeader + plainRow(1) + strings.Repeat("; \"a\n", n/5))
	}, "", nil},
	{"columns without end", func(tb testing.TB, n int) []byte {
		return []byte(strings.Repeat("kolom;", n/6) + "\n" + plainRow(1))
	}, "kolomkoppen", nil},
	{"doubled quotes", func(_ testing.TB, n int) []byte {
		return []byte(plainHeader + plainRow(1) + strings.Repeat("\"\"\n;\"\"\"x\n", n/9))
	}, "", nil},
	{"quotes left open", func(_ testing.TB, n int) []byte {
		return []byte(plainHeader + plainRow(1) + strings.Repeat(";\"a\n", n/4))
	}, "", nil},
	{"free texts as a category", func(_ testing.TB, n int) []byte {
		var b strings.Builder
		b.WriteString(plainHeader)
		for i := range max(n/60, maxMemoValues+5000) {
			fmt.Fprintf(&b, "Z%d;05-01-2021;12-01-2021;;SHN;Dader;tekst %d;nee\n", i, i)
		}
		return []byte(b.String())
	}, "te veel verschillende waarden", nil},
	{"long texts as a category", func(_ testing.TB, n int) []byte {
		var b strings.Builder
		b.WriteString(plainHeader)
		for i := 0; b.Len() < max(n, 40<<20); i++ {
			fmt.Fprintf(&b, "Z%d;05-01-2021;12-01-2021;;SHN;Dader;%d %s;nee\n", i, i, strings.Repeat("woord ", 20_000))
		}
		return []byte(b.String())
	}, "te veel verschillende waarden", nil},
	{"texts as a category in a workbook", func(tb testing.TB, n int) []byte {
		sheet := sample.Cases(maxMemoValues + 100)
		for i, row := range sheet.Rows {
			row[6] = fmt.Sprint("feit ", i)
		}
		return sample.XLSX{Inline: true}.Write(sheet)
	}, "te veel verschillende waarden", nil},
}

// TestHostileFilesAreBounded reads files that are made to cost much. What is
// allocated in all, not only at the peak, stays in proportion to their size.
func TestHostileFilesAreBounded(t *testing.T) {
	const size = 2 << 20
	for _, c := range hostileFiles {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() && strings.Contains(c.name, "categor") {
				t.Skip("takes seconds")
			}
			file := c.file(t, size)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			data, err := Read(context.Background(), []Input{input("a", file)}, defaultRules(t),
				Options{ReferenceDate: day.NoDay, Workers: 2})
			runtime.ReadMemStats(&after)
			var refused *Error
			switch {
			case c.want != "" && (!errors.As(err, &refused) || !strings.Contains(refused.What, c.want)):
				t.Fatalf("got %v", err)
			case c.want == "" && err != nil:
				t.Fatal(err)
			case c.seen != nil:
				c.seen(t, data, size)
			}
			const fixed = 128 << 20
			if used := after.TotalAlloc - before.TotalAlloc; used > uint64(fixed+10*len(file)) {
				t.Errorf("allocated %d MB for a file of %d MB", used>>20, len(file)>>20)
			}
		})
	}
}

// BenchmarkHostileFiles shows that the time is in proportion to the size: the
// MB/s of a file of 16 MB must be near that of one of 4 MB.
func BenchmarkHostileFiles(b *testing.B) {
	for _, c := range hostileFiles {
		for _, size := range []int{4 << 20, 16 << 20} {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				file := c.file(b, size)
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					_, err := Read(context.Background(), []Input{input("a", file)}, defaultRules(b),
						Options{ReferenceDate: day.NoDay})
					if (err != nil) != (c.want != "") {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
