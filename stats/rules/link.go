package rules

import "slices"

// Link is a second sheet or file with more about the cases: one entry of koppel.
type Link struct {
	Path    string // relative to the herstel.yaml it stands in
	Sheet   string // blad: empty means the one that has the headers
	Key     string // sleutel: the header of the case numbers
	Choose  Choice // which of several rows of a case counts
	Columns []NamedHeader
	Line    int
}

// Choice says which row of a case counts.
type Choice uint8

// The choices; NoChoice refuses a case with several rows.
const (
	NoChoice Choice = iota
	First           // the earliest by the first date among the columns, else the upper
	Last
)

// configLink is one entry of koppel.
type configLink struct {
	Path    string         `yaml:"pad" doc:"Het bestand met de extra gegevens; dat mag de export zelf zijn." required:"true"`
	Sheet   string         `yaml:"blad" doc:"Het werkblad; zonder blad zoekt herstel het blad met de koppen."`
	Key     string         `yaml:"sleutel" doc:"De kop van de kolom met het zaaknummer." required:"true"`
	Choose  configChoice   `yaml:"kies" doc:"Bij meer rijen van één zaak: eerste of laatste, op datum; zonder datum op volgorde."`
	Columns []configColumn `yaml:"kolommen" doc:"Welke kolommen hier staan, en hoe ze heten." required:"true"`
	Line    int            `yaml:"-"`
}

// configChoice is eerste or laatste.
type configChoice struct{ choice Choice }

func (c *configChoice) decodeScalar(text string) string {
	switch Fold(text) {
	case "eerste":
		c.choice = First
	case "laatste":
		c.choice = Last
	default:
		return "kies eerste of laatste"
	}
	return ""
}

func (r *Rules) addLinks(file *configFile) error {
	return each(file.Links, func(l configLink) error {
		link := Link{Path: l.Path, Sheet: l.Sheet, Key: l.Key, Choose: l.Choose.choice, Line: l.Line}
		switch {
		case Fold(l.Path) == "":
			return &Error{l.Line, "koppel: pad is leeg", "schrijf de naam van een bestand"}
		case Fold(l.Key) == "":
			return &Error{l.Line, "koppel: sleutel is leeg", "schrijf de kop van de kolom met het zaaknummer"}
		case len(l.Columns) == 0:
			return &Error{l.Line, "koppel: kolommen is leeg",
				"schrijf welke kolommen hier staan, zoals {contactdatum: [Datum contact]}"}
		}
		for _, column := range l.Columns {
			named, err := r.linkColumn(column)
			if err != nil {
				return err
			}
			for _, header := range column.Headers {
				named.Header = header
				link.Columns = append(link.Columns, named)
			}
		}
		r.Links = append(r.Links, link)
		return nil
	})
}

// linkColumn checks one column of an entry of koppel.
func (r *Rules) linkColumn(column configColumn) (NamedHeader, error) {
	c, ok := ColumnNamed(Fold(column.Name))
	if !ok {
		return NamedHeader{}, UnknownName(column.Line, "de kolom", column.Name, columnNames[:])
	}
	what := "koppel, " + c.String() + ": "
	linked := slices.ContainsFunc(r.Links, func(l Link) bool {
		return slices.ContainsFunc(l.Columns, func(n NamedHeader) bool { return n.Column == c })
	})
	switch {
	case c == ColCaseNumber || c == ColReceived:
		return NamedHeader{}, &Error{column.Line, what + "deze kolom moet in de export zelf staan",
			"zet de kop onder kolommen; het zaaknummer hier is de sleutel"}
	case len(column.Headers) != 1 || Fold(column.Headers[0]) == "":
		return NamedHeader{}, &Error{column.Line, what + "hier hoort precies één kop",
			"schrijf de kop zoals hij in het bestand staat"}
	case linked:
		return NamedHeader{}, &Error{column.Line, what + "de kolom staat twee keer onder koppel", "haal er één weg"}
	case slices.ContainsFunc(r.Named, func(n NamedHeader) bool { return n.Column == c }):
		return NamedHeader{}, &Error{column.Line, what + "de kolom staat ook onder kolommen", "haal er één weg"}
	case slices.ContainsFunc(r.Derived, func(d Derivation) bool { return d.Column == c }):
		return NamedHeader{}, &Error{column.Line, what + "de kolom staat ook onder afleiden", "haal er één weg"}
	}
	return NamedHeader{Column: c, Line: column.Line}, nil
}
