//go:build !js

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	args, explorer := os.Args[1:], startedByDoubleClick()
	if explorer && len(args) == 0 {
		explainDoubleClick(os.Stdout, os.Stdin)
		os.Exit(exitUse)
	}
	if explorer {
		args = dropped(args, isFile)
	}
	// A pipe that nobody reads gives an error to the write, not an end to the
	// program in the middle of its files.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	end := make(chan int, 1)
	go func() { end <- run(ctx, args, theSystem()) }()
	code := await(end, ctx.Done(), os.Stderr, func() <-chan time.Time {
		stop() // the next signal ends the program at once
		return time.After(grace)
	})
	if explorer {
		waitForEnter(os.Stdout, os.Stdin)
	}
	os.Exit(code)
}

// grace is how long a run that is broken off may take to end. What it leaves
// when it does not, the next run puts right.
const grace = 2 * time.Second

// await waits for the end of a run, and when that is broken off no longer than
// until late gives something.
func await(end <-chan int, interrupted <-chan struct{}, stderr io.Writer, late func() <-chan time.Time) int {
	select {
	case code := <-end:
		return code
	case <-interrupted:
	}
	select {
	case code := <-end:
		return code
	case <-late():
		fmt.Fprintln(stderr, "herstel: afgebroken")
		return exitFailed
	}
}
