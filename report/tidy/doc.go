// Package tidy writes figures in the one tidy form, an observation an item: JSON, CSV with its description as CSVW, and
// the counts for gepubliceerd; and reads that JSON back.
package tidy
