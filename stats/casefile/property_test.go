package casefile

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
)

// messyLines draws lines as exports hold them on a bad day.
func messyLines(t *rapid.T) string {
	line := rapid.Custom(func(t *rapid.T) string {
		cells := make([]string, len(sample.Header15))
		cells[0] = rapid.SampledFrom([]string{"A1", "a1", "A 2", "A3", "A4", "A5", ""}).Draw(t, "number")
		cells[1] = rapid.SampledFrom([]string{"1-3-2021", "2021-04-05", "1-1-2019", "", "?", "31-12-2022"}).Draw(t,
			"received")
		cells[2] = rapid.SampledFrom([]string{"", "3-3-2021", "4-1-2021", "?"}).Draw(t, "assigned")
		cells[6] = rapid.SampledFrom([]string{"", "Mishandeling", "Niets", "niets", "Iets"}).Draw(t, "offence")
		cells[12] = rapid.SampledFrom([]string{"", "B01", "b01", "B02"}).Draw(t, "mediator")
		cells[13] = rapid.SampledFrom([]string{"", "Limburg", "LIMBURG", "Den  Haag"}).Draw(t, "district")
		cells[14] = rapid.SampledFrom([]string{"", "x", "\"a;b\"", "\"a\nb\"", "\"open", "dicht\"", "\"\"\"\"", "é",
			"\"a\"b"}).Draw(t, "remark")
		return strings.Join(cells[:rapid.SampledFrom([]int{15, 15, 15, 15, 15, 15, 3, 1}).Draw(t, "cells")], ";")
	})
	lines := rapid.SliceOfN(rapid.OneOf(line, line, line, rapid.Just(""), rapid.Just("\r"), rapid.Just("Totaal;12")), 0,
		60).Draw(t, "lines")
	return strings.Join(lines, rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "newline"))
}

// TestParallelEqualsSerial reads the same text with many workers in tiny blocks
// and with one worker in one block.
func TestParallelEqualsSerial(t *testing.T) {
	rules := rulesFor(t)
	rapid.Check(t, func(t *rapid.T) {
		text := []byte(strings.Join(sample.Header15, ";") + "\n" + messyLines(t))
		var got [2]*stats.Dataset
		for i, opt := range []Options{
			{ReferenceDate: day.NoDay, Workers: 1},
			{ReferenceDate: day.NoDay, Workers: 5, block: rapid.IntRange(1, 200).Draw(t, "block")},
		} {
			data, err := Read(context.Background(), []Input{input("a", text), input("b", text[:len(text)*2/3])}, rules,
				opt)
			if err != nil {
				t.Skip(err)
			}
			got[i] = data
		}
		if !reflect.DeepEqual(got[0], got[1]) {
			t.Fatalf("serial %+v\nparallel %+v", got[0], got[1])
		}
	})
}

// TestEveryRowIsAccountedFor checks that the three counts add up, that rows
// left out have exactly one finding, and that every line is a row, part of one,
// or an empty line at the end.
func TestEveryRowIsAccountedFor(t *testing.T) {
	rules := rulesFor(t)
	rapid.Check(t, func(t *rapid.T) {
		body := messyLines(t)
		data, err := Read(context.Background(),
			[]Input{input("a", []byte(strings.Join(sample.Header15, ";")+"\n"+body))}, rules,
			Options{ReferenceDate: day.NoDay})
		if err != nil {
			t.Skip(err)
		}
		s := data.Sources[0]
		if s.Rows != s.Counted+s.LeftOut+s.NotCase {
			t.Fatalf("%+v does not add up", s)
		}
		leftOut, notCase := map[int]int{}, 0
		for _, f := range data.Findings {
			for i, row := range f.Rows {
				if i > 0 && row <= f.Rows[i-1] {
					t.Fatalf("rows of %v do not ascend", f)
				}
				switch stats.RowRules[f.Rule].Effect {
				case stats.LeftOut:
					leftOut[row]++
				case stats.NotCase:
					notCase++
				}
			}
		}
		if len(leftOut) != s.LeftOut || notCase != s.NotCase {
			t.Fatalf("findings leave out %d rows and see %d as no case: %+v", len(leftOut), notCase, s)
		}
		lines := strings.Count(strings.TrimRight(body, "\r\n"), "\n") + 1
		inside := strings.Count(body, "\"a\nb\"")
		if trimmed := strings.TrimRight(body, "\r\n"); trimmed != "" && (s.Rows > lines || s.Rows < lines-inside) {
			t.Fatalf("%d rows in %d lines, of which %d inside quotes", s.Rows, lines, inside)
		}
	})
}
