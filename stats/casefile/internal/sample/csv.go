package sample

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// CSV is a dialect of CSV. The zero value is UTF-8, `;`, LF, 31-12-2021.
type CSV struct {
	Comma      string // ";" when empty
	NewLine    string // "\n" when empty
	DateFormat string // of package time, or "serial"; "02-01-2006" when empty
	Quote      bool   // quote every cell
	Mark       string // what quotes; `"` when empty
	Space      bool   // a space behind every separator
	Encoding   string // "", "bom", "utf-16le", "utf-16be" or "windows-1252"
	Title      string // lines above the header, each ended by NewLine
	Total      string // line below the rows
}

// Write returns the sheet in the dialect.
func (d CSV) Write(s *Sheet) []byte {
	if d.Comma == "" {
		d.Comma = ";"
	}
	if d.NewLine == "" {
		d.NewLine = "\n"
	}
	if d.Mark == "" {
		d.Mark = `"`
	}
	var b strings.Builder
	b.WriteString(d.Title)
	for _, names := range [][]string{s.Upper, s.Header} {
		for i, name := range names {
			d.cell(&b, i, name)
		}
		if names != nil {
			b.WriteString(d.NewLine)
		}
	}
	for _, row := range s.Rows {
		for i, value := range row {
			d.cell(&b, i, value)
		}
		b.WriteString(d.NewLine)
	}
	b.WriteString(d.Total)
	return d.encode(b.String())
}

func (d CSV) cell(b *strings.Builder, i int, value any) {
	if i > 0 {
		b.WriteString(d.Comma)
		if d.Space {
			b.WriteString(" ")
		}
	}
	text := d.text(value)
	if d.Quote || strings.ContainsAny(text, d.Comma+d.Mark+"\r\n") {
		text = d.Mark + strings.ReplaceAll(text, d.Mark, d.Mark+d.Mark) + d.Mark
	}
	b.WriteString(text)
}

func (d CSV) text(value any) string {
	day, ok := value.(time.Time)
	switch {
	case !ok:
		return value.(string)
	case d.DateFormat == "serial":
		return fmt.Sprint(Serial(day, false))
	case d.DateFormat == "":
		return day.Format("02-01-2006")
	}
	return day.Format(d.DateFormat)
}

func (d CSV) encode(text string) []byte {
	switch d.Encoding {
	case "bom":
		return []byte("\uFEFF" + text)
	case "windows-1252":
		encoded, err := charmap.Windows1252.NewEncoder().String(text)
		if err != nil {
			panic(err)
		}
		return []byte(encoded)
	case "utf-16le", "utf-16be":
		var b []byte
		for _, unit := range utf16.Encode([]rune("\uFEFF" + text)) {
			if d.Encoding == "utf-16le" {
				b = append(b, byte(unit), byte(unit>>8))
			} else {
				b = append(b, byte(unit>>8), byte(unit))
			}
		}
		return b
	}
	return []byte(text)
}

// Serial returns a day as an Excel serial of the 1900 or the 1904 system.
func Serial(day time.Time, date1904 bool) int {
	serial := int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	if date1904 {
		serial -= 1462
	}
	return serial
}
