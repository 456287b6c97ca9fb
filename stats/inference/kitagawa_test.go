package inference

import (
	"math"
	"math/rand/v2"
	"testing"
)

// By hand, with two halves before and three to one after. Within both groups the share
// rose by 10 points, so that their sizes add no variance.
func TestKitagawaByHand(t *testing.T) {
	before := []Proportion{{20, 100}, {30, 100}, {}}
	after := []Proportion{{45, 150}, {20, 50}, {}}
	margin := 1.959963984540054 * math.Sqrt(0.390625*(0.16/100+0.21/150)+0.140625*(0.21/100+0.24/50))
	want := Decomposition{
		Change: 0.075, Mix: -0.025, Rate: 0.1, Standardized: 0.35,
		RateInterval: Interval{0.1 - margin, 0.1 + margin}, Known: true,
	}
	if diff := differsFromR(want, Kitagawa(before, after)); diff != "" {
		t.Errorf("by hand and here:\n%s", diff)
	}
}

func TestAGroupThatComesOrGoesIsMix(t *testing.T) {
	got := Kitagawa([]Proportion{{50, 100}, {10, 100}, {}}, []Proportion{{50, 100}, {}, {25, 100}})
	if got.Rate != 0 || math.Abs(got.Mix-0.075) > 1e-14 || math.Abs(got.Standardized-0.3) > 1e-14 || !got.Known {
		t.Errorf("got %+v", got)
	}
}

func TestKitagawaIsAbsentWithoutCasesToCompare(t *testing.T) {
	some := []Proportion{{20, 100}, {30, 100}}
	for _, other := range [][]Proportion{nil, {{}, {}}, {{20, 100}}, {{20, 10}, {3, 10}}, {{2, 10}, {1, 0}}} {
		if got := Kitagawa(some, other); got != (Decomposition{}) {
			t.Errorf("after %v: %+v", other, got)
		}
		if got := Kitagawa(other, some); got != (Decomposition{}) {
			t.Errorf("before %v: %+v", other, got)
		}
	}
}

// period is a population: the sizes of its groups, and the proportions within them.
type period struct{ size, rate []float64 }

var (
	earlier = period{[]float64{0.45, 0.22, 0.19, 0.14}, []float64{0.30, 0.43, 0.20, 0.51}}
	later   = period{[]float64{0.35, 0.30, 0.10, 0.25}, []float64{0.34, 0.30, 0.45, 0.60}}
)

// cells returns the probabilities of each group with and without the outcome.
func (p period) cells() []float64 {
	var cells []float64
	for i := range p.size {
		cells = append(cells, p.size[i]*p.rate[i], p.size[i]*(1-p.rate[i]))
	}
	return cells
}

// ratePart is the rate part of populations given by their cells.
func ratePart(before, after []float64) float64 {
	sum := 0.0
	for i := 0; i < len(before); i += 2 {
		p, q := before[i]+before[i+1], after[i]+after[i+1]
		sum += (after[i]/q - before[i]/p) * (p + q) / 2
	}
	return sum
}

// The variance of a function of multinomial cells by the delta method, from numeric
// derivatives: another way to the formula of the package.
func numericVariance(f func([]float64) float64, cells []float64, n float64) float64 {
	const h = 1e-6
	var squares, mean float64
	for i, probability := range cells {
		moved := append([]float64(nil), cells...)
		moved[i] = probability + h
		up := f(moved)
		moved[i] = probability - h
		slope := (up - f(moved)) / (2 * h)
		squares, mean = squares+probability*slope*slope, mean+probability*slope
	}
	return (squares - mean*mean) / n
}

func TestRateIntervalAgreesWithNumericDerivatives(t *testing.T) {
	const n, m = 10_000, 20_000
	var before, after []Proportion
	for i := range earlier.size {
		baseBefore, baseAfter := math.Round(n*earlier.size[i]), math.Round(m*later.size[i])
		before = append(before, Proportion{int(math.Round(baseBefore * earlier.rate[i])), int(baseBefore)})
		after = append(after, Proportion{int(math.Round(baseAfter * later.rate[i])), int(baseAfter)})
	}
	variance := numericVariance(func(x []float64) float64 { return ratePart(x, later.cells()) }, earlier.cells(), n) +
		numericVariance(func(x []float64) float64 { return ratePart(earlier.cells(), x) }, later.cells(), m)
	got := Kitagawa(before, after)
	margin := (got.RateInterval.High - got.RateInterval.Low) / 2
	if want := 1.959963984540054 * math.Sqrt(variance); math.Abs(margin-want) > 1e-8*want {
		t.Errorf("margin %v, want %v", margin, want)
	}
	if want := ratePart(earlier.cells(), later.cells()); math.Abs(got.Rate-want) > 1e-14 {
		t.Errorf("rate part %v, want %v", got.Rate, want)
	}
}

// sample draws n cases from a population.
func (p period) sample(source *rand.Rand, n int) []Proportion {
	drawn := make([]Proportion, len(p.size))
	for range n {
		group, u := 0, source.Float64()
		for group < len(p.size)-1 && u >= p.size[group] {
			u -= p.size[group]
			group++
		}
		drawn[group].Base++
		if source.Float64() < p.rate[group] {
			drawn[group].Count++
		}
	}
	return drawn
}

// In 4000 pairs of years of 600 and 500 cases the interval must hold the rate part of
// the populations in 95%, give or take three standard errors of that share.
func TestRateIntervalHoldsTheTruthInNineteenOfTwenty(t *testing.T) {
	const pairs = 4000
	source := rand.New(rand.NewPCG(1955, 50))
	truth := ratePart(earlier.cells(), later.cells())
	held := 0
	for range pairs {
		got := Kitagawa(earlier.sample(source, 600), later.sample(source, 500))
		if got.RateInterval.Low <= truth && truth <= got.RateInterval.High {
			held++
		}
	}
	share := float64(held) / pairs
	if math.Abs(share-0.95) > 3*math.Sqrt(0.95*0.05/pairs) {
		t.Errorf("the interval holds the truth in %.1f%%", 100*share)
	}
}
