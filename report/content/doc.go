// Package content makes from figures what every output shows: the sections and their tables in words and marks, the
// line of the noemer, notes, warnings, the charts, the account, the comparison with what was printed and the register
// of definitions. A cell becomes words here, and the outputs lay them out.
package content
