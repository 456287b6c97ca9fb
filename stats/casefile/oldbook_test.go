package casefile

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

// rewritten changes the text of the parts of a workbook.
func rewritten(t *testing.T, file []byte, change func(name, text string) string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		to, err := w.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(to, change(f.Name, string(text)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSheetsOfOldWorkbooks reads cells with an empty style, and a module of VBA
// in the list of sheets.
func TestSheetsOfOldWorkbooks(t *testing.T) {
	file := rewritten(t, sample.XLSX{}.Write(sample.Cases(30)), func(name, text string) string {
		switch {
		case strings.Contains(name, "worksheets/"):
			return strings.ReplaceAll(text, ` t="s"`, ` s="" t="s"`)
		case strings.HasSuffix(name, "workbook.xml"):
			return strings.Replace(text, "</sheets>", `<sheet name="Module1" sheetId="99" r:id=""/></sheets>`, 1)
		}
		return text
	})
	if data := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay}, file); data.Sources[0].Counted != 30 {
		t.Errorf("got %+v", data.Sources[0])
	}
}
