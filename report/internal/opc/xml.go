package opc

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// Clean gives a text without the characters that XML cannot hold and without
// the direction marks that could turn the text beside it around. Every white
// space but the no-break spaces becomes a space.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00A0' || r == '\u202F':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF,
			r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}
