// Package opc writes the packages that Word, PowerPoint and Excel files are:
// a zip file with parts, the types of the parts and the relationships between
// them (ECMA-376 part 2). The same parts give the same bytes: no clock, no
// chance, a fixed order.
package opc

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	// Declaration opens every part.
	Declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	// Relations is the namespace of relationships within a part; the kinds of
	// relationships of Office begin with it.
	Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

	packageSpace      = "http://schemas.openxmlformats.org/package/2006/"
	relationshipsType = "application/vnd.openxmlformats-package.relationships+xml"
	contentTypesPart  = "[Content_Types].xml"
)

// defaultTypes are the content types that go by the ending of the name.
var defaultTypes = map[string]string{
	"png":  "image/png",
	"rels": relationshipsType,
	"svg":  "image/svg+xml",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"xml":  "application/xml",
}

// Properties are what the file tells about itself.
type Properties struct {
	Title, Author string
	Description   string    // empty: not told
	Language      string    // BCP 47: "nl-NL"
	Created       time.Time // also the time of the last change; zero: not told
}

// Package is a package under construction. The zero Package is empty.
type Package struct {
	parts     []part
	relations map[string][]XML // source part, "" for the package itself
}

type part struct {
	name, contentType string
	content           []byte
}

// Add adds a part. Its name has no slash in front: "word/document.xml". A part
// whose type goes by the ending of its name (png, svg, xlsx) needs no type.
func (p *Package) Add(name, contentType string, content []byte) {
	p.parts = append(p.parts, part{name, contentType, content})
}

// AddXML adds a part of XML.
func (p *Package) AddXML(name, contentType string, root XML) {
	p.Add(name, contentType, []byte(Declaration+string(root)))
}

// Relate relates a part to another part, both by their full name, and gives the
// id of the relationship. The source "" is the package itself. The kind is the
// last word of the kinds of Office ("image"), or a whole address.
func (p *Package) Relate(source, kind, target string) string {
	return p.relate(source, kind, A{"Target", relative(source, target)})
}

// RelateExternal relates a part to an address outside the package.
func (p *Package) RelateExternal(source, kind, address string) string {
	return p.relate(source, kind, A{"Target", address, "TargetMode", "External"})
}

func (p *Package) relate(source, kind string, target A) string {
	if p.relations == nil {
		p.relations = map[string][]XML{}
	}
	if !strings.Contains(kind, ":") {
		kind = Relations + "/" + kind
	}
	id := "rId" + strconv.Itoa(len(p.relations[source])+1)
	p.relations[source] = append(p.relations[source], Element("Relationship",
		append(A{"Id", id, "Type", kind}, target...)))
	return id
}

// relative gives the name of target as seen from the folder of source.
func relative(source, target string) string {
	from := strings.Split(path.Dir(source), "/")
	to := strings.Split(target, "/")
	if source == "" {
		return target
	}
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}

// SetProperties adds the parts that tell about the file.
func (p *Package) SetProperties(o Properties) {
	inside := []XML{
		Element("dc:title", nil, Text(o.Title)),
		Element("dc:creator", nil, Text(o.Author)),
		Element("cp:lastModifiedBy", nil, Text(o.Author)),
		Element("dc:language", nil, Text(o.Language)),
	}
	if o.Description != "" {
		inside = append(inside, Element("dc:description", nil, Text(o.Description)))
	}
	if !o.Created.IsZero() {
		moment := Text(o.Created.UTC().Format("2006-01-02T15:04:05Z"))
		inside = append(inside, Element("dcterms:created", A{"xsi:type", "dcterms:W3CDTF"}, moment),
			Element("dcterms:modified", A{"xsi:type", "dcterms:W3CDTF"}, moment))
	}
	p.AddXML("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
		Element("cp:coreProperties", A{
			"xmlns:cp", packageSpace + "metadata/core-properties",
			"xmlns:dc", "http://purl.org/dc/elements/1.1/",
			"xmlns:dcterms", "http://purl.org/dc/terms/",
			"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		}, inside...))
	p.AddXML("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
		Element("Properties", A{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"},
			Element("Application", nil, Text("herstel"))))
	p.Relate("", packageSpace+"relationships/metadata/core-properties", "docProps/core.xml")
	p.Relate("", "extended-properties", "docProps/app.xml")
}

// Write writes the package: the content types first, as readers expect, then
// the other parts by name. It fails on two parts of one name.
func (p *Package) Write(w io.Writer) error {
	all := slices.Clone(p.parts)
	for source, relations := range p.relations {
		content := Element("Relationships", A{"xmlns", packageSpace + "relationships"}, relations...)
		all = append(all, part{relationsPart(source), "", []byte(Declaration + string(content))})
	}
	slices.SortFunc(all, func(a, b part) int { return strings.Compare(a.name, b.name) })
	for i := 1; i < len(all); i++ {
		if all[i].name == all[i-1].name {
			return fmt.Errorf("onderdeel %s staat er twee keer in", all[i].name)
		}
	}
	types := part{contentTypesPart, "", []byte(Declaration + string(contentTypes(all)))}
	archive := zip.NewWriter(w)
	for _, one := range append([]part{types}, all...) {
		file, err := archive.CreateHeader(&zip.FileHeader{Name: one.name, Method: method(one.name)})
		if err != nil {
			return err
		}
		if _, err := file.Write(one.content); err != nil {
			return err
		}
	}
	return archive.Close()
}

// method says how a part is kept: what is compressed already is not compressed
// again.
func method(name string) uint16 {
	if strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".xlsx") {
		return zip.Store
	}
	return zip.Deflate
}

func relationsPart(source string) string {
	dir, name := path.Split(source)
	return dir + "_rels/" + name + ".rels"
}

// contentTypes lists the types of the parts, all of them sorted.
func contentTypes(parts []part) XML {
	var endings []string
	var own []XML
	for _, one := range parts {
		if ending := strings.TrimPrefix(path.Ext(one.name), "."); !slices.Contains(endings, ending) {
			endings = append(endings, ending)
		}
		if one.contentType != "" {
			own = append(own, Element("Override", A{"PartName", "/" + one.name, "ContentType", one.contentType}))
		}
	}
	slices.Sort(endings)
	list := make([]XML, 0, len(endings)+len(own))
	for _, ending := range endings {
		list = append(list, Element("Default", A{"Extension", ending, "ContentType", defaultTypes[ending]}))
	}
	return Element("Types", A{"xmlns", packageSpace + "content-types"}, append(list, own...)...)
}
