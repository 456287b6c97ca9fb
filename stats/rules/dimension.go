package rules

// Dimension is one way to break a figure down. Its ID is the key in the JSON
// form; a breakdown of the user's has its own name as ID.
type Dimension struct {
	ID    string
	Title string // Dutch, as a column heading
}

// The dimensions of the catalog.
var (
	DimStream        = Dimension{"stroom", "Stroom"}
	DimReason        = Dimension{"afkeurreden", "Afkeurreden"}
	DimReferrerGroup = Dimension{"aanmeldgroep", "Aanmeldgroep"}
	DimReferrer      = Dimension{"aanmelder", "Aanmelder"}
	DimOffenceGroup  = Dimension{"aanleiding", "Aanleiding"}
	DimOffence       = Dimension{"delict", "Delict"}
	DimInitiative    = Dimension{"initiatief", "Initiatief"}
	DimForm          = Dimension{"contactvorm", "Contactvorm"}
	DimMonth         = Dimension{"maand", "Maand"}
	DimStock         = Dimension{"stand", "Stand"}
	DimTrajectory    = Dimension{"traject", "Traject"}
	DimStep          = Dimension{"stap", "Stap"}
	DimMoment        = Dimension{"moment", "Moment"}
	DimKeyFigure     = Dimension{"kerncijfer", "Kerncijfer"}
	DimTerm          = Dimension{"termijn", "Termijn"}
	DimPart          = Dimension{"onderdeel", "Onderdeel"}
)

// Dimensions lists every dimension of the catalog. A breakdown of the user's
// may not take the name of one.
var Dimensions = []Dimension{
	DimStream, DimReason, DimReferrerGroup, DimReferrer, DimOffenceGroup, DimOffence,
	DimInitiative, DimForm, DimMonth, DimStock, DimTrajectory, DimStep, DimMoment, DimKeyFigure,
	DimTerm, DimPart,
}
