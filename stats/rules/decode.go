package rules

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Error says what is wrong in a herstel.yaml, on which line, and what to
// do about it. All text is Dutch.
type Error struct {
	Line int // 0 when the fault is not on one line
	What string
	Hint string
}

// FileError is an Error in a file that the herstel.yaml names.
type FileError struct {
	File string
	Err  *Error
}

// Error returns the fault on one line, with the file's name.
func (e *FileError) Error() string { return e.File + ", " + e.Err.Error() }

// Unwrap gives the fault itself.
func (e *FileError) Unwrap() error { return e.Err }

// Error returns the fault on one line, without the file's name.
func (e *Error) Error() string {
	text := e.What
	if e.Line > 0 {
		text = fmt.Sprintf("regel %d: %s", e.Line, e.What)
	}
	if e.Hint != "" {
		text += "; " + e.Hint
	}
	return text
}

// scalarDecoder is a config type that reads itself from the text of a scalar.
// It returns a Dutch hint when the text is no good, else the empty string.
type scalarDecoder interface{ decodeScalar(text string) string }

var yamlLine = regexp.MustCompile(`line (\d+)`)

// decodeConfig reads one YAML document strictly: an unknown key, a key given
// twice and a value of the wrong kind are errors that name the line.
func decodeConfig(r io.Reader, into any) error {
	decoder := yaml.NewDecoder(r)
	var document yaml.Node
	if err := decoder.Decode(&document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil
		}
		return syntaxError(err)
	}
	var second yaml.Node
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		if err != nil {
			return syntaxError(err)
		}
		return &Error{Line: second.Line, What: "het bestand bevat een tweede YAML-document",
			Hint: "haal de regel met --- weg"}
	}
	return decodeNode(document.Content[0], reflect.ValueOf(into).Elem(), "")
}

func syntaxError(err error) error {
	line := 0
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	hint := "kijk naar inspringen, dubbele punten en aanhalingstekens; vaak staat er aan het begin van een regel één " +
		"spatie te veel, of een tab"
	for _, known := range syntaxHints {
		if strings.Contains(err.Error(), known.said) {
			hint = known.hint
		}
	}
	return &Error{Line: line, What: "dit is geen geldige YAML", Hint: hint}
}

// syntaxHints say what to do about what the YAML reader says.
var syntaxHints = []struct{ said, hint string }{
	{"unknown escape character", backslashHint},
	{"hexdecimal number", backslashHint},
	{"block sequence entries are not allowed",
		"zet elk streepje op een eigen regel, met de sleutel en de dubbele punt op de regel erboven"},
}

const backslashHint = `tussen dubbele aanhalingstekens heeft \ een eigen betekenis: schrijf / in plaats van \, of gebruik enkele aanhalingstekens`

func decodeNode(n *yaml.Node, v reflect.Value, key string) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if v.CanAddr() {
		if scalar, ok := v.Addr().Interface().(scalarDecoder); ok {
			if n.Kind != yaml.ScalarNode {
				return wrongKind(n, key, "één waarde")
			}
			if hint := scalar.decodeScalar(n.Value); hint != "" {
				return &Error{Line: n.Line, What: fmt.Sprintf("%s klopt niet", quoteKey(key)), Hint: hint}
			}
			return nil
		}
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" && v.Kind() != reflect.String {
		return nil
	}
	switch v.Kind() {
	case reflect.Struct:
		return decodeStruct(n, v, key)
	case reflect.Slice:
		return decodeList(n, v, key)
	case reflect.Map:
		return decodeMap(n, v, key)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return decodeNode(n, v.Elem(), key)
	default:
		return decodeScalar(n, v, key)
	}
}

func decodeScalar(n *yaml.Node, v reflect.Value, key string) error {
	if n.Kind != yaml.ScalarNode {
		return wrongKind(n, key, "één waarde")
	}
	if v.Kind() == reflect.String {
		v.SetString(n.Value)
		return nil
	}
	number, err := strconv.Atoi(n.Value)
	if err != nil {
		return wrongKind(n, key, "een heel getal")
	}
	v.SetInt(int64(number))
	return nil
}

func wrongKind(n *yaml.Node, key, want string) error {
	return &Error{Line: n.Line, What: fmt.Sprintf("%s klopt niet", quoteKey(key)), Hint: "hier hoort " + want}
}

func quoteKey(key string) string {
	if key == "" {
		return "de inhoud"
	}
	return strconv.Quote(key)
}

// pairs walks the keys and values of a mapping, and refuses a key given twice.
func pairs(n *yaml.Node, key string, visit func(name, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return wrongKind(n, key, "een lijst van sleutels met een dubbele punt")
	}
	seen := map[string]int{}
	var faults []error
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		if line, twice := seen[name.Value]; twice {
			faults = append(faults, &Error{Line: name.Line, What: fmt.Sprintf("%q staat er twee keer", name.Value),
				Hint: fmt.Sprintf("de eerste staat op regel %d", line)})
			continue
		}
		seen[name.Value] = name.Line
		faults = append(faults, visit(name, n.Content[i+1]))
	}
	return errors.Join(faults...)
}

func decodeStruct(n *yaml.Node, v reflect.Value, key string) error {
	fields := map[string]int{}
	required := map[string]bool{}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := field.Tag.Get("yaml")
		switch {
		case field.Name == "Line":
			v.Field(i).SetInt(int64(n.Line))
		case name != "" && name != "-" && name[0] != ',':
			fields[name] = i
			if field.Tag.Get("required") != "" {
				required[name] = true
			}
		}
	}
	err := pairs(n, key, func(name, value *yaml.Node) error {
		i, known := fields[name.Value]
		if !known {
			return unknownKey(name, fields)
		}
		delete(required, name.Value)
		return decodeNode(value, v.Field(i), name.Value)
	})
	faults := []error{err}
	for i := range v.NumField() {
		if name := v.Type().Field(i).Tag.Get("yaml"); required[name] {
			faults = append(faults, &Error{Line: n.Line, What: fmt.Sprintf("%q ontbreekt", name), Hint: "vul het in"})
		}
	}
	return errors.Join(faults...)
}

func unknownKey(name *yaml.Node, fields map[string]int) error {
	known := make([]string, 0, len(fields))
	for k := range fields {
		known = append(known, k)
	}
	slices.Sort(known)
	if _, err := strconv.Atoi(name.Value); err == nil {
		return &Error{Line: name.Line, What: fmt.Sprintf("%q is geen sleutel", name.Value),
			Hint: "schrijf een getal met een punt in plaats van een komma, zoals 0.77"}
	}
	return UnknownName(name.Line, "de sleutel", name.Value, known)
}

// decodeList reads a sequence, or a mapping into a list of structs that have a
// field for the key: that keeps the order of the file.
func decodeList(n *yaml.Node, v reflect.Value, key string) error {
	element := v.Type().Elem()
	if element.Kind() == reflect.Struct {
		if at, ok := fieldTagged(element, ",key"); ok {
			return decodeOrdered(n, v, at, key)
		}
	}
	if n.Kind != yaml.SequenceNode {
		return wrongKind(n, key, "een lijst: tussen [ en ], of met streepjes")
	}
	return each(n.Content, func(item *yaml.Node) error {
		if at, ok := scalarField(element); ok && item.Kind == yaml.ScalarNode && item.Value != "" {
			value := reflect.New(element).Elem()
			value.Field(at).SetString(item.Value)
			value.FieldByName("Line").SetInt(int64(item.Line))
			v.Set(reflect.Append(v, value))
			return nil
		}
		if element.Kind() == reflect.Struct && item.Kind == yaml.ScalarNode {
			return wrongKind(item, key, "een sleutel achter elk streepje, zoals - "+firstKey(element)+": …")
		}
		value := reflect.New(element).Elem()
		if err := decodeNode(item, value, key); err != nil {
			return err
		}
		v.Set(reflect.Append(v, value))
		return nil
	})
}

// scalarField returns the field of a config struct that stands for the whole of
// it when it is written as one value.
func scalarField(t reflect.Type) (int, bool) {
	if t.Kind() != reflect.Struct {
		return 0, false
	}
	return fieldTagged(t, ",scalar")
}

// firstKey returns the key of a config struct that stands first.
func firstKey(t reflect.Type) string {
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("yaml"); name != "" && name != "-" && name[0] != ',' {
			return name
		}
	}
	return ""
}

func decodeOrdered(n *yaml.Node, v reflect.Value, at int, key string) error {
	element := v.Type().Elem()
	whole, single := fieldTagged(element, ",value")
	return pairs(n, key, func(name, content *yaml.Node) error {
		value := reflect.New(element).Elem()
		target := value
		if single {
			target = value.Field(whole)
		}
		if err := decodeNode(content, target, name.Value); err != nil {
			return err
		}
		value.Field(at).SetString(name.Value)
		if line := value.FieldByName("Line"); line.IsValid() {
			line.SetInt(int64(name.Line))
		}
		v.Set(reflect.Append(v, value))
		return nil
	})
}

func decodeMap(n *yaml.Node, v reflect.Value, key string) error {
	v.Set(reflect.MakeMap(v.Type()))
	return pairs(n, key, func(name, content *yaml.Node) error {
		k := reflect.New(v.Type().Key()).Elem()
		if err := decodeNode(name, k, name.Value); err != nil {
			return err
		}
		value := reflect.New(v.Type().Elem()).Elem()
		if err := decodeNode(content, value, name.Value); err != nil {
			return err
		}
		v.SetMapIndex(k, value)
		return nil
	})
}

func fieldTagged(t reflect.Type, tag string) (int, bool) {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("yaml") == tag {
			return i, true
		}
	}
	return 0, false
}
