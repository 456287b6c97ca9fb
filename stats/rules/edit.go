package rules

import (
	"bytes"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"
)

// Edit is what a user changes in a herstel.yaml on a screen. What the screen
// does not show stays as it is, comments too.
type Edit struct {
	Columns       map[Column]string // the header that stands for a column; empty: no header of this file does
	Values        []ValueEdit
	Threshold     *int    // nil: leave it
	ReferenceDate *string // as 2022-03-01; empty takes the line away, nil leaves it
	Breakdowns    []Breakdown
	Inputs        []Input // the files; nil leaves them
	Organisation  *string // its name; empty takes the name away, nil leaves it
}

// ValueEdit makes a value of a category column known: as a spelling of Label,
// or, when Label is the value itself, as a new value of Group.
type ValueEdit struct {
	Column              Column
	Value, Label, Group string
}

// Apply returns the text of a herstel.yaml with the edit made. Without an edit
// the text stays as it is, byte for byte. A text that is no YAML is an *Error.
func (e *Edit) Apply(text []byte) ([]byte, error) {
	if e.empty() {
		return text, nil
	}
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		return nil, syntaxError(err)
	}
	if len(document.Content) == 0 {
		document = yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{{Kind: yaml.MappingNode}},
			HeadComment: string(bytes.TrimSpace(text))}
	}
	root := document.Content[0]
	e.editInputs(root)
	e.editColumns(root)
	for _, v := range e.Values {
		v.edit(root)
	}
	if e.Threshold != nil {
		set(section(root, "privacy"), "drempel", number(*e.Threshold))
	}
	if e.ReferenceDate != nil {
		remove(root, "peildatum")
		if *e.ReferenceDate != "" {
			set(root, "peildatum", &yaml.Node{Kind: yaml.ScalarNode, Value: *e.ReferenceDate})
		}
	}
	e.editOrganisation(root)
	for _, b := range e.Breakdowns {
		list := sequence(root, "uitsplitsingen")
		list.Content = append(list.Content, inline(word("kolom"), word(b.Column), word("titel"), word(b.Title)))
	}
	var b bytes.Buffer
	encoder := yaml.NewEncoder(&b)
	encoder.SetIndent(2)
	if err := encoder.Encode(&document); err != nil {
		return nil, err
	}
	return b.Bytes(), encoder.Close()
}

func (e *Edit) empty() bool {
	return len(e.Columns) == 0 && len(e.Values) == 0 && e.Threshold == nil && e.ReferenceDate == nil &&
		len(e.Breakdowns) == 0 && e.Inputs == nil && e.Organisation == nil
}

func (e *Edit) editOrganisation(root *yaml.Node) {
	switch {
	case e.Organisation == nil:
	case *e.Organisation == "":
		organisation := section(root, "organisatie")
		remove(organisation, "naam") // its logo, contact and licence stay
		if len(organisation.Content) == 0 {
			remove(root, "organisatie")
		}
	default:
		set(section(root, "organisatie"), "naam", word(*e.Organisation))
	}
}

func (e *Edit) editInputs(root *yaml.Node) {
	if e.Inputs == nil {
		return
	}
	list := sequence(root, "bronnen")
	list.Content = nil
	for _, in := range e.Inputs {
		entry := inline(word("pad"), word(in.Path))
		if in.Sheet != "" {
			entry.Content = append(entry.Content, word("blad"), word(in.Sheet))
		}
		list.Content = append(list.Content, entry)
	}
}

// editColumns takes a header away from where it stood and names it for the
// column that it stands for now.
func (e *Edit) editColumns(root *yaml.Node) {
	if len(e.Columns) == 0 {
		return
	}
	columns := section(root, "kolommen")
	for c := range ColumnCount {
		header, edited := e.Columns[c]
		if !edited {
			continue
		}
		for i := 1; i < len(columns.Content); i += 2 {
			dropHeader(columns.Content[i], header)
		}
		if header == "" {
			remove(columns, c.String())
		} else {
			set(columns, c.String(), &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle,
				Content: []*yaml.Node{word(header)}})
		}
	}
	for i := len(columns.Content) - 2; i >= 0; i -= 2 {
		if list := columns.Content[i+1]; list.Kind == yaml.SequenceNode && len(list.Content) == 0 {
			columns.Content = slices.Delete(columns.Content, i, i+2)
		}
	}
	if len(columns.Content) == 0 {
		remove(root, "kolommen")
	}
}

func dropHeader(list *yaml.Node, header string) {
	list.Content = slices.DeleteFunc(list.Content, func(n *yaml.Node) bool { return Fold(n.Value) == Fold(header) })
}

func (v *ValueEdit) edit(root *yaml.Node) {
	values := section(section(root, "waarden"), v.Column.String())
	if v.Label == v.Value {
		entry := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
		if v.Group != "" {
			entry = inline(word("groep"), word(v.Group))
		}
		set(values, v.Value, entry)
		return
	}
	entry := section(values, v.Label)
	if len(entry.Content) == 0 {
		entry.Style = yaml.FlowStyle
	}
	also := sequence(entry, "ook")
	if len(also.Content) == 0 {
		also.Style = yaml.FlowStyle
	}
	also.Content = append(also.Content, word(v.Value))
}

// The tree of a YAML document: a mapping holds its keys and values in turn.

func find(mapping *yaml.Node, key string) int {
	for i := 0; i < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return i + 1
		}
	}
	return -1
}

func set(mapping *yaml.Node, key string, value *yaml.Node) {
	if i := find(mapping, key); i > 0 {
		value.LineComment = mapping.Content[i].LineComment
		mapping.Content[i] = value
		return
	}
	mapping.Content = append(mapping.Content, word(key), value)
}

func remove(mapping *yaml.Node, key string) {
	i := find(mapping, key)
	if i < 0 {
		return
	}
	if i+1 < len(mapping.Content) {
		next, gone := mapping.Content[i+1], mapping.Content[i-1]
		next.HeadComment = joined(gone.HeadComment, next.HeadComment)
	} else {
		mapping.FootComment = joined(mapping.FootComment, mapping.Content[i-1].HeadComment)
	}
	mapping.Content = slices.Delete(mapping.Content, i-1, i+1)
}

func joined(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return first + "\n" + second
}

func child(mapping *yaml.Node, key string, kind yaml.Kind) *yaml.Node {
	if i := find(mapping, key); i > 0 {
		if mapping.Content[i].Kind != kind {
			mapping.Content[i] = &yaml.Node{Kind: kind}
		}
		return mapping.Content[i]
	}
	made := &yaml.Node{Kind: kind}
	mapping.Content = append(mapping.Content, word(key), made)
	return made
}

func section(mapping *yaml.Node, key string) *yaml.Node { return child(mapping, key, yaml.MappingNode) }
func sequence(mapping *yaml.Node, key string) *yaml.Node {
	return child(mapping, key, yaml.SequenceNode)
}

// word is a text; the encoder puts it between quotes where YAML would take it
// for something else.
func word(text string) *yaml.Node {
	node := &yaml.Node{}
	node.SetString(text)
	return node
}

func number(n int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(n)}
}

func inline(content ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle, Content: content}
}
