package sentences

import (
	"herstel/stats"
	"herstel/stats/nl"
)

// MarginPoints is an interval in procentpunt: "-1,2 tot +3,4".
func MarginPoints(i stats.Interval) string {
	return nl.SignedDecimal(100*i.Low, 1) + " tot " + nl.SignedDecimal(100*i.High, 1)
}
