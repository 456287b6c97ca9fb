package main

import (
	"herstel/stats/rules"

	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"herstel/stats"
)

//go:embed handleiding.md
var manualText string

func newManual(sys system) *cobra.Command {
	var html bool
	cmd := &cobra.Command{
		Use: "handleiding", Short: "de handleiding, van export tot hoofdstuk",
		Long: "Toont de handleiding: van een export tot het cijferhoofdstuk, met alle begrippen\nen bevindingen. " +
			"Met --html krijg je een pagina om te bewaren of af te drukken.",
		Example: "  herstel handleiding\n  herstel handleiding --html > handleiding.html",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			text, err := manual()
			if err != nil {
				return err
			}
			write := writeManualText
			if html {
				write = writeManualHTML
			}
			_, err = io.WriteString(sys.stdout, write(parseManual(text)))
			return err
		},
	}
	cmd.Flags().BoolVar(&html, "html", false, "als pagina (HTML)")
	return cmd
}

// manual returns the manual in Markdown, with the parts that come from the
// registers of the program itself.
func manual() (string, error) {
	ruleset, err := rules.Parse(nil)
	if err != nil {
		return "", err
	}
	text := manualText
	for name, part := range map[string]string{
		"kolommen": manualColumns(), "bestanden": manualFiles(), "bevindingen": manualFindings(),
		"cijfers": manualFigures(ruleset), "instellingen": manualSettings(), "grafieken": manualCharts(),
	} {
		text = strings.Replace(text, "{{"+name+"}}", strings.TrimRight(part, "\n"), 1)
	}
	return text, nil
}

func manualColumns() string {
	var b strings.Builder
	for c := range rules.ColumnCount {
		fmt.Fprintf(&b, "- **%s** (%s): %s.\n", c, columnNeed(c), c.Info().Meaning)
	}
	return b.String()
}

// columnNeed says whether herstel can do without a column.
func columnNeed(c rules.Column) string {
	for _, choice := range rules.RequiredColumns {
		switch i := slices.Index(choice, c); {
		case i == 0 && len(choice) == 1:
			return "nodig"
		case i >= 0:
			return "nodig, tenzij er een kolom " + choice[1-i].String() + " is"
		}
	}
	return "mag ontbreken"
}

func manualFiles() string {
	var b strings.Builder
	for _, f := range reportFiles {
		fmt.Fprintf(&b, "- **%s**: %s.\n", fmt.Sprintf(f.name, 2021), f.use)
	}
	fmt.Fprintf(&b, "- **%s**: elke grafiek als SVG, voor druk en web.\n", chartFolder)
	return b.String()
}

func manualFindings() string {
	var b strings.Builder
	for _, r := range stats.RowRules {
		fmt.Fprintf(&b, "- **%s** (%s): %s. Gevolg: %s. Wat te doen: %s.\n", r.ID, r.Severity, r.Meaning, r.Result,
			r.Remedy)
	}
	return b.String()
}

func manualFigures(ruleset *rules.Rules) string {
	var b strings.Builder
	for _, f := range stats.Catalog(ruleset) {
		fmt.Fprintf(&b, "- **%s** (`%s`): %s", f.Title, f.ID, f.Definition)
		if f.BaseText != "" {
			fmt.Fprintf(&b, " Noemer: %s.", f.BaseText)
		}
		b.WriteString("\n")
	}
	b.WriteString("- **Uitsplitsingen** (`uitsplitsing:naam` en `contact_per_uitsplitsing:naam`): de uitgezette " +
		"zaken, en het contact daarin, naar een kolom die je zelf kiest.\n")
	return b.String()
}

// manualSettings lists the keys of herstel.yaml with what they are for, from
// the schema.
func manualSettings() string {
	var schema schemaPart
	if err := json.Unmarshal(rules.Schema(), &schema); err != nil {
		return ""
	}
	var b strings.Builder
	for _, key := range settingOrder {
		part := schema.Properties[key]
		fmt.Fprintf(&b, "- **%s**: %s\n", key, part.Description)
	}
	return b.String()
}

type schemaPart struct {
	Description string                `json:"description"`
	Properties  map[string]schemaPart `json:"properties"`
}

// settingOrder is the order in which a user meets the keys of herstel.yaml.
var settingOrder = []string{"bronnen", "peildatum", "jaren", "kolommen", "waarden", "leeg", "afleiden", "koppel",
	"uitsplitsingen", "samenvoegen", "privacy", "kerncijfers",
	"gepubliceerd", "volledig_vanaf", "vergelijken", "trendbreuken", "noemen", "huisstijl", "organisatie", "grafieken",
	"beeld", "word"}

const chartManual = `## 7. Grafieken voor druk en web

Bij het verslag zitten alle grafieken als SVG, in de map grafieken. SVG blijft scherp op elk formaat. Een losse grafiek maak je zo:

` + "```sh" + `
herstel chart aanleiding --year 2021
herstel chart --all --year 2021 --width 85mm --out grafieken
` + "```" + `

Met ` + "`--format`" + ` kies je PNG (300 punten per inch), PDF of CSV. CSV geeft de getallen van de grafiek: een rij per categorie, een kolom per jaar. Excel en Datawrapper openen dat zo.

Boven een grafiek staat wat er duidelijk veranderd is, zoals "Zeden meer dan verdubbeld: van 115 naar 235 zaken". Is er geen duidelijk verschil, dan staat er alleen het onderwerp. De categorieën staan op grootte, in de grafiek, de tabel en de tekst; Overig en Onbekend staan achteraan.

Met ` + "`--title`" + ` en ` + "`--subtitle`" + ` zet je er je eigen woorden boven, met ` + "`--no-title`" + ` en ` +
	"`--no-footer`" + ` laat je ze weg. Met ` + "`--top 10`" + ` toon je alleen de tien grootste categorieën, met ` +
	"`--years 2020-2021`" + ` alleen die jaren.

Voor vaste maten is er ` + "`--size`" +
	`: print (180 mm), kolom (85 mm), slide (254 bij 143 mm, voor PowerPoint) en vierkant (1080 bij 1080 pixels, voor sociale media). Een eigen maat kies je met ` + "`--width`" + ` en ` + "`--height`" + `. De letters worden dan zo groot als past; met ` + "`--text 12pt`" + ` kies je dat zelf.

` + "```sh" + `
herstel chart contact --year 2021 --size vierkant --format png
` + "```" + `

Het jaar in één beeld zijn zes getallen op een A4, een dia of een vierkant. Het staat ook boven aan de pagina, en op de eerste dia van de grafieken voor PowerPoint:

` + "```sh" + `
herstel chart beeld --year 2021 --format pdf
herstel chart beeld --year 2021 --size vierkant --format png
` + "```" + `

Kies in herstel.yaml zelf welke getallen erop staan:

` + "```yaml" + `
beeld:
  - {figuur: instroom, categorie: {stroom: uitgezet}, titel: Uitgezette zaken}
  - {figuur: contact}
` + "```" + `

Het logo is een SVG-bestand met alleen vormen in effen kleuren. herstel tekent het over, en weigert wat het niet kan tekenen: tekst, foto's en kleurverlopen.

Wil je een grafiek elk jaar zo? Zet het in herstel.yaml. De pagina en het hoofdstuk voor Word gebruiken het ook:

` + "```yaml" + `
organisatie:
  naam: Perspectief Herstelbemiddeling   # staat als bron onder de grafieken
  contact: cijfers@voorbeeld.nl          # staat op de pagina en op het voorblad van de werkmap
  licentie: CC BY 4.0                    # hoe anderen de cijfers mogen gebruiken
  logo: logo.svg                         # staat boven aan de pagina en het hoofdstuk voor Word
grafieken:
  aanmelder: {titel: Wie meldt er aan, jaren: 2, top: 10}
  contact: {hoogte: 70mm, tekst: 10pt}
  afkeurreden: {weglaten: [Dubbele aanmelding]}
` + "```" + `
`

func manualCharts() string { return chartManual }
