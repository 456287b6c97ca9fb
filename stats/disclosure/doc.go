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
// For the ranges that Result gives, branch and bound settles such ends (see
// whole.go).
//
// What the attacker is taken to know is what is shown, the zeros among it, and
// so that a hidden number is at least one. In a model that is small enough, such
// as a list of reasons with its total, the attacker also knows the rule by which
// cells are hidden, and rules out every table that would have had another
// outcome (see rule.go; TestReaderWhoKnowsTheRule). In larger models that
// knowledge does not count, as in the literature: a cell that hangs together
// with no other is hidden for its own sake there, and who knows the threshold
// knows that it is below it. Small tables of two attributes are looked at in the
// same way, but for as long as limits.runs allows, which is not always enough.
//
// Some cells may reach the attacker by another way, whatever the tables hide.
// The caller names them, and the proof is then given twice: against who knows
// them all, for every other hidden cell, and against who knows none of them,
// for those cells too. Who knows less has wider ranges, and hiding more never
// narrows one, so the two proofs hold together (see Model.Protect).
//
// # What was published before
//
// A model holds as many publications as a reader has:
//
//   - A number that stands in both, with one value, is one Cell. When an earlier
//     publication showed it, it is locked (Model.Lock); when it hid it, it stays
//     hidden (Model.Hide) and must have its gap against who has both.
//   - Where cases only come in, the moment at which one came in is an attribute
//     like any other, with the values then and since. A number of the earlier
//     publication has the coordinate then, a number of the later one has none,
//     and is the sum of then and since. So both are tables of one crossing, and
//     that no number shrank needs no saying. A fact that a case can acquire, such
//     as contact, is two attributes, then and now, with Model.Relate to say that
//     what was so then is so now.
//   - Where cases were corrected nothing ties the two crossings. The earlier
//     publication then has attributes of its own (Model.Moment, AttributeAt) with
//     its own total, and Model.AtLeast says of two numbers, of any moments, that
//     the later one is not the smaller.
//
// When the earlier publications leave no hiding that is wide enough, the cells
// concerned are Limited, and the caller must refuse.
//
// # The work
//
// Programs are solved when they are asked for, and kept. What a model may cost
// is counted in numbers written, not in time, and ends in a TooMuchWorkError
// that names the attributes; a context that ends stops it at once.
//
// # The choice
//
// Which further cells go is chosen one failing cell at a time, with the linear
// program of Fischetti and Salazar-González (heuristic of section 5; also
// Kelly, Golden and Assad, 1992): move the failing cell far enough at the least
// weighted change of shown cells, and hide the shown cells that moved. Where
// that costs headlines, moving it part of the way up and part of the way down is
// tried without them. After that every extra cell that turns out not to be
// needed is shown again, and for each that is left the choice is made again
// without it, from what is hidden and from the small cells alone: what costs
// fewer headlines, or as many and less weight, stays (TestNearOptimum).
package disclosure
