package xlsx

import "herstel/stats/casefile/internal/grid"

// sharedStrings is the table of texts that cells refer to. It is read when a
// sheet first needs it, and kept once.
type sharedStrings struct {
	archive *archive
	part    string
	loaded  bool
	bytes   []byte
	ends    []uint32 // where each string ends in bytes
}

var errStringIndex = grid.NewFault("een cel verwijst naar een tekst die niet bestaat", grid.HintRepair)

// at returns the string with an index.
func (s *sharedStrings) at(index int) ([]byte, error) {
	if !s.loaded {
		if err := s.load(); err != nil {
			return nil, err
		}
	}
	if index < 0 || index >= len(s.ends) {
		return nil, errStringIndex
	}
	start := uint32(0)
	if index > 0 {
		start = s.ends[index-1]
	}
	return s.bytes[start:s.ends[index]:s.ends[index]], nil
}

// load reads the whole part.
func (s *sharedStrings) load() error {
	s.loaded = true
	if s.part == "" {
		return nil
	}
	return s.archive.scan(s.part, maxStringsBytes, func(x *xmlScanner) (err error) {
		switch {
		case x.depth() == 1 && !x.is("sst"):
			return errXML
		case x.depth() == 2 && x.is("si"):
			if s.bytes, err = x.richText(s.bytes); err != nil {
				return err
			}
			s.ends = append(s.ends, uint32(len(s.bytes)))
		}
		return nil
	})
}

// richText appends the text of the string item that was just started: its
// plain text and its rich text runs, not its phonetic runs.
func (x *xmlScanner) richText(dst []byte) ([]byte, error) {
	start := len(dst)
	depth := x.depth()
	inText := false
	for {
		tok, err := x.next()
		switch {
		case err != nil:
			return dst, err
		case tok == tokenText && inText:
			if dst = append(dst, x.text...); len(dst)-start > MaxCellBytes {
				return dst, errCellSize
			}
		case tok == tokenEnd && x.depth() < depth:
			return unescapeControls(dst, start), nil
		case tok == tokenEnd:
			inText = false
		case tok == tokenStart && x.is("rPh"):
			if err := x.skip(); err != nil {
				return dst, err
			}
		case tok == tokenStart:
			inText = x.is("t")
		}
	}
}

// unescapeControls replaces what follows start in dst of the form _x000D_, by
// which Excel stores characters that XML forbids (ECMA-376, 22.9.2.19).
func unescapeControls(dst []byte, start int) []byte {
	const length = len("_x000D_")
	out := start
	for i := start; i < len(dst); {
		if dst[i] == '_' && len(dst)-i >= length && dst[i+1] == 'x' && dst[i+6] == '_' {
			if r, ok := hex4(dst[i+2 : i+6]); ok {
				out += len(append(dst[:out], string(r)...)) - out
				i += length
				continue
			}
		}
		dst[out] = dst[i]
		out++
		i++
	}
	return dst[:out]
}

func hex4(b []byte) (rune, bool) {
	r := rune(0)
	for _, ch := range b {
		switch {
		case ch-'0' <= 9:
			r = r<<4 | rune(ch-'0')
		case ch|0x20 >= 'a' && ch|0x20 <= 'f':
			r = r<<4 | rune(ch|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
