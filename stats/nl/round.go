package nl

import (
	"math"
	"math/big"
	"strconv"
)

// noiseDecimals is where the arithmetic noise of a float64 share ends: a difference such as 0.345-0.300 comes out as
// 0.044999999999999984 and is meant as 0.045. Shares of bases below a million lie further apart than that.
const noiseDecimals = 12

// rounded gives num/den times 10^decimals as a whole number, rounded half away from zero. It is the only rounding of
// the product. den must not be zero.
func rounded(num, den *big.Int, decimals int) *big.Int {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	n := new(big.Int).Mul(num, scale)
	n.Lsh(n.Abs(n), 1)
	d := new(big.Int).Abs(den)
	n.Add(n, d).Quo(n, d.Lsh(d, 1))
	if num.Sign()*den.Sign() < 0 {
		n.Neg(n)
	}
	return n
}

// Round gives num/den times 10^decimals as a whole number, rounded half away from zero: Round(1, 8, 2) is 13. A zero
// den gives 0.
func Round(num, den, decimals int) int {
	if den == 0 {
		return 0
	}
	return int(rounded(big.NewInt(int64(num)), big.NewInt(int64(den)), decimals).Int64())
}

// RoundOf gives f times 10^decimals as a whole number, rounded half away from zero: what Decimal prints. NaN and the
// infinities give 0.
func RoundOf(f float64, decimals int) int {
	num, den, ok := ratio(f)
	if !ok {
		return 0
	}
	return int(rounded(num, den, decimals).Int64())
}

// ratio gives f as an exact fraction, with the noise of binary arithmetic taken off; ok is false for NaN and the
// infinities.
func ratio(f float64) (num, den *big.Int, ok bool) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, nil, false
	}
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'f', noiseDecimals, 64))
	if !ok {
		return nil, nil, false
	}
	return r.Num(), r.Denom(), true
}
