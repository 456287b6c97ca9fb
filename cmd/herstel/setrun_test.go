package main

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"herstel/stats/statstest"
)

// TestFilesOfARunHaveOneKenmerk holds that the page, Word, PowerPoint, Excel, the text
// and the JSON of a run show one kenmerk, that the same figures give the same one, and
// that another number gives another.
func TestFilesOfARunHaveOneKenmerk(t *testing.T) {
	if testing.Short() {
		t.Skip("renders a report twice")
	}
	figs := statstest.Demo(t)
	files, err := renderReport(t.Context(), figs, nil)
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, f := range files {
		switch filepath.Ext(f.path) {
		case ".html", ".docx", ".pptx", ".xlsx", ".md", ".json":
			if strings.HasSuffix(f.path, ".csv-metadata.json") {
				continue
			}
			named++
			if got := runOf(f.data); got != figs.Run || len(got) != 12 {
				t.Errorf("%s has kenmerk %q, want %q", f.path, got, figs.Run)
			}
			if n := strings.Count(shownText(t, f.data), figs.Run); n == 0 {
				t.Errorf("%s does not show its kenmerk", f.path)
			}
		}
	}
	if named != 6 {
		t.Errorf("%d files with a kenmerk", named)
	}
	first := figs.Run
	if _, err := renderReport(t.Context(), figs, []string{"md"}); err != nil || figs.Run != first {
		t.Errorf("the second time %q, %v; the first %q", figs.Run, err, first)
	}
	figs.Tables[0].Rows[0].Cells[0].Count.N++
	if _, err := renderReport(t.Context(), figs, []string{"md"}); err != nil || figs.Run == first {
		t.Errorf("another number has kenmerk %q too, %v", figs.Run, err)
	}
}

// shownText is the text of a file, without the properties of an archive.
func shownText(t *testing.T, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return string(data)
	}
	var text strings.Builder
	for _, part := range archive.File {
		if strings.HasPrefix(part.Name, "docProps/") {
			continue
		}
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&text, in); err != nil {
			t.Fatal(err)
		}
		in.Close()
	}
	return text.String()
}
