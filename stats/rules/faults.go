package rules

import (
	"cmp"
	"errors"
	"slices"
)

// Faults returns every *Error that an error of Parse holds, by line. It is nil
// for an error of another sort.
func Faults(err error) []*Error {
	var faults []*Error
	var collect func(error)
	collect = func(err error) {
		var joined interface{ Unwrap() []error }
		var fault *Error
		switch {
		case errors.As(err, &joined):
			for _, one := range joined.Unwrap() {
				collect(one)
			}
		case errors.As(err, &fault):
			faults = append(faults, fault)
		}
	}
	collect(err)
	slices.SortStableFunc(faults, func(a, b *Error) int { return cmp.Compare(a.Line, b.Line) })
	return faults
}

// each does all items and joins what is wrong with them.
func each[T any](items []T, do func(T) error) error {
	var faults []error
	for _, item := range items {
		faults = append(faults, do(item))
	}
	return errors.Join(faults...)
}
