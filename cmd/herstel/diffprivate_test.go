package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawnExport is a random export of some tens of cases of two years.
func drawnExport(r *rapid.T, name string) [][]string {
	pick := func(words ...string) string { return rapid.SampledFrom(words).Draw(r, name) }
	var rows [][]string
	for i := range rapid.IntRange(5, 60).Draw(r, name) {
		month := rapid.IntRange(1, 12).Draw(r, name)
		date := fmt.Sprintf("%02d-%s", month, pick("2020", "2021", "2021"))
		row := []string{fmt.Sprintf("Z%02d", i), "01-" + date, "03-" + date, "",
			pick("zelf", "SHN", "Politie"), pick("Slachtoffer", "Dader", ""),
			pick("Verkrachting", "Verkrachting", "Mishandeling", "Diefstal", "Incest"), pick("ja", "nee"), "nee", "",
			"", "",
			pick("voetbal", "judo", "geen")}
		switch pick("gone", "willing", "contact", "no", "no") {
		case "gone":
			row[2], row[3] = "", pick("Dubbel", "Buiten het kader")
		case "willing":
			row[7] = "ja"
		case "contact":
			row[8], row[9], row[10] = "ja", "20-"+date, pick("Gesprek", "Briefwisseling")
			row[11] = "25-" + date
		}
		rows = append(rows, row)
	}
	return rows
}

// changedExport is an export some time later: cases came, went and were corrected.
func changedExport(r *rapid.T, rows [][]string) [][]string {
	other := drawnExport(r, "new")
	var changed [][]string
	for i, row := range rows {
		switch rapid.SampledFrom([]string{"same", "same", "same", "gone", "other"}).Draw(r, "fate") {
		case "same":
			changed = append(changed, row)
		case "other":
			changed = append(changed, append([]string{row[0]}, other[i%len(other)][1:]...))
		}
	}
	added := append([]string{"N1"}, other[0][1:]...)
	return append(changed, rows[0], added)
}

func writeDrawn(t *testing.T, path string, rows [][]string) {
	t.Helper()
	lines := []string{"zaaknummer;aanmelddatum;uitzetdatum;afkeurreden;aanmelder;initiatiefnemer;delict;bereid;" +
		"contact;contactdatum;contactvorm;afsluitdatum;sport"}
	for _, row := range rows {
		lines = append(lines, strings.Join(row, ";"))
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}

// sidesLine is the line that says what a side is: an export, or figures.
var sidesLine = regexp.MustCompile(`(?m)^(oud|nieuw): .*$`)

// diffPairs is how many pairs of exports are drawn.
var diffPairs = flag.Int("diff-pairs", 4, "pairs of exports for herstel diff")

// TestDiffTellsOnlyWhatIsPublished holds, for random pairs of exports, that
// herstel diff prints of two exports what it prints of the two JSONs that are
// published of them, and that the cases it counts stand there: so all of it can be
// derived from the two publications. With --internal it tells the cases.
func TestDiffTellsOnlyWhatIsPublished(t *testing.T) {
	if testing.Short() {
		t.Skip("makes many figures")
	}
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	config := in("herstel.yaml")
	if err := os.WriteFile(config, []byte("jaren: 20\nvolledig_vanaf: 2010-01-01\n"+
		"uitsplitsingen: [{kolom: sport, naam: sport, titel: Per sport}]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	said := func(args ...string) (string, int) {
		var out, errs bytes.Buffer
		code := run(context.Background(), args, system{stdout: &out, stderr: &errs, disk: osDisk{}, wait: noWait})
		if code != exitDone && code != exitRefused {
			t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
		}
		return out.String(), code
	}
	hidden, told := 0, 0
	drawn := rapid.Custom(func(r *rapid.T) [2][][]string {
		rows := drawnExport(r, "old")
		return [2][][]string{rows, changedExport(r, rows)}
	})
	for seed := range *diffPairs {
		pair := drawn.Example(seed)
		writeDrawn(t, in("oud.csv"), pair[0])
		writeDrawn(t, in("nieuw.csv"), pair[1])
		options := []string{"--config", config, "--reference-date", "2021-12-31", "--year", "2021"}
		for _, side := range []string{"oud", "nieuw"} {
			text, code := said(append([]string{"figures", "--input", in(side + ".csv"), "--format", "json"},
				options...)...)
			if code != exitDone {
				t.Fatalf("seed %d gives no figures", seed)
			}
			hidden += strings.Count(text, `"onderdrukt"`)
			if err := os.WriteFile(in(side+".json"), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		exports, code := said(append([]string{"diff", in("oud.csv"), in("nieuw.csv"), "--strict"}, options...)...)
		if code == exitRefused && exports == "" {
			continue // no case in common
		}
		documents, codeToo := said("diff", in("oud.json"), in("nieuw.json"), "--strict")
		if code != codeToo {
			t.Errorf("exit code %d of exports, %d of JSONs", code, codeToo)
		}
		exports = strings.Split(exports, "\nMet --internal ")[0]
		exports = strings.Replace(exports, "Aan wat een verslag laat zien, is niets veranderd.",
			"Er is niets veranderd.", 1)
		if got, want := sidesLine.ReplaceAllString(exports, ""),
			sidesLine.ReplaceAllString(documents, ""); got != want {
			t.Errorf("of exports:\n%s\nof what is published:\n%s", got, want)
		}
		forms := [2]map[string]any{}
		for i, ext := range []string{".csv", ".json"} {
			args := []string{"diff", in("oud" + ext), in("nieuw" + ext), "--format", "json"}
			if i == 0 {
				args = append(args, options...)
			}
			text, _ := said(args...)
			if err := json.Unmarshal([]byte(text), &forms[i]); err != nil {
				t.Fatal(err)
			}
			delete(forms[i], "oud")
			delete(forms[i], "nieuw")
		}
		if fmt.Sprint(forms[0]) != fmt.Sprint(forms[1]) {
			t.Errorf("JSON of exports:\n%v\nof what is published:\n%v", forms[0], forms[1])
		}
		for n, side := range []string{"oud", "nieuw"} {
			if line := sidesLine.FindAllString(exports, -1)[n]; !strings.Contains(line,
				countedIn(t, in(side+".json"))) {
				t.Errorf("%q does not tell the %s that the JSON counts", line, countedIn(t, in(side+".json")))
			}
		}
		inside, _ := said(append([]string{"diff", in("oud.csv"), in("nieuw.csv"), "--internal"}, options...)...)
		told += strings.Count(inside, "N1 (nieuw.csv, rij ")
	}
	if hidden < 100 || told == 0 {
		t.Errorf("%d hidden cells and %d cases told inside: the exports try nothing", hidden, told)
	}
}

// countedIn is how many cases a JSON counts, as herstel diff words it.
func countedIn(t *testing.T, path string) string {
	t.Helper()
	var doc struct {
		Sources []struct {
			Counted int `json:"meegeteld"`
		} `json:"bronnen"`
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, s := range doc.Sources {
		n += s.Counted
	}
	return fmt.Sprintf("(%d za", n)
}
