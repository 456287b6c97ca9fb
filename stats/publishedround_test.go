package stats

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// A hidden number must not be told apart by the outcome of its comparison.
func TestHiddenNumberIsNotCompared(t *testing.T) {
	var want *Comparison
	for printed := range 10 {
		c := Comparison{Count: printed, Today: Cell{Status: Suppressed}}
		c.settle()
		if c.Outcome != NotCompared || c.Difference != 0 || c.Points != 0 {
			t.Errorf("printed %d: outcome %d, difference %d", printed, c.Outcome, c.Difference)
		}
		c.Count = 0
		if want == nil {
			want = &c
		} else if c.Reasons[0] != want.Reasons[0] {
			t.Errorf("printed %d: reason %q", printed, c.Reasons[0])
		}
	}
}

func TestShareComparesAsRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.IntRange(1, 100_000).Draw(t, "den")
		num := rapid.IntRange(0, den).Draw(t, "num")
		decimals := rapid.IntRange(2, 6).Draw(t, "decimals")
		// floor(x + 1/2) on the exact ratio is half away from zero for x >= 0.
		scaled := new(big.Rat).SetFrac64(int64(num)*int64(math.Pow10(decimals)), int64(den))
		exact := scaled.IsInt()
		scaled.Add(scaled, big.NewRat(1, 2))
		rounded := new(big.Int).Div(scaled.Num(), scaled.Denom()).Int64()
		for offset := int64(-2); offset <= 2; offset++ {
			c := Comparison{IsShare: true, Decimals: decimals, Share: float64(rounded+offset) / math.Pow10(decimals),
				Today: Cell{Share: shareOf(num, den)}}
			want := Different
			if offset == 0 {
				want = EqualRounded
				if exact {
					want = Equal
				}
			}
			if c.settle(); c.Outcome != want {
				t.Fatalf("%d/%d with %d decimals, printed %v: outcome %d, want %d", num, den, decimals, c.Share,
					c.Outcome, want)
			}
		}
	})
}
