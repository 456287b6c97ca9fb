// Command herstel turns case exports of a restorative-mediation organisation
// into the figures of its annual report.
//
// This package is the wiring: it alone knows both where cases come from
// (stats/casefile) and where figures go (report), and it alone prints, exits,
// opens files and looks at the clock. Each command has its own file, in which
// flags become an options struct that a plain function works on.
//
// # Exit codes
//
//	0  done
//	1  failed: a file cannot be read or written, or the run was broken off
//	2  wrong use: a command, a flag or a herstel.yaml that is not right
//	3  refused because of the data: a file that is no export, a year without
//	   cases, a fault under --strict; for check: there is a fault in the export;
//	   for compare --strict: a printed number differs from today's
//
// # Outputs
//
// Everything is rendered to memory, written and synced in a folder beside the
// targets, and renamed when all of it is there (output.go, staging.go,
// journal.go). A run that fails leaves no file and no directory; what a killed
// run leaves, the next one puts right.
package main
