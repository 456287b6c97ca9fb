package text

import (
	"bytes"
	"io"
	"path"
	"strings"

	"herstel/stats/casefile/internal/grid"
)

// signature is how a kind of file begins that herstel does not read.
type signature struct{ magic, name, hint string }

var signatures = []signature{
	{"%PDF-", "een PDF", "vraag om de export zelf, als .xlsx of CSV"},
	{"{\\rtf", "een tekstdocument (RTF)", "vraag om de export zelf, als .xlsx of CSV"},
	{"\x1F\x8B", "een gecomprimeerd bestand (gzip)", "pak het bestand eerst uit"},
	{"7z\xBC\xAF\x27\x1C", "een gecomprimeerd bestand (7-Zip)", "pak het bestand eerst uit"},
	{"Rar!\x1A\x07", "een gecomprimeerd bestand (RAR)", "pak het bestand eerst uit"},
	{"\x28\xB5\x2F\xFD", "een gecomprimeerd bestand (Zstandard)", "pak het bestand eerst uit"},
	{"PK\x05\x06", "een leeg zip-bestand", "controleer of de export is gelukt"},
	{"SQLite format 3\x00", "een database (SQLite)", "maak er een export van als .xlsx of CSV"},
	{"PAR1", "een Parquet-bestand", "maak er een export van als .xlsx of CSV"},
	{"\x89PNG", "een afbeelding", "vraag om de export zelf, als .xlsx of CSV"},
	{"\xFF\xD8\xFF", "een afbeelding", "vraag om de export zelf, als .xlsx of CSV"},
	{"\x09\x08\x10\x00", "een oud Excel-bestand (.xls)", grid.HintSaveAsXLSX},
	{"\x09\x08\x08\x00", "een oud Excel-bestand (.xls)", grid.HintSaveAsXLSX},
	{"\x09\x04\x06\x00", "een oud Excel-bestand (.xls)", grid.HintSaveAsXLSX},
}

// markup is how a file of tags begins, in lower case behind white space.
var markup = []signature{
	{"<html", "een webpagina met de extensie van een spreadsheet", grid.HintSaveAsXLSX},
	{"<!doctype html", "een webpagina met de extensie van een spreadsheet", grid.HintSaveAsXLSX},
	{"<table", "een webpagina met de extensie van een spreadsheet", grid.HintSaveAsXLSX},
	{"<?xml", "een XML-bestand", grid.HintSaveAsXLSX},
	{"<workbook", "een XML-bestand", grid.HintSaveAsXLSX},
}

// notText refuses a file that is no text, or only says it is a workbook.
func notText(in grid.Input, head []byte) error {
	if bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
		return sniffCompound(in)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return grid.Refuse(in, "dit is "+s.name+", geen CSV of .xlsx", s.hint)
		}
	}
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, grid.ByteOrderMark), " \t\r\n"))
	for _, s := range markup {
		if bytes.HasPrefix(start, []byte(s.magic)) {
			return grid.Refuse(in, "dit is "+s.name+", geen CSV of .xlsx", s.hint)
		}
	}
	if extension := strings.ToLower(path.Ext(in.Name)); extension == ".xlsx" || extension == ".xlsm" {
		return grid.Refuse(in, "heet "+extension+" maar is geen Excel-bestand",
			"open het in Excel en sla het op als .xlsx")
	}
	return nil
}

// sniffCompound tells the sorts of OLE2 file apart by the names of what they
// hold: an encrypted workbook has a stream EncryptedPackage, an old one a
// stream Workbook or Book.
func sniffCompound(in grid.Input) error {
	encrypted, err := holds(in, "EncryptedPackage")
	if err != nil {
		return grid.Unreadable(in, err)
	}
	if encrypted {
		return grid.Refuse(in, "dit Excel-bestand is versleuteld met een wachtwoord",
			"open het in Excel, haal bij Bestand > Info > Werkmap beveiligen het wachtwoord weg en sla het op "+
				"als .xlsx")
	}
	for _, stream := range []string{"Workbook", "Book"} {
		old, err := holds(in, stream)
		if err != nil {
			return grid.Unreadable(in, err)
		}
		if old {
			return grid.Refuse(in, "dit is een oud Excel-bestand (.xls), geen CSV of .xlsx", grid.HintSaveAsXLSX)
		}
	}
	return grid.Refuse(in, "dit is een versleuteld Excel-bestand of een oud Office-bestand zoals .xls, geen CSV of "+
		".xlsx",
		"open het in Excel, haal een wachtwoord weg als dat er is, en sla het op als .xlsx")
}

// holds reports whether a file holds a name in UTF-16, as OLE2 writes names.
func holds(in grid.Input, text string) (bool, error) {
	var name []byte
	for _, ch := range []byte(text) {
		name = append(name, ch, 0)
	}
	const window = 1 << 20
	buffer := make([]byte, window)
	for offset := int64(0); offset < in.Size; offset += window - int64(len(name)) {
		n, err := in.Data.ReadAt(buffer[:min(window, in.Size-offset)], offset)
		if bytes.Contains(buffer[:n], name) {
			return true, nil
		}
		if err != nil && err != io.EOF {
			return false, err
		}
	}
	return false, nil
}
