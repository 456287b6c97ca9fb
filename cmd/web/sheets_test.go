package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbookOf puts the unknown export on two sheets, a year each, and the first
// of them on a third sheet again.
func workbookOf(t *testing.T, path string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(string(unknownExport())))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	book := excelize.NewFile()
	for _, sheet := range []struct {
		name string
		rows [][]string
	}{{"2022", rows[1:301]}, {"2023", rows[301:]}, {"Kopie", rows[1:301]}} {
		if _, err := book.NewSheet(sheet.name); err != nil {
			t.Fatal(err)
		}
		for i, row := range append([][]string{rows[0]}, sheet.rows...) {
			cell, err := excelize.CoordinatesToCellName(1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetSheetRow(sheet.name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// TestSheets holds that a sheet that is not ticked does not count.
func TestSheets(t *testing.T) {
	p := open(t, 1280)
	dir := t.TempDir()
	export := filepath.Join(dir, "export.xlsx")
	workbookOf(t, export)
	p.choose(export)
	p.wait(`!document.getElementById("next1").disabled`)
	p.eval(`(() => {
		const field = (name) => document.querySelector('[name="' + name + '"]');
		document.querySelectorAll('[name="blad"]')[2].checked = false;
		field("kolom uitzetdatum").value = "Naar bemiddelaar op";
		field("kolom aanmelder").value = "Verwijzende partij";
	})()`, nil)
	p.toReport()
	var read string
	p.eval(`document.querySelector("#form3 ul:not(.rows)").innerText`, &read)
	if strings.Count(read, "300 rijen, 300 meegeteld") != 2 {
		t.Errorf("read %q", read)
	}
	if err := os.WriteFile(filepath.Join(dir, "herstel.yaml"), p.kept()["herstel.yaml"], 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, p.built.program, dir, "report", "--year", "2022", "--out", "verslag")
	p.sameAs(filepath.Join(dir, "verslag"), 2022)
}
