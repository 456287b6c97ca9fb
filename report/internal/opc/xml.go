package opc

import (
	"strings"

	"herstel/internal/printable"
)

// XML is a well-formed piece of XML: it comes from Element and Text only.
type XML string

// A holds the attributes of an element: name, value, name, value.
type A []string

// Element writes an element with its attributes and what stands in it.
func Element(name string, attributes A, inside ...XML) XML {
	size := 2*len(name) + 5
	for _, x := range inside {
		size += len(x)
	}
	var b strings.Builder
	b.Grow(size)
	b.WriteByte('<')
	b.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		b.WriteByte(' ')
		b.WriteString(attributes[i])
		b.WriteString(`="`)
		b.WriteString(escape(attributes[i+1]))
		b.WriteByte('"')
	}
	if size == 2*len(name)+5 {
		b.WriteString("/>")
		return XML(b.String())
	}
	b.WriteByte('>')
	for _, x := range inside {
		b.WriteString(string(x))
	}
	b.WriteString("</" + name + ">")
	return XML(b.String())
}

// Text writes a text between tags.
func Text(s string) XML { return XML(escape(s)) }

// Join puts pieces after each other.
func Join(pieces ...XML) XML {
	var b strings.Builder
	for _, x := range pieces {
		b.WriteString(string(x))
	}
	return XML(b.String())
}

var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes any text fit to stand in XML.
func escape(s string) string { return entities.Replace(Clean(s)) }

// Clean gives a text without what may not be printed: XML cannot hold it, or it turns the text beside it around. Every
// white space but the no-break spaces becomes a space.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		if printable.NoBreakSpace(r) {
			return r
		}
		return printable.InLine(r)
	}, s)
}
