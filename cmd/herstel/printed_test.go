package main

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"math"
	"testing"
)

// observed is one figure in the JSON form.
type observed struct {
	Figure       string            `json:"figuur"`
	Year         int               `json:"jaar"`
	Category     map[string]string `json:"categorie"`
	Count        *int              `json:"aantal"`
	Base         *int              `json:"noemer"`
	Share        *float64          `json:"aandeel"`
	Rank         *int              `json:"rang"`
	RankPrevious *int              `json:"rang_vorig"`
	Status       string            `json:"status"`
}

func demoFigures(t *testing.T) []observed {
	t.Helper()
	var out, errs bytes.Buffer
	args := []string{"figures", "--demo", "--year", "2021", "--format", "json"}
	if code := run(context.Background(), args, system{stdout: &out, stderr: &errs, disk: osDisk{}}); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	var doc struct {
		Figures []observed `json:"cijfers"`
	}
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Figures
}

type labels = map[string]string

func find(t *testing.T, all []observed, figure string, year int, category labels) observed {
	t.Helper()
	for _, o := range all {
		if o.Figure == figure && o.Year == year && maps.Equal(o.Category, category) {
			return o
		}
	}
	t.Errorf("no %s %v for %d", figure, category, year)
	return observed{}
}

const victim = "slachtoffer of nabestaande"

// TestDemoGivesThePrintedCounts and the tests below it hold the demo against
// every number that the annual report over 2021 printed.
func TestDemoGivesThePrintedCounts(t *testing.T) {
	all := demoFigures(t)
	for _, p := range []struct {
		figure   string
		year     int
		category labels
		count    int
	}{
		{"instroom", 2020, labels{"stroom": "aanmeldingen"}, 1457},
		{"instroom", 2021, labels{"stroom": "aanmeldingen"}, 1358},
		{"instroom", 2020, labels{"stroom": "uitgezet"}, 1191},
		{"instroom", 2021, labels{"stroom": "uitgezet"}, 1047},
		{"instroom", 2020, labels{"stroom": "afgekeurd"}, 266},
		{"instroom", 2021, labels{"stroom": "afgekeurd"}, 311},
		{"instroom", 2020, labels{"stroom": "nog te beoordelen"}, 0},
		{"instroom", 2021, labels{"stroom": "nog te beoordelen"}, 0},
		{"afkeurreden", 2021, labels{"afkeurreden": "OM verstrekt geen gegevens"}, 42},
		{"afkeurreden", 2021, labels{"afkeurreden": "MiS wordt onderzocht"}, 50},
		{"aanmeldgroep", 2021, labels{"aanmeldgroep": "zelf"}, 240},
		{"delict", 2020, labels{"aanleiding": "Zeden", "delict": "Verkrachting"}, 34},
		{"delict", 2021, labels{"aanleiding": "Zeden", "delict": "Verkrachting"}, 84},
		{"delict", 2020, labels{"aanleiding": "Zeden", "delict": "Grensoverschrijdend gedrag"}, 3},
		{"delict", 2021, labels{"aanleiding": "Zeden", "delict": "Grensoverschrijdend gedrag"}, 31},
		{"bemiddelaars", 2021, labels{}, 22},
		{"kerncijfers", 2021, labels{"kerncijfer": "Websitebezoekers"}, 17500},
		{"kerncijfers", 2020, labels{"kerncijfer": "Websitebezoekers"}, 16500},
		{"kerncijfers", 2021, labels{"kerncijfer": "Instagram-volgers"}, 300},
		{"kerncijfers", 2020, labels{"kerncijfer": "Instagram-volgers"}, 150},
		{"kerncijfers", 2021, labels{"kerncijfer": "Klachten"}, 0},
	} {
		o := find(t, all, p.figure, p.year, p.category)
		if o.Status != "ok" || o.Count == nil || *o.Count != p.count {
			t.Errorf("%s %v %d: status %s, count %v; printed %d", p.figure, p.category, p.year, o.Status,
				value(o.Count), p.count)
		}
	}
	if received := find(t, all, "instroom", 2019, labels{"stroom": "aanmeldingen"}); value(received.Count) < 1500 ||
		value(received.Count) > 1600 {
		t.Errorf("aanmeldingen 2019: %d; printed about 1,550", value(received.Count))
	}
	linkedIn, before := find(t, all, "kerncijfers", 2021, labels{"kerncijfer": "LinkedIn-volgers"}),
		find(t, all, "kerncijfers", 2020, labels{"kerncijfer": "LinkedIn-volgers"})
	if n, was := value(linkedIn.Count), value(before.Count); n < 2950 || n >= 3000 || 4*n != 5*was {
		t.Errorf("LinkedIn: %d after %d; printed nearly 3.000, +25%%", n, was)
	}
}

func TestDemoGivesThePrintedPercentages(t *testing.T) {
	all := demoFigures(t)
	group := func(name string) labels { return labels{"aanleiding": name} }
	initiative := func(name string) labels { return labels{"initiatief": name} }
	for _, p := range []struct {
		figure   string
		year     int
		category labels
		percent  float64
	}{
		{"aanmeldgroep", 2020, labels{"aanmeldgroep": "zelf"}, 15},
		{"aanmeldgroep", 2020, labels{"aanmeldgroep": "professioneel"}, 85},
		{"aanmeldgroep", 2021, labels{"aanmeldgroep": "zelf"}, 23},
		{"aanmeldgroep", 2021, labels{"aanmeldgroep": "professioneel"}, 77},
		{"aanleiding", 2019, group("Zeden"), 11},
		{"aanleiding", 2020, group("Geweld"), 55},
		{"aanleiding", 2020, group("Zeden"), 10},
		{"aanleiding", 2020, group("Verkeer"), 14},
		{"aanleiding", 2020, group("Overig"), 21},
		{"aanleiding", 2021, group("Geweld"), 45},
		{"aanleiding", 2021, group("Zeden"), 22},
		{"aanleiding", 2021, group("Verkeer"), 14},
		{"aanleiding", 2021, group("Overig"), 19},
		{"initiatief", 2019, initiative(victim), 38},
		{"initiatief", 2020, initiative(victim), 34},
		{"initiatief", 2020, initiative("verdachte, dader of veroorzaker"), 63},
		{"initiatief", 2020, initiative("overig"), 3},
		{"initiatief", 2021, initiative(victim), 41},
		{"initiatief", 2021, initiative("verdachte, dader of veroorzaker"), 58},
		{"initiatief", 2021, initiative("overig"), 1},
		{"initiatief_per_aanleiding", 2021, labels{"aanleiding": "Zeden", "initiatief": victim}, 63},
		{"initiatief_per_aanleiding", 2021, labels{"aanleiding": "Verkeer", "initiatief": victim}, 77},
		{"initiatief_per_aanmeldgroep", 2021, labels{"aanmeldgroep": "zelf", "initiatief": victim}, 57},
		{"contact", 2019, labels{}, 26},
		{"contact", 2020, labels{}, 30},
		{"contact", 2021, labels{}, 34},
		{"contact_per_aanleiding", 2020, group("Zeden"), 39},
		{"contact_per_aanleiding", 2020, group("Verkeer"), 49},
		{"contact_per_aanleiding", 2021, group("Zeden"), 43},
		{"contact_per_aanleiding", 2021, group("Verkeer"), 51},
		{"contact_na_bereidheid", 2020, labels{}, 93},
		{"contact_na_bereidheid", 2021, labels{}, 90},
	} {
		o := find(t, all, p.figure, p.year, p.category)
		if o.Status != "ok" || o.Share == nil || math.Floor(*o.Share*100+0.5) != p.percent {
			t.Errorf("%s %v %d: status %s, share %v; printed %v%%", p.figure, p.category, p.year, o.Status, o.Share,
				p.percent)
		}
	}
}

func TestDemoGivesThePrintedRanks(t *testing.T) {
	all := demoFigures(t)
	for name, rank := range map[string]int{
		"zelf": 1, "Slachtofferhulp Nederland": 2, "Reclassering": 3, "Justitiële inrichtingen": 4,
		"Raad voor de Kinderbescherming": 5,
	} {
		if o := find(t, all, "aanmelder", 2021, labels{"aanmelder": name}); value(o.Rank) != rank {
			t.Errorf("%s is number %d, printed %d", name, value(o.Rank), rank)
		}
	}
	for name, rank := range map[string]int{"Slachtofferhulp Nederland": 1, "Raad voor de Kinderbescherming": 2} {
		if o := find(t, all, "aanmelder", 2020, labels{"aanmelder": name}); value(o.Rank) != rank {
			t.Errorf("%s was number %d in 2020, printed %d", name, value(o.Rank), rank)
		}
		if o := find(t, all, "aanmelder", 2021, labels{"aanmelder": name}); value(o.RankPrevious) != rank {
			t.Errorf("%s: rang_vorig is %d, want %d", name, value(o.RankPrevious), rank)
		}
	}
	largest, fall := "", 0
	for _, o := range all {
		if o.Figure == "aanmelder" && o.Year == 2021 {
			before := find(t, all, "aanmelder", 2020, o.Category)
			if d := value(before.Count) - value(o.Count); d > fall {
				largest, fall = o.Category["aanmelder"], d
			}
		}
	}
	if largest != "Raad voor de Kinderbescherming" {
		t.Errorf("the largest fall is that of %s", largest)
	}
}

func TestDemoGivesThePrintedComparisons(t *testing.T) {
	all := demoFigures(t)
	now, before := find(t, all, "aanleiding", 2021, labels{"aanleiding": "Zeden"}),
		find(t, all, "aanleiding", 2020, labels{"aanleiding": "Zeden"})
	if value(now.Count) <= 2*value(before.Count) {
		t.Errorf("Zeden: %d after %d; printed more than twice", value(now.Count), value(before.Count))
	}
	forms := map[string]int{}
	for _, o := range all {
		if o.Figure == "contactvorm" && o.Year == 2021 {
			forms[o.Category["contactvorm"]] = value(o.Count)
		}
	}
	for form, n := range forms {
		if form != "Gesprek" && n >= forms["Gesprek"] {
			t.Errorf("%d chose %s, %d Gesprek; printed most Gesprek", n, form, forms["Gesprek"])
		}
	}
	const message = "Video- of audioboodschap"
	early := find(t, all, "contactvorm", 2019, labels{"contactvorm": message})
	if n := forms[message]; n == 0 || 10*n > forms["Gesprek"] || n <= value(early.Count) {
		t.Errorf("%s: %d after %d in 2019; printed small, higher than 2019", message, n, value(early.Count))
	}
}

func value(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}
