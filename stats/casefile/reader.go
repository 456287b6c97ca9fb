package casefile

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"

	"herstel/stats/casefile/internal/grid"
	"herstel/stats/rules"
)

// reader reads the rows of a sheet into the ledger. Workers take chunks in turn,
// turn them into batches at the same time, and the batches are entered in the
// order of the file.
type reader struct {
	source   grid.Source
	rules    *rules.Rules
	layout   *layout
	epoch    grid.Epoch
	ledger   *ledger
	progress func(bytes int64)
	size     int64 // of the file
	free     chan *turn

	entering sync.Mutex // guards what follows
	unseen   int        // rows that the user does not see
	waiting  map[int]*turn
	next     int
	busy     bool
}

// turn is a batch with the chunk that it comes from.
type turn struct {
	batch
	chunk grid.Chunk
}

// run lets the workers go, and waits for them.
func (r *reader) run(ctx context.Context, workers int) error {
	turns := 2*workers + 2
	r.free, r.waiting = make(chan *turn, turns), map[int]*turn{}
	for range turns {
		r.free <- &turn{chunk: r.source.NewChunk()}
	}
	r.progress(r.source.Begun())
	group, ctx := errgroup.WithContext(ctx)
	for id := range workers {
		group.Go(func() error { return r.work(ctx, id) })
	}
	return group.Wait()
}

func (r *reader) work(ctx context.Context, id int) error {
	rows := newRowReader(r.layout, r.rules, r.ledger, r.epoch)
	defer func() {
		r.entering.Lock()
		r.unseen += rows.unseen
		r.ledger.wording.merge(&rows.wording)
		r.entering.Unlock()
	}()
	for {
		var b *turn
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b = <-r.free:
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		b.reset()
		b.worker = id
		index, more, err := r.source.Cut(b.chunk)
		if err != nil || !more {
			return err
		}
		rows.out, b.index = &b.batch, index
		if b.rows, b.bytes, err = r.source.Each(b.chunk, rows); err != nil {
			return err
		}
		if err := rows.Overfull(); err != nil {
			return err
		}
		b.memos = rows.view()
		r.enter(b)
	}
}

// expect tells how many case numbers the file will hold, if the rest of it is
// like its first block. The number stays modest for files that are not.
func (r *reader) expect(first *turn) {
	const most = 4 << 20
	const telling = 64 << 10 // bytes
	if first.bytes < telling {
		return
	}
	rows := float64(len(first.records)) * float64(r.size) / float64(first.bytes)
	r.ledger.numbers.expected = r.ledger.numbers.count + int(min(rows, most))
}

// enter hands b to the ledger when its turn has come. Whoever finds the ledger
// free enters everything that is ready; nobody waits.
func (r *reader) enter(b *turn) {
	r.entering.Lock()
	r.waiting[b.index] = b
	if r.busy {
		r.entering.Unlock()
		return
	}
	r.busy = true
	for {
		ready, ok := r.waiting[r.next]
		if !ok {
			break
		}
		delete(r.waiting, r.next)
		r.next++
		r.entering.Unlock()
		if r.next == 1 {
			r.expect(ready)
		}
		r.ledger.enter(&ready.batch)
		r.progress(ready.bytes)
		r.free <- ready
		r.entering.Lock()
	}
	r.busy = false
	r.entering.Unlock()
}
