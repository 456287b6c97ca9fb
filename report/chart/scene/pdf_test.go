package scene

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestPDFProperties(t *testing.T) {
	s := sample()
	s.Date = time.Date(2022, 3, 1, 0, 0, 0, 0, time.UTC)
	_, _, pdf := written(t, s)
	for _, want := range []string{"/MediaBox [0 0 510.24 283.46]", "/Lang (nl-NL)",
		"/CreationDate (D:20220301000000)", "/ModDate (D:20220301000000)", "/FontFile2", "/Subtype /CIDFontType2"} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
	for _, not := range []string{"/Type3", "/Subtype /Type1", "/Subtype /Image"} {
		if bytes.Contains(pdf, []byte(not)) {
			t.Errorf("the PDF has %q", not)
		}
	}
	if n := bytes.Count(pdf, []byte("/Type /Page\n")); n != 1 {
		t.Errorf("%d pages", n)
	}
}

// output runs a program of another maker over a file, or skips.
func output(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(file)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, stderr.String())
	}
	return string(out)
}

func TestPDFReadByPoppler(t *testing.T) {
	_, _, pdf := written(t, sample())
	text := output(t, pdf, "pdftotext", "-layout", "-", "-")
	for _, want := range []string{"Zedenzaken meer dan verdubbeld", "AVATAR To. 11,1% Type", "één coördinatie",
		`Bron: "export" & 'lijst'`, "Gedraaid met ŵ", "34%"} {
		if !strings.Contains(text, want) {
			t.Errorf("pdftotext does not find %q in\n%s", want, text)
		}
	}
	fonts := output(t, pdf, "pdffonts", "-")
	if got := strings.Count(fonts, "CID TrueType"); got != 2 || strings.Contains(fonts, "Type 3") {
		t.Errorf("fonts:\n%s", fonts)
	}
	info := output(t, pdf, "pdfinfo", "-")
	for _, want := range []string{`Title: +Zedenzaken meer dan verdubbeld`, `Pages: +1\n`,
		`Page size: +510\.24 x 283\.46 pts`} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("pdfinfo lacks %s:\n%s", want, info)
		}
	}
}
