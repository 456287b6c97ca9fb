package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// writePackage writes the file with its parts in a fixed order and a fixed
// form, which excelize by itself does not give: the same workbook, the same
// bytes. The parts given come besides or instead of those of the file.
func writePackage(w io.Writer, file *excelize.File, own map[string][]byte) error {
	file.SetZipWriter(func(out io.Writer) excelize.ZipWriter {
		return &sortedZip{out: out, own: own, parts: map[string]*bytes.Buffer{}}
	})
	return file.Write(w)
}

// sortedZip collects the parts of a package and writes them when it closes.
type sortedZip struct {
	out   io.Writer
	own   map[string][]byte
	parts map[string]*bytes.Buffer
}

// Create starts a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	z.parts[name] = new(bytes.Buffer)
	return z.parts[name], nil
}

// AddFS is there for the interface only.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts: the content types first, as readers expect, then by
// name. No part gets a time.
func (z *sortedZip) Close() error {
	archive := zip.NewWriter(z.out)
	for _, name := range z.order() {
		content, err := z.content(name)
		if err != nil {
			return fmt.Errorf("onderdeel %s: %w", name, err)
		}
		part, err := archive.Create(name)
		if err != nil {
			return err
		}
		if _, err := part.Write(content); err != nil {
			return err
		}
	}
	return archive.Close()
}

func (z *sortedZip) content(name string) ([]byte, error) {
	if content, ok := z.own[name]; ok {
		return content, nil
	}
	if name == contentTypesPart {
		return z.contentTypes()
	}
	return z.parts[name].Bytes(), nil
}

const contentTypesPart = "[Content_Types].xml"

func (z *sortedZip) order() []string {
	list := []string{contentTypesPart}
	for name := range z.parts {
		if name != contentTypesPart {
			list = append(list, name)
		}
	}
	for name := range z.own {
		if z.parts[name] == nil {
			list = append(list, name)
		}
	}
	slices.Sort(list[1:])
	return list
}

type contentTypes struct {
	XMLName   xml.Name      `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []defaultType `xml:"Default"`
	Overrides []partType    `xml:"Override"`
}

type defaultType struct {
	Extension   string `xml:"Extension,attr"`
	ContentType string `xml:"ContentType,attr"`
}

type partType struct {
	PartName    string `xml:"PartName,attr"`
	ContentType string `xml:"ContentType,attr"`
}

// contentTypes gives the list of content types, sorted, with the tables.
func (z *sortedZip) contentTypes() ([]byte, error) {
	var types contentTypes
	if err := xml.Unmarshal(z.parts[contentTypesPart].Bytes(), &types); err != nil {
		return nil, err
	}
	for name := range z.own {
		if strings.HasPrefix(name, "xl/tables/") {
			types.Overrides = append(types.Overrides, partType{"/" + name, tableContentType})
		}
	}
	slices.SortFunc(types.Defaults, func(a, b defaultType) int { return strings.Compare(a.Extension, b.Extension) })
	slices.SortFunc(types.Overrides, func(a, b partType) int { return strings.Compare(a.PartName, b.PartName) })
	sorted, err := xml.Marshal(types)
	return append([]byte(xml.Header), sorted...), err
}
