// Package rules says how to read an export and what to report: the embedded
// default rules (default.yaml), extended by the user's herstel.yaml. It holds
// the columns of the export, the values of their categories, the dimensions of
// the figures, and the strict reader of herstel.yaml with its JSON Schema.
package rules
