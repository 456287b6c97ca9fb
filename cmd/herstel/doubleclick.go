package main

import (
	"bufio"
	"io"
)

const doubleClickText = `herstel werkt vanaf de opdrachtregel. Dubbelklikken is dus niet genoeg.

Zo begin je:
  1. Open de map waarin herstel.exe staat.
  2. Klik in de adresbalk, typ cmd en druk op Enter.
  3. Typ: herstel report --demo --year 2021

De uitleg krijg je met: herstel handleiding

Druk op Enter om dit venster te sluiten.
`

// explainDoubleClick keeps the window open until the user has read it.
func explainDoubleClick(stdout io.Writer, stdin io.Reader) {
	io.WriteString(stdout, doubleClickText)
	bufio.NewReader(stdin).ReadString('\n')
}
