package nl

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbers(t *testing.T) {
	tests := []struct{ got, want string }{
		{Int(0), "0"},
		{Int(7), "7"},
		{Int(999), "999"},
		{Int(1047), "1.047"},
		{Int(17500), "17.500"},
		{Int(1234567), "1.234.567"},
		{Int(-1047), "−1.047"},
		{IntText(1047), "1.047"},
		{IntText(9999), "9.999"},
		{IntText(10000), "10.000"},
		{IntText(17500), "17.500"},
		{IntText(-1047), "−1.047"},
		{IntText(-17500), "−17.500"},
		{Signed(31), "+31"},
		{Signed(0), "0"},
		{Signed(-1044), "−1.044"},
		{Decimal(92.5, 1), "92,5"},
		{Decimal(92.5, 0), "93"},
		{Decimal(-92.5, 0), "−93"},
		{Decimal(1.005, 2), "1,01"},
		{Decimal(2.675, 2), "2,68"},
		{Decimal(-0.04, 1), "0,0"},
		{Decimal(-0.05, 1), "−0,1"},
		{Decimal(1234.5, 1), "1.234,5"},
		{Decimal(math.NaN(), 1), "–"},
		{Decimal(math.Inf(1), 1), "–"},
		{DecimalShort(61, 1), "61"},
		{DecimalShort(92.5, 1), "92,5"},
		{DecimalShort(100, 2), "100"},
		{DecimalShort(1000, 0), "1.000"},
		{SignedDecimal(0.04, 1), "0,0"},
		{SignedDecimal(0.06, 1), "+0,1"},
		{SignedDecimal(-0.06, 1), "−0,1"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestPercentages(t *testing.T) {
	tests := []struct{ got, want string }{
		{Percent(235, 1047, 1), "22,4%"},
		{Percent(235, 1047, 0), "22%"},
		{Percent(240, 1047, 0), "23%"},
		{Percent(0, 1047, 1), "0,0%"},
		{Percent(1047, 1047, 0), "100%"},
		{Percent(1, 8, 0), "13%"},
		{Percent(1, 8, 1), "12,5%"},
		{Percent(1, 200, 0), "1%"},
		{Percent(3, 0, 1), "–"},
		{Percent(2, 1, 0), "200%"},
		{Percent(20, 1, 0), "2.000%"},
		{PercentOf(0.224450811843362, 1), "22,4%"},
		{PercentOf(0.125, 0), "13%"},
		{PercentOf(-0.125, 0), "−13%"},
		{PercentOf(-0.0004, 1), "0,0%"},
		{SignedPercentOf(0.25, 0), "+25%"},
		{SignedPercentOf(-0.067901, 1), "−6,8%"},
		{SignedPercentOf(0, 1), "0,0%"},
		{Points(-0.1, 0), "−10 procentpunt"},
		{Points(0.45-0.55, 0), "−10 procentpunt"},
		{Points(0.345-0.3, 0), "5 procentpunt"},
		{SignedPoints(0.0415, 1), "+4,2 procentpunt"},
		{SignedPoints(-0.0001, 0), "0 procentpunt"},
		{Points(math.NaN(), 0), "–"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestWordsAndDates(t *testing.T) {
	tests := []struct{ got, want string }{
		{Plural(0, "zaak", "zaken"), "zaken"},
		{Count(1, "zaak", "zaken"), "1 zaak"},
		{Count(2, "zaak", "zaken"), "2 zaken"},
		{Count(1047, "zaak", "zaken"), "1.047 zaken"},
		{Count(17500, "bezoeker", "bezoekers"), "17.500 bezoekers"},
		{List(nil), ""},
		{List([]string{"a"}), "a"},
		{List([]string{"a", "b"}), "a en b"},
		{List([]string{"a", "b", "c"}), "a, b en c"},
		{Date(2022, 3, 1), "1 maart 2022"},
		{Month(8), "augustus"},
		{Month(13), "13"},
		{ShortMonth(3), "mrt"},
		{Capital("ijsselland"), "IJsselland"},
		{Capital("één"), "Één"},
		{Capital(""), ""},
		{Sentence("het aandeel daalde"), "Het aandeel daalde."},
		{Sentence("echt?"), "Echt?"},
		{Sentence(" "), ""},
		{Year(2021), "2021"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// The rounded value is the nearest one, and a tie lies further from zero: checked with exact fractions.
func TestRoundIsNearestAndTiesGoAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		num := rapid.IntRange(-1_000_000, 1_000_000).Draw(t, "num")
		den := rapid.IntRange(1, 1_000_000).Draw(t, "den")
		decimals := rapid.IntRange(0, 4).Draw(t, "decimals")
		scale := int64(math.Pow10(decimals))
		exact := new(big.Rat).SetFrac64(int64(num)*scale, int64(den))
		got := new(big.Rat).SetInt64(int64(Round(num, den, decimals)))
		gap := new(big.Rat).Sub(got, exact)
		half := big.NewRat(1, 2)
		switch new(big.Rat).Abs(gap).Cmp(half) {
		case 1:
			t.Fatalf("Round(%d, %d, %d) = %s lies more than a half from %s", num, den, decimals, got, exact)
		case 0:
			if gap.Sign() != exact.Sign() {
				t.Fatalf("Round(%d, %d, %d) = %s went towards zero", num, den, decimals, got)
			}
		}
		if Round(-num, den, decimals) != -Round(num, den, decimals) {
			t.Fatalf("Round(%d, %d, %d) is not symmetric", num, den, decimals)
		}
	})
}

// A share given as a float shows the same digits as the exact ratio it came from.
func TestFloatShareAgreesWithExactRatio(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.IntRange(1, 200_000).Draw(t, "den")
		num := rapid.IntRange(0, den).Draw(t, "num")
		decimals := rapid.IntRange(0, 2).Draw(t, "decimals")
		exact := Percent(num, den, decimals)
		if got := PercentOf(float64(num)/float64(den), decimals); got != exact {
			t.Fatalf("%d/%d: PercentOf gives %s, Percent gives %s", num, den, got, exact)
		}
	})
}

func TestNeverMinusZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64Range(-2, 2).Draw(t, "f")
		decimals := rapid.IntRange(0, 3).Draw(t, "decimals")
		for _, s := range []string{Decimal(f, decimals), PercentOf(f, decimals), Points(f, decimals),
			SignedDecimal(f, decimals)} {
			if strings.HasPrefix(s, Minus) && !strings.ContainsAny(s, "123456789") {
				t.Fatalf("%v shows as %q", f, s)
			}
		}
	})
}
