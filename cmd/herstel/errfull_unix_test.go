//go:build !windows

package main

import "syscall"

// errFull is what the system says when a disk is full.
const errFull = syscall.ENOSPC
