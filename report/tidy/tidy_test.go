package tidy

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"herstel/stats"

	"herstel/stats/statstest"
)

type jsonFigures struct {
	Schema    int    `json:"schema"`
	Year      int    `json:"jaar"`
	Reference string `json:"peildatum"`
	Demo      bool   `json:"voorbeelddata"`
	Figures   []struct {
		Figure   string            `json:"figuur"`
		Year     int               `json:"jaar"`
		Category map[string]string `json:"categorie"`
		Count    *int              `json:"aantal"`
		Base     *int              `json:"noemer"`
		Share    *float64          `json:"aandeel"`
		Median   *float64          `json:"mediaan"`
		Rank     *int              `json:"rang"`
		Status   string            `json:"status"`
	} `json:"cijfers"`
}

func TestJSONAndCSVHoldTheSameNumbers(t *testing.T) {
	figs := statstest.Demo(t)
	var asJSON, asCSV bytes.Buffer
	if err := JSON(&asJSON, figs); err != nil {
		t.Fatal(err)
	}
	if err := CSV(&asCSV, figs); err != nil {
		t.Fatal(err)
	}
	var doc jsonFigures
	if err := json.Unmarshal(asJSON.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Schema != 1 || doc.Year != 2021 || doc.Reference != "2022-03-01" || !doc.Demo {
		t.Errorf("heading is %+v", doc)
	}
	records, err := csv.NewReader(&asCSV).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(records)-1 != len(doc.Figures) || len(doc.Figures) < 300 {
		t.Fatalf("%d records in CSV, %d observations in JSON", len(records)-1, len(doc.Figures))
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	for i, o := range doc.Figures {
		record := records[i+1]
		if record[column["figuur"]] != o.Figure || record[column["jaar"]] != strconv.Itoa(o.Year) ||
			record[column["status"]] != o.Status {
			t.Fatalf("record %d is %v, JSON says %+v", i, record, o)
		}
		for dimension, value := range o.Category {
			if record[column[dimension]] != value {
				t.Errorf("record %d: %s is %q, JSON says %q", i, dimension, record[column[dimension]], value)
			}
		}
		if record[column["opmerking"]] != "VOORBEELDDATA" {
			t.Fatalf("record %d does not say that it is example data", i)
		}
		if o.Count != nil && record[column["aantal"]] != strconv.Itoa(*o.Count) {
			t.Errorf("record %d: aantal is %q, JSON says %d", i, record[column["aantal"]], *o.Count)
		}
		if o.Share != nil {
			share, err := strconv.ParseFloat(record[column["aandeel"]], 64)
			if err != nil || share != *o.Share {
				t.Errorf("record %d: aandeel is %q, JSON says %v", i, record[column["aandeel"]], *o.Share)
			}
		}
	}
}

// The differences of the demo, from the printed counts: Geweld 655 and 471, which
// is 28.09% less; contact 357 and 356. Only the report year has any.
func TestDifferencesInTheTidyForm(t *testing.T) {
	var asJSON, asCSV bytes.Buffer
	figs := statstest.Demo(t)
	if err := JSON(&asJSON, figs); err != nil {
		t.Fatal(err)
	}
	if err := CSV(&asCSV, figs); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"categorie":{"aanleiding":"Geweld"},"aantal":471,"noemer":1047,"aandeel":0.4498567335243553,"interval":[0.41`,
		`"verschil":{"jaar":2020,"aantal":-184,"procent":-28.09`,
		`"duidelijk":true,"status":"ok","redenen":[]},"status":"ok"}`,
		`{"figuur":"contact","jaar":2021,"categorie":{},"aantal":356,"noemer":1047,"aandeel":0.34001910219675263,"voorlopig":true,`,
		`"reden":"de export begint op 1 januari 2019; van de zaken die in 2019 eindigden ontbreekt naar schatting 35%"`,
	} {
		if !strings.Contains(asJSON.String(), part) {
			t.Errorf("the JSON has no %s", part)
		}
	}
	if strings.Contains(strings.Join(linesWith(asJSON.String(), `"jaar":2020,"categorie"`), ""), `"verschil"`) {
		t.Error("an observation of an earlier year has a difference")
	}
	if lines := linesWith(asCSV.String(), "contact,2021,"); len(lines) != 1 || !strings.Contains(lines[0], ",ja,") ||
		!strings.Contains(lines[0], ",2020,-1,") {
		t.Errorf("contact in CSV is %q", lines)
	}
}

func linesWith(text, part string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return !strings.Contains(line, part) })
}

func TestCSVSaysThatHidingIsOff(t *testing.T) {
	figs := statstest.Demo(t)
	figs.Demo = false
	for _, threshold := range []int{0, 1} {
		figs.Threshold = threshold
		testRemark(t, figs)
	}
}

func testRemark(t *testing.T, figs *stats.Figures) {
	t.Helper()
	var b bytes.Buffer
	if err := CSV(&b, figs); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		if got := record[len(record)-1]; got != fmt.Sprintf("kleine aantallen niet verborgen (drempel %d)",
			figs.Threshold) {
			t.Fatalf("opmerking is %q", got)
		}
	}
}

func TestPlainTextDisarmsFormulas(t *testing.T) {
	for label, want := range map[string]string{"=1+1": "'=1+1", "+31": "'+31", "-x": "'-x", "@SUM": "'@SUM",
		"Zeden": "Zeden", "": ""} {
		if got := PlainText(label); got != want {
			t.Errorf("plainText(%q) = %q, want %q", label, got, want)
		}
	}
}
