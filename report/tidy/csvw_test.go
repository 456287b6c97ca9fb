package tidy

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"herstel/stats/statstest"
)

// The metadata names the columns of the CSV in their order.
func TestCSVMetadataFitsTheCSV(t *testing.T) {
	figs := statstest.Demo(t)
	var table, described bytes.Buffer
	if err := CSV(&table, figs); err != nil {
		t.Fatal(err)
	}
	if err := CSVMetadata(&described, figs); err != nil {
		t.Fatal(err)
	}
	var metadata struct {
		URL    string `json:"url"`
		Schema struct {
			Columns []struct{ Titles, Name, Datatype string } `json:"columns"`
		} `json:"tableSchema"`
	}
	if err := json.Unmarshal(described.Bytes(), &metadata); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for i, c := range metadata.Schema.Columns {
		titles = append(titles, c.Titles)
		for _, record := range records[1:] {
			if c.Datatype != "string" && strings.Trim(record[i], "-0123456789.e") != "" {
				t.Fatalf("%s is a %s and holds %q", c.Titles, c.Datatype, record[i])
			}
		}
	}
	if metadata.URL != "cijfers-2021.csv" || !slices.Equal(titles, records[0]) {
		t.Errorf("%s describes %q, the CSV has %q", metadata.URL, titles, records[0])
	}
}

// The CSV for Excel has the same lines, with a comma in every number that is
// not whole.
func TestDutchCSVHasTheSameNumbers(t *testing.T) {
	figs := statstest.Demo(t)
	var plain, dutch bytes.Buffer
	if err := CSV(&plain, figs); err != nil {
		t.Fatal(err)
	}
	if err := DutchCSV(&dutch, figs); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(dutch.Bytes(), []byte("\xef\xbb\xbf")) || !bytes.Contains(dutch.Bytes(), []byte("\r\n")) {
		t.Error("no byte order mark, or lines that do not end as on Windows")
	}
	want, err := csv.NewReader(&plain).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(dutch.Bytes()[3:]))
	r.Comma = ';'
	got, err := r.ReadAll()
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d lines, want %d (%v)", len(got), len(want), err)
	}
	share := slices.Index(want[0], "aandeel")
	commas := 0
	for i := range got {
		for j := range got[i] {
			if j == share && strings.Contains(got[i][j], ",") {
				commas++
			}
			if back := strings.Replace(got[i][j], ",", ".", 1); got[i][j] != want[i][j] && back != want[i][j] {
				t.Fatalf("line %d, %s: %q, want %q", i+1, want[0][j], got[i][j], want[i][j])
			}
		}
	}
	if commas < 100 {
		t.Errorf("%d shares with a comma only", commas)
	}
}
