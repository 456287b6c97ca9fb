package nl

import "math/big"

// Percent writes num/den as a percentage, rounded half away from zero on the exact ratio: Percent(235, 1047, 1) is
// "22,4%". An empty base gives Unknown.
func Percent(num, den, decimals int) string {
	if den == 0 {
		return Unknown
	}
	return fixed(big.NewInt(int64(Round(num, den, decimals+2))), decimals, true) + "%"
}

// PercentOf writes a share between 0 and 1, or a relative change, as a percentage. Where count and base are at hand
// Percent is exact and comes first.
func PercentOf(share float64, decimals int) string {
	s := points(share, decimals)
	if s == Unknown {
		return s
	}
	return s + "%"
}

// SignedPercentOf is PercentOf with a plus sign before a positive change: "+25%".
func SignedPercentOf(change float64, decimals int) string { return plus(PercentOf(change, decimals)) }

// Points writes a difference between two shares in percentage points: Points(-0.1, 0) is "−10 procentpunt".
func Points(difference float64, decimals int) string {
	s := points(difference, decimals)
	if s == Unknown {
		return s
	}
	return s + " procentpunt"
}

// SignedPoints is Points with a plus sign before a positive difference: "+4,2 procentpunt".
func SignedPoints(difference float64, decimals int) string { return plus(Points(difference, decimals)) }

// points writes a fraction in hundredths, without a unit.
func points(f float64, decimals int) string {
	num, den, ok := ratio(f)
	if !ok {
		return Unknown
	}
	return fixed(rounded(num, den, decimals+2), decimals, true)
}
