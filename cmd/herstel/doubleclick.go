package main

import (
	"bufio"
	"io"
	"slices"
)

const doubleClickText = `herstel.exe werkt vanaf de opdrachtregel. Dubbelklikken is dus niet genoeg.

Werk je liever in de browser? Dubbelklik dan op herstel.html, uit dezelfde map.

Zo begin je op de opdrachtregel:
  1. Open de map waarin herstel.exe staat.
  2. Klik in de adresbalk, typ cmd en druk op Enter.
  3. Typ: herstel report --demo --year 2021

De uitleg krijg je met: herstel handleiding
`

// explainDoubleClick keeps the window open until the user has read it.
func explainDoubleClick(stdout io.Writer, stdin io.Reader) {
	io.WriteString(stdout, doubleClickText)
	waitForEnter(stdout, stdin)
}

// waitForEnter keeps a window open that the Explorer opened.
func waitForEnter(stdout io.Writer, stdin io.Reader) {
	io.WriteString(stdout, "\nDruk op Enter om dit venster te sluiten.\n")
	bufio.NewReader(stdin).ReadString('\n')
}

// dropped turns files that were dropped on the program in the Explorer into a
// command line that checks them. A shortcut with a command of its own stays as
// it is.
func dropped(args []string, isFile func(string) bool) []string {
	if slices.ContainsFunc(args, func(arg string) bool { return !isFile(arg) }) {
		return args
	}
	check := []string{"check"}
	for _, file := range args {
		check = append(check, "--input", file)
	}
	return check
}
