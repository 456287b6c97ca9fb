package nl

import "testing"

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"Eén zaak (3%) – “x”\n\tté": "Eén zaak (3%) – “x”\n\tté",
		"\x1b[31mrood":              "?[31mrood",
		"\u009b2J\x7f\r\x00":        "?2J???",
		"a\u202etxt.exe\u2066":      "a?txt.exe?",
		"\u2068שלום\u2069":          "\u2068שלום\u2069",
		"half \xc3":                 "half ?",
		"👩‍👧":                       "👩‍👧",
		"":                          "",
	} {
		if got := Printable(text); got != want {
			t.Errorf("Printable(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestOneLine(t *testing.T) {
	for text, want := range map[string]string{"a\nb\tc": "a b c", "a\u2028b\u0085c": "a b c",
		"x\u00a0y\x1b": "x\u00a0y?"} {
		if got := OneLine(text); got != want {
			t.Errorf("OneLine(%q) = %q, want %q", text, got, want)
		}
	}
}
