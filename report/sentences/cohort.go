package sentences

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// closedWithin tells how long the cases assigned in the year take: "Naar schatting
// was van de zaken die in 2021 zijn uitgezet de helft binnen 84 dagen afgesloten,
// driekwart binnen 136 dagen en negen op de tien binnen 234 dagen."
func closedWithin(v *View) string {
	if len(v.Table.Rows) == 0 || v.Cell(&v.Table.Rows[0]).Status != stats.OK {
		return ""
	}
	q := v.Cell(&v.Table.Rows[0]).Waits
	var parts []string
	verb := " afgesloten"
	for _, p := range []struct {
		share string
		days  stats.WaitQuantile
	}{{"de helft", q.Median}, {"driekwart", q.P75}, {"negen op de tien", q.P90}} {
		if p.days.Day.Known {
			parts = append(parts, p.share+" binnen "+days(float64(p.days.Day.N))+verb)
			verb = ""
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("Naar schatting was van de zaken die in %d zijn uitgezet %s.", v.Year, nl.List(parts))
}
