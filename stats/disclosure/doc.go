// Package disclosure hides small counts in a set of linked tables and proves
// that the hidden counts cannot be worked out from what is still shown. It
// knows nothing of figures or cases: package stats describes its figures to a
// Model and reads the outcome.
//
// # What an attacker knows
//
// All tables of one year count the same cases, so they are marginals of one
// big table that crosses every attribute of a case. An attacker who reasons
// over that big table knows everything there is to know. It is far too large
// to write down, but the tables only cross a few attributes at a time: the
// attributes that some table crosses are joined by an edge, the graph is
// triangulated, and for such a decomposable graph whole-number tables over its
// cliques that agree on their separators are the marginals of a whole-number
// big table (Lauritzen, Graphical Models, 1996; Dobra and Fienberg, Bounds for
// cell entries in contingency tables given marginal totals and decomposable
// graphs, PNAS 97, 2000). So the unknowns are the cells of the cliques, and
// the equations are: equal on separators, equal to every number shown. That
// is as strong as the attacker on the big table, and it follows from the
// tables alone: a new table joins by itself.
//
// # The proof
//
// The audit of cell suppression (Fischetti and Salazar-González, Solving the
// cell suppression problem on tabular data with linear constraints, Management
// Science 47, 2001; Willenborg and de Waal, Elements of Statistical Disclosure
// Control, 2001) solves the lowest and highest value of each hidden cell. Here
// the simplex method walks from the real table to other tables in exact whole
// numbers, and only tables it reached count: every value in the range that
// Result.Range gives is taken by a whole-number table that agrees with all that
// is shown. The range is thus never wider than what the attacker is left with.
// Where the walk stops early, because of its limits or because a vertex is not
// whole, the range is narrower than the truth and more is hidden than needed.
//
// What the attacker is taken to know is what is shown, the zeros among it, and
// so that a hidden number is at least one. As in the literature, knowing the
// rule by which cells are hidden does not count: a cell that hangs together
// with no other is hidden for its own sake, and who knows the threshold knows
// that it is below it.
//
// Some cells may reach the attacker by another way, whatever the tables hide.
// The caller names them, and the proof is then given twice: against who knows
// them all, for every other hidden cell, and against who knows none of them,
// for those cells too. Who knows less has wider ranges, and hiding more never
// narrows one, so the two proofs hold together (see Model.Protect).
//
// # The choice
//
// Which further cells go is chosen one failing cell at a time, with the linear
// program of Fischetti and Salazar-González (heuristic of section 5; also
// Kelly, Golden and Assad, 1992): move the failing cell far enough at the least
// weighted change of shown cells, and hide the shown cells that moved. After
// that every extra cell that turns out not to be needed is shown again.
package disclosure
