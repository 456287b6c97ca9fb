package xlsx

import "bytes"

// instruction skips a processing instruction; the XML declaration may name
// only UTF-8 as its encoding.
func (x *xmlScanner) instruction() error {
	content, err := x.until(2, "?>")
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(content, []byte("xml ")) {
		return nil
	}
	_, encoding, found := bytes.Cut(content, []byte("encoding"))
	if !found {
		return nil
	}
	encoding = bytes.ToLower(bytes.Trim(bytes.TrimSpace(encoding), "= \t\r\n"))
	for _, known := range []string{"utf-8", "utf8", "us-ascii"} {
		if bytes.HasPrefix(bytes.TrimLeft(encoding, `"'`), []byte(known)) {
			return nil
		}
	}
	return errEncoding
}

// declaration reads a comment or a CDATA section, and refuses the rest.
func (x *xmlScanner) declaration() (tok token, skip bool, err error) {
	const comment, section, doctype = "<!--", "<![CDATA[", "<!DOCTYPE"
	switch {
	case x.ahead(comment):
		text, err := x.until(len(comment), "-->")
		if err == nil && bytes.Contains(text, []byte("--")) {
			err = errXML
		}
		return 0, true, err
	case x.ahead(section) && len(x.opens) > 0:
		x.text, err = x.until(len(section), "]]>")
		return tokenText, false, err
	case x.ahead(doctype):
		return 0, false, errDoctype
	}
	return 0, false, errXML
}

// ahead reports whether mark is next.
func (x *xmlScanner) ahead(mark string) bool {
	for len(x.buf)-x.pos < len(mark) {
		if more, err := x.more(); err != nil || !more {
			return false
		}
	}
	return string(x.buf[x.pos:x.pos+len(mark)]) == mark
}

// until returns what lies between here plus skip and mark, and moves behind it.
func (x *xmlScanner) until(skip int, mark string) ([]byte, error) {
	end, err := x.find(skip, mark)
	if err != nil {
		return nil, err
	}
	text := x.buf[x.pos+skip : end]
	x.pos = end + len(mark)
	return text, nil
}
