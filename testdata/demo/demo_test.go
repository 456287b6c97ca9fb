package demo

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"herstel/testdata/demo/cases"
)

func TestExportIsGenerated(t *testing.T) {
	var made bytes.Buffer
	if err := cases.Write(&made); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made.Bytes(), Export()) {
		t.Errorf("%s is not what the generator makes: run go generate ./testdata/demo", FileName)
	}
}

// The export that can be read and the one that is embedded are the same.
func TestExportIsTheFile(t *testing.T) {
	text, err := os.ReadFile(FileName)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text, Export()) {
		t.Errorf("%s is not what is embedded: run go generate ./testdata/demo", FileName)
	}
}

func TestExportAndConfigAreCopies(t *testing.T) {
	clear(Export())
	clear(Config())
	if Export()[0] != 'z' || Config()[0] != '#' {
		t.Error("a caller can change the embedded demo")
	}
}

// TestCleanExport checks that no row gives reason for a finding of section 2.
func TestCleanExport(t *testing.T) {
	rows := readRows(t)
	if len(rows) < 4300 || len(rows) > 4370 {
		t.Errorf("%d rows, want 4300 to 4370", len(rows))
	}
	seen := map[string]bool{}
	for _, r := range rows {
		number := r["zaaknummer"]
		if seen[number] || !strings.HasPrefix(number, r["jaar"]+"-") {
			t.Errorf("zaak %s: the number comes twice or is of another year", number)
		}
		seen[number] = true
		if r["aanleiding"] == "" || r["initiatief"] == "" || !slices.Contains(aanmelders, r["aanmelder"]) {
			t.Errorf("zaak %s: unknown delict, initiatiefnemer or aanmelder", number)
		}
		if r["arrondissement"] == "" || r["sport"] == "" || r["detentie"] == "" {
			t.Errorf("zaak %s: an extra column is empty", number)
		}
		checkState(t, r)
		checkOrder(t, r)
	}
}

// checkState holds the columns of a case against what became of it.
func checkState(t *testing.T, r row) {
	t.Helper()
	want := map[string]bool{
		"afkeurreden": r.afgekeurd(), "bemiddelaar": r.uitgezet(), "contact": r.uitgezet(),
		"contactvorm": r.contact(),
	}
	for column, filled := range want {
		if (r[column] != "") != filled {
			t.Errorf("zaak %s, %s: %s should be filled: %v", r["zaaknummer"], r["stroom"], column, filled)
		}
	}
	switch {
	case r.afgekeurd() && (r["bereid"] != "" || r["afsluitdatum"] != "" ||
		!slices.Contains(afkeurredenen, r["afkeurreden"])):
		t.Errorf("zaak %s: afgekeurd with later steps, or for an unknown reason", r["zaaknummer"])
	case r.contact() && (r["contact"] != "ja" || r["bereid"] != "ja" ||
		!slices.Contains(contactvormen, r["contactvorm"])):
		t.Errorf("zaak %s: contact in doubt, without bereid, or in an unknown form", r["zaaknummer"])
	case r["bereid"] == "" && r.uitgezet() && r["afsluitdatum"] != "":
		t.Errorf("zaak %s: closed without bereid", r["zaaknummer"])
	}
}

// checkOrder wants the dates in their order and none after the peildatum.
func checkOrder(t *testing.T, r row) {
	t.Helper()
	last := r.date(t, "aanmelddatum")
	for _, column := range []string{"uitzetdatum", "bereiddatum", "contactdatum", "afsluitdatum"} {
		date := r.date(t, column)
		if date.IsZero() {
			continue
		}
		if date.Before(last) || date.After(peildatum) {
			t.Errorf("zaak %s: %s before an earlier step or after the peildatum", r["zaaknummer"], column)
		}
		last = date
	}
}

// TestSpellings wants the other spellings of aanmelders to be there, as a minority.
func TestSpellings(t *testing.T) {
	total := 0
	for written := range alsoWritten {
		n := strings.Count(string(Export()), ";"+written+";")
		if n == 0 {
			t.Errorf("%s does not occur", written)
		}
		total += n
	}
	if total > 500 {
		t.Errorf("%d rows with another spelling, want a minority", total)
	}
}

// TestUndated wants a handful of steps without a date, far below the 5% at which years no longer compare.
func TestUndated(t *testing.T) {
	for column, happened := range map[string]func(row) bool{
		"contactdatum": row.contact, "bereiddatum": row.willing, "afkeurdatum": row.afgekeurd,
	} {
		all, undated := 0, 0
		for _, r := range readRows(t) {
			if happened(r) {
				all++
				if r[column] == "" {
					undated++
				}
			} else if r[column] != "" {
				t.Errorf("zaak %s has a %s without the step", r["zaaknummer"], column)
			}
		}
		if undated == 0 || 50*undated > all {
			t.Errorf("%s: %d of %d undated", column, undated, all)
		}
	}
}
