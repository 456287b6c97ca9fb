package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"
)

func main() {
	if startedByDoubleClick() {
		explainDoubleClick(os.Stdout, os.Stdin)
		os.Exit(exitUse)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], theSystem()))
}

// system is everything a run takes from the outside world.
type system struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	disk           disk
	wait           func(time.Duration)
	now            func() time.Time // for messages alone: no file depends on it
	terminal       bool             // stderr is a terminal: progress may be shown
}

func theSystem() system {
	return system{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		disk: osDisk{}, wait: time.Sleep, now: time.Now,
		terminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
}
