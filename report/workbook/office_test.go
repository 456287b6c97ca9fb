package workbook

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"herstel/report/content"
	"herstel/report/internal/reporttest"
	"herstel/stats/statstest"
)

// office is a LibreOffice with a profile of its own.
type office struct{ program, profile string }

// newOffice finds LibreOffice. Without it the test is skipped, unless
// HERSTEL_REQUIRE_OFFICE asks for it.
func newOffice(t *testing.T) office {
	program, err := exec.LookPath("soffice")
	switch {
	case err != nil && os.Getenv("HERSTEL_REQUIRE_OFFICE") == "1":
		t.Fatal("LibreOffice (soffice) is not installed, and HERSTEL_REQUIRE_OFFICE is 1")
	case err != nil:
		t.Skip("LibreOffice (soffice) is not installed: the workbook is not opened by a real program")
	case testing.Short():
		t.Skip("starting LibreOffice takes seconds")
	}
	return office{program, "file://" + filepath.ToSlash(t.TempDir())}
}

// convert has LibreOffice convert a workbook and gives the folder with what it
// wrote.
func (o office) convert(t *testing.T, content []byte, to string) string {
	t.Helper()
	dir := t.TempDir()
	source := filepath.Join(dir, "bijlage.xlsx")
	if err := os.WriteFile(source, content, 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), o.program, "-env:UserInstallation="+o.profile, "--headless",
		"--convert-to", to, "--outdir", dir, source)
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, output)
	}
	for line := range strings.Lines(string(output)) {
		if !strings.HasPrefix(line, "convert ") && !strings.HasPrefix(line, "Writing sheet ") &&
			!strings.Contains(line, "javaldx") {
			t.Errorf("LibreOffice complains: %s", line)
		}
	}
	return dir
}

func TestLibreOfficeOpensTheBook(t *testing.T) {
	o := newOffice(t)
	t.Run("pages of the demo", func(t *testing.T) { o.makesPages(t, bookBytes(t, true)) })
	t.Run("pages of the fixture", func(t *testing.T) { o.makesPages(t, bookBytes(t, false)) })
	t.Run("numbers of the demo", func(t *testing.T) { o.givesTheCellsBack(t, bookBytes(t, true)) })
}

func (o office) makesPages(t *testing.T, content []byte) {
	pdf, err := os.ReadFile(filepath.Join(o.convert(t, content, "pdf"), "bijlage.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 10_000 {
		t.Errorf("%d bytes of PDF", len(pdf))
	}
	if pages := len(pdfPage.FindAll(pdf, -1)); pages < 5 || pages > mostPages {
		t.Errorf("%d pages, want at most %d", pages, mostPages)
	}
}

// mostPages is how many pages the appendix may print on: the 45 of the standard, and one for each of three tables that
// came after it.
const mostPages = 48

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

func bookBytes(t *testing.T, demo bool) []byte {
	figs := reporttest.Full()
	if demo {
		figs = statstest.Demo(t)
	}
	var b bytes.Buffer
	if err := Write(&b, content.Of(figs)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// givesTheCellsBack asserts that every cell that LibreOffice gives back is the
// cell that was written.
func (o office) givesTheCellsBack(t *testing.T, content []byte) {
	// semicolons, quotes, UTF-8, from line 1; cells not as shown; every sheet
	dir := o.convert(t, content, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1")
	numbers := 0
	for _, s := range openBook(t, content).sheets {
		file, err := os.ReadFile(filepath.Join(dir, "bijlage-"+s.name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(file))
		r.Comma = ';'
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != s.height {
			t.Errorf("%s: %d rows, want %d", s.name, len(rows), s.height)
			continue
		}
		for ref, want := range s.cells {
			column, row := position(ref)
			got := rows[row-1][column-1]
			if !want.number {
				if got != want.text {
					t.Errorf("%s!%s: %q, want %q", s.name, ref, got, want.text)
				}
				continue
			}
			numbers++
			if a, b := shownNumber(t, got), shownNumber(t, want.text); math.Abs(a-b) > 1e-13*max(1, math.Abs(b)) {
				t.Errorf("%s!%s: %s, want %s", s.name, ref, got, want.text)
			}
		}
	}
	if numbers < 1000 {
		t.Errorf("compared %d numbers only", numbers)
	}
}

// position splits a reference such as AB12.
func position(ref string) (column, row int) {
	digits := strings.IndexAny(ref, "0123456789")
	for _, r := range ref[:digits] {
		column = column*26 + int(r-'A') + 1
	}
	row, _ = strconv.Atoi(ref[digits:])
	return column, row
}

// shownNumber reads a number in the Dutch or in the file's own form.
func shownNumber(t *testing.T, s string) float64 {
	digits, percent := strings.CutSuffix(s, "%")
	number, err := strconv.ParseFloat(strings.Replace(digits, ",", ".", 1), 64)
	if err != nil {
		t.Errorf("%q is no number", s)
	}
	if percent {
		number /= 100
	}
	return number
}
