// Package opctest reads what the writers of Office files wrote, by the rules of
// the formats and without their code. It serves tests alone.
package opctest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
)

// Element is an element of a part, with its name as written ("w:p").
type Element struct {
	Name       string
	Attributes map[string]string // names as written
	Children   []*Element
	Text       string // directly within
}

// All gives the elements of a name, in the order of the part.
func (e *Element) All(name string) []*Element {
	var found []*Element
	for _, c := range e.Children {
		if c.Name == name {
			found = append(found, c)
		}
		found = append(found, c.All(name)...)
	}
	return found
}

// Inside gives all text within, as it stands.
func (e *Element) Inside() string {
	s := e.Text
	for _, c := range e.Children {
		s += c.Inside()
	}
	return s
}

// Package is a package as read: the content of each part, and the elements of
// those of XML.
type Package struct {
	Files map[string][]byte
	Parts map[string]*Element
}

// Relation is a relationship of a part.
type Relation struct {
	ID, Kind, Target string // the kind as its last word; the full name of a part, or an address
	External         bool
}

// Open reads a package and holds it against the rules of packages: each part
// well-formed, of a declared type, reached by a relationship; each target
// there; each relationship that a part names declared, and each declared one
// named or of a kind that needs no naming.
func Open(t testing.TB, content []byte) Package {
	t.Helper()
	p := Package{map[string][]byte{}, map[string]*Element{}}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.File) == 0 || archive.File[0].Name != "[Content_Types].xml" {
		t.Error("the content types are not the first part")
	}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if p.Files[f.Name] != nil {
			t.Errorf("%s is there twice", f.Name)
		}
		p.Files[f.Name] = data
		if ext := path.Ext(f.Name); ext == ".xml" || ext == ".rels" {
			p.Parts[f.Name] = parse(t, f.Name, data)
		}
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("%s carries a time: %v", f.Name, f.Modified)
		}
	}
	p.checkTypes(t)
	p.checkRelations(t)
	return p
}

func parse(t testing.TB, name string, data []byte) *Element {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	stack := []*Element{{}}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &Element{Name: written(token.Name), Attributes: map[string]string{}}
			for _, a := range token.Attr {
				if _, twice := e.Attributes[written(a.Name)]; twice {
					t.Errorf("%s: %s has %s twice", name, e.Name, written(a.Name))
				}
				e.Attributes[written(a.Name)] = a.Value
			}
			top.Children = append(top.Children, e)
			stack = append(stack, e)
		case xml.EndElement:
			if written(token.Name) != top.Name {
				t.Fatalf("%s: %s ends in %s", name, top.Name, written(token.Name))
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.Text += string(token)
		}
	}
	if len(stack) != 1 || len(stack[0].Children) != 1 {
		t.Fatalf("%s is no whole document", name)
	}
	return stack[0].Children[0]
}

func written(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

func (p Package) checkTypes(t testing.TB) {
	t.Helper()
	endings, own := map[string]bool{}, map[string]bool{}
	for _, e := range p.Parts["[Content_Types].xml"].Children {
		if e.Attributes["ContentType"] == "" {
			t.Errorf("no content type: %v", e.Attributes)
		}
		if name, ok := strings.CutPrefix(e.Attributes["PartName"], "/"); ok {
			own[name] = true
			if p.Files[name] == nil {
				t.Errorf("a content type for %s, which is not there", name)
			}
			continue
		}
		endings[e.Attributes["Extension"]] = true
	}
	for name := range p.Files {
		ending := strings.TrimPrefix(path.Ext(name), ".")
		if !endings[ending] || ending == "xml" && !own[name] && name != "[Content_Types].xml" {
			t.Errorf("no content type for %s", name)
		}
	}
}

// Relations gives the relationships of a part, "" for the package itself.
func (p Package) Relations(source string) []Relation {
	dir, name := path.Split(source)
	root := p.Parts[dir+"_rels/"+name+".rels"]
	if root == nil {
		return nil
	}
	var list []Relation
	for _, e := range root.Children {
		r := Relation{e.Attributes["Id"], path.Base(e.Attributes["Type"]), e.Attributes["Target"],
			e.Attributes["TargetMode"] == "External"}
		if !r.External {
			r.Target = path.Join(dir, r.Target)
		}
		list = append(list, r)
	}
	return list
}

// named are the kinds of relationships that a part names by their id.
var named = []string{"hyperlink", "image", "header", "footer", "chart", "package", "slide", "slideMaster",
	"notesMaster", "slideLayout"}

func (p Package) checkRelations(t testing.TB) {
	t.Helper()
	reached := map[string]bool{"[Content_Types].xml": true}
	for source := range p.Files {
		dir, name := path.Split(source)
		if strings.HasSuffix(source, ".rels") {
			reached[source] = true
			if of := path.Join(dir, "..", strings.TrimSuffix(name, ".rels")); name != ".rels" && p.Files[of] == nil {
				t.Errorf("relationships of %s, which is not there", of)
			}
		}
	}
	for _, source := range append(p.names(), "") {
		ids := map[string]bool{}
		for _, r := range p.Relations(source) {
			if ids[r.ID] {
				t.Errorf("%s: relationship %s twice", source, r.ID)
			}
			ids[r.ID] = true
			if !r.External && p.Files[r.Target] == nil {
				t.Errorf("%s: %s leads to %s, which is not there", source, r.ID, r.Target)
			}
			reached[r.Target] = true
		}
		p.checkIDs(t, source, ids)
	}
	for name := range p.Files {
		if !reached[name] {
			t.Errorf("nothing leads to %s", name)
		}
	}
}

func (p Package) names() []string {
	var list []string
	for name := range p.Parts {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// checkIDs holds the ids that a part names against those of its relationships.
func (p Package) checkIDs(t testing.TB, source string, declared map[string]bool) {
	t.Helper()
	used := map[string]bool{}
	var walk func(e *Element)
	walk = func(e *Element) {
		for name, value := range e.Attributes {
			if strings.HasPrefix(name, "r:") {
				used[value] = true
				if !declared[value] {
					t.Errorf("%s: %s names relationship %q, which is not there", source, e.Name, value)
				}
			}
		}
		for _, c := range e.Children {
			walk(c)
		}
	}
	if root := p.Parts[source]; root != nil {
		walk(root)
	}
	for _, r := range p.Relations(source) {
		// Upwards (slide to layout, notes to slide) needs no name.
		upwards := strings.HasPrefix(source, "ppt/slides/") && r.Kind == "slideLayout" || strings.HasPrefix(source,
			"ppt/notesSlides/") ||
			strings.HasPrefix(source, "ppt/slideLayouts/") && r.Kind == "slideMaster"
		if slices.Contains(named, r.Kind) && !used[r.ID] && !upwards {
			t.Errorf("%s: nothing names relationship %s to %s", source, r.ID, r.Target)
		}
	}
}
