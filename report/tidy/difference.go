package tidy

import (
	"encoding/json"
	"strconv"
	"strings"

	"herstel/stats"
)

// The statuses of a difference in the tidy form.
const (
	differenceOK           = "ok"
	differenceIncomparable = "niet_vergelijkbaar"
)

// differenceFields are the fields of a difference in the tidy form, in their
// order: those that do not apply are left out.
func differenceFields(f *stats.Figure, c *stats.Change) []Field {
	fields := []Field{{Name: "jaar", Text: strconv.Itoa(c.Against)}}
	status := differenceIncomparable
	if c.Known {
		status = differenceOK
		if !c.AmongKnown {
			fields = append(fields, Field{Name: "aantal", Text: strconv.Itoa(c.Difference)})
			if c.Previous != 0 {
				fields = append(fields, decimal("procent", 100*float64(c.Difference)/float64(c.Previous)))
			}
		}
		if c.PointsKnown {
			fields = append(fields, decimal("procentpunt", 100*c.Points), decimal("ondergrens", 100*c.Margin.Low),
				decimal("bovengrens", 100*c.Margin.High))
		}
		if f.Kind != stats.KindLeadTime {
			fields = append(fields, Field{Name: "duidelijk", Text: strconv.FormatBool(c.Clear)})
		}
	}
	words, err := json.Marshal(c.Reasons.Words())
	if err != nil {
		words = []byte("[]") // words of the program itself are always text
	}
	return append(fields, Field{Name: "status", Text: strconv.Quote(status)},
		Field{Name: "redenen", Text: string(words)})
}

func decimal(name string, value float64) Field {
	return Field{Name: name, Text: strconv.FormatFloat(value, 'f', -1, 64)}
}

// differenceJSON writes a difference as one object; empty where the cell is not
// held against another.
func differenceJSON(f *stats.Figure, c *stats.Change) string {
	if c.Against == 0 {
		return ""
	}
	var parts []string
	for _, field := range differenceFields(f, c) {
		parts = append(parts, strconv.Quote(field.Name)+":"+field.Text)
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// differenceColumns are the columns of the CSV form for how final a number is, and
// for its difference.
var differenceColumns = []string{"voorlopig", "verschil_jaar", "verschil_aantal", "verschil_procent",
	"verschil_procentpunt",
	"verschil_ondergrens", "verschil_bovengrens", "verschil_duidelijk", "verschil_status", "verschil_redenen"}

// verdictTexts are the texts of the columns of the CSV form for how certain an
// observation is, and for its difference.
func verdictTexts(o observation) map[string]string {
	texts := map[string]string{}
	if o.compared {
		texts = differenceTexts(o.of, &o.cell.Change)
	}
	if share := o.cell.Share; share.Known {
		texts["ondergrens"] = decimal("", share.Interval.Low).Text
		texts["bovengrens"] = decimal("", share.Interval.High).Text
	}
	if o.cell.Provisional {
		texts["voorlopig"] = "ja"
	}
	return texts
}

// differenceTexts are the texts of those columns that have one.
func differenceTexts(f *stats.Figure, c *stats.Change) map[string]string {
	texts := map[string]string{}
	if c.Against == 0 {
		return texts
	}
	for _, field := range differenceFields(f, c) {
		texts["verschil_"+field.Name] = yesNoWord(strings.Trim(field.Text, `"`))
	}
	texts["verschil_redenen"] = strings.Join(c.Reasons.Words(), " ")
	return texts
}

// yesNoWord writes a truth value in Dutch, and leaves other texts as they are.
func yesNoWord(text string) string {
	switch text {
	case "true":
		return "ja"
	case "false":
		return "nee"
	}
	return text
}

// intervalJSON writes the 95% interval of a share; empty where there is no share.
func intervalJSON(c *stats.Cell) string {
	if !c.Share.Known {
		return ""
	}
	return "[" + strconv.FormatFloat(c.Share.Interval.Low, 'f', -1, 64) + "," +
		strconv.FormatFloat(c.Share.Interval.High, 'f', -1, 64) + "]"
}
