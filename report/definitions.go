package report

import "herstel/stats"

// sharedDefinitions are the definitions that hold for all figures of a report.
func sharedDefinitions(figs *stats.Figures) []definitionView {
	return []definitionView{
		{ID: "begrip-jaar", Title: "Uitgezette zaken van het jaar", Definition: assignedText(figs) +
			" Een zaak hoort bij het jaar van de aanmelddatum, behalve in cijfers over een gebeurtenis."},
		{ID: "begrip-contact", Title: "Contact", Definition: "Er was contact als de kolom contact ja zegt, of als er een contactdatum is " +
			"tot en met de peildatum. Een lege cel is geen contact. Een zaak met contact telt ook als bereid."},
		{ID: "begrip-afgekeurd", Title: "Afgekeurd", Definition: "Een aanmelding is afgekeurd als er een afkeurreden is of afgekeurd ja is, " +
			"en de zaak niet is uitgezet."},
		{ID: "begrip-onbekend", Title: "Onbekend", Definition: "De export noemt geen waarde, of een waarde die niet in de regels staat. " +
			"Onbekend telt mee in elke noemer. Is Onbekend in een van twee jaren 5% of meer, of schuift het 3 procentpunt of meer, " +
			"dan gaat het verschil alleen over de zaken waarvan dit bekend is."},
		{ID: "begrip-gelijk", Title: "Gelijke aantallen", Definition: "Wie evenveel heeft, staat op dezelfde plaats. De plaatsen die zij innemen, vallen daarna weg."},
		{ID: "begrip-voorlopig", Title: "Voorlopig", Definition: "Een jaar is voorlopig als op zijn peildatum meer dan 5% van de uitgezette zaken nog liep. " +
			"De cijfers over contact en bereidheid kunnen dan nog veranderen."},
		{ID: "begrip-niet-vergelijkbaar", Title: "Niet vergelijkbaar", Definition: "Er staat geen verschil als een van de twee getallen verborgen is of er niet is, " +
			"als een noemer kleiner is dan 10, als herstel.yaml een trendbreuk noemt, als de export te laat begint om alle zaken van een jaar te bevatten, " +
			"of als bij meer dan 5% van de zaken de datum van de stap ontbreekt terwijl er nog zaken lopen."},
	}
}
