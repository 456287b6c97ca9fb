package casefile

import (
	"testing"

	"golang.org/x/text/encoding/charmap"

	"herstel/stats"
	"herstel/stats/day"
)

// TestGarbledTextIsNamed writes the same export in several ways.
func TestGarbledTextIsNamed(t *testing.T) {
	rows := rowsOf(1, 20)
	for i := range rows[1:] {
		rows[i+1][13] = []string{"Fryslân, Rensumageëst", "België", "Curaçao", "coördinatie", "café Zürich"}[i%5]
	}
	text := string(csvOf(rows))
	encode := func(e *charmap.Charmap) []byte {
		b, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(b)
	}
	twice, err := charmap.Windows1252.NewDecoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"utf-8": {[]byte(text), ""}, "windows-1252": {encode(charmap.Windows1252), ""},
		"cp850": {encode(charmap.CodePage850), "cp850"},
		"mac":   {encode(charmap.Macintosh), "Mac Roman"}, "twice": {[]byte(twice), "twee keer"},
	} {
		data := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay}, c.file)
		told := hasNotice(data, stats.NoticeGarbled, c.want)
		if told != (c.want != "") {
			t.Errorf("%s: %v", name, data.Notices)
		}
	}
}
