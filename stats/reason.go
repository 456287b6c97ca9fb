package stats

// Reasons is a set of reasons why a cell has no difference with the year before,
// or one among the known cases only.
type Reasons uint8

// The reasons, in the order in which they show.
const (
	ReasonBegin        Reasons = 1 << iota // the export begins too late for the events of a year
	ReasonUndated                          // too many facts without a date, in years with open cases
	ReasonUnknown                          // Onbekend is large or moved: compared among the known cases
	ReasonBreak                            // herstel.yaml names a break between the years
	ReasonHidden                           // one of the two is hidden
	ReasonNotAvailable                     // one of the two is not available
	ReasonSmall                            // a noemer under 10
)

var reasonWords = []string{"begin", "ongedateerd", "onbekend", "trendbreuk", "verborgen", "niet_beschikbaar",
	"te-klein"}

// Has reports whether all of some reasons are in the set.
func (r Reasons) Has(some Reasons) bool { return r&some == some }

// Words lists the reasons as they stand in the tidy form, never nil.
func (r Reasons) Words() []string {
	words := []string{}
	for i, word := range reasonWords {
		if r>>i&1 == 1 {
			words = append(words, word)
		}
	}
	return words
}

// block reports whether there is a reason that leaves no difference.
func (r Reasons) block() bool { return r&^ReasonUnknown != 0 }
