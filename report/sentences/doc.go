// Package sentences tells figures in Dutch. Its register says of every figure how it is told and drawn; rules make the
// sentences, each of them true of the numbers that may be shown.
package sentences
