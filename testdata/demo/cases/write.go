package cases

import (
	"encoding/csv"
	"io"
)

// spellings are other ways in which real exports write an aanmelder; the default rules know them all. One case in six
// of such an aanmelder is written with one of them.
var spellings = map[string][]string{
	"Slachtofferhulp Nederland":      {"SHN"},
	"Raad voor de Kinderbescherming": {"RvdK"},
	"Reclassering":                   {"3RO Reclassering", "Reclassering Nederland", "Leger des Heils Reclassering"},
	"Justitiële inrichtingen":        {"PI"},
}

const oneIn = 6

// Write makes the cases of every year of the plan and writes them as an export: a header and one row a case, separated
// by semicolons, UTF-8, dates as 31-12-2021. The same plan gives the same bytes. An error is one of w, or says where
// the plan contradicts itself.
func Write(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Comma = ';'
	if err := out.Write(columns); err != nil {
		return err
	}
	seen := map[string]int{}
	for year := range years {
		records, err := cohort(year)
		if err != nil {
			return err
		}
		for _, r := range records {
			seen[r.referrer]++
			if err := out.Write(r.cellsOf(spelling(r.referrer, seen[r.referrer]))); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// spelling gives the nth occurrence of an aanmelder its way of writing.
func spelling(referrer string, nth int) string {
	variants := spellings[referrer]
	if len(variants) == 0 || nth%oneIn != 0 {
		return referrer
	}
	return variants[nth/oneIn%len(variants)]
}
