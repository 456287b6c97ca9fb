package word

import (
	"slices"
	"strings"

	"herstel/report/content"
	"herstel/report/internal/docx"
	"herstel/stats/nl"
)

// chapterAccount closes the document: where the figures come from, what was
// done to get them, and what each of them counts.
func chapterAccount(a content.Account) []docx.Block {
	blocks := []docx.Block{docx.Heading{Level: 1, Text: "Verantwoording"}, termList(a.Facts)}
	list := func(title string, lines []string) {
		if len(lines) > 0 {
			blocks = append(blocks, docx.Heading{Level: 2, Text: title}, bullets(lines))
		}
	}
	blocks = append(blocks, accountSources(a)...)
	var notices []string
	for _, n := range a.Notices {
		notices = append(notices, n.Line())
	}
	list("Opvallend", notices)
	blocks = append(blocks, docx.Heading{Level: 2, Text: "Bevindingen"})
	blocks = append(blocks, accountFindings(a))
	list("Privacy", append(append([]string{}, a.Privacy...), a.Exceptions...))
	list("Toevalsmarge", a.Margin)
	blocks = append(blocks, docx.Heading{Level: 2, Text: "Tekens"}, termList(a.Marks))
	blocks = append(blocks, accountComparison(a)...)
	blocks = append(blocks, docx.Heading{Level: 2, Text: "Definities"})
	for _, d := range a.Definitions {
		text := " " + d.Definition
		if d.Base != "" {
			text += " Noemer: " + d.Base + "."
		}
		blocks = append(blocks, docx.Paragraph{Runs: []docx.Run{{Text: d.Title + ".", Bold: true}, {Text: text}}})
	}
	return blocks
}

func termList(terms []content.Term) docx.List {
	var l docx.List
	for _, t := range terms {
		l.Items = append(l.Items, []docx.Run{{Text: t.Term + ":", Bold: true}, {Text: " " + t.Text}})
	}
	return l
}

func accountSources(a content.Account) []docx.Block {
	var rows [][]string
	var hashes []string
	for _, s := range a.Sources {
		rows = append(rows, []string{content.SourceName(s), nl.Int(s.Rows), nl.Int(s.Counted), nl.Int(s.LeftOut),
			nl.Int(s.NotCase)})
		hashes = append(hashes, content.SourceHash(s))
	}
	blocks := []docx.Block{docx.Heading{Level: 2, Text: "Bronnen"}}
	if len(rows) == 0 {
		return blocks
	}
	return append(blocks,
		textTable("Gelezen bestanden", []string{"Bestand", "Rijen", "Meegeteld", "Weggelaten", "Geen zaakrij"},
			[]int{1, 2, 3, 4}, rows),
		docx.Paragraph{Runs: docx.Plain("SHA-256:"), KeepNext: true}, bullets(hashes))
}

func accountFindings(a content.Account) docx.Block {
	if len(a.Findings) == 0 {
		return docx.Paragraph{Runs: docx.Plain("In de export is niets opgevallen.")}
	}
	var rows [][]string
	for _, f := range a.Findings {
		rows = append(rows, []string{f.Meaning, f.Severity, f.Column, f.Count, f.Effect})
	}
	return textTable("Wat in de export opviel, en wat ermee is gedaan",
		[]string{"Bevinding", "Ernst", "Kolom", "Aantal", "Gevolg"}, []int{3}, rows)
}

func accountComparison(a content.Account) []docx.Block {
	if a.Compared == "" {
		return nil
	}
	head, numeric := []string{"Cijfer", "Verslag", "Jaar", "Gedrukt", "Nu", "Uitkomst"}, []int{2, 3, 4}
	dated := a.Published.Dated()
	if dated {
		head, numeric = slices.Insert(head, 4, content.ThenHeader), append(numeric, 5)
	}
	var rows [][]string
	for _, c := range a.Published {
		outcome := strings.Join(append([]string{nl.Sentence(c.Outcome)}, c.Reasons...), " ")
		row := []string{c.Number, c.Report, nl.Year(c.Year), c.Printed, c.Today, outcome}
		if dated {
			row = slices.Insert(row, 4, c.Then)
		}
		rows = append(rows, row)
	}
	return []docx.Block{
		docx.Heading{Level: 2, Text: "Vergeleken met eerdere verslagen"},
		docx.Paragraph{Runs: docx.Plain(a.Compared)},
		textTable("Wat eerdere verslagen drukten, en het cijfer van nu", head, numeric, rows),
	}
}
