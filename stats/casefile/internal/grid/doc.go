// Package grid is what every kind of file comes down to: a book of sheets of rows
// of cells, with one search for the header. It knows what a cell may hold and why
// a file is refused, and no kind of file.
package grid
