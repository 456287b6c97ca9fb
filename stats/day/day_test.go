package day

import (
	"testing"
	"time"
)

func TestDayAgreesWithTimePackage(t *testing.T) {
	first := time.Date(FirstYear, 1, 1, 0, 0, 0, 0, time.UTC)
	for at := first; at.Year() <= LastYear; at = at.AddDate(0, 0, 1) {
		year, month, day := at.Date()
		got, ok := Of(year, int(month), day)
		if want := Day(at.Sub(first)/(24*time.Hour)) + 1; !ok || got != want {
			t.Fatalf("DayOf(%s) = %d, %v; want %d", at.Format(time.DateOnly), got, ok, want)
		}
		if y, m, d := got.Civil(); y != year || m != int(month) || d != day || got.Year() != year {
			t.Fatalf("Civil of %s = %d-%d-%d", at.Format(time.DateOnly), y, m, d)
		}
		if got.String() != at.Format(time.DateOnly) {
			t.Fatalf("String of %s = %s", at.Format(time.DateOnly), got)
		}
	}
}

func TestDayOfRefusesDatesThatDoNotExist(t *testing.T) {
	for _, date := range [][3]int{{2021, 2, 29}, {1900, 2, 29}, {2021, 4, 31}, {2021, 13, 1}, {2021, 0, 1},
		{2021, 1, 0}, {1899, 12, 31}, {2101, 1, 1}} {
		if day, ok := Of(date[0], date[1], date[2]); ok {
			t.Errorf("DayOf%v = %s, want no date", date, day)
		}
	}
}

func TestYearsEarlier(t *testing.T) {
	for _, test := range []struct {
		day   string
		years int
		want  string
	}{{"2022-03-01", 1, "2021-03-01"}, {"2024-02-29", 1, "2023-02-28"}, {"2024-02-29", 4, "2020-02-29"},
		{"2022-03-01", 0, "2022-03-01"}} {
		day, ok := Parse(test.day)
		if !ok {
			t.Fatal(test.day)
		}
		if got := day.YearsEarlier(test.years).String(); got != test.want {
			t.Errorf("%s, %d years earlier = %s, want %s", test.day, test.years, got, test.want)
		}
	}
}
