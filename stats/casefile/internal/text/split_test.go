package text

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"herstel/stats/casefile/internal/grid"
)

// FuzzSplit compares the splitter with encoding/csv on text that both accept.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"a;b\nc;d\n", "\"a\"\"b\";c\r\nd;e", "a;\"b\nc\"\nd;e\n", "a\n\n\nb", ";;\n;", "\"\";\"\"\n", "a;\"b",
		"\"a\"b;c\nd;e\n", "a\rb;c\r\n\"x\r\ny\";z", "\r\n\"", "\"a\"\r",
		"a\x00;b\n", "\r\r", "\r\r\na", "\"a\";b\r\n\"\";\"c;\"\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(compareCSV)
}

// compareCSV cuts text with the splitter. What is whole must be what
// encoding/csv makes of it, which skips empty lines and mends \r\n in quotes.
func compareCSV(t *testing.T, text []byte) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = ';', -1
	want, err := r.ReadAll()
	if err != nil {
		return
	}
	s := splitter{dialect: dialect{comma: ';', quote: '"'}}
	cells := make([]grid.Cell, len(text)+1)
	var got [][]string
	for pos := 0; pos < len(text); {
		count, length, _, result := s.record(text[pos:], true, cells)
		if result != complete || length == 0 {
			t.Fatalf("%q: encoding/csv accepts it", text)
		}
		if bytes.IndexByte(text[pos:pos+length], '"') < 0 {
			fast := make([]grid.Cell, len(text)+1)
			n, next := s.line(text, pos, fast)
			if n != count || next != pos+length ||
				!slices.EqualFunc(fast[:n], cells[:n],
					func(a, b grid.Cell) bool { return string(a.Text) == string(b.Text) }) {
				t.Fatalf("%q: line and record differ", text)
			}
		}
		compareQuoted(t, &s, text, pos, pos+length, cells[:count])
		record := make([]string, count)
		for i, c := range cells[:count] {
			record[i] = strings.ReplaceAll(string(c.Text), "\r\n", "\n")
		}
		line := bytes.TrimSuffix(text[pos:pos+length], []byte("\n"))
		if len(bytes.TrimSuffix(line, []byte("\r"))) > 0 {
			got = append(got, record)
		}
		pos += length
	}
	if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Fatalf("%q: got %q, encoding/csv gives %q", text, got, want)
	}
}

// compareQuoted cuts a record the fast way, if it is of the kind for that.
func compareQuoted(t *testing.T, s *splitter, text []byte, pos, next int, want []grid.Cell) {
	fast := make([]grid.Cell, len(text)+1)
	n, end, ok := s.quotedLine(text, pos, fast)
	if ok && (end != next || !slices.EqualFunc(fast[:n], want,
		func(a, b grid.Cell) bool { return string(a.Text) == string(b.Text) })) {
		t.Fatalf("%q: the fast way and record differ at %d", text, pos)
	}
}
