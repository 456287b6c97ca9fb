package xlsx

import (
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
)

// scan lists the tokens of a document, read one byte at a time.
func scan(document string) (string, error) {
	x := newXMLScanner(iotest.OneByteReader(strings.NewReader(document)))
	x.buf = make([]byte, 0, 4)
	var b strings.Builder
	for {
		tok, err := x.next()
		if err != nil {
			return b.String(), err
		}
		switch tok {
		case tokenEOF:
			return b.String(), nil
		case tokenStart:
			fmt.Fprintf(&b, "<%s", x.name)
			for _, a := range x.attrs {
				fmt.Fprintf(&b, " %s=%s", a.name, a.value)
			}
		case tokenEnd:
			b.WriteString("/")
		case tokenText:
			fmt.Fprintf(&b, "[%s]", x.text)
		}
	}
}

func TestXMLThatIsWellFormed(t *testing.T) {
	for document, want := range map[string]string{
		"<a/>": "<a/",
		"\uFEFF<?xml version=\"1.0\" encoding='utf-8'?>\n" +
			"<a b = 'c>d'>x&amp;&#233;&#xE9;</a >\n<!---->": "<a b=c>d[x&éé]/",
		"<a><![CDATA[<b>&]]]]><!-- - --><?p q?></a>": "<a[<b>&]]]/",
		"<a:b xmlns:a='u' " +
			"c=\"'\"><a:d/></a:b>": "<b xmlns:a=u c='<d//",
	} {
		if got, err := scan(document); err != nil || got != want {
			t.Errorf("%q: got %q, %v", document, got, err)
		}
	}
}

func TestXMLThatIsNot(t *testing.T) {
	for _, document := range []string{
		"", " ", "a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b>", "<a b=c/>", "<a b='c/>",
		"<a b='c'd='e'/>", "<a b='1' b='2'/>", "<a b='<'/>",
		"<a>&x;</a>", "<a>&amp</a>", "<a>&#0;</a>", "<a>]]></a>", "<a><!-- -- --></a>", "<a><!-- </a>",
		"<a><![CDATA[</a>", "<![CDATA[x]]><a/>", "<!DOCTYPE a><a/>",
		"<a:b/>", "<:a/>", "<1/>", "< a/>", "<a><?x</a>", "<?xml encoding='latin1'?><a/>", "<a", "<", "<a><",
		"<!ELEMENT a><a/>",
		strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300),
	} {
		if got, err := scan(document); err == nil {
			t.Errorf("%.40q was accepted as %q", document, got)
		}
	}
}
