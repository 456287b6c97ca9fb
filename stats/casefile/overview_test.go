package casefile

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// readSheet reads a sheet as CSV.
func readSheet(t *testing.T, sheet *sample.Sheet) *stats.Dataset {
	t.Helper()
	data, err := Read(context.Background(), []Input{input("a", sample.CSV{}.Write(sheet))}, rulesFor(t),
		Options{ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// noticed returns the texts of the notices of one kind.
func noticed(data *stats.Dataset, id string) []string {
	var texts []string
	for _, n := range data.Notices {
		if n.ID == id {
			texts = append(texts, n.Text)
		}
	}
	return texts
}

func TestAGoodExportGivesNoNotice(t *testing.T) {
	if data := readSheet(t, sample.Cases(2000)); len(data.Notices) != 0 {
		t.Errorf("got %+v", data.Notices)
	}
}

// TestMappingErrorsAreNoticed makes one kind of error in a good export at a time.
func TestMappingErrorsAreNoticed(t *testing.T) {
	emptied := func(column, year int) func(*sample.Sheet) {
		return func(s *sample.Sheet) {
			for _, row := range s.Rows {
				if year == 0 || row[1].(time.Time).Year() == year {
					row[column] = ""
				}
			}
		}
	}
	for _, c := range []struct {
		name, id, want string
		spoil          func(*sample.Sheet)
	}{
		{"contact emptied", stats.NoticeEmptyColumn, "de kolom contact is in alle rijen leeg", emptied(8, 0)},
		{"reason emptied", stats.NoticeEmptyColumn, "de kolom afkeurreden is in alle rijen leeg", emptied(3, 0)},
		{"offence emptied in a year", stats.NoticeEmptyColumn, "de kolom delict is leeg in alle zaken van 2019",
			emptied(6, 2019)},
		{"a month left out", stats.NoticeMonthGap, "er zijn geen aanmeldingen in maart 2019;", func(s *sample.Sheet) {
			kept := s.Rows[:0]
			for _, row := range s.Rows {
				if on := row[1].(time.Time); on.Year() != 2019 || on.Month() != time.March {
					kept = append(kept, row)
				}
			}
			s.Rows = kept
		}},
		{"two thirds of a year left out", stats.NoticeYearJump, "2019 heeft ", func(s *sample.Sheet) {
			kept := s.Rows[:0]
			for i, row := range s.Rows {
				if row[1].(time.Time).Year() != 2019 || i%3 == 0 {
					kept = append(kept, row)
				}
			}
			s.Rows = kept
		}},
		{"one date in 2032", stats.NoticeLoneDate,
			"de datum 03-03-2032 ligt meer dan 60 dagen na alle andere en telt niet voor de peildatum",
			func(s *sample.Sheet) {
				s.Rows[1500][11] = time.Date(2032, 3, 3, 0, 0, 0, 0, time.UTC)
			}},
		{"one date in 1921", stats.NoticeLoneDate, "de aanmelddatum 03-03-1921 ligt meer dan een jaar voor de andere",
			func(s *sample.Sheet) {
				s.Rows[1500][1] = time.Date(1921, 3, 3, 0, 0, 0, 0, time.UTC)
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := sample.Cases(2000)
			c.spoil(sheet)
			data := readSheet(t, sheet)
			got := noticed(data, c.id)
			if len(got) == 0 || !strings.HasPrefix(got[0], c.want) {
				t.Errorf("got %q of %+v, want %q", got, data.Notices, c.want)
			}
		})
	}
}

// TestOneDateDoesNotMoveTheReferenceDate finds the latest date but one with
// code of its own.
func TestOneDateDoesNotMoveTheReferenceDate(t *testing.T) {
	sheet := sample.Cases(2000)
	var latest time.Time
	for _, row := range sheet.Rows {
		for _, column := range []int{1, 2, 9, 11} {
			if on, ok := row[column].(time.Time); ok && on.After(latest) {
				latest = on
			}
		}
	}
	sheet.Rows[700][11] = latest.AddDate(3, 0, 0)
	data := readSheet(t, sheet)
	if want, _ := day.Of(latest.Year(), int(latest.Month()), latest.Day()); data.LastDay != want {
		t.Errorf("got %v, want %v", data.LastDay, want)
	}
	for _, n := range data.Notices {
		if n.ID == stats.NoticeLoneDate && fmt.Sprint(n.Rows) == "[702]" {
			return
		}
	}
	t.Errorf("row 702 is not named: %+v", data.Notices)
}

func TestAFigureThatRestsOnAnEmptyColumnIsNotAvailable(t *testing.T) {
	sheet := sample.Cases(2000)
	for _, row := range sheet.Rows {
		row[8], row[9] = "", ""
		if row[1].(time.Time).Year() == 2020 {
			row[6] = ""
		}
	}
	data := readSheet(t, sheet)
	figs, err := stats.Compute(data, rulesFor(t), stats.Options{Year: 2021, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	status := func(id string, year int) (found []string) {
		table, ok := figs.Table(id)
		if !ok {
			t.Fatalf("no %s", id)
		}
		for _, row := range table.Rows {
			for i, y := range figs.Years {
				if y == year {
					found = append(found, row.Cells[i].Reason)
				}
			}
		}
		return found
	}
	for _, reason := range status("contact", 2021) {
		if !strings.Contains(reason, "zijn leeg of niet te lezen in 2021") {
			t.Errorf("contact of 2021 has reason %q", reason)
		}
	}
	for _, reason := range status("aanleiding", 2020) {
		if want := fmt.Sprintf("de kolom %q is leeg of niet te lezen in 2020",
			rules.ColOffence.String()); reason != want {
			t.Errorf("aanleiding of 2020 has reason %q", reason)
		}
	}
	for _, reason := range status("aanleiding", 2021) {
		if reason != "" {
			t.Errorf("aanleiding of 2021 has reason %q", reason)
		}
	}
}

// TestAColumnInOtherWordsIsNoNo writes yes and no, and a date, as herstel does not read
// them: what rests on them is not available, and is never told as zero.
func TestAColumnInOtherWordsIsNoNo(t *testing.T) {
	sheet := sample.Cases(2000)
	words := map[any]string{"ja": "-1", "nee": "0"}
	for i, row := range sheet.Rows {
		if word, ok := words[row[8]]; ok {
			row[8] = word
		}
		row[9] = ""
		if closed, ok := row[11].(time.Time); ok && closed.Year() != 2019 && i%2 == 0 {
			row[11] = closed.Format("2006")
		}
	}
	data := readSheet(t, sheet)
	if got := noticed(data, stats.NoticeUnreadColumn); len(got) != 2 ||
		!strings.HasPrefix(got[0], "van de kolom contact is een groot deel niet te lezen") ||
		!strings.HasPrefix(got[1], "van de kolom afsluitdatum is een groot deel niet te lezen") {
		t.Errorf("got %q", got)
	}
	figs, err := stats.Compute(data, rulesFor(t), stats.Options{Year: 2020, ReferenceDate: day.NoDay})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"contact", "standen"} {
		table, ok := figs.Table(id)
		if !ok {
			t.Fatalf("no %s", id)
		}
		for _, row := range table.Rows {
			if cell := row.Cells[0]; cell.Count.Known || !strings.Contains(cell.Reason, "niet te lezen") {
				t.Errorf("%s %v of %d: %+v", id, row.Labels, figs.Years[0], cell)
			}
		}
	}
}
