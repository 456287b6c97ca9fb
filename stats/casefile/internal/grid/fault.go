package grid

import "errors"

// Fault is why a file cannot be read for certain; place and file name are added
// where they are known.
type Fault struct {
	What   string
	Hint   string
	Column string // empty when the trouble is not in one column
}

// NewFault returns a fault in Dutch: what is wrong, and what to do about it.
func NewFault(what, hint string) *Fault { return &Fault{What: what, Hint: hint} }

// Error returns what is wrong.
func (f *Fault) Error() string { return f.What }

// What more than one format says that a user can do.
const (
	HintRepair = "open het in Excel, laat het herstellen en sla het opnieuw op als .xlsx, of vraag om een nieuwe " +
		"export"
	HintSaveAsXLSX = "open het bestand in Excel en sla het op als .xlsx"
	HintSaveAgain  = "open het bestand in Excel en sla het op als .xlsx of als CSV"
)

// DiskError is an error of the file or the disk below the archive.
type DiskError struct{ err error }

// NewDiskError returns the error of a file or disk.
func NewDiskError(err error) *DiskError { return &DiskError{err} }

// Error says so in Dutch.
func (e *DiskError) Error() string { return "het bestand is niet tot het einde te lezen" }

// Unwrap returns the cause.
func (e *DiskError) Unwrap() error { return e.err }

// Unreadable reports an error of the file or the disk.
func Unreadable(in Input, err error) *Error {
	return &Error{Kind: Failed, File: in.Name, What: "het bestand is niet tot het einde te lezen",
		Hint: "controleer of de schijf bereikbaar is en of het bestand niet verandert", Err: err}
}

// Refuse reports a file that cannot be counted.
func Refuse(in Input, what, hint string) *Error {
	return &Error{File: in.Name, What: what, Hint: hint}
}

// Locate says where a fault is.
func Locate(in Input, label string, row int, err error) error {
	var f *Fault
	var disk *DiskError
	switch {
	case errors.As(err, &f):
		return &Error{File: in.Name, Sheet: label, Row: row, Column: f.Column, What: f.What, Hint: f.Hint}
	case errors.As(err, &disk):
		return Unreadable(in, disk.err)
	}
	return err
}

// ErrNoText says that what should be text is none.
var ErrNoText = NewFault("de inhoud is geen tekst", "controleer of dit de export is: een CSV of een .xlsx")
