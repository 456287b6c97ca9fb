package xlsx

import (
	"bytes"
	"io"

	"herstel/stats/casefile/internal/grid"
)

// token is what xmlScanner.next found.
type token uint8

const (
	tokenEnd   token = iota // end of an element
	tokenStart              // start of an element: name, space and attributes are set
	tokenText               // character data: text is set
	tokenEOF                // the document ended as it should
)

// space is a namespace that the reader of workbooks knows.
type space uint8

const (
	spaceOther space = iota
	spaceMain        // SpreadsheetML, transitional or strict
	spaceLinks       // relationships of office documents, transitional or strict
)

var spaces = map[string]space{
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":           spaceMain,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                       spaceMain,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": spaceLinks,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             spaceLinks,
}

// Limits of an XML document; no export comes near them.
const (
	maxToken      = 4 << 20
	MaxTag        = 64 << 10
	maxDepth      = 256
	maxAttributes = 256 // of one element: each is compared with the others
	maxBindings   = 256 // namespaces in force: each prefix is looked up among them
)

var (
	errXML     = grid.NewFault("de inhoud is beschadigd: de XML klopt niet", grid.HintRepair)
	errDoctype = grid.NewFault("de inhoud heeft een DOCTYPE, en dat hoort niet in een werkmap",
		"vertrouw dit bestand niet; vraag om een nieuwe export")
	errEncoding = grid.NewFault("de werkmap is opgeslagen in een tekencodering die herstel niet leest",
		grid.HintSaveAsXLSX)
)

// xmlScanner reads XML from front to back and verifies that it is well formed
// to the last closing tag: it is stricter than it is complete, for it knows
// only what the parts of a workbook need. What it returns is valid until the
// next call.
type xmlScanner struct {
	src  io.Reader
	buf  []byte // what was read
	pos  int    // how far it was used
	eof  bool
	used int64 // bytes that were used before buf

	name  []byte // of the element, without prefix
	space space
	attrs []attribute
	text  []byte

	names    []byte // qualified names of the open elements, end to end
	opens    []int  // where each starts in names
	bindings []binding
	closing  bool // the element that was returned closes itself
	rooted   bool // the root element was met
	begun    bool
}

// attribute holds a name as written and a decoded value.
type attribute struct{ name, value []byte }

// binding is a namespace declaration in force.
type binding struct {
	prefix string
	space  space
	depth  int
}

func newXMLScanner(src io.Reader) *xmlScanner {
	return &xmlScanner{src: src, buf: make([]byte, 0, 512<<10)}
}

// depth is the number of open elements, the one just started included.
func (x *xmlScanner) depth() int { return len(x.opens) }

// next returns the next token.
func (x *xmlScanner) next() (token, error) {
	if x.closing {
		x.closing = false
		x.pop()
		return tokenEnd, nil
	}
	for {
		if x.pos == len(x.buf) {
			if more, err := x.more(); err != nil {
				return 0, err
			} else if !more {
				return x.end()
			}
		}
		if x.buf[x.pos] != '<' {
			skip, err := x.characters()
			if err != nil {
				return 0, err
			}
			if !skip {
				return tokenText, nil
			}
			continue
		}
		tok, skip, err := x.markup()
		if err != nil {
			return 0, err
		}
		if !skip {
			return tok, nil
		}
	}
}

func (x *xmlScanner) end() (token, error) {
	if len(x.opens) > 0 || !x.rooted {
		return 0, errXML
	}
	return tokenEOF, nil
}

// more reads on behind what was not used yet, and reports whether there was more.
func (x *xmlScanner) more() (bool, error) {
	if x.eof {
		return false, nil
	}
	x.used += int64(x.pos)
	rest := copy(x.buf[:cap(x.buf)], x.buf[x.pos:])
	x.buf, x.pos = x.buf[:rest], 0
	if rest == cap(x.buf) {
		if rest > maxToken {
			return false, errXML
		}
		x.buf = append(make([]byte, 0, 2*cap(x.buf)), x.buf...)
	}
	for {
		n, err := x.src.Read(x.buf[rest:cap(x.buf)])
		x.buf = x.buf[:rest+n]
		if err == io.EOF {
			x.eof = true
			return n > 0, nil
		}
		if err != nil || n > 0 {
			return n > 0, err
		}
	}
}

// find returns the position of the next mark, reading on as needed.
func (x *xmlScanner) find(from int, mark string) (int, error) {
	for {
		var i int
		if len(mark) == 1 {
			i = bytes.IndexByte(x.buf[x.pos+from:], mark[0])
		} else {
			i = bytes.Index(x.buf[x.pos+from:], []byte(mark))
		}
		if i >= 0 {
			return x.pos + from + i, nil
		}
		from = max(from, len(x.buf)-x.pos-len(mark)+1)
		if more, err := x.more(); err != nil {
			return 0, err
		} else if !more {
			return 0, errXML
		}
	}
}

// characters reads text up to the next tag. Outside the root only white space
// may stand, which is skipped.
func (x *xmlScanner) characters() (skip bool, err error) {
	end, err := x.find(0, "<")
	if err != nil {
		if err == error(errXML) && len(x.opens) == 0 && len(grid.Trim(x.buf[x.pos:])) == 0 {
			x.pos = len(x.buf)
			return true, nil
		}
		return false, err
	}
	raw := x.buf[x.pos:end]
	x.pos = end
	if len(x.opens) == 0 {
		if !x.begun {
			raw = bytes.TrimPrefix(raw, grid.ByteOrderMark)
			x.begun = true
		}
		if len(grid.Trim(raw)) > 0 {
			return false, errXML
		}
		return true, nil
	}
	if bytes.IndexByte(raw, ']') >= 0 && bytes.Contains(raw, []byte("]]>")) {
		return false, errXML
	}
	x.text, err = unescape(raw)
	return false, err
}

// markup reads what starts with <.
func (x *xmlScanner) markup() (tok token, skip bool, err error) {
	x.begun = true
	for len(x.buf)-x.pos < 2 {
		if more, err := x.more(); err != nil || !more {
			return 0, false, firstOf(err, errXML)
		}
	}
	switch x.buf[x.pos+1] {
	case '/':
		return tokenEnd, false, x.endTag()
	case '?':
		return 0, true, x.instruction()
	case '!':
		return x.declaration()
	}
	return tokenStart, false, x.startTag()
}

func firstOf(err error, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

func (x *xmlScanner) endTag() error {
	end, err := x.find(2, ">")
	if err != nil {
		return err
	}
	name := x.buf[x.pos+2 : end]
	x.pos = end + 1
	if n := len(x.opens); n == 0 || string(name) != string(x.names[x.opens[n-1]:]) {
		if n == 0 || string(bytes.TrimRight(name, " \t\r\n")) != string(x.names[x.opens[n-1]:]) {
			return errXML
		}
	}
	x.pop()
	return nil
}

// pop closes the innermost element.
func (x *xmlScanner) pop() {
	n := len(x.opens) - 1
	for len(x.bindings) > 0 && x.bindings[len(x.bindings)-1].depth > n {
		x.bindings = x.bindings[:len(x.bindings)-1]
	}
	x.names, x.opens = x.names[:x.opens[n]], x.opens[:n]
}

// is reports whether the element that was started is name in SpreadsheetML.
func (x *xmlScanner) is(name string) bool { return x.space == spaceMain && string(x.name) == name }

// unprefixed reports whether the element that was started has no prefix.
func (x *xmlScanner) unprefixed() bool {
	return len(x.name) == len(x.names)-x.opens[len(x.opens)-1]
}

// attr returns the value of an attribute without a prefix, nil when absent.
func (x *xmlScanner) attr(name string) []byte {
	for i := range x.attrs {
		if string(x.attrs[i].name) == name {
			return x.attrs[i].value
		}
	}
	return nil
}

// linkAttr returns the value of an attribute in the namespace of relationships.
func (x *xmlScanner) linkAttr(name string) []byte {
	for _, a := range x.attrs {
		prefix, local, found := bytes.Cut(a.name, []byte{':'})
		if found && string(local) == name {
			if s, _ := x.spaceOf(prefix); s == spaceLinks {
				return a.value
			}
		}
	}
	return nil
}

// skip reads on to the end of the element that was just started.
func (x *xmlScanner) skip() error {
	for depth := x.depth(); x.depth() >= depth; {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}
