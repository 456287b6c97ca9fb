package content

// ExampleMark stands above every output of the demo.
const ExampleMark = "VOORBEELDDATA"
