package casefile

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// toyBook is a format that herstel does not have: sheets of lines, cells between
// bars. It is all that a format needs.
type toyBook struct{ pages []grid.Sheet }

type toySheet struct {
	grid.SheetRef
	lines []string
	at    int
	one   grid.SheetRow
}

const toyMagic = "TOY\n"

func openToy(in Input) (grid.Book, error) {
	text, err := io.ReadAll(io.NewSectionReader(in.Data, 0, in.Size))
	if err != nil {
		return nil, grid.Unreadable(in, err)
	}
	b := &toyBook{}
	for i, page := range strings.Split(strings.TrimPrefix(string(text), toyMagic), "\f") {
		lines := strings.Split(strings.TrimSpace(page), "\n")
		b.pages = append(b.pages, &toySheet{SheetRef: grid.SheetRef{Name: lines[0], Number: i + 1}, lines: lines[1:]})
	}
	return b, nil
}

func (b *toyBook) Sheets() []grid.Sheet           { return append([]grid.Sheet(nil), b.pages...) }
func (b *toyBook) Epoch() grid.Epoch              { return grid.Epoch1900 }
func (b *toyBook) Notices() []stats.Notice        { return nil }
func (s *toySheet) Ref() *grid.SheetRef           { return &s.SheetRef }
func (s *toySheet) Exact() bool                   { return false }
func (s *toySheet) Rows() (grid.RowCursor, error) { s.at = 0; return s, nil }

func (s *toySheet) Find(j grid.Judge) (*grid.HeaderSearch, error) {
	s.at = 0
	return grid.FindIn(s, j)
}

func (s *toySheet) Next() (*grid.SheetRow, error) {
	if s.at == len(s.lines) {
		return nil, nil
	}
	s.one = grid.SheetRow{Cells: grid.CellsOf(strings.Split(s.lines[s.at], "|")), Number: s.at + 1}
	s.at++
	return &s.one, nil
}

// toySource gives all rows as one chunk.
type toySource struct {
	sheet *toySheet
	plan  grid.Plan
	done  bool
}

func (s *toySheet) Source(p grid.Plan) (grid.Source, error) {
	return &toySource{sheet: s, plan: p}, nil
}
func (s *toySource) Workers(int) int        { return 1 }
func (s *toySource) Begun() int64           { return 0 }
func (s *toySource) NewChunk() grid.Chunk   { return nil }
func (s *toySource) Close() (string, error) { return "sum", nil }

func (s *toySource) Cut(grid.Chunk) (int, bool, error) {
	more := !s.done
	s.done = true
	return 0, more, nil
}

func (s *toySource) Each(_ grid.Chunk, to grid.Sink) (uint32, int64, error) {
	below := s.sheet.lines[s.plan.HeaderRow:]
	for i, line := range below {
		cells := grid.CellsOf(strings.Split(line, "|"))
		for len(cells) < s.plan.Width {
			cells = append(cells, grid.Cell{})
		}
		to.Row(cells, uint32(i))
	}
	return uint32(len(below)), 1, nil
}

// TestAFormatIsOneEntry adds a kind of file to the list: reading, the sheets that
// are not read, init and koppel work with it as with the others.
func TestAFormatIsOneEntry(t *testing.T) {
	before := formats
	t.Cleanup(func() { formats = before })
	formats = append([]format{{func(head []byte) bool { return bytes.HasPrefix(head, []byte(toyMagic)) }, openToy}},
		formats...)
	header := strings.ReplaceAll(strings.TrimSpace(plainHeader), ";", "|")
	bare := strings.Replace(header, "|contact", "", 1)
	rows := func(drop string) string {
		var b strings.Builder
		for i := range 30 {
			b.WriteString("\n" + strings.ReplaceAll(strings.TrimSuffix(strings.TrimSpace(plainRow(i)), drop), ";", "|"))
		}
		return b.String()
	}
	file := []byte(toyMagic + "Zaken\nOverzicht\n" + header + rows("") + "\fOud\n" + header + "\nZ9|?|")
	options := Options{ReferenceDate: day.NoDay}
	if _, err := Read(context.Background(), []Input{input("a.toy", file)}, defaultRules(t), options); err == nil ||
		!strings.Contains(err.Error(), "meer dan één blad") {
		t.Errorf("two sheets that may be meant: %v", err)
	}
	in := input("a.toy", file)
	in.Sheet = "zaken"
	data, err := Read(context.Background(), []Input{in}, defaultRules(t), options)
	if err != nil {
		t.Fatal(err)
	}
	if s := data.Sources[0]; s.Counted != 30 || s.Rows != 30 || s.SHA256 != "sum" {
		t.Errorf("read %+v", s)
	}
	if !slices.ContainsFunc(data.Notices, func(n stats.Notice) bool {
		return n.ID == stats.NoticeSheetUnread &&
			n.Sheet == "2"
	}) {
		t.Errorf("noticed %+v", data.Notices)
	}
	found := inspect(t, file)
	if len(found.Files) != 2 || found.Files[0].Rows != 30 || found.Columns[0].Column != rules.ColCaseNumber {
		t.Errorf("init finds %+v", found.Files)
	}
	ruleset, err := rules.Parse(strings.NewReader("koppel: [{pad: b.toy, sleutel: nr, kolommen: {contact: " +
		"[gesproken]}}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	cases := []byte(toyMagic + "Zaken\n" + bare + rows(";nee"))
	contacts := []byte(toyMagic + "Contact\nnr|gesproken\nZ3|ja\nZ4|nee\n")
	data, err = Read(context.Background(), []Input{input("a.toy", cases)}, ruleset,
		Options{ReferenceDate: day.NoDay, Links: []Input{input("b.toy", contacts)}})
	if err != nil {
		t.Fatal(err)
	}
	if l := data.Links[0]; l.Rows != 2 || data.Sources[0].Counted != 30 {
		t.Errorf("linked %+v of %+v", l, data.Sources[0])
	}
}
