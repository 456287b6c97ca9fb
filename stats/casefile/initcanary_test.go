package casefile

import (
	"fmt"
	"strings"
	"testing"

	"herstel/stats/casefile/internal/sample"
)

// template inspects files and returns the herstel.yaml for them.
func template(t *testing.T, files ...[]byte) string {
	t.Helper()
	var b strings.Builder
	if err := WriteConfig(&b, inspect(t, files...)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNamesInACategoryColumnStayOutOfTheTemplate(t *testing.T) {
	for _, c := range []struct {
		name         string
		rows, people int // the first people rows hold a name of their own
		header, want string
	}{
		{"only names", 60, 60, "aanmelder", "60 verschillende waarden in 60 rijen"},
		{"header that is alike", 60, 40, "Aanmelders", "verschillende waarden in 60 rijen"},
		{"names beside known values", 1000, 60, "aanmelder", "verschillende waarden in 1000 rijen"},
		{"more names than are counted", 1000, 400, "aanmelder", "meer dan 200 verschillende waarden in 1000 rijen"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := sample.Cases(c.rows)
			sheet.Header = append([]string(nil), sheet.Header...)
			sheet.Header[4] = c.header
			for i := range c.people {
				sheet.Rows[i][4] = fmt.Sprintf("%s %c%c", canary, 'a'+i%26, 'a'+i/26)
			}
			got := template(t, sample.CSV{}.Write(sheet))
			if strings.Contains(got, canary) {
				t.Error("a name reached herstel.yaml")
			}
			if !strings.Contains(got, "# TE CONTROLEREN: deze kolom heeft ") ||
				!strings.Contains(got, c.want+"; staan er namen in?") ||
				strings.Contains(got, "kende herstel alle waarden") {
				t.Errorf("the template does not tell:\n%s", got)
			}
		})
	}
}

func TestFewValuesAreListed(t *testing.T) {
	sheet := sample.Cases(60)
	for i, row := range sheet.Rows {
		row[4] = fmt.Sprintf("Loket %c", 'a'+i%20)
	}
	if got := template(t, sample.CSV{}.Write(sheet)); strings.Count(got, `"Loket `) != 20 ||
		strings.Contains(got, "staan er namen in") {
		t.Errorf("got\n%s", got)
	}
}
