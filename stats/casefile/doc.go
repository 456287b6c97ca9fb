// Package casefile reads case exports, CSV or XLSX, into a stats.Dataset.
//
// Reading has four steps:
//
//  1. Format (format.go): the content, never the extension, says what a file is. A
//     format, in a package below internal, gives it as a book of sheets of rows (package
//     grid). What is none is refused by name, with what to do about it.
//  2. Layout (judge.go, layout.go): the first rows are searched for the header, and
//     each column gets its role.
//  3. Rows (reader.go, row.go): each row becomes a record of small codes. For CSV
//     this runs on all cores, for XLSX beside the inflating.
//  4. Ledger (ledger.go): the records are entered in the order of the file, one
//     by one: duplicates, findings, cube. So the number of cores never shows.
//
// No value of a personal column leaves the package: not in an error, not in a
// finding, not on disk.
package casefile
