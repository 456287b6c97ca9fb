package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// writePackage writes the file with its parts in a fixed order and a fixed
// form, which excelize by itself does not give: the same workbook, the same
// bytes.
func writePackage(w io.Writer, file *excelize.File) error {
	file.SetZipWriter(func(out io.Writer) excelize.ZipWriter {
		return &sortedZip{out: out, parts: map[string]*bytes.Buffer{}}
	})
	return file.Write(w)
}

// sortedZip collects the parts of a package and writes them when it closes.
type sortedZip struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
}

// Create starts a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if z.parts[name] != nil {
		return nil, fmt.Errorf("onderdeel %s komt twee keer voor", name)
	}
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
		content, err := settled(name, z.parts[name].Bytes())
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

const contentTypesPart = "[Content_Types].xml"

func (z *sortedZip) order() []string {
	list := make([]string, 0, len(z.parts))
	for name := range z.parts {
		list = append(list, name)
	}
	slices.SortFunc(list, func(a, b string) int {
		if (a == contentTypesPart) != (b == contentTypesPart) {
			if a == contentTypesPart {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	return list
}

// settled brings one part into its fixed form.
func settled(name string, content []byte) ([]byte, error) {
	switch {
	case name == contentTypesPart:
		return sortedContentTypes(content)
	case strings.HasPrefix(name, "xl/tables/"):
		return filterButtons.ReplaceAll(content, nil), nil
	}
	return content, nil
}

// filterButtons is the element by which a table shows filter buttons;
// excelize writes it always.
var filterButtons = regexp.MustCompile(`<autoFilter [^>]*(/>|></autoFilter>)`)

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

func sortedContentTypes(content []byte) ([]byte, error) {
	var types contentTypes
	if err := xml.Unmarshal(content, &types); err != nil {
		return nil, err
	}
	slices.SortFunc(types.Defaults, func(a, b defaultType) int { return strings.Compare(a.Extension, b.Extension) })
	slices.SortFunc(types.Overrides, func(a, b partType) int { return strings.Compare(a.PartName, b.PartName) })
	sorted, err := xml.Marshal(types)
	return append([]byte(xml.Header), sorted...), err
}
