package casefile

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// mutate damages a copy of a file: a flipped byte, a cut, or two bytes swapped.
// For text it flips the high bit, which no digit or letter survives: a digit
// that becomes another digit is a different export, not a damaged one.
// It spares the header: without an optional column the figures say so.
func mutate(rnd *rand.Rand, file []byte, text bool) []byte {
	damaged := bytes.Clone(file)
	at := rnd.IntN(len(damaged))
	if text {
		at = max(at, bytes.IndexByte(file, '\n')+1)
	}
	switch rnd.IntN(4) {
	case 0:
		return damaged[:at]
	case 1:
		if !text {
			other := rnd.IntN(len(damaged))
			damaged[at], damaged[other] = damaged[other], damaged[at]
			return damaged
		}
	}
	if text {
		damaged[at] ^= 0x80
	} else {
		damaged[at] ^= 1 << rnd.IntN(8)
	}
	return damaged
}

// TestMutations accepts, for a damaged file, only equal figures, a finding or
// a refusal.
func TestMutations(t *testing.T) {
	sheet := sample.Cases(60)
	sheet.Header = sheet.Header[:12] // open lists have no wrong values, so damage in them cannot show
	for i, row := range sheet.Rows {
		sheet.Rows[i] = row[:12]
	}
	ruleset, err := rules.Parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{
		"xlsx": sample.XLSX{}.Write(sheet), "xlsx inline": sample.XLSX{Inline: true}.Write(sheet),
		"xlsx stored": sample.XLSX{Store: true}.Write(sheet),
		"csv":         sample.CSV{}.Write(sheet), "csv quoted": sample.CSV{Quote: true, NewLine: "\r\n"}.Write(sheet),
	} {
		t.Run(name, func(t *testing.T) {
			want := read(t, ruleset, Options{ReferenceDate: day.NoDay}, file)
			rnd := rand.New(rand.NewPCG(1, 2))
			for range 300 {
				damaged := mutate(rnd, file, name[0] == 'c')
				at := difference(file, damaged)
				data, err := Read(context.Background(), []Input{input("export", damaged)}, ruleset,
					Options{ReferenceDate: day.NoDay})
				var refused *Error
				switch {
				case errors.As(err, &refused):
				case err != nil:
					t.Fatalf("not a refusal: %v", err)
				case len(data.Findings) > 0:
				case at == len(damaged) && name[0] == 'c':
					// A text that ends early can end between rows: then nothing tells, but no row before may go.
					if lines := bytes.Count(damaged, []byte("\n")); data.Sources[0].Rows < lines-1 {
						t.Errorf("%d rows of %d lines", data.Sources[0].Rows, lines)
					}
				case !reflect.DeepEqual(data.Cube, want.Cube):
					t.Errorf("the counts changed in silence after damage at %d: %q became %q", at,
						file[max(0, at-20):at+20], damaged[max(0, at-20):at+20])
				}
			}
		})
	}
}

func difference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}
