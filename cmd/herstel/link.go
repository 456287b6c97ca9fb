package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"herstel/stats"
	"herstel/stats/nl"
	"herstel/stats/rules"
)

// findLinks finds the file of each entry of koppel.
func (j *job) findLinks() error {
	for _, link := range j.rules.Links {
		found, err := expandConfigured([]rules.Input{{Path: link.Path, Sheet: link.Sheet}}, filepath.Dir(j.config))
		if err != nil {
			return err
		}
		if len(found) != 1 {
			return wrongUse("noem één bestand; schrijf voor elk bestand een eigen regel onder koppel",
				"%s, regel %d: koppel: bij %s passen %d bestanden",
				j.config, link.Line, quote(link.Path), len(found))
		}
		j.links = append(j.links, j.sameName(found[0]))
	}
	return nil
}

// sameName gives a linked file the name of the export, where it is one.
func (j *job) sameName(f exportFile) exportFile {
	info, err := os.Stat(f.path)
	for _, other := range j.files {
		if known, statErr := os.Stat(other.path); err == nil && statErr == nil && os.SameFile(info, known) {
			f.name = other.name
		}
	}
	return f
}

// checkedLinked is the account of one entry of koppel.
type checkedLinked struct {
	File     string `json:"bestand"`
	Sheet    string `json:"blad,omitempty"`
	Rows     int    `json:"rijen"`
	Used     int    `json:"gebruikt"`
	Repeated int    `json:"andere_rij_telt"`
	Loose    int    `json:"zonder_zaak"`
	NoKey    int    `json:"zonder_sleutel"`
	Broken   int    `json:"rijvorm"`
	Cases    int    `json:"zaken"`
}

func (c *checked) addLinked(all []stats.Linked) {
	for _, l := range all {
		c.Linked = append(c.Linked,
			checkedLinked{l.Name, l.Sheet, l.Rows, l.Used, l.Repeated, l.Loose, l.NoKey, l.Broken, l.Cases})
	}
}

// writeLinked says what became of the rows of each linked sheet or file.
func (c *checked) writeLinked(b *strings.Builder) {
	if len(c.Linked) == 0 {
		return
	}
	b.WriteString("\nGekoppeld\n")
	for _, l := range c.Linked {
		words := []string{nl.Int(l.Used) + " gebruikt"}
		for _, part := range []struct {
			n    int
			word string
		}{
			{l.Repeated, "van een zaak waarvan een andere rij telt"}, {l.Loose, "bij geen zaak die meetelt"},
			{l.NoKey, "zonder sleutel"}, {l.Broken, "met meer of minder cellen dan de kop"},
		} {
			if part.n > 0 {
				words = append(words, nl.Int(part.n)+" "+part.word)
			}
		}
		fmt.Fprintf(b, "  %s: %s, %s; %s van de %s hebben hier een rij\n", sourceName(l.File, l.Sheet),
			nl.Count(l.Rows, "rij", "rijen"),
			strings.Join(words, ", "), nl.Int(l.Used), nl.Count(l.Cases, "zaak", "zaken"))
	}
}
