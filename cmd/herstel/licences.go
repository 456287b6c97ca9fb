package main

import _ "embed"

//go:generate sh -c "cd ../.. && go run ./cmd/licences >cmd/herstel/licences.txt.new && mv cmd/herstel/licences.txt.new cmd/herstel/licences.txt"

// licenceText holds the licences of everything that is in the binary. Command
// licences makes it.
//
//go:embed licences.txt
var licenceText string
