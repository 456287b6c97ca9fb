package opc_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"herstel/report/internal/opc"
	"herstel/report/internal/opc/opctest"
)

func TestPackageIsWholeAndRepeats(t *testing.T) {
	build := func() []byte {
		var p opc.Package
		p.SetProperties(opc.Properties{Title: "A & B", Created: time.Date(2022, 3, 1, 0, 0, 0, 0, time.UTC)})
		p.AddXML("word/document.xml", "application/x", opc.Element("a",
			opc.A{"xmlns:r", opc.Relations, "r:id", "rId1"}))
		p.Add("word/media/image1.png", "", []byte("png"))
		if id := p.Relate("word/document.xml", "image", "word/media/image1.png"); id != "rId1" {
			t.Errorf("first id %s", id)
		}
		p.Relate("", "officeDocument", "word/document.xml")
		var b bytes.Buffer
		if err := p.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := build()
	if !bytes.Equal(first, build()) {
		t.Error("the same parts gave other bytes")
	}
	p := opctest.Open(t, first)
	if got := string(p.Files["word/_rels/document.xml.rels"]); !strings.Contains(got, `Target="media/image1.png"`) {
		t.Errorf("the target is not relative: %s", got)
	}
}

func TestTargetsAreRelative(t *testing.T) {
	for _, c := range []struct{ source, target, want string }{
		{"", "ppt/presentation.xml", "ppt/presentation.xml"},
		{"ppt/presentation.xml", "ppt/slides/slide1.xml", "slides/slide1.xml"},
		{"ppt/slides/slide1.xml", "ppt/media/image1.png", "../media/image1.png"},
		{"ppt/slides/slide2.xml", "ppt/slides/slide1.xml", "slide1.xml"},
	} {
		var p opc.Package
		p.Relate(c.source, "x", c.target)
		var b bytes.Buffer
		if err := p.Write(&b); err != nil {
			t.Fatal(err)
		}
		archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		file, err := archive.File[1].Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(file)
		if want := ` Target="` + c.want + `"`; err != nil || !strings.Contains(string(content), want) {
			t.Errorf("%s to %s: %s lacks %s (%v)", c.source, c.target, content, want, err)
		}
	}
}

func TestOneNameOnePart(t *testing.T) {
	var p opc.Package
	p.AddXML("a/b.xml", "application/x", "<x/>")
	p.AddXML("a/b.xml", "application/x", "<x/>")
	if err := p.Write(&bytes.Buffer{}); err == nil {
		t.Error("two parts of one name were written")
	}
}

func TestTextIsEscapedAndCleaned(t *testing.T) {
	for in, want := range map[string]string{
		`a<b>&"c"`:          `a&lt;b&gt;&amp;&quot;c&quot;`,
		"een\ntwee\tdrie":   "een twee drie",
		"a\x00\x1f\ufffeb":  "ab",
		"a\u202eb\u2069c":   "abc",
		"12\u00a0000\u202f": "12\u00a0000\u202f",
		"a\xffb":            "ab",
		"👍":                 "👍",
	} {
		if got := string(opc.Text(in)); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	if got, want := string(opc.Element("a", opc.A{"b", "<"}, opc.Element("c", nil),
		opc.Text("d"))), `<a b="&lt;"><c/>d</a>`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if opc.EMU(1) != "36000" {
		t.Errorf("a millimetre is %s EMU", opc.EMU(1))
	}
}
