package rules

import (
	"bytes"
	"crypto/sha256"

	"herstel/stats/day"

	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

//go:embed default.yaml
var defaultRules []byte

// Bounds of what a herstel.yaml may ask for.
const (
	maxYears     = 20
	maxThreshold = 1000
	maxValues    = 60_000
	maxRulesSize = 8 << 20
)

// Parse reads a herstel.yaml on top of the embedded default rules. A nil
// reader gives the default rules alone. A fault in the file is a *Error.
func Parse(r io.Reader) (*Rules, error) {
	rules := &Rules{ReferenceDate: day.NoDay, CompleteFrom: day.NoDay, headers: map[string]Column{}}
	for c := range ColumnCount {
		rules.headers[c.String()] = c
	}
	for _, c := range CategoryColumns {
		rules.vocabularies[c] = newVocabulary(groupsOf[c])
	}
	sum := sha256.New()
	if err := rules.extend(bytes.NewReader(defaultRules), sum); err != nil {
		return nil, fmt.Errorf("standaardregels: %w", err)
	}
	for _, c := range CategoryColumns {
		rules.vocabularies[c].own = true
	}
	if r != nil {
		rules.own = map[string]bool{}
		if err := rules.extend(r, sum); err != nil {
			return nil, err
		}
	}
	rules.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return rules, nil
}

// extend adds one file to the rules; what it says goes before what is there.
func (r *Rules) extend(from io.Reader, sum io.Writer) error {
	text, err := io.ReadAll(io.LimitReader(from, maxRulesSize+1))
	if err != nil {
		return err
	}
	if len(text) > maxRulesSize {
		return &Error{What: "het bestand is te groot", Hint: "een herstel.yaml is hooguit 8 MB"}
	}
	if _, err := sum.Write(text); err != nil {
		return err
	}
	var file configFile
	faults := []error{decodeConfig(bytes.NewReader(text), &file)}
	for _, step := range []func(*configFile) error{
		r.addScalars, r.addInputs, r.addColumns, r.addDerived, r.addLinks, r.addValues, r.addBreakdowns, r.addMerges,
		r.addPrivacy, r.addKeyFigures, r.addPublished, r.addComparison, r.addHouseStyle, r.addPresentation,
	} {
		faults = append(faults, step(&file))
	}
	return errors.Join(faults...)
}

func (r *Rules) addScalars(file *configFile) error {
	if file.ReferenceDate.set {
		r.ReferenceDate = file.ReferenceDate.Day
	}
	if file.Years.set {
		r.Years = file.Years.n
	}
	for _, word := range file.Missing {
		if r.missing == nil {
			r.missing = map[string]bool{}
		}
		r.missing[Fold(word)] = true
	}
	return nil
}

func (r *Rules) addInputs(file *configFile) error {
	return each(file.Inputs, func(in configInput) error {
		if strings.TrimSpace(in.Path) == "" {
			return &Error{in.Line, "pad is leeg", "schrijf de naam van een bestand"}
		}
		r.Inputs = append(r.Inputs, Input(in))
		return nil
	})
}

func (r *Rules) addColumns(file *configFile) error {
	mine := map[string]string{}
	return each(file.Columns, func(column configColumn) error {
		c, ok := ColumnNamed(Fold(column.Name))
		if !ok {
			return UnknownName(column.Line, "de kolom", column.Name, columnNames[:])
		}
		for _, header := range column.Headers {
			folded := Fold(header)
			if other, taken := mine[folded]; taken && other != column.Name {
				return &Error{column.Line, fmt.Sprintf("de kop %q hoort bij %s en bij %s", header, other, column.Name),
					"laat er één staan"}
			}
			mine[folded] = column.Name
			r.headers[folded] = c
			if r.own != nil {
				r.own[folded] = true
				r.Named = append(r.Named, NamedHeader{c, header, column.Line})
			}
		}
		return nil
	})
}

func (r *Rules) addValues(file *configFile) error {
	return each(file.Values, func(category configCategory) error {
		c, ok := ColumnNamed(Fold(category.Column))
		if !ok || r.vocabularies[c] == nil {
			names := make([]string, len(CategoryColumns))
			for i, c := range CategoryColumns {
				names[i] = c.String()
			}
			return UnknownName(category.Line, "de kolom", category.Column, names)
		}
		if err := r.vocabularies[c].extend(c, category.Values); err != nil {
			return err
		}
		return nil
	})
}

var breakdownName = regexp.MustCompile(`^[\p{L}\p{N}_-]+$`)

func (r *Rules) addBreakdowns(file *configFile) error {
	return each(file.Breakdowns, func(b configBreakdown) error {
		if b.Name == "" {
			b.Name = strings.ReplaceAll(Fold(b.Column), " ", "_")
		}
		if b.Title == "" {
			b.Title = "Per " + strings.ReplaceAll(b.Name, "_", " ")
		}
		switch _, canonical := r.Column(b.Column); {
		case canonical:
			return &Error{b.Line, fmt.Sprintf("kolom %q gebruikt herstel zelf al", b.Column),
				"kies een andere kolom voor een uitsplitsing"}
		case !breakdownName.MatchString(b.Name):
			return &Error{b.Line, fmt.Sprintf("naam %q kan niet", b.Name), "gebruik letters, cijfers, - en _"}
		case isDimension(b.Name):
			return &Error{b.Line, fmt.Sprintf("naam %q gebruikt herstel zelf al", b.Name), "kies een andere naam"}
		case slices.ContainsFunc(r.Breakdowns, func(o Breakdown) bool {
			return o.Name == b.Name ||
				Fold(o.Column) == Fold(b.Column)
		}):
			return &Error{b.Line, fmt.Sprintf("uitsplitsing %q staat er twee keer", b.Name), "haal er één weg"}
		case len(r.Breakdowns) == MaxBreakdowns:
			return &Error{b.Line, "er zijn te veel uitsplitsingen", fmt.Sprintf("herstel kan er %d aan", MaxBreakdowns)}
		}
		r.Breakdowns = append(r.Breakdowns, Breakdown{Column: b.Column, Name: b.Name, Title: b.Title, Sure: b.Sure.set,
			Omit: b.Omit, Line: b.Line})
		return nil
	})
}

// observationKeys are the other columns of the tidy form: a breakdown of that
// name could not be told from them.
var observationKeys = []string{"figuur", "jaar", "categorie", "aantal", "noemer", "aandeel", "p25", "mediaan", "p75",
	"p90", "rang", "rang_vorig",
	"ondergrens", "bovengrens", "voorlopig", "verschil_jaar", "verschil_aantal", "verschil_procent",
	"verschil_procentpunt",
	"verschil_ondergrens", "verschil_bovengrens", "verschil_duidelijk", "verschil_status", "verschil_redenen", "status",
	"reden", "opmerking"}

func isDimension(name string) bool {
	return slices.Contains(observationKeys, name) ||
		slices.ContainsFunc(Dimensions, func(d Dimension) bool { return d.ID == name })
}

func (r *Rules) addPrivacy(file *configFile) error {
	if file.Privacy.Threshold.set {
		r.Privacy.Threshold = file.Privacy.Threshold.n
	}
	for _, e := range file.Privacy.Exceptions {
		if strings.TrimSpace(e.Reason) == "" {
			return &Error{e.Line, "een uitzondering zonder reden", "schrijf op waarom je de cel toch laat zien"}
		}
		r.Privacy.Exceptions = append(r.Privacy.Exceptions, PrivacyException(e))
	}
	r.Privacy.HideZeros = r.Privacy.HideZeros || file.Privacy.Zeros.hide
	r.Privacy.Confirmed = append(r.Privacy.Confirmed, file.Privacy.Confirmed...)
	r.Privacy.Earlier = append(r.Privacy.Earlier, file.Privacy.Earlier...)
	for _, a := range file.Privacy.Accepted {
		if strings.TrimSpace(a.Reason) == "" {
			return &Error{a.Line, "toelaten zonder reden", "schrijf op waarom je het cijfer toch laat zien"}
		}
		r.Privacy.Accepted = append(r.Privacy.Accepted, PrivacyAccepted(a))
	}
	return nil
}

func (r *Rules) addKeyFigures(file *configFile) error {
	return each(file.KeyFigures, func(k configKeyFigure) error {
		if slices.ContainsFunc(r.KeyFigures, func(o KeyFigure) bool { return o.Name == k.Name }) {
			return &Error{k.Line, fmt.Sprintf("kerncijfer %q staat er twee keer", k.Name), "haal er één weg"}
		}
		for year, value := range k.Values {
			if value < 0 || year < day.FirstYear || year > day.LastYear {
				return &Error{k.Line, fmt.Sprintf("kerncijfer %q klopt niet", k.Name),
					"schrijf per jaar een getal van 0 of meer, zoals {2021: 17500}"}
			}
		}
		r.KeyFigures = append(r.KeyFigures, KeyFigure(k))
		return nil
	})
}

func (r *Rules) addPublished(file *configFile) error {
	return each(file.Published, func(p configPublished) error {
		if p.File != "" {
			r.PublishedFiles = append(r.PublishedFiles, PublishedFile{p.File, p.Line})
			return nil
		}
		if given := countTrue(p.Count != nil, p.Share.set, p.Median.set); given != 1 {
			return &Error{Line: p.Line, What: "een gepubliceerd cijfer heeft een aantal, een aandeel of een mediaan",
				Hint: "vul er precies één in"}
		}
		published := Published{Report: p.Report, Year: p.Year, Figure: p.Figure, Category: p.Category,
			IsShare: p.Share.set, Share: p.Share.value, Decimals: p.Share.decimals, Line: p.Line,
			IsMedian: p.Median.set, Median: p.Median.value, ReferenceDate: day.NoDay}
		if p.Median.set {
			published.Decimals = p.Median.decimals
		}
		if p.Date.set {
			published.ReferenceDate = p.Date.Day
		}
		if p.Count != nil {
			if *p.Count < 0 {
				return &Error{p.Line, "aantal is kleiner dan nul", "vul het afgedrukte aantal in"}
			}
			published.Count = *p.Count
		}
		r.Published = append(r.Published, published)
		return nil
	})
}

func (r *Rules) addHouseStyle(file *configFile) error {
	if len(file.HouseStyle.Colors) > 0 {
		r.HouseStyle.Colors = nil
	}
	for _, color := range file.HouseStyle.Colors {
		r.HouseStyle.Colors = append(r.HouseStyle.Colors, string(color))
	}
	if file.HouseStyle.Font != "" {
		r.HouseStyle.Font = file.HouseStyle.Font
	}
	return nil
}

func UnknownName(line int, kind, name string, known []string) error {
	hint := "je kunt kiezen uit " + strings.Join(known, ", ")
	if near, ok := Nearest(name, known); ok {
		hint = fmt.Sprintf("bedoel je %q?", near)
	}
	return &Error{line, fmt.Sprintf("%s %q bestaat niet", kind, name), hint}
}
