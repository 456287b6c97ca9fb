// Package demo holds the demo export and the herstel.yaml that goes with it: synthetic cases of 2019, 2020 and 2021
// that give every figure the 2021 annual report printed, from rows alone. No row comes from a real case.
//
// demo-export.csv is made, not written by hand: package cases beside this one holds a plan (tables of how many cases of
// each kind every year has, with the printed figure it meets above each table) and a generator that hands those numbers
// out exactly, in an order drawn with a fixed seed. To change the demo, change the plan and run
//
//	go generate ./testdata/demo
//
// The tests of this package prove that the file is what the generator makes, count the rows anew (without package
// stats) to hold every printed figure against them, and check what the default privacy drempel of 5 asks of the demo:
// each cell is 0 or at least 5, save the ones meant to show what hiding looks like:
//
//   - delict 2019: Stalking 3 and Grensoverschrijdend gedrag 2;
//   - uitsplitsing sport 2021: Atletiek 2, of which 1 with contact;
//   - delict 2020: Grensoverschrijdend gedrag 3, which the report printed: the one uitzondering in herstel.yaml.
//
// The Go tool does not look inside testdata for ./... patterns: name the packages, as in go test ./testdata/demo/... .
package demo
