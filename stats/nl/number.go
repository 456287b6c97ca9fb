package nl

import (
	"math/big"
	"strconv"
	"strings"
)

// Minus is the minus sign of every negative number.
const Minus = "−"

// Unknown stands where a number cannot be given: a ratio with an empty base.
const Unknown = "–"

// Int writes n for a table or a chart, a dot at every thousand: "1.047".
func Int(n int) string {
	return fixed(big.NewInt(int64(n)), 0, true)
}

// IntText writes n for running text, as Int does for a table: a reader who lays the
// two side by side sees one number.
func IntText(n int) string { return Int(n) }

// Signed writes a difference for a table, always with its sign unless it is zero: "+31", "−1.044", "0".
func Signed(n int) string {
	if n > 0 {
		return "+" + Int(n)
	}
	return Int(n)
}

// Decimal writes f with exactly the given number of decimals and dots at the thousands: Decimal(92.5, 1) is "92,5". NaN
// and the infinities give Unknown.
func Decimal(f float64, decimals int) string {
	num, den, ok := ratio(f)
	if !ok {
		return Unknown
	}
	return fixed(rounded(num, den, decimals), decimals, true)
}

// DecimalShort is Decimal without zeros at the end: "92,5" but "61". It serves days and medians.
func DecimalShort(f float64, decimals int) string {
	s := Decimal(f, decimals)
	if !strings.Contains(s, ",") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ",")
}

// SignedDecimal is Decimal with a plus sign before a positive number.
func SignedDecimal(f float64, decimals int) string {
	return plus(Decimal(f, decimals))
}

// plus puts a plus sign before a formatted number above zero.
func plus(s string) string {
	if strings.HasPrefix(s, Minus) || !strings.ContainsAny(s, "123456789") {
		return s
	}
	return "+" + s
}

// fixed writes a whole number of 10^-decimals.
func fixed(scaled *big.Int, decimals int, dots bool) string {
	digits := new(big.Int).Abs(scaled).String()
	if missing := decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, fraction := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	if dots {
		whole = thousands(whole)
	}
	if decimals > 0 {
		whole += "," + fraction
	}
	if scaled.Sign() < 0 {
		return Minus + whole
	}
	return whole
}

// thousands puts a dot before every third digit from the right.
func thousands(digits string) string {
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Year writes a year: never with a dot.
func Year(y int) string { return strconv.Itoa(y) }
