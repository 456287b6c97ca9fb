package sentences

import "herstel/stats/nl"

// Quoted puts a value of the user between quotes.
func Quoted(label string) string { return "‘" + nl.Isolated(label) + "’" }
