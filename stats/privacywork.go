package stats

import (
	"errors"
	"fmt"
	"strings"

	"herstel/stats/disclosure"
)

// WorkError says that the proof of what is hidden in a year costs more work
// than herstel does. There are no figures then.
type WorkError struct {
	Year    int
	Columns []string // the breakdowns that cause it, the one with most values first
}

// Error returns the fault in Dutch, with the breakdowns that cause it.
func (e *WorkError) Error() string {
	return fmt.Sprintf("bewijzen wat er in de cijfers van %d verborgen moet, kost te veel rekenwerk; dat komt vooral "+
		"door %s",
		e.Year, strings.Join(e.Columns, ", "))
}

// mostBlamed is how many breakdowns a WorkError names.
const mostBlamed = 5

// workError names the breakdowns behind a TooMuchWorkError: the uitsplitsingen
// of the user, and where there are none the other dimensions.
func (l *linker) workError(set *caseSet, err error) error {
	var work *disclosure.TooMuchWorkError
	if !errors.As(err, &work) {
		return err
	}
	var own, other []string
	for _, a := range work.Attrs {
		for name, attr := range set.attrs {
			switch i := l.breakdownIndex(name); {
			case attr != a:
			case i >= 0:
				own = append(own, l.rules.Breakdowns[i].Name)
			case set.free[name]:
				other = append(other, name)
			}
		}
	}
	columns := append(own, other...)
	if len(own) > 0 {
		columns = own
	}
	return &WorkError{Year: l.figs.Years[l.year], Columns: columns[:min(mostBlamed, len(columns))]}
}

// breakdownIndex returns the uitsplitsing of an attribute, -1 for none.
func (l *linker) breakdownIndex(attribute string) int {
	for i := range l.rules.Breakdowns {
		if attribute == breakdownAttribute(i+1) {
			return i
		}
	}
	return -1
}
