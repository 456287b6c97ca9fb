package main

// tellPage takes the progress of a reading: the bytes read so far and the
// bytes there are.
var tellPage = func(done, total int64) {}

// progress hands on to the page how far a reading is.
type progress struct{}

func newProgress(system) progress { return progress{} }

func (progress) report(done, total int64) { tellPage(done, total) }

func (progress) finish() {}
