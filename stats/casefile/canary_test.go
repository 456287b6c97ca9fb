package casefile

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

const canary = "Kanarie"

// TestCanaryStaysInside plants a name in every non-category column, in broken
// dates and answers, in headers and in sheet names, and looks for it in all
// that leaves the package.
func TestCanaryStaysInside(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	rules := rulesFor(t)
	sheet := sample.Cases(400)
	sheet.Header = append(sheet.Header[:14:14], canary+" de Wit")
	for i, row := range sheet.Rows {
		name := fmt.Sprintf("%s %d", canary, i%50)
		row[0], row[14] = name, name
		row[[]int{1, 2, 7, 8, 9, 11, 12}[i%7]] = name
	}
	for name, file := range map[string][]byte{
		"csv":      sample.CSV{Title: canary + "\n"}.Write(sheet),
		"unclosed": append(sample.CSV{}.Write(sheet), `"`+canary...),
		"xlsx":     sample.XLSX{SheetName: canary}.Write(sheet),
		"inline":   sample.XLSX{SheetName: canary, Inline: true}.Write(sheet),
	} {
		data := read(t, rules, Options{ReferenceDate: day.NoDay}, file)
		figs, err := stats.Compute(data, rules, stats.Options{Year: 2017, ReferenceDate: day.NoDay})
		if err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal([]any{data, figs})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(out), canary) {
			t.Errorf("%s: the canary is in the dataset or the figures", name)
		}
	}
	for name, file := range map[string][]byte{
		"headers": []byte("zaaknummer;delict;" + canary + "\n1;2;3\n"), "dates": []byte(canary + ";" + canary + "\n"),
		"nothing": []byte(canary),
		"book": repack(t, sample.XLSX{SheetName: canary, Inline: true}.Write(sheet), sheetPart,
			replaced("aanmelddatum", canary)),
		"xml": repack(t, sample.XLSX{SheetName: canary, Inline: true}.Write(sheet), sheetPart,
			replaced("<row r=\"9\"", "<"+canary)),
		"link": repack(t, sample.XLSX{SheetName: canary}.Write(sheet), "xl/_rels/workbook.xml.rels",
			replaced("rId1", canary)),
	} {
		_, err := Read(context.Background(), []Input{input("export", file)}, rules, Options{ReferenceDate: day.NoDay})
		if err == nil || strings.Contains(err.Error(), canary) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if entries, err := os.ReadDir(temp); err != nil || len(entries) > 0 {
		t.Errorf("files were left in the temp directory: %v %v", entries, err)
	}
}
