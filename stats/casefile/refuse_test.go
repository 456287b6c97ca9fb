package casefile

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

const sheetPart = "xl/worksheets/sheet1.xml"

// repack changes one part of a workbook; nil content drops it.
func repack(t testing.TB, file []byte, name string, change func([]byte) []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == name {
			if content = change(content); content == nil {
				continue
			}
		}
		entry, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		entry, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(entry, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func replaced(old, new string) func([]byte) []byte {
	return func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(new), 1) }
}

func utf16Name(name string) string {
	var b strings.Builder
	for _, ch := range name {
		b.WriteString(string(ch) + "\x00")
	}
	return b.String()
}

const ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

func refusals(t testing.TB) map[string]struct {
	file []byte
	want string
} {
	sheet := sample.Cases(50)
	book := sample.XLSX{Inline: true}.Write(sheet)
	shared := sample.XLSX{}.Write(sheet)
	part := func(change func([]byte) []byte) []byte { return repack(t, book, sheetPart, change) }
	header := strings.Join(sample.Header15, ";")
	const links = "xl/_rels/workbook.xml.rels"
	return map[string]struct {
		file []byte
		want string
	}{
		"empty": {nil, "het bestand is leeg"},
		"blank": {[]byte("\uFEFF \r\n\n"), "het bestand is leeg"},
		"old excel": {[]byte(ole + strings.Repeat("\x00", 600) + utf16Name("Workbook")),
			"oud Excel-bestand (.xls)"},
		"compound": {[]byte(ole + strings.Repeat("\x00", 600)),
			"versleuteld Excel-bestand of een oud Office-bestand"},
		"encrypted": {[]byte(ole + strings.Repeat("\x00", 600) + utf16Name("EncryptedPackage")),
			"versleuteld"},
		"pdf":      {[]byte("%PDF-1.7 x"), "een PDF"},
		"web page": {[]byte("\r\n<HTML><table>"), "een webpagina"},
		"ods": {zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			"<a/>", "META-INF/manifest.xml", "<a/>"), ".ods"},
		"other zip": {zipOf(t, "export.csv", "a;b"), "zip-bestand"},
		"xlsb":      {repack(t, book, "_rels/.rels", replaced("xl/workbook.xml", "xl/workbook.bin")), ".xlsb"},
		"word": {repack(t, book, "_rels/.rels", replaced("xl/workbook.xml", "word/document.xml")),
			"geen Excel-werkmap"},
		"cut":       {book[:len(book)*2/3], "beschadigd of afgekapt"},
		"sheet cut": {part(func(b []byte) []byte { return b[:len(b)/2] }), "de XML klopt niet"},
		"closing tag gone": {part(func(b []byte) []byte { return bytes.TrimSuffix(b, []byte("</worksheet>")) }),
			"de XML klopt niet"},
		"text behind":        {part(func(b []byte) []byte { return append(b, "<a/>"...) }), "de XML klopt niet"},
		"tags crossed":       {part(replaced("</t></is>", "</is></t>")), "de XML klopt niet"},
		"entity unknown":     {part(replaced("rustig", "rust&ig")), "de XML klopt niet"},
		"attribute unquoted": {part(replaced(`t="inlineStr"`, `t=inlineStr`)), "de XML klopt niet"},
		"attribute twice":    {part(replaced(`<row r="1"`, `<row r="1" r="1"`)), "de XML klopt niet"},
		"prefix undeclared":  {part(replaced("<row", "<q:row")), "de XML klopt niet"},
		"not utf-8":          {part(replaced("rustig", "rust\xFFg")), "tekens"},
		"control character":  {part(replaced("rustig", "rust\x01g")), "tekens"},
		"doctype":            {part(replaced("<worksheet", "<!DOCTYPE a><worksheet")), "DOCTYPE"},
		"utf-16 part":        {part(func([]byte) []byte { return []byte("\xFF\xFE<\x00a\x00") }), "UTF-16"},
		"other encoding":     {part(replaced("UTF-8", "ISO-8859-1")), "tekencodering"},
		"row twice":          {part(replaced(`<row r="3"`, `<row r="2"`)), "niet op volgorde"},
		"cell twice":         {part(replaced(`r="B2"`, `r="A2"`)), "niet op volgorde"},
		"cell in other row":  {part(replaced(`r="B2"`, `r="B3"`)), "niet op volgorde"},
		"row too far":        {part(replaced(`<row r="3"`, `<row r="1048577"`)), "niet op volgorde"},
		"type unknown":       {part(replaced(`t="inlineStr"`, `t="zzz"`)), "niet op volgorde"},
		"string index": {repack(t, shared, sheetPart, replaced("<v>20</v>", "<v>99999</v>")),
			"tekst die niet bestaat"},
		"strings gone":    {repack(t, shared, "xl/sharedStrings.xml", func([]byte) []byte { return nil }), "ontbreekt"},
		"sheet gone":      {repack(t, book, sheetPart, func([]byte) []byte { return nil }), "ontbreekt"},
		"sheet link gone": {repack(t, book, links, replaced("rId1", "rId9")), "een blad van de werkmap ontbreekt"},
		"two sheets":      {repack(t, book, links, replaced("sheet2.xml", "sheet1.xml")), "meer dan één blad"},
		"bomb": {part(func(b []byte) []byte { return append(b, bytes.Repeat([]byte(" "), 64<<20)...) }),
			"zip-bom"},
		"entry twice":     {zipOf(t, "_rels/.rels", "<a/>", "_rels/.RELS", "<a/>"), "twee onderdelen"},
		"wrong crc":       {patchDirectory(book, sheetPart, 16, 0xDEADBEEF), "beschadigd of afgekapt"},
		"crc zero":        {patchDirectory(book, sheetPart, 16, 0), "beschadigd of afgekapt"},
		"wrong size":      {patchDirectory(book, sheetPart, 24, 1000), "beschadigd of afgekapt"},
		"size too large":  {patchDirectory(book, sheetPart, 24, 1<<20), "beschadigd of afgekapt"},
		"entry encrypted": {patchDirectory(book, sheetPart, 8, 8<<16|9), "versleuteld"},
		"entries overlap": {patchDirectory(book, "xl/worksheets/sheet2.xml", 42, 0), "over elkaar heen"},
		"no header":       {[]byte("a;b;c\n1;2;3\n"), "geen rij met kolomkoppen"},
		"columns missing": {[]byte("Zaaknummer;Delict;Aanmelddatum;Jan Kanarie\nA;B;1-1-2021;\n"),
			"ontbreken: uitzetdatum of uitgezet, afkeurreden of afgekeurd, aanmelder, initiatiefnemer, contact of " +
				"contactdatum (herkend: zaaknummer, aanmelddatum, delict; niet herkend: 1 kolom (D))"},
		"column twice": {[]byte(header + ";Feit\n"),
			"twee koppen staan voor dezelfde kolom: delict (\"delict\" in kolom G en \"Feit\" in kolom P)"},
		"endless line": {[]byte(header + "\n" + strings.Repeat("a", 3<<20)), "langer dan 1 MB"},
	}
}

// patchDirectory overwrites four bytes of an entry in the zip directory.
func patchDirectory(file []byte, name string, field int, value uint32) []byte {
	file = bytes.Clone(file)
	at := bytes.LastIndex(file, []byte(name)) - 46
	binary.LittleEndian.PutUint32(file[at+field:], value)
	return file
}

func TestRefusals(t *testing.T) {
	for name, c := range refusals(t) {
		t.Run(name, func(t *testing.T) {
			_, err := Read(context.Background(), []Input{input("export", c.file)}, rulesFor(t),
				Options{ReferenceDate: day.NoDay})
			var refused *Error
			if !errors.As(err, &refused) || refused.Kind != Refused {
				t.Fatalf("got %v, want a refusal", err)
			}
			text := err.Error()
			if !strings.HasPrefix(text, "export") || !strings.Contains(text, c.want) || strings.Contains(text, "\n") ||
				strings.Contains(text, "Kanarie") {
				t.Errorf("got %q, want %q", text, c.want)
			}
			if refused.Hint == "" {
				t.Error("the refusal does not say what to do")
			}
		})
	}
}

type failingReader struct{ io.ReaderAt }

func (failingReader) ReadAt(p []byte, off int64) (int, error) {
	return 0, errors.New("read /dev/schijf: input/output error")
}

func TestDiskErrorsAreNoRefusals(t *testing.T) {
	_, err := Read(context.Background(), []Input{{Name: "export.csv", Data: failingReader{}, Size: 10}}, rulesFor(t),
		Options{ReferenceDate: day.NoDay})
	var failure *Error
	if !errors.As(err, &failure) || failure.Kind != Failed || strings.Contains(err.Error(), "input/output") {
		t.Errorf("got %v", err)
	}
}

func TestCancelledReadingStops(t *testing.T) {
	for name, file := range map[string][]byte{"csv": sample.CSV{}.Write(sample.Cases(20000)),
		"xlsx": sample.XLSX{}.Write(sample.Cases(5000))} {
		ctx, cancel := context.WithCancel(context.Background())
		_, err := Read(ctx, []Input{input(name, file)}, rulesFor(t),
			Options{ReferenceDate: day.NoDay, Progress: func(int64, int64) { cancel() }})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", name, err)
		}
		cancel()
	}
}

func TestNamedSheet(t *testing.T) {
	file := sample.XLSX{SheetName: "Zaken 2021", Hidden: true}.Write(sample.Cases(5))
	in := input("export", file)
	in.Sheet = "zaken  2021"
	data, err := Read(context.Background(), []Input{in}, rulesFor(t), Options{ReferenceDate: day.NoDay})
	if err != nil || data.Sources[0].Counted != 5 || data.Sources[0].Sheet != in.Sheet {
		t.Errorf("got %v, %v", data, err)
	}
	in.Sheet = "Zaken 2020"
	if _, err = Read(context.Background(), []Input{in}, rulesFor(t), Options{ReferenceDate: day.NoDay}); err == nil ||
		!strings.Contains(err.Error(), `"Zaken 2020" is er niet`) {
		t.Errorf("got %v", err)
	}
	in.Sheet = "1"
	if data, err = Read(context.Background(), []Input{in}, rulesFor(t),
		Options{ReferenceDate: day.NoDay}); err != nil || data.Sources[0].Counted != 5 {
		t.Errorf("by place: got %v, %v", data, err)
	}
}

func TestTextThatIsCalledExcelIsRefused(t *testing.T) {
	text := sample.CSV{}.Write(sample.Cases(20))
	for name, refused := range map[string]bool{"export.xlsx": true, "map/Export.XLSM": true, "export.csv": false,
		"export.xlsx.csv": false} {
		in := input(name, text)
		_, err := Read(context.Background(), []Input{in}, rulesFor(t), Options{ReferenceDate: day.NoDay})
		_, inspected := Inspect(context.Background(), []Input{in}, rulesFor(t))
		for _, err := range []error{err, inspected} {
			if (err != nil) != refused || refused &&
				!strings.Contains(err.Error(),
					"maar is geen Excel-bestand; open het in Excel en sla het op als .xlsx") {
				t.Errorf("%s: got %v", name, err)
			}
		}
	}
}

func TestInspectRefusesJunk(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 64<<10)
	for i := range noise {
		noise[i] = byte(rnd.Uint32())
	}
	for name, junk := range map[string][]byte{
		"noise": noise, "short": noise[:300], "program": append([]byte("MZ\x90\x00a;b\nc;d\n"), make([]byte, 500)...),
		"header": []byte("a\x01;b;c\n1;2;3\n"),
		"wide":   append([]byte{0xFF, 0xFE}, noise...),
	} {
		_, err := Inspect(context.Background(), []Input{input("export.csv", junk)}, rulesFor(t))
		var refused *Error
		if !errors.As(err, &refused) || refused.Kind != Refused || refused.Hint == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	text := bytes.Replace(sample.CSV{}.Write(sample.Cases(50)), []byte("rustig"), []byte("ru\x0Bst\xEBg"), 1)
	if _, err := Inspect(context.Background(), []Input{input("export.csv", text)}, rulesFor(t)); err != nil {
		t.Errorf("a stray mark in a cell: %v", err)
	}
}
