package scene

import (
	"io"
	"testing"
)

// charts is how many charts a report has: the benchmarks give the time of all.
const charts = 28

func benchmark(b *testing.B, write func(*Scene) error) {
	s := plate()
	for b.Loop() {
		for range charts {
			if err := write(s); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkSVG(b *testing.B) { benchmark(b, func(s *Scene) error { return s.WriteSVG(io.Discard) }) }
func BenchmarkPNG(b *testing.B) {
	benchmark(b, func(s *Scene) error { return s.WritePNG(io.Discard, 300) })
}
func BenchmarkPDF(b *testing.B) { benchmark(b, func(s *Scene) error { return s.WritePDF(io.Discard) }) }
