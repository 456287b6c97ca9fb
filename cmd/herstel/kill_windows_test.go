package main

// killedRun is for systems with SIGKILL; Windows gets the faults of publish.
func killedRun() {}
