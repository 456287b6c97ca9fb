package casefile

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"herstel/stats"
	"herstel/stats/casefile/internal/sample"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// rulesFor returns the default rules with an uitsplitsing.
func rulesFor(t testing.TB) *rules.Rules {
	t.Helper()
	ruleset, err := rules.Parse(strings.NewReader("uitsplitsingen: [{kolom: Arrondissement, naam: arrondissement, " +
		"titel: Per arrondissement}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	return ruleset
}

func input(name string, data []byte) Input {
	return Input{Name: name, Data: bytes.NewReader(data), Size: int64(len(data))}
}

// read reads files that must be readable.
func read(t testing.TB, ruleset *rules.Rules, opt Options, files ...[]byte) *stats.Dataset {
	t.Helper()
	var inputs []Input
	for _, data := range files {
		inputs = append(inputs, input("export", data))
	}
	data, err := Read(context.Background(), inputs, ruleset, opt)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadSample(t *testing.T) {
	data := read(t, rulesFor(t), Options{ReferenceDate: day.NoDay}, sample.CSV{}.Write(sample.Cases(10000)))
	got := data.Sources[0]
	if got.Rows != 10000 || got.Counted != 10000 {
		t.Errorf("got %+v, findings %v", got, data.Findings)
	}
	if len(data.Findings) > 0 {
		t.Errorf("findings: %v", data.Findings)
	}
}

func BenchmarkCSV(b *testing.B) {
	text := sample.CSV{}.Write(sample.Cases(200000))
	ruleset := rulesFor(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, ruleset, Options{ReferenceDate: day.NoDay}, text)
	}
}

func BenchmarkXLSX(b *testing.B) {
	sheet := sample.Cases(50000)
	ruleset := rulesFor(b)
	for name, shape := range map[string]sample.XLSX{"shared": {}, "inline": {Inline: true}} {
		file := shape.Write(sheet)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				read(b, ruleset, Options{ReferenceDate: day.NoDay}, file)
			}
		})
		b.Run(name+"-inflate", func(b *testing.B) {
			for b.Loop() {
				inflate(b, file)
			}
		})
	}
}

func inflate(b *testing.B, file []byte) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, part); err != nil {
			b.Fatal(err)
		}
	}
}

func TestProgressEndsAtTheTotal(t *testing.T) {
	sheet := sample.Cases(6000)
	inputs := []Input{input("a", sample.CSV{}.Write(sheet)), input("b", sample.XLSX{}.Write(sheet))}
	last, size := int64(0), int64(0)
	_, err := Read(context.Background(), inputs, rulesFor(t),
		Options{ReferenceDate: day.NoDay, Progress: func(done, total int64) {
			if done < last || done > total {
				t.Errorf("progress went from %d to %d of %d", last, done, total)
			}
			last, size = done, total
		}})
	if err != nil || last != size || size != inputs[0].Size+inputs[1].Size {
		t.Errorf("ended at %d of %d, %v", last, size, err)
	}
}
