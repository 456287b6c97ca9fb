package content

// Glossary explains the words of a table of numbers.
var Glossary = []Term{
	{"Teller", "Het aantal zaken dat telt voor het cijfer."},
	{"Noemer", "Het aantal zaken waar de teller een deel van is."},
	{"Aandeel", "De teller gedeeld door de noemer. De cel bevat het getal zonder afronding; het getoonde percentage " +
		"is afgerond."},
	{"Procentpunt", "Het verschil tussen twee percentages. Van 55% naar 45% is 10 procentpunt minder."},
	{"Jaar", "Het jaar van de aanmelddatum, tenzij de definitie van het cijfer iets anders zegt."},
	{"Peildatum", "De datum waarop de stand is opgemaakt. " + laterText +
		" Een eerder jaar staat er zoals het was op " +
		"diezelfde dag, evenveel jaren eerder."},
}
