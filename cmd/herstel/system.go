package main

import (
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// system is everything a run takes from the outside world.
type system struct {
	stdin          io.Reader
	typed          bool // stdin is a keyboard
	stdout, stderr io.Writer
	disk           disk
	wait           func(time.Duration)
	now            func() time.Time // for messages alone: no file depends on it
	terminal       bool             // stderr is a terminal: progress may be shown
}

func theSystem() system {
	return system{
		stdin: os.Stdin, typed: term.IsTerminal(int(os.Stdin.Fd())), stdout: os.Stdout, stderr: os.Stderr,
		disk: osDisk{}, wait: time.Sleep, now: time.Now,
		terminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
}
