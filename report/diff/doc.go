// Package diff tells what changed between two reports or two exports.
package diff
