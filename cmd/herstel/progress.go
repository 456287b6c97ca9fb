//go:build !js

package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// progressAfter is how long a reading may take before it shows itself.
const progressAfter = time.Second

// progress shows on a terminal how far the reading is; elsewhere it is silent.
type progress struct {
	sys   system
	since time.Time
	bar   *progressbar.ProgressBar // nil until the reading has taken progressAfter
}

func newProgress(sys system) *progress { return &progress{sys: sys, since: time.Now()} }

// report takes the bytes read so far and the bytes there are.
func (p *progress) report(done, total int64) {
	if !p.sys.terminal {
		return
	}
	if p.bar == nil {
		if time.Since(p.since) < progressAfter {
			return
		}
		p.bar = progressbar.NewOptions64(total,
			progressbar.OptionSetWriter(bytesOf(p.sys.stderr)), progressbar.OptionSetDescription("lezen"),
			progressbar.OptionShowBytes(false), progressbar.OptionSetPredictTime(false),
			progressbar.OptionSetElapsedTime(false),
			progressbar.OptionSetWidth(40), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish())
	}
	p.bar.Set64(done)
}

// finish takes the bar away.
func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Clear()
	}
}
