package xlsx

import "io"

// ahead reads a stream in a goroutine of its own, a few blocks ahead of its
// reader. Close ends the goroutine.
type ahead struct {
	full  chan aheadBlock
	empty chan []byte
	stop  chan struct{}
	block aheadBlock
	used  int
}

type aheadBlock struct {
	bytes []byte
	err   error
}

const (
	aheadBlocks = 4
	aheadSize   = 128 << 10
)

func readAhead(src io.Reader) *ahead {
	a := &ahead{full: make(chan aheadBlock, aheadBlocks), empty: make(chan []byte, aheadBlocks),
		stop: make(chan struct{})}
	for range aheadBlocks {
		a.empty <- make([]byte, aheadSize)
	}
	go a.run(src)
	return a
}

func (a *ahead) run(src io.Reader) {
	defer close(a.full)
	for {
		var space []byte
		select {
		case <-a.stop:
			return
		case space = <-a.empty:
		}
		n, err := io.ReadFull(src, space[:aheadSize])
		if err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		select {
		case <-a.stop:
			return
		case a.full <- aheadBlock{space[:n], err}:
		}
		if err != nil {
			return
		}
	}
}

// Read gives the next bytes.
func (a *ahead) Read(p []byte) (int, error) {
	for a.used == len(a.block.bytes) {
		if a.block.err != nil {
			return 0, a.block.err
		}
		if a.block.bytes != nil {
			a.empty <- a.block.bytes[:cap(a.block.bytes)]
		}
		a.block, a.used = <-a.full, 0
	}
	n := copy(p, a.block.bytes[a.used:])
	a.used += n
	return n, nil
}

// Close stops the reading.
func (a *ahead) Close() { close(a.stop) }
