// Package plain writes figures without any look: Markdown, tables for a terminal, the comparison with earlier reports
// and the way of one number.
package plain
