package tidy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"herstel/stats"
	"herstel/stats/day"
)

// Document is a tidy JSON that herstel wrote, read back: what it takes to lay it
// beside another one.
type Document struct {
	Schema        int     `json:"schema"`
	Year          int     `json:"jaar"`
	ReferenceDate day.Day `json:"-"`
	Demo          bool    `json:"voorbeelddata"`
	Threshold     int     `json:"drempel"`
	RulesSHA256   string  `json:"regels_sha256"`
	Cells         []Cell
}

// Cell is one observation of a tidy JSON.
type Cell struct {
	Figure   string
	Year     int
	Category []stats.Label
	Status   string             // ok, onderdrukt or niet_beschikbaar
	Numbers  map[string]float64 // by field, without those that are null
	// HidesBase says that the cell has a noemer that does not show.
	HidesBase bool
}

// ErrNotTidy says that a file is no tidy JSON of herstel.
var ErrNotTidy = errors.New("dit is geen JSON met cijfers van herstel")

// SchemaError says that a tidy JSON is of another version of the form.
type SchemaError struct{ Schema int }

func (e *SchemaError) Error() string {
	return fmt.Sprintf("het bestand heeft schema %d; deze herstel leest schema %d", e.Schema, Schema)
}

// ReadJSON reads what JSON wrote. It ends with ErrNotTidy, a *SchemaError or
// the error of the reader.
func ReadJSON(r io.Reader) (*Document, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var form struct {
		Document
		Date  string         `json:"peildatum"`
		Cells []tidyCellForm `json:"cijfers"`
	}
	if err := json.Unmarshal(data, &form); err != nil || form.Schema == 0 {
		return nil, ErrNotTidy
	}
	doc := form.Document
	if doc.Schema != Schema {
		return nil, &SchemaError{doc.Schema}
	}
	date, ok := day.Parse(form.Date)
	if !ok || doc.Year == 0 || len(form.Cells) == 0 {
		return nil, ErrNotTidy
	}
	doc.ReferenceDate = date
	for _, cell := range form.Cells {
		doc.Cells = append(doc.Cells, Cell(cell))
	}
	return &doc, nil
}

// tidyCellForm reads one observation, whatever its figure.
type tidyCellForm Cell

// UnmarshalJSON reads the fields that every observation has, and its numbers.
func (c *tidyCellForm) UnmarshalJSON(data []byte) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	c.Numbers = map[string]float64{}
	for name, raw := range fields {
		var err error
		switch name {
		case "figuur":
			err = json.Unmarshal(raw, &c.Figure)
		case "jaar":
			err = json.Unmarshal(raw, &c.Year)
		case "status":
			err = json.Unmarshal(raw, &c.Status)
		case "categorie":
			c.Category, err = orderedLabels(raw)
		default:
			var number *float64
			if err := json.Unmarshal(raw, &number); err != nil {
				continue
			}
			if number != nil {
				c.Numbers[name] = *number
			}
			c.HidesBase = c.HidesBase || name == "noemer" && number == nil
		}
		if err != nil {
			return err
		}
	}
	if c.Figure == "" || c.Year == 0 || c.Status == "" {
		return ErrNotTidy
	}
	return nil
}

// orderedLabels reads an object of texts in the order in which it is written.
func orderedLabels(raw []byte) ([]stats.Label, error) {
	in := json.NewDecoder(bytes.NewReader(raw))
	if _, err := in.Token(); err != nil {
		return nil, err
	}
	var labels []stats.Label
	for in.More() {
		dimension, err := in.Token()
		if err != nil {
			return nil, err
		}
		value, err := in.Token()
		if err != nil {
			return nil, err
		}
		d, isText := dimension.(string)
		v, isTextToo := value.(string)
		if !isText || !isTextToo {
			return nil, ErrNotTidy
		}
		labels = append(labels, stats.Label{Dimension: d, Value: v})
	}
	return labels, nil
}

// Values are the values of the category, in order.
func (c *Cell) Values() []string {
	values := make([]string, len(c.Category))
	for i, l := range c.Category {
		values[i] = l.Value
	}
	return values
}

// Key tells a cell apart from all others of its document.
func (c *Cell) Key() string {
	return fmt.Sprintf("%s\x00%d\x00%s", c.Figure, c.Year, strings.Join(c.Values(), "\x00"))
}

// Has reports whether a cell holds a number.
func (c *Cell) Has(name string) bool {
	_, ok := c.Numbers[name]
	return ok
}

// Same reports whether two cells hold the same number, or neither of them one.
func (c *Cell) Same(other *Cell, name string) bool {
	a, in := c.Numbers[name]
	b, inToo := other.Numbers[name]
	return in == inToo && math.Abs(a-b) < 1e-12
}
