package rules

import (
	"encoding/json"
	"maps"
	"reflect"
	"strings"
)

// Schema returns the JSON Schema (draft 7) of herstel.yaml. It is made
// from the types that read the file, so that the two cannot drift apart.
func Schema() []byte {
	schema := schemaOf(reflect.TypeFor[configFile]())
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = "herstel.yaml"
	schema["description"] = "Instellingen van herstel: hoe je export heet, wat de waarden betekenen en wat er in het " +
		"verslag komt."
	text, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		panic(err) // a schema is made of strings, lists and maps
	}
	return append(text, '\n')
}

type schemaNode = map[string]any

// schemaScalars are the config types that read themselves from a scalar.
var schemaScalars = map[reflect.Type]schemaNode{
	reflect.TypeFor[configDay]():       {"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}$`},
	reflect.TypeFor[configShare]():     {"type": "number", "minimum": 0, "maximum": 1},
	reflect.TypeFor[configMedian]():    {"type": "number", "minimum": 0},
	reflect.TypeFor[configYears]():     {"type": "integer", "minimum": 1, "maximum": maxYears},
	reflect.TypeFor[configThreshold](): {"type": "integer", "minimum": 0, "maximum": maxThreshold},
	reflect.TypeFor[configCompare]():   {"type": "string", "enum": []string{compareSameAge, compareNow}},
	reflect.TypeFor[configChoice]():    {"type": "string", "pattern": "^(eerste|laatste)$"},
	reflect.TypeFor[configZeros]():     {"type": "string", "enum": []string{zerosShown, zerosHidden}},
	reflect.TypeFor[configTrue]():      {"type": "boolean"},
	reflect.TypeFor[configColor]():     {"type": "string", "pattern": hexColor.String()},
	reflect.TypeFor[configTop]():       {"type": "integer", "minimum": 1, "maximum": maxTop},
	reflect.TypeFor[configPoints]():    {"type": []string{"string", "number"}},
	reflect.TypeFor[configHeight]():    {"type": []string{"string", "number"}},
	reflect.TypeFor[configYesNo]():     {"type": "string", "pattern": "^(ja|nee)$"},
}

// schemaKeys are the keys that a mapping with keys of the user's choice may
// have all the same.
var schemaKeys = map[reflect.Type]func() []string{
	reflect.TypeFor[configColumn]():   func() []string { return columnNames[:] },
	reflect.TypeFor[configDerived]():  func() []string { return columnNames[:] },
	reflect.TypeFor[configCategory](): categoryNames,
}

func categoryNames() []string {
	names := make([]string, len(CategoryColumns))
	for i, c := range CategoryColumns {
		names[i] = c.String()
	}
	return names
}

// orNull is a type that may be left empty, as in "kolommen:" with nothing
// below it.
func orNull(name string) []string { return []string{name, "null"} }

func schemaOf(t reflect.Type) schemaNode {
	if scalar, ok := schemaScalars[t]; ok {
		return maps.Clone(scalar)
	}
	switch t.Kind() {
	case reflect.Struct:
		return structSchema(t)
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct {
			if _, ok := fieldTagged(t.Elem(), ",key"); ok {
				return orderedSchema(t.Elem())
			}
		}
		items := schemaOf(t.Elem())
		if t.Elem().Kind() == reflect.Struct {
			if _, ok := fieldTagged(t.Elem(), ",scalar"); ok {
				items["type"] = append(orNull("object"), "string")
			}
		}
		return schemaNode{"type": orNull("array"), "items": items}
	case reflect.Map:
		if t.Key().Kind() == reflect.Int {
			return schemaNode{"type": orNull("object"), "additionalProperties": false,
				"patternProperties": schemaNode{`^\d{4}$`: schemaOf(t.Elem())}}
		}
		return schemaNode{"type": orNull("object"),
			"additionalProperties": schemaNode{"type": []string{"string", "number"}}}
	case reflect.Pointer:
		return schemaOf(t.Elem())
	case reflect.Int:
		return schemaNode{"type": orNull("integer")}
	default:
		return schemaNode{"type": "string"}
	}
}

// structSchema describes a mapping whose keys are known.
func structSchema(t reflect.Type) schemaNode {
	properties, required := schemaNode{}, []string{}
	for i := range t.NumField() {
		field := t.Field(i)
		name := field.Tag.Get("yaml")
		if name == "" || name == "-" || strings.HasPrefix(name, ",") {
			continue
		}
		property := schemaOf(field.Type)
		property["description"] = field.Tag.Get("doc")
		properties[name] = property
		if field.Tag.Get("required") != "" {
			required = append(required, name)
		}
	}
	node := schemaNode{"type": orNull("object"), "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		node["required"] = required
	}
	return node
}

// orderedSchema describes a mapping that is read into a list: one entry a key.
func orderedSchema(element reflect.Type) schemaNode {
	entry := structSchema(element)
	if i, ok := fieldTagged(element, ",value"); ok {
		entry = schemaOf(element.Field(i).Type)
	}
	node := schemaNode{"type": orNull("object"), "additionalProperties": entry}
	if keys, ok := schemaKeys[element]; ok {
		node["propertyNames"] = schemaNode{"enum": keys()}
	}
	return node
}
