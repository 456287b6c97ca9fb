package casefile

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestNumberSet compares the set with a map: for numbers that run up, for more
// beginnings and wider gaps than the series take in, and for other texts.
func TestNumberSet(t *testing.T) {
	draws := map[string]func(r *rand.Rand) string{
		"run":         func(r *rand.Rand) string { return fmt.Sprintf("2021-%05d", r.IntN(40_000)) },
		"widths":      func(r *rand.Rand) string { return fmt.Sprintf("%0*d", 1+r.IntN(12), r.IntN(2000)) },
		"beginnings":  func(r *rand.Rand) string { return fmt.Sprintf("z%d-%d", r.IntN(2*mostStarts), r.IntN(90)) },
		"gaps":        func(r *rand.Rand) string { return fmt.Sprintf("z%d-%d", r.IntN(40), r.IntN(1000)*9973) },
		"long digits": func(r *rand.Rand) string { return fmt.Sprintf("%014d", r.Int64N(30_000)*1_000_003) },
		"other texts": func(r *rand.Rand) string { return fmt.Sprintf("%x-é", r.IntN(40_000)) },
		"hexadecimal": func(r *rand.Rand) string { return fmt.Sprintf("%x", r.IntN(40_000)*7919) },
		"every of them": func(r *rand.Rand) string {
			return fmt.Sprintf("%x/%d", r.IntN(300),
				r.IntN(300)*r.IntN(30_000))
		},
	}
	for name, draw := range draws {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(7, 11))
			set, seen := newNumberSet(), map[string]bool{}
			for range 60_000 {
				number := draw(r)
				if got := set.has([]byte(number)); got != seen[number] {
					t.Fatalf("has %q = %v", number, got)
				}
				if r.IntN(4) == 0 {
					continue
				}
				if got := set.add([]byte(number)); got == seen[number] {
					t.Fatalf("add %q = %v", number, got)
				}
				seen[number] = true
			}
			for number := range seen {
				if !set.has([]byte(number)) {
					t.Fatalf("%q is lost", number)
				}
			}
		})
	}
}
