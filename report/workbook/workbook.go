package workbook

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"herstel/report/content"
	"herstel/stats"
)

// DefaultAuthor is the author in the document properties of a workbook whose
// options name none.
const DefaultAuthor = "Organisatie voor herstelbemiddeling"

// Options are the choices of one workbook. The zero value is a good
// choice.
type Options struct {
	Created time.Time // in the document properties; zero: the reference date of the figures
	Author  string    // organisation in the document properties; empty: DefaultAuthor
}

// Write writes the figures as an Excel appendix with the default options.
func Write(w io.Writer, c *content.Chapter) error {
	return Options{}.Write(w, c)
}

// Write writes the figures as an Excel appendix: a cover, a list of contents,
// the notes and definitions, one table a sheet, the account of the data, and
// the comparison with earlier reports where there is one. The same figures and
// options give the same bytes.
func (o Options) Write(w io.Writer, c *content.Chapter) error {
	file := excelize.NewFile()
	defer file.Close()
	book, err := newBook(file, c)
	if err != nil {
		return fmt.Errorf("de werkmap is niet te maken: %w", err)
	}
	for _, step := range []func() error{
		book.createSheets,
		book.writeSheets,
		func() error { return book.setProperties(o) },
		func() error { return writePackage(w, file, book.parts) },
	} {
		if err := step(); err != nil {
			return fmt.Errorf("de werkmap is niet te schrijven: %w", err)
		}
	}
	return nil
}

// book is a workbook under construction.
type book struct {
	file    *excelize.File
	chapter *content.Chapter
	figs    *stats.Figures // the numbers of the chapter
	styles  *styleSet
	notes   noteList
	tables  *names
	parts   map[string][]byte // written besides those of file, or instead of them
	sheets  []plannedSheet
}

// plannedSheet is a sheet that has its name, and is yet to get its content.
type plannedSheet struct {
	name    string
	subject string // in the list of contents
	build   func(name string) sheet
	late    bool // its content needs the notes of the other sheets
}

func newBook(file *excelize.File, c *content.Chapter) (*book, error) {
	styles, err := newStyles(file)
	if err != nil {
		return nil, err
	}
	b := &book{file: file, chapter: c, figs: c.Numbers, styles: styles, tables: newNames(maxTableName, "_%d"),
		parts: map[string][]byte{}}
	b.plan()
	return b, nil
}

// plan lists the sheets in their order, with unique names.
func (b *book) plan() {
	names := newNames(maxSheetName, " (%d)")
	add := func(name, subject string, late bool, build func(string) sheet) {
		b.sheets = append(b.sheets, plannedSheet{names.take(sheetName(name)), subject, build, late})
	}
	reserve := []string{"Voorblad", "Inhoud", "Toelichting", "Onzekerheid", "Verantwoording", "Gepubliceerd"}
	add(reserve[0], "Voorblad", false, b.cover)
	add(reserve[1], "Inhoud", false, b.contents)
	add(reserve[2], "Symbolen, noten en definities", true, b.explanation)
	names.reserve(reserve[3:])
	for _, f := range b.chapter.Figures {
		add(f.Short, b.subjectOf(f), false, func(name string) sheet { return b.figure(name, f) })
	}
	names.release(reserve[3:])
	add(reserve[3], "Onzekerheid: alle aandelen met hun toevalsmarge", false, b.uncertainty)
	add(reserve[4], "Verantwoording: bronnen, rijen, bevindingen en uitzonderingen", false, b.account)
	if len(b.figs.Published) > 0 {
		add(reserve[5], "Vergelijking met wat eerdere verslagen noemden", false, b.published)
	}
}

// createSheets adds every sheet to the file, so that their order is fixed
// before any of them has content.
func (b *book) createSheets() error {
	for i, planned := range b.sheets {
		if i == 0 {
			if err := b.file.SetSheetName("Sheet1", planned.name); err != nil {
				return err
			}
			continue
		}
		if _, err := b.file.NewSheet(planned.name); err != nil {
			return err
		}
	}
	b.file.SetActiveSheet(0)
	return nil
}

// writeSheets gives the sheets their content, the late ones last.
func (b *book) writeSheets() error {
	for _, late := range []bool{false, true} {
		for i, planned := range b.sheets {
			if planned.late != late {
				continue
			}
			written := planned.build(planned.name)
			b.write(i+1, planned.name, &written)
			if err := b.defineAreas(planned.name, &written); err != nil {
				return fmt.Errorf("blad %s: %w", planned.name, err)
			}
		}
	}
	return nil
}

// setProperties fills the document properties, with a fixed moment.
func (b *book) setProperties(o Options) error {
	created := o.Created
	if created.IsZero() {
		created = b.figs.ReferenceDate.Time()
	}
	author := cmp.Or(o.Author, b.chapter.Author, DefaultAuthor)
	moment := created.UTC().Format(time.RFC3339)
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title:          b.title(),
		Subject:        fmt.Sprintf("Cijfers over herstelbemiddeling in %d", b.figs.Year),
		Creator:        author,
		LastModifiedBy: author,
		Description:    b.provenance(),
		Language:       "nl-NL",
		Created:        moment,
		Modified:       moment,
	})
	if err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "herstel", Company: author})
}

// title is the title of the whole workbook.
func (b *book) title() string {
	return b.mark(b.coverTitle())
}

// mark puts VOORBEELDDATA before a title that stands over made-up figures.
func (b *book) mark(title string) string {
	if b.figs.Demo {
		return content.ExampleMark + ": " + title
	}
	return title
}

// provenance says what made the workbook, from what.
func (b *book) provenance() string {
	return strings.TrimSpace(fmt.Sprintf("Gemaakt met herstel %s, peildatum %s. %s", b.figs.Version,
		b.figs.ReferenceDate, b.chapter.Run))
}
