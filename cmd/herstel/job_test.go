package main

import "testing"

// TestConfigEncoding wants a herstel.yaml in another encoding refused by line.
func TestConfigEncoding(t *testing.T) {
	_, err := parseConfig("herstel.yaml", []byte("jaren: 2\nhuisstijl: {lettertype: Caf\xe9}\n"))
	f, ok := err.(*failure)
	if !ok || f.code != exitUse || f.text != "herstel.yaml, regel 2: hier staat een teken dat geen UTF-8 is" ||
		f.hint != "sla het bestand op als UTF-8" {
		t.Errorf("got %v", err)
	}
	for _, text := range []string{"", "jaren: 2", "\ufeffjaren: 2\n", "huisstijl: {lettertype: Café}",
		"\xff\xfej\x00a\x00r\x00e\x00n\x00:\x00 \x002\x00"} {
		if _, err := parseConfig("herstel.yaml", []byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}
