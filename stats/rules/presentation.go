package rules

// Presentation is what herstel.yaml asks of the outputs, apart from the
// figures in them.
type Presentation struct {
	Word Word
}

// Word is the section of the chapter in Word.
type Word struct {
	Figures  []string // figuren: the ids of the figures in it; none: all
	NoTables bool     // tabellen: nee
	Line     int
}

type configWord struct {
	Figures []string    `yaml:"figuren" doc:"De cijfers die erin komen, zoals [instroom, contact]; zonder figuren alle."`
	Tables  configYesNo `yaml:"tabellen" doc:"Komt er onder elke grafiek een tabel: ja of nee."`
	Line    int         `yaml:"-"`
}

// configYesNo is a choice between yes and no.
type configYesNo struct{ yes, set bool }

func (c *configYesNo) decodeScalar(text string) string {
	switch Fold(text) {
	case "ja":
		c.yes = true
	case "nee":
	default:
		return "kies ja of nee"
	}
	c.set = true
	return ""
}

func (r *Rules) addPresentation(file *configFile) error {
	if w := file.Word; w.Line > 0 {
		r.Presentation.Word = Word{Figures: w.Figures, NoTables: w.Tables.set && !w.Tables.yes, Line: w.Line}
	}
	return nil
}
