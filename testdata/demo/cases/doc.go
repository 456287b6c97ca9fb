// Package cases makes the rows of the demo export. Nothing in them comes from a real case.
//
// How a printed figure is met, from top to bottom:
//
//  1. plan.go and breakdowns.go hold the numbers: tables with a column a year. Above each table stand the printed
//     figures it meets. rhythm.go holds the spread of days between two dates and the weight of the months.
//  2. cohort.go makes one record for every case in the table cells, which settles aanleiding, initiatief, bereid and
//     contact.
//  3. deal.go hands out the labels of the other tables over those records, each exactly as often as the table says, in
//     an order that is drawn. Two tables that do not add up to each other are an error, never an approximation.
//  4. Dates and mediators are drawn; no printed figure depends on a single draw, as no date leaves its year of cohort
//     and no event falls after the peildatum.
//  5. Rejected cases are added, all are sorted by aanmelddatum and numbered, and write.go writes them.
//
// All draws come from math/rand/v2 PCG with a fixed seed and use whole numbers only, so every machine makes the same
// file.
package cases
