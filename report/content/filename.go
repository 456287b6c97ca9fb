package content

import (
	"strconv"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
)

// FileName makes a file name of a figure and a year: "contact-per-aanleiding-2021". Accents go, and everything but
// letters and digits becomes a hyphen; a name without any of those is "figuur".
func FileName(id string, year int) string {
	const longest = 60
	var b strings.Builder
	for _, r := range strings.ToLower(id) {
		if plain, ok := unaccented[r]; ok {
			r = plain
		}
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == longest {
			break
		}
	}
	name := strings.Trim(b.String(), "-")
	if name == "" {
		name = "figuur"
	}
	return name + "-" + nl.Year(year)
}

// FileNames gives every figure the file name of its id. Where ids differ only in what FileName drops, the first in the
// order of the figures has the plain name and the others a number; such a name is never the plain name of another.
func FileNames(figs *stats.Figures) map[string]string {
	names := map[string]string{}
	taken := map[string]bool{}
	var twins []string
	for _, t := range figs.Tables {
		id := t.Figure.ID
		if name := FileName(id, figs.Year); taken[name] {
			twins = append(twins, id)
		} else {
			names[id], taken[name] = name, true
		}
	}
	ending := "-" + nl.Year(figs.Year)
	for _, id := range twins {
		slug := strings.TrimSuffix(FileName(id, figs.Year), ending)
		for n := 2; names[id] == ""; n++ {
			if name := slug + "-" + strconv.Itoa(n) + ending; !taken[name] {
				names[id], taken[name] = name, true
			}
		}
	}
	return names
}

var unaccented = map[rune]rune{'é': 'e', 'è': 'e', 'ë': 'e', 'ê': 'e', 'á': 'a', 'à': 'a', 'ä': 'a', 'â': 'a', 'ï': 'i',
	'í': 'i', 'î': 'i',
	'ó': 'o', 'ò': 'o', 'ö': 'o', 'ô': 'o', 'ú': 'u', 'ù': 'u', 'ü': 'u', 'û': 'u', 'ç': 'c', 'ñ': 'n'}
