package scene

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// elements are the only ones that every program draws alike.
var elements = map[string]bool{"svg": true, "title": true, "desc": true, "g": true, "rect": true, "line": true,
	"circle": true, "path": true, "text": true}

// svgOf parses a picture and gives the text and the elements in it.
func svgOf(t interface{ Fatal(...any) }, svg []byte) (text []string, found []xml.StartElement) {
	dec := xml.NewDecoder(bytes.NewReader(svg))
	dec.Strict = true
	inText := false
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return text, found
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			found = append(found, e.Copy())
			if inText = e.Name.Local == "text"; inText {
				text = append(text, "")
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				text[len(text)-1] += string(e)
			}
		}
	}
}

func attrOf(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestSVGIsPlain(t *testing.T) {
	svg, _, _ := written(t, sample())
	_, found := svgOf(t, svg)
	for _, e := range found {
		if !elements[e.Name.Local] {
			t.Errorf("element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "style", "paint-order", "dominant-baseline", "filter", "mask", "href":
				t.Errorf("%s has %s", e.Name.Local, a.Name.Local)
			}
		}
	}
	root := found[0]
	for name, want := range map[string]string{
		"width": "180mm", "height": "100mm", "viewBox": "0 0 510.24 283.46", "role": "img", "lang": "nl-NL",
		"aria-labelledby": "title desc",
		"font-family":     "Arial, 'Liberation Sans', Helvetica, sans-serif",
	} {
		if got := attrOf(root, name); got != want {
			t.Errorf("%s=%q, want %q", name, got, want)
		}
	}
	if !bytes.HasPrefix(svg, []byte(`<?xml version="1.0" encoding="UTF-8"?>`)) {
		t.Error("no XML declaration")
	}
}

func TestInlineSVGHasPrefixedIDs(t *testing.T) {
	var b bytes.Buffer
	if err := sample().WriteInlineSVG(&b, "figuur 3:"); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(b.Bytes(), []byte("<svg ")) {
		t.Errorf("begins with %.20q", b.Bytes())
	}
	_, found := svgOf(t, b.Bytes())
	ids := 0
	for _, e := range found {
		if id := attrOf(e, "id"); id != "" {
			ids++
			if !strings.HasPrefix(id, "figuur-3-") {
				t.Errorf("id %q", id)
			}
		}
	}
	if ids != 3 || attrOf(found[0], "aria-labelledby") != "figuur-3-title figuur-3-desc" {
		t.Errorf("%d ids, labelled by %q", ids, attrOf(found[0], "aria-labelledby"))
	}
}

func TestHouseFontComesFirst(t *testing.T) {
	for house, want := range map[string]string{
		"Open Sans": "'Open Sans', Arial, ", `x'; "<y>`: "'x y', Arial, ", "": "Arial, ", "\x00": "Arial, ",
	} {
		if got := family(house); !strings.HasPrefix(got, want) {
			t.Errorf("family(%q) = %q", house, got)
		}
	}
}

// TestAnyTextIsWellFormed puts hostile strings in every place that takes one, and reads them back.
func TestAnyTextIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		any := rapid.OneOf(rapid.String(), rapid.StringMatching(`[<>&"' \x00-\x1f\]]{0,12}`),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
		content := any.Draw(t, "content")
		s := New(50, 50)
		s.Title, s.Description, s.Language, s.FontFamily = any.Draw(t, "title"), any.Draw(t, "description"),
			any.Draw(t, "language"), any.Draw(t, "font")
		s.Add(&Group{ID: any.Draw(t, "id"), Class: any.Draw(t, "class"), Key: any.Draw(t, "key"),
			Title: any.Draw(t, "label"),
			Items: []Item{Text{Content: content, Font: Font{Size: 9}, Color: Black}}})
		var b bytes.Buffer
		if err := s.WriteSVG(&b); err != nil {
			t.Fatal(err)
		}
		text, _ := svgOf(t, b.Bytes())
		if want := clean(content); strings.Join(text, "|") != want {
			t.Fatalf("%q came back as %q, want %q", content, text, want)
		}
	})
}
