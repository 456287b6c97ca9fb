package casefile

import (
	"testing"

	"herstel/stats/casefile/internal/sample"
)

// Options without a date leave no row out: the absent day is no day in the past.
func TestZeroOptionsCountEveryRow(t *testing.T) {
	data := read(t, rulesFor(t), Options{}, sample.CSV{}.Write(sample.Cases(50)))
	if data.Sources[0].Counted != 50 || data.Sources[0].LeftOut != 0 {
		t.Errorf("%+v", data.Sources[0])
	}
}
