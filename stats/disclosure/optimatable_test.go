package disclosure

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/optima.csv
var optimaTable string

// optimaThreshold is the drempel of the table of optima.
const optimaThreshold = 5

// writtenOptimum is what the table says of one system.
type writtenOptimum struct {
	counts, yes string
	least       loss
}

// writtenOptima reads the table of optima, which says how they were computed.
func writtenOptima(t *testing.T) map[int]writtenOptimum {
	r := csv.NewReader(strings.NewReader(optimaTable))
	r.Comment = '#'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	optima := map[int]writtenOptimum{}
	for _, record := range records[1:] {
		number := func(column int) int {
			n, err := strconv.Atoi(record[column])
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		optima[number(0)] = writtenOptimum{record[1], record[2], loss{number(3), number(4)}}
	}
	return optima
}

// writtenSystem writes the cells and the parts of a small system as the table does:
// the totals of a row come after its cells, those of the columns after the rows,
// and a share and its other side take turns.
func writtenSystem(m *Model) (counts, yes string) {
	var rows, parts, row []string
	for _, c := range m.cells {
		switch {
		case c.weight >= Precious && len(row) > 0:
			rows, row = append(rows, strings.Join(row, " ")), nil
		case c.guarded || c.weight >= Precious:
		case c.weight == weightOfPart:
			parts = append(parts, strconv.Itoa(c.value))
		default:
			row = append(row, strconv.Itoa(c.value))
		}
	}
	return strings.Join(rows, "; "), strings.Join(parts, " ")
}

// weightOfPart is the weight of the numbers of a trait in a small system.
const weightOfPart = 50
