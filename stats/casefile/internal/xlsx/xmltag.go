package xlsx

import (
	"bytes"
	"unicode/utf8"
)

// startTag reads an element's start, its attributes and its namespaces.
func (x *xmlScanner) startTag() error {
	end, err := x.tagEnd()
	if err != nil {
		return err
	}
	tag := x.buf[x.pos+1 : end]
	x.pos = end + 1
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		x.closing = true
		tag = tag[:n-1]
	}
	n := nameLength(tag)
	if n == 0 || len(x.opens) >= maxDepth || len(x.opens) == 0 && x.rooted {
		return errXML
	}
	x.rooted = true
	x.opens = append(x.opens, len(x.names))
	x.names = append(x.names, tag[:n]...)
	x.attrs = x.attrs[:0]
	if n < len(tag) {
		if err := x.attributes(tag[n:]); err != nil {
			return err
		}
	}
	return x.resolve(tag[:n])
}

// tagEnd finds the > that ends the tag; one inside quotes does not.
func (x *xmlScanner) tagEnd() (int, error) {
	quote := byte(0)
	for from := 1; from <= MaxTag; from++ {
		if x.pos+from == len(x.buf) {
			if more, err := x.more(); err != nil || !more {
				return 0, firstOf(err, errXML)
			}
		}
		switch ch := x.buf[x.pos+from]; {
		case quote != 0:
			if ch == quote {
				quote = 0
			}
		case ch == '>':
			return x.pos + from, nil
		case ch == '"' || ch == '\'':
			quote = ch
		}
	}
	return 0, errXML
}

func (x *xmlScanner) attributes(b []byte) error {
	for {
		trimmed := trimSpace(b)
		if len(trimmed) == 0 {
			return nil
		}
		if len(trimmed) == len(b) {
			return errXML
		}
		b = trimmed
		n := nameLength(b)
		if n == 0 {
			return errXML
		}
		name := b[:n]
		if b = b[n:]; len(b) == 0 || b[0] != '=' {
			if b = trimSpace(b); len(b) == 0 || b[0] != '=' {
				return errXML
			}
		}
		if b = b[1:]; len(b) > 0 && b[0] != '"' {
			b = trimSpace(b)
		}
		if len(b) < 2 || b[0] != '"' && b[0] != '\'' {
			return errXML
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 || bytes.IndexByte(b[1:1+end], '<') >= 0 {
			return errXML
		}
		value, err := unescape(b[1 : 1+end])
		if err != nil {
			return err
		}
		if len(x.attrs) == maxAttributes {
			return errXML
		}
		for _, other := range x.attrs {
			if string(other.name) == string(name) {
				return errXML
			}
		}
		x.attrs = append(x.attrs, attribute{name, value})
		b = b[end+2:]
	}
}

// resolve enters the namespace declarations and finds the element's own.
func (x *xmlScanner) resolve(qualified []byte) error {
	for _, a := range x.attrs {
		if !bytes.HasPrefix(a.name, []byte("xmlns")) {
			continue
		}
		switch {
		case len(a.name) == 5:
			x.bindings = append(x.bindings, binding{"", spaces[string(a.value)], len(x.opens)})
		case a.name[5] == ':' && len(a.name) > 6 && len(a.value) > 0:
			x.bindings = append(x.bindings, binding{string(a.name[6:]), spaces[string(a.value)], len(x.opens)})
		case a.name[5] == ':':
			return errXML
		}
	}
	if len(x.bindings) > maxBindings {
		return errXML
	}
	prefix, local, found := bytes.Cut(qualified, []byte{':'})
	if !found {
		prefix, local = nil, qualified
	}
	known := false
	x.name = local
	x.space, known = x.spaceOf(prefix)
	if !known && found || found && (len(prefix) == 0 || len(local) == 0 || bytes.IndexByte(local, ':') >= 0) {
		return errXML
	}
	return nil
}

func (x *xmlScanner) spaceOf(prefix []byte) (space, bool) {
	for i := len(x.bindings) - 1; i >= 0; i-- {
		if b := &x.bindings[i]; b.prefix == string(prefix) {
			return b.space, true
		}
	}
	return spaceOther, string(prefix) == "xml"
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\n' || b[0] == '\t' || b[0] == '\r') {
		b = b[1:]
	}
	return b
}

// nameLength returns the length of the name at the start of b.
func nameLength(b []byte) int {
	for i, ch := range b {
		switch {
		case ch|0x20 >= 'a' && ch|0x20 <= 'z', ch == '_', ch == ':', ch >= utf8.RuneSelf:
		case i > 0 && (ch-'0' <= 9 || ch == '-' || ch == '.'):
		default:
			return i
		}
	}
	return len(b)
}
