//go:build js

package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"herstel/stats/casefile"
	"herstel/stats/day"
	"herstel/stats/rules"
)

// browserForm is the screen Koppelen.
type browserForm struct {
	Sheets       []browserChoice
	Columns      []browserColumn
	Unknown      []browserUnknown
	Splits       []browserChoice
	Threshold    int
	Reference    string
	Organisation string
	Fresh        bool
}

// browserChoice is an entry of a list, or a box to tick.
type browserChoice struct {
	Value, Text string
	Chosen      bool
}

// browserColumn is a column with the headers that may stand for it.
type browserColumn struct {
	Name, Meaning, Remark string
	Need                  string // can herstel do without
	Missing               bool   // it cannot, and no header is found yet
	Choices               []browserChoice
}

// browserUnknown is a value that the rules do not know.
type browserUnknown struct {
	Field, Column, Value string
	Count                int
	Near                 string
	Groups               []browserGroup
}

// browserGroup is a part of a list of choices; Title is empty for the first.
type browserGroup struct {
	Title   string
	Choices []browserChoice
}

func (s *browserScreen) newForm(ruleset *rules.Rules) *browserForm {
	form := &browserForm{Threshold: ruleset.Privacy.Threshold, Organisation: ruleset.Presentation.Organisation,
		Fresh: s.fresh}
	if ruleset.ReferenceDate != day.NoDay {
		form.Reference = ruleset.ReferenceDate.String()
	}
	for i, f := range s.found.Files {
		if f.OneOfMore && s.fresh {
			form.Sheets = append(form.Sheets, browserChoice{strconv.Itoa(i), sourceName(f.Name, f.Sheet), true})
		}
	}
	var have rules.ColumnSet
	for c := range rules.ColumnCount {
		if s.headerOf(c, ruleset) != "" {
			have = have.With(c)
		}
	}
	missing := slices.Concat(have.MissingColumns()...)
	for c := range rules.ColumnCount {
		column := s.columnOf(c, ruleset)
		column.Missing = slices.Contains(missing, c)
		form.Columns = append(form.Columns, column)
	}
	for _, g := range s.found.Columns {
		if g.Splits {
			_, chosen := ruleset.BreakdownColumn(g.Header)
			form.Splits = append(form.Splits, browserChoice{g.Header, g.Header, chosen})
		}
	}
	unknown, _ := s.found.Unknown()
	form.Unknown = newBrowserUnknown("waarde", unknown, ruleset)
	return form
}

// headerOf is the header that stands for a column now: one that herstel.yaml
// names goes before one that the rules know.
func (s *browserScreen) headerOf(c rules.Column, ruleset *rules.Rules) string {
	header := ""
	for _, g := range s.found.Columns {
		if is, ok := ruleset.Column(g.Header); ok && is == c && (header == "" || ruleset.NamesHeader(g.Header)) {
			header = g.Header
		}
	}
	return header
}

func (s *browserScreen) columnOf(c rules.Column, ruleset *rules.Rules) browserColumn {
	now := s.headerOf(c, ruleset)
	column := browserColumn{Name: c.String(), Meaning: c.Info().Meaning, Need: columnNeed(c)}
	if now == "" || ruleset.NamesHeader(now) {
		column.Choices = append(column.Choices, browserChoice{"", "geen kolom", now == ""})
	}
	for _, g := range s.found.Columns {
		text := g.Header
		if g.Holds != "" {
			text = fmt.Sprintf("%s (bevat %s)", g.Header, g.Holds)
		}
		column.Choices = append(column.Choices, browserChoice{g.Header, text, g.Header == now})
		switch {
		case g.Header == now && s.fresh && g.Certainty != casefile.Sure && g.Why != "":
			column.Remark = "klopt dit? " + g.Why
		case now == "" && g.Perhaps && g.Column == c:
			column.Remark = fmt.Sprintf("is het misschien %s? %s", quote(g.Header), g.Why)
		}
	}
	return column
}

// newBrowserUnknown offers for each unknown value: to leave it, to take it for
// a spelling of a known value, or to make it a new value of a group.
func newBrowserUnknown(kind string, suggestions []casefile.Suggestion, ruleset *rules.Rules) []browserUnknown {
	var list []browserUnknown
	for _, s := range suggestions {
		u := browserUnknown{Field: kind + " " + s.Column.String() + " " + s.Value, Column: s.Column.String(),
			Value: s.Value, Count: s.Count, Near: s.Label}
		vocabulary := ruleset.Vocabulary(s.Column)
		first := browserGroup{Choices: []browserChoice{{"", "laat het " + rules.UnknownLabel, true}}}
		if s.Label != "" {
			first.Choices = append(first.Choices, browserChoice{"is " + s.Label, "telt als " + s.Label, false})
		}
		u.Groups = append(u.Groups, first, newValues(vocabulary), knownValues(vocabulary))
		list = append(list, u)
	}
	return list
}

func newValues(v *rules.Vocabulary) browserGroup {
	g := browserGroup{Title: "een nieuwe waarde"}
	for _, group := range v.Groups() {
		g.Choices = append(g.Choices, browserChoice{"nieuw " + group, "nieuw, in de groep " + group, false})
	}
	if len(g.Choices) == 0 {
		g.Choices = []browserChoice{{"nieuw ", "een nieuwe waarde", false}}
	}
	return g
}

func knownValues(v *rules.Vocabulary) browserGroup {
	g := browserGroup{Title: "een andere schrijfwijze van"}
	for code := range v.Len() {
		label := v.Value(rules.Code(code)).Label
		if label != rules.UnknownLabel && label != "" {
			g.Choices = append(g.Choices, browserChoice{"is " + label, label, false})
		}
	}
	return g
}

// markOfInit is what init puts behind what the user has to look at.
var markOfInit = regexp.MustCompile(`(?m)^[ #]*# TE CONTROLEREN:.*\n|[ ]*# TE CONTROLEREN:.*$`)

// settle gives the text of herstel.yaml with the form put in. Who sends the
// form of a herstel.yaml that was made here has looked at it.
func (s *browserScreen) settle() ([]byte, error) {
	ruleset, err := parseConfig(configName, s.base)
	if err != nil {
		return nil, err
	}
	edit, err := s.editOf(ruleset)
	if err != nil {
		return nil, err
	}
	text := s.base
	if s.fresh {
		text = markOfInit.ReplaceAll(text, nil)
	}
	if text, err = edit.Apply(text); err != nil {
		return nil, configError(configName, err)
	}
	_, err = parseConfig(configName, text)
	return text, err
}

// editOf compares the form with the rules as they are.
func (s *browserScreen) editOf(ruleset *rules.Rules) (*rules.Edit, error) {
	edit := &rules.Edit{Columns: map[rules.Column]string{}}
	for _, field := range s.ask.Form {
		kind, rest, _ := strings.Cut(field[0], " ")
		switch kind {
		case "kolom":
			if c, ok := rules.ColumnNamed(rest); ok && s.headerOf(c, ruleset) != field[1] {
				edit.Columns[c] = field[1]
			}
		case "later":
			if field[1] != "" {
				s.later[rest] = field[1]
			}
		case "uitsplitsing":
			if _, there := ruleset.BreakdownColumn(field[1]); !there {
				edit.Breakdowns = append(edit.Breakdowns,
					rules.Breakdown{Column: field[1], Title: "Per " + rules.Fold(field[1])})
			}
		}
	}
	edit.Values = s.valueEdits()
	edit.Inputs = s.chosenSheets()
	s.editOrganisation(edit, ruleset)
	return edit, s.editNumbers(edit, ruleset)
}

// valueEdits lists what the user chose for the unknown values: on the screen
// Koppelen, and later on the screen Nakijken.
func (s *browserScreen) valueEdits() []rules.ValueEdit {
	chosen := maps.Clone(s.later)
	for _, field := range s.ask.Form {
		if rest, ok := strings.CutPrefix(field[0], "waarde "); ok && field[1] != "" {
			chosen[rest] = field[1]
		}
	}
	var edits []rules.ValueEdit
	for _, field := range slices.Sorted(maps.Keys(chosen)) {
		edits = append(edits, valueEdit(field, chosen[field])...)
	}
	return edits
}

func valueEdit(field, chosen string) []rules.ValueEdit {
	name, value, _ := strings.Cut(field, " ")
	c, ok := rules.ColumnNamed(name)
	how, what, _ := strings.Cut(chosen, " ")
	switch {
	case ok && how == "is":
		return []rules.ValueEdit{{Column: c, Value: value, Label: what}}
	case ok && how == "nieuw":
		return []rules.ValueEdit{{Column: c, Value: value, Label: value, Group: what}}
	}
	return nil
}

// editOrganisation takes over the name of the organisation.
func (s *browserScreen) editOrganisation(edit *rules.Edit, ruleset *rules.Rules) {
	there := slices.ContainsFunc(s.ask.Form, func(f [2]string) bool { return f[0] == "organisatie" })
	if name := strings.TrimSpace(s.ask.value("organisatie")); there && name != ruleset.Presentation.Organisation {
		edit.Organisation = &name
	}
}

// editNumbers takes over the threshold and the reference date.
func (s *browserScreen) editNumbers(edit *rules.Edit, ruleset *rules.Rules) error {
	if text := s.ask.value("drempel"); text != "" && text != strconv.Itoa(ruleset.Privacy.Threshold) {
		n, err := strconv.Atoi(text)
		if err != nil {
			return wrongUse("schrijf een heel getal, zoals 5", "de drempel kan niet %s zijn", quote(text))
		}
		edit.Threshold = &n
	}
	if !slices.ContainsFunc(s.ask.Form, func(f [2]string) bool { return f[0] == "peildatum" }) {
		return nil
	}
	reference, err := (&inputFlags{reference: s.ask.value("peildatum")}).parseReference()
	if err != nil {
		return err
	}
	if reference != ruleset.ReferenceDate {
		text := ""
		if reference != day.NoDay {
			text = reference.String()
		}
		edit.ReferenceDate = &text
	}
	return nil
}

// chosenSheets lists the files with the sheets that count; nil when there is
// nothing to choose.
func (s *browserScreen) chosenSheets() []rules.Input {
	if !s.fresh || !slices.ContainsFunc(s.found.Files, func(f casefile.InspectedFile) bool { return f.OneOfMore }) {
		return nil
	}
	var inputs []rules.Input
	for i, f := range s.found.Files {
		switch {
		case !f.OneOfMore:
			inputs = append(inputs, rules.Input{Path: f.Name})
		case s.ask.has("blad", strconv.Itoa(i)):
			inputs = append(inputs, rules.Input{Path: f.Name, Sheet: f.Sheet})
		}
	}
	return inputs
}
