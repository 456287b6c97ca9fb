package content

import (
	"fmt"

	"herstel/stats"
	"herstel/stats/nl"
)

// OpenRemark says that no small count is hidden, for a threshold that hides
// none: 0 and 1 both. It is empty for any other. It starts without a capital
// and ends without a full stop; every output builds on it.
func OpenRemark(threshold int) string {
	if threshold > 1 {
		return ""
	}
	return "kleine aantallen niet verborgen (drempel " + nl.Int(threshold) + ")"
}

// HiddenText says in one sentence which counts are hidden, and what that means
// for who reads on.
func HiddenText(figs *stats.Figures) string {
	if open := OpenRemark(figs.Threshold); open != "" {
		return nl.Sentence(open) + " Deel deze cijfers niet buiten de organisatie."
	}
	what := "Het aantal 1 is verborgen"
	if figs.Threshold > 2 {
		what = fmt.Sprintf("Een aantal van 1 tot en met %d is verborgen", figs.Threshold-1)
	}
	return fmt.Sprintf("De drempel is %d. %s, en ook alles waarmee je dat aantal zou kunnen uitrekenen.",
		figs.Threshold, what)
}

// privacyText tells what is hidden, why, and where nothing is.
func privacyText(figs *stats.Figures) []string {
	if OpenRemark(figs.Threshold) != "" {
		return []string{HiddenText(figs)}
	}
	text := []string{HiddenText(figs) +
		" Zo zijn mensen niet te herkennen. Nullen zijn wel te zien, behalve waar de noemer verborgen is.",
		"Instroom, standen, aanmeldingen per maand, bemiddelaars en kerncijfers tellen werk en geen kenmerken van " +
			"mensen. Daarin is niets verborgen."}
	if len(figs.Earlier) > 0 {
		var names []string
		for _, e := range figs.Earlier {
			names = append(names, nl.Isolated(e.Name))
		}
		text = append(text, fmt.Sprintf("Wat eerder is uitgegeven, telt mee: een lezer kan dit verslag naast %s "+
			"leggen. Wat daarin verborgen was, is hier ook verborgen waar dat kan.", nl.List(names)))
	}
	for _, g := range WithheldGroups(figs) {
		text = append(text, g.account())
	}
	return text
}
