package main

import (
	"archive/zip"
	"bytes"
	"io"

	"herstel/report/content"
)

// propertiesPart is where a document, a workbook and a presentation name their kenmerk.
const propertiesPart = "docProps/core.xml"

// runOf finds the kenmerk that a file of a report names; empty where it names none.
func runOf(data []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return content.RunIn(data)
	}
	part, err := archive.Open(propertiesPart)
	if err != nil {
		return ""
	}
	defer part.Close()
	const most = 1 << 16
	properties, err := io.ReadAll(io.LimitReader(part, most))
	if err != nil {
		return ""
	}
	return content.RunIn(properties)
}
