package casefile

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"herstel/stats"
	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// unreadSheet is what a sheet holds that is not read.
type unreadSheet struct {
	sheet   *grid.SheetRef
	rows    int // with content
	cases   int // that look like cases by the layout of the sheet that is read
	header  int // row of a header of cases of its own; 0 when there is none
	damaged bool
}

// survey looks at a sheet that is not read. A damaged sheet is no reason to
// stop: it is named.
func survey(ctx context.Context, sheet grid.Sheet, ep grid.Epoch, like *layout, ruleset *rules.Rules) (unreadSheet,
	error) {
	u := unreadSheet{sheet: sheet.Ref()}
	rows, err := sheet.Rows()
	for err == nil {
		var r *grid.SheetRow
		if r, err = rows.Next(); err != nil || r == nil {
			break
		}
		if !slices.ContainsFunc(r.Cells, grid.Cell.Filled) {
			continue
		}
		u.rows++
		if u.header == 0 && u.rows <= grid.HeaderLines && layoutOf(r.Cells, ruleset).isHeader() {
			u.header = r.Number
		}
		if like.isCase(r.Cells, ep) {
			u.cases++
		}
		if u.rows%patience == 0 && ctx.Err() != nil {
			return u, ctx.Err()
		}
	}
	var f *grid.Fault
	if errors.As(err, &f) {
		u.damaged = true
		return u, nil
	}
	return u, err
}

// unread surveys every sheet but the one that is read.
func unread(ctx context.Context, b grid.Book, sheets []grid.Sheet, in Input, read *foundSheet,
	ruleset *rules.Rules) ([]unreadSheet, error) {
	var list []unreadSheet
	for _, sheet := range sheets {
		if sheet.Ref().Number == read.sheet.Ref().Number {
			continue
		}
		u, err := survey(ctx, sheet, b.Epoch(), read.layout, ruleset)
		if err != nil {
			return nil, grid.Locate(in, sheet.Ref().Label(), 0, err)
		}
		if u.rows > 0 || u.damaged {
			list = append(list, u)
		}
	}
	return list, nil
}

// notice names the sheet.
func (u *unreadSheet) notice(file string) stats.Notice {
	n := stats.Notice{ID: stats.NoticeSheetUnread, Severity: stats.Warning, File: file, Sheet: u.sheet.Label()}
	hidden := ""
	if u.sheet.Hidden {
		hidden = "verborgen "
	}
	n.Text = fmt.Sprintf("dit %sblad met %d %s is niet gelezen", hidden, u.rows, plural(u.rows, "rij", "rijen"))
	const include = "; zet het blad in herstel.yaml onder bronnen als het mee moet tellen"
	switch {
	case u.damaged:
		n.Text = fmt.Sprintf("dit %sblad is niet gelezen: het is beschadigd", hidden)
	case u.header > 0:
		n.Text += fmt.Sprintf("; in rij %d staan kolomkoppen van een export", u.header) + include
	case u.cases > 0:
		n.Text += fmt.Sprintf("; %d %s, maar kolomkoppen ontbreken", u.cases,
			plural(u.cases, "rij lijkt op een zaak", "rijen lijken op zaken")) +
			"; zet er de kolomkoppen boven en noem het blad in herstel.yaml onder bronnen als het mee moet tellen"
	default:
		n.Severity = stats.Info
	}
	return n
}

// sheetsOf keeps which sheets of a workbook were read, over all inputs with
// its name: two inputs may be two sheets of one file.
type sheetsOf struct {
	name   string
	read   []int
	linked []int // by koppel
	unread []unreadSheet
}

func (l *ledger) sheetsOf(name string) *sheetsOf {
	for _, s := range l.sheets {
		if s.name == name {
			return s
		}
	}
	l.sheets = append(l.sheets, &sheetsOf{name: name})
	return l.sheets[len(l.sheets)-1]
}

// noticeUnread names the sheets that no input read.
func (l *ledger) noticeUnread() {
	for _, s := range l.sheets {
		for _, u := range s.unread {
			if !slices.Contains(s.read, u.sheet.Number) && !slices.Contains(s.linked, u.sheet.Number) {
				l.notices = append(l.notices, u.notice(s.name))
			}
		}
	}
}
