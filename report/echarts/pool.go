package echarts

import "errors"

// A Pool is a set of engines that start in the background and draw side by side. Its methods are safe for use by several goroutines at once.
type Pool struct {
	free    chan *Engine // the engines that are not drawing
	started chan error   // the outcome of each start, read by Close
	size    int
	failed  chan struct{} // closed when an engine cannot start
	err     error         // why, once failed is closed
}

// Start begins to start size engines and returns at once, so that reading the data goes on beside it. Close must be called in the end.
func Start(size int) *Pool {
	size = max(size, 1)
	p := &Pool{free: make(chan *Engine, size), started: make(chan error, size), size: size, failed: make(chan struct{})}
	go func() {
		for range size {
			e, err := New()
			if err != nil {
				p.err = err
				close(p.failed)
				p.started <- err
				return
			}
			p.free <- e
			p.started <- nil
		}
	}()
	return p
}

// RenderSVG draws an option as Engine.RenderSVG does, in the first engine that is free.
func (p *Pool) RenderSVG(option []byte, width, height int) (string, error) {
	select {
	case e := <-p.free:
		defer func() { p.free <- e }()
		return e.RenderSVG(option, width, height)
	case <-p.failed:
		return "", p.err
	}
}

// Size is the number of charts that the pool draws at the same time.
func (p *Pool) Size() int { return p.size }

// Close waits for the engines to start and to finish drawing, and frees them. It gives no error for a failed start: RenderSVG does.
func (p *Pool) Close() error {
	var errs []error
	for range p.size {
		if err := <-p.started; err != nil {
			break
		}
		errs = append(errs, (<-p.free).Close())
	}
	return errors.Join(errs...)
}
