package main

import (
	"io"
	"unicode/utf8"

	"herstel/stats/nl"
)

// stream is stdout or stderr. It takes away what a terminal would obey, and
// remembers its first error: a command need not look at every write, and
// nothing follows what did not arrive.
type stream struct {
	to   io.Writer
	half []byte // the start of a character that the next write goes on with
	err  error
}

func (s *stream) Write(p []byte) (int, error) {
	text := append(s.half, p...)
	end := wholeRunes(text)
	s.half = append([]byte(nil), text[end:]...)
	return len(p), s.send([]byte(nl.Printable(string(text[:end]))))
}

// send writes bytes as they are: a picture, or a program's own drawing.
func (s *stream) send(p []byte) error {
	if s.err == nil {
		_, s.err = s.to.Write(p)
	}
	return s.err
}

// bytesOf returns the writer of bytes that are no text.
func bytesOf(w io.Writer) io.Writer {
	if s, ok := w.(*stream); ok {
		return rawStream{s}
	}
	return w
}

type rawStream struct{ *stream }

func (r rawStream) Write(p []byte) (int, error) { return len(p), r.send(p) }

// stdoutError words why the output of a command did not arrive. When nobody
// reads it any more, as behind head, that is no news.
func stdoutError(err error) error {
	switch {
	case isPipe(err):
		return &failure{code: exitFailed, err: err}
	case isFull(err):
		return failed(err, "maak ruimte vrij, en geef de opdracht opnieuw", "de schijf is vol: de uitvoer is niet af")
	}
	return failed(err, "kijk waar de uitvoer heen gaat, en geef de opdracht opnieuw",
		"de uitvoer is niet te schrijven (%s)", reason(err))
}

// wholeRunes returns how many bytes of text come before a character that is
// not whole yet.
func wholeRunes(text []byte) int {
	for i := len(text) - 1; i >= max(0, len(text)-utf8.UTFMax+1); i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				return i
			}
			break
		}
	}
	return len(text)
}

// stdoutPath is the --out that stands for standard output.
const stdoutPath = "-"
