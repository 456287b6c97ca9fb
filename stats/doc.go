// Package stats turns the cases of an export into the figures of the annual report.
//
// The pipeline has five steps, each in its own file:
//
//  1. Rules (package rules): the embedded default rules, extended by the user's
//     herstel.yaml, name the columns, the category values and their groups.
//  2. Case (case.go): package casefile reads each row into a Case of small
//     codes; Settle applies the row rules that follow from the case itself.
//  3. Cube (cube.go): one pass counts every distinct combination of codes, and
//     histograms of days and months. No row is kept.
//  4. Compute (compute.go): the catalog (catalog.go) says which counts make
//     which figure; every figure becomes a Table of Cells.
//  5. Privacy (privacy.go): small counts are hidden in all tables of a year at
//     once, and an audit proves that they cannot be worked out.
//
// Only Figures leaves the package. A hidden count is not in it, so nothing
// that is made from Figures can print one. The one way back from a number to
// its cases is Tracer (trace.go), for the screen of those who hold the export;
// it refuses a hidden number unless it is asked for by name. It counts each
// case alone by the code that counts them all (alone.go).
//
// # Glossary
//
// The code uses the English word; everything a user sees uses the Dutch one.
//
//	referral      aanmelding         a case as it comes in
//	assigned      uitgezet           given to a mediator
//	rejected      afgekeurd          rejected at intake, with a reason (afkeurreden)
//	referrer      aanmelder          who referred the case
//	initiator     initiatiefnemer    who took the initiative
//	offence       delict             the offence; its group is the aanleiding
//	willing       bereid             both parties willing after the first talks
//	form          contactvorm        form of contact
//	lead time     doorlooptijd       days between two events
//	stock, flow   standen            cases under way, and what came and went
//	reference date peildatum         events after it have not happened yet
//	base          noemer             what a share is a share of
//	count         teller             the cases that are counted
//	point         procentpunt        difference between two percentages
//	chance margin toevalsmarge       95% interval
//	cohort        –                  the cases received in one year
package stats
