package nl

import (
	"testing"
)

func TestCleanLabel(t *testing.T) {
	tests := []struct{ in, want string }{
		{"  Slachtofferhulp   Nederland ", "Slachtofferhulp Nederland"},
		{"a\u00a0b\tc\nd", "a b c d"},
		{"a\u202Eb\u2066c\u2069", "abc"},
		{"nul\x00 \uFFFE\uFFFFeind", "nul eind"},
		{"ongeldig \xff", "ongeldig"},
		{"</script>", "</script>"},
		{"😀", "😀"},
	}
	for _, tt := range tests {
		if got := CleanLabel(tt.in); got != tt.want {
			t.Errorf("cleanLabel(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
