package rules_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"herstel/stats/rules"
	"herstel/testdata/demo"
)

// TestSchemaAcceptsConfigs holds the schema against files that Parse reads.
func TestSchemaAcceptsConfigs(t *testing.T) {
	schema := parseSchema(t)
	own, err := os.ReadFile("default.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{
		"default.yaml": own, "demo": demo.Config(), "empty section": []byte("kolommen:\n"),
		"every key": []byte(everyKey),
	} {
		if _, err := rules.Parse(bytes.NewReader(text)); err != nil {
			t.Errorf("%s: Parse: %v", name, err)
		}
		if fault := validate(schema, document(t, text), "$"); fault != "" {
			t.Errorf("%s: schema: %s", name, fault)
		}
	}
}

const everyKey = `
peildatum: 2022-03-01
jaren: 2
bronnen: [{pad: "exports/*.xlsx", blad: Zaken}]
kolommen: {zaaknummer: [Zaak-ID], delict: [Feit]}
afleiden: {uitgezet: {kolom: Status, waarden: [Afgerond]}, afkeurreden: {kolom: Uitkomst, begint_met: "Afgewezen "}}
koppel: [{pad: export.xlsx, blad: Contacten, sleutel: ZaakID, kies: eerste, kolommen: {contactdatum: [Datum contact]}}]
leeg: [geen, "?"]
waarden: {delict: {Verkrachting: {groep: Zeden, ook: [art. 242 Sr]}}}
privacy: {drempel: 5, uitzonderingen: [{figuur: delict, jaar: 2020, categorie: {delict: Incest}, reden: gedrukt}]}
uitsplitsingen: [{kolom: Arrondissement, naam: arrondissement, titel: Per arrondissement}]
kerncijfers: [{naam: Websitebezoekers, waarden: {2020: 16500}}]
gepubliceerd: [{bron: Jaarverslag, jaar: 2020, figuur: contact, categorie: {}, aandeel: 0.30}, {bron: Jaarverslag, jaar: 2020, figuur: maand, categorie: {maand: 1}, aantal: 4}]
huisstijl: {kleuren: ["#00587C"], lettertype: Arial}
word: {figuren: [instroom, contact], tabellen: nee}
organisatie: {naam: Perspectief, contact: cijfers@voorbeeld.nl, licentie: CC BY 4.0}
grafieken: {contact: {titel: Contact, ondertitel: In procenten, jaren: 2, top: 5, tekst: 10pt, hoogte: 90, weglaten: [geen]}}
beeld: [{figuur: aanleiding, categorie: {aanleiding: Zeden}, titel: Zedenzaken}]
`

// TestSchemaRefusesWhatParseRefuses misspells each key that is not the
// user's own choice, in turn: both must refuse.
func TestSchemaRefusesWhatParseRefuses(t *testing.T) {
	schema := parseSchema(t)
	keys := regexp.MustCompile(`\b([a-z]+):`).FindAllStringSubmatchIndex(everyKey, -1)
	for _, at := range keys {
		key := everyKey[at[2]:at[3]]
		if strings.HasSuffix(everyKey[:at[2]], "categorie: {") { // a dimension: the schema does not know which
			continue
		}
		text := []byte(everyKey[:at[3]] + "x" + everyKey[at[3]:])
		_, err := rules.Parse(bytes.NewReader(text))
		fault := validate(schema, document(t, text), "$")
		if (err != nil) != (fault != "") {
			t.Errorf("%sx: Parse says %v, the schema %q", key, err, fault)
		}
	}
	for _, text := range []string{"jaren: drie", "peildatum: morgen", "bronnen: export.csv", "bronnen: [{}]",
		"jaren: [1]", "kerncijfers: [{naam: x, waarden: {twintig: 1}}]"} {
		_, err := rules.Parse(bytes.NewReader([]byte(text)))
		fault := validate(schema, document(t, []byte(text)), "$")
		if err == nil || fault == "" {
			t.Errorf("%s: Parse says %v, the schema %q", text, err, fault)
		}
	}
}

func parseSchema(t *testing.T) map[string]any {
	t.Helper()
	var schema map[string]any
	if err := json.Unmarshal(rules.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	return schema
}

// document reads YAML as an editor does before it holds it against a schema:
// keys are text, and a date is text too.
func document(t *testing.T, text []byte) any {
	t.Helper()
	var node yaml.Node
	if err := yaml.Unmarshal(text, &node); err != nil {
		t.Fatal(err)
	}
	return plain(t, node.Content[0])
}

func plain(t *testing.T, n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, plain(t, item))
		}
		return list
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!int", "!!float":
		var f float64
		if err := n.Decode(&f); err != nil {
			t.Fatal(err)
		}
		return f
	}
	return n.Value
}

// validate holds a value against the keywords that Schema uses, and
// says what is wrong.
func validate(schema map[string]any, value any, at string) string {
	if !slices.Contains(typesOf(schema), typeOf(value)) {
		return fmt.Sprintf("%s is of type %s", at, typeOf(value))
	}
	switch v := value.(type) {
	case string:
		if pattern, ok := schema["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(v) {
			return at + " does not match " + pattern
		}
	case []any:
		for i, item := range v {
			if fault := validate(schema["items"].(map[string]any), item, fmt.Sprintf("%s[%d]", at, i)); fault != "" {
				return fault
			}
		}
	case map[string]any:
		return validateObject(schema, v, at)
	}
	return ""
}

func validateObject(schema, value map[string]any, at string) string {
	required, _ := schema["required"].([]any)
	for _, name := range required {
		if _, ok := value[name.(string)]; !ok {
			return fmt.Sprintf("%s lacks %s", at, name)
		}
	}
	for name, item := range value {
		if names, ok := schema["propertyNames"].(map[string]any); ok &&
			!slices.Contains(names["enum"].([]any), any(name)) {
			return fmt.Sprintf("%s may not have %s", at, name)
		}
		property := propertyOf(schema, name)
		if property == nil {
			return fmt.Sprintf("%s may not have %s", at, name)
		}
		if fault := validate(property, item, at+"."+name); fault != "" {
			return fault
		}
	}
	return ""
}

func propertyOf(schema map[string]any, name string) map[string]any {
	if properties, ok := schema["properties"].(map[string]any); ok {
		if property, ok := properties[name].(map[string]any); ok {
			return property
		}
	}
	if patterns, ok := schema["patternProperties"].(map[string]any); ok {
		for pattern, property := range patterns {
			if regexp.MustCompile(pattern).MatchString(name) {
				return property.(map[string]any)
			}
		}
	}
	property, _ := schema["additionalProperties"].(map[string]any)
	return property
}

func typesOf(schema map[string]any) []string {
	if name, ok := schema["type"].(string); ok {
		return []string{name, map[string]string{"number": "integer"}[name]}
	}
	var names []string
	for _, name := range schema["type"].([]any) {
		names = append(names, name.(string))
		if name == "number" {
			names = append(names, "integer")
		}
	}
	return names
}

func typeOf(value any) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case string:
		return "string"
	case float64:
		if v == float64(int(v)) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	}
	return "object"
}
