package plain

import "testing"

func TestEscapeMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"![i](http://x)":       `\!\[i\](http://x)`,
		"[k](javascript:x)":    `[k\](javascript:x)`,
		"[a][b]":               `[a\]\[b]`,
		"[v]":                  "[v]",
		"a\nb\x1b[31m\u202ec|": `a b?[31m?c\|`,
	} {
		if got := escapeMarkdown(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}
