// Bench measures what issue-size exports cost: the time and the peak memory of
// `herstel figures` as a whole process, next to the simplest program that could
// do part of its work. Every pair runs in turns on the same machine, and the
// fastest of each counts.
//
//	go run ./stats/casefile/testdata/bench -herstel bin/herstel
package main

import (
	"archive/zip"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"herstel/stats/casefile/internal/sample"
)

func main() {
	herstel := flag.String("herstel", "bin/herstel", "the program to measure")
	rounds := flag.Int("rounds", 5, "how often each is run")
	step := flag.String("step", "", "internal: do one step with the file given")
	rows := flag.Int("rows", 0, "internal: the rows to write")
	flag.Parse()
	if err := run(*herstel, *rounds, *step, *rows, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run does one step when it is asked to: each runs in a process of its own, so
// that its memory is its own.
func run(herstel string, rounds int, step string, rows int, file string) error {
	switch step {
	case "count":
		return countGroup(file)
	case "inflate":
		return inflate(file)
	case "csv":
		return os.WriteFile(file, sample.CSV{}.Write(sample.Cases(rows)), 0o600)
	case "xlsx":
		return os.WriteFile(file, sample.XLSX{Inline: true}.Write(sample.Cases(rows)), 0o600)
	case "xlsx-shared":
		return os.WriteFile(file, sample.XLSX{}.Write(sample.Cases(rows)), 0o600)
	}
	dir, err := os.MkdirTemp("", "herstel-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{herstel: herstel, rounds: rounds, dir: dir}
	return errors.Join(b.csv(), b.xlsx(), b.small(), b.tenfold())
}

// countGroup is the plain loop: encoding/csv, one map.
func countGroup(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = ';'
	counts := map[string]int{}
	for {
		record, err := r.Read()
		if err == io.EOF {
			fmt.Println(len(counts))
			return nil
		}
		if err != nil {
			return err
		}
		counts[record[6]]++
	}
}

// inflate unpacks every part and throws the bytes away.
func inflate(file string) error {
	z, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, part); err != nil {
			return err
		}
	}
	return nil
}

// bench runs the measurements over files in dir.
type bench struct {
	herstel string
	rounds  int
	dir     string
}

// cost is what a process took.
type cost struct {
	time   time.Duration // on the clock
	cpu    time.Duration // of all cores together
	memory int64         // bytes; 0 where the system does not tell
}

// String returns the cost in words.
func (c cost) String() string {
	return fmt.Sprintf("%v (%v cpu, %d MB)", c.time, c.cpu, c.memory>>20)
}

func (b *bench) csv() error {
	file, err := b.write("csv", 1_000_000)
	if err != nil {
		return err
	}
	costs, err := b.measure(b.figures(file), b.self("-step", "count", file))
	if err != nil {
		return err
	}
	fmt.Printf("CSV, 1.000.000 rows: herstel %v; encoding/csv loop %v; ratio %.2f (target 0.20)\n", costs[0], costs[1],
		ratio(costs))
	return nil
}

func (b *bench) xlsx() error {
	for _, kind := range []string{"xlsx", "xlsx-shared"} {
		file, err := b.write(kind, 200_000)
		if err != nil {
			return err
		}
		unpacked, err := unpackedSize(file)
		if err != nil {
			return err
		}
		costs, err := b.measure(b.figures(file), b.self("-step", "inflate", file))
		if err != nil {
			return err
		}
		fmt.Printf("%s, 200.000 rows, %d MB of XML: herstel %v; inflating %v; ratio %.2f (target 2.0)\n",
			kind, unpacked>>20, costs[0], costs[1], ratio(costs))
	}
	return nil
}

func (b *bench) small() error {
	file, err := b.write("csv", 4300)
	if err != nil {
		return err
	}
	costs, err := b.measure(b.figures(file))
	if err != nil {
		return err
	}
	fmt.Printf("CSV, 4.300 rows: herstel %v (target 30ms)\n", costs[0])
	return nil
}

func (b *bench) tenfold() error {
	var costs [2][]cost
	for i, rows := range []int{100_000, 1_000_000} {
		file, err := b.write("csv", rows)
		if err != nil {
			return err
		}
		if costs[i], err = b.measure(b.figures(file)); err != nil {
			return err
		}
	}
	small, large := costs[0][0], costs[1][0]
	fmt.Printf("CSV, 100.000 and 1.000.000 rows: %v; %v; ratio %.1f (target 10)\n", small, large,
		float64(large.time)/float64(small.time))
	return nil
}

// write makes a sample file.
func (b *bench) write(kind string, rows int) (path string, err error) {
	path = filepath.Join(b.dir, fmt.Sprintf("%s-%d", kind, rows))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	_, err = b.once(b.self("-step", kind, "-rows", fmt.Sprint(rows), path))
	return path, err
}

func unpackedSize(file string) (size uint64, err error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return 0, err
	}
	defer z.Close()
	for _, f := range z.File {
		size += f.UncompressedSize64
	}
	return size, nil
}

func (b *bench) figures(file string) []string {
	return []string{b.herstel, "figures", "--input", file, "--year", "2021", "--format", "json"}
}

func (b *bench) self(args ...string) []string {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	return append([]string{self}, args...)
}

// measure runs the commands in turns and returns the cost of the fastest run
// of each, with the highest peak memory of all.
func (b *bench) measure(commands ...[]string) ([]cost, error) {
	best := make([]cost, len(commands))
	for round := range b.rounds {
		for i, args := range commands {
			c, err := b.once(args)
			if err != nil {
				return nil, err
			}
			c.memory = max(c.memory, best[i].memory)
			if round > 0 && best[i].time < c.time {
				c.time, c.cpu = best[i].time, best[i].cpu
			}
			best[i] = c
		}
	}
	return best, nil
}

// once runs one command.
func (b *bench) once(args []string) (cost, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stderr = os.Stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("%s: %w", args[0], err)
	}
	const grain = 100 * time.Microsecond
	state := cmd.ProcessState
	return cost{time.Since(start).Round(grain), (state.UserTime() + state.SystemTime()).Round(grain),
		peakMemory(state)}, nil
}

func ratio(costs []cost) float64 { return float64(costs[0].time) / float64(costs[1].time) }
