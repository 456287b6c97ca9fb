package casefile

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"herstel/stats/casefile/internal/sample"
	"herstel/stats/rules"
)

// switchedOff is a setting behind a # and a space.
var switchedOff = regexp.MustCompile(`^( *)# ( *(?:- \{|[a-z]+:).*)$`)

// sparse is an export of which herstel finds few columns.
func sparse() *sample.Sheet {
	cases := sample.Cases(60)
	s := &sample.Sheet{Header: []string{"Zaaknummer", "Aanmelddatum", "Naar bemiddelaar", "Gesproken op", "Willen ze",
		"Geboren", "Regio", "Blabla"}}
	for _, row := range cases.Rows {
		s.Rows = append(s.Rows, []any{row[0], row[1], row[2], row[9], row[7], row[1], row[13], row[14]})
	}
	return s
}

func TestEveryLineOfTheTemplateCanBeSwitchedOn(t *testing.T) {
	for name, sheet := range map[string]*sample.Sheet{
		"known": sample.Cases(60), "foreign": foreign(300), "sparse": sparse(),
		"nothing": {Header: []string{"Aap", "Noot"}, Rows: [][]any{{"a b", "c d"}, {"e f", "g h"}}},
	} {
		lines := strings.Split(template(t, sample.CSV{}.Write(sheet)), "\n")
		all := slices.Clone(lines)
		count, key := 0, -1
		for i, line := range lines {
			m := switchedOff.FindStringSubmatch(line)
			if m == nil {
				if strings.HasSuffix(line, ":") {
					key = -1
				}
				continue
			}
			all[i] = m[1] + m[2]
			if strings.HasSuffix(m[2], ":") {
				key = i // means nothing without one of its lines
				continue
			}
			count++
			one := slices.Clone(lines)
			one[i] = all[i]
			if key >= 0 && strings.HasPrefix(all[i], " ") {
				one[key] = all[key]
			}
			if _, err := rules.Parse(strings.NewReader(strings.Join(one, "\n"))); err != nil {
				t.Errorf("%s: %q: %v", name, all[i], err)
			}
		}
		if count < 2 {
			t.Errorf("%s: only %d lines to switch on", name, count)
		}
		config := strings.Join(all, "\n")
		if _, err := rules.Parse(strings.NewReader(config)); err != nil {
			t.Errorf("%s: all lines: %v in\n%s", name, err, config)
		}
	}
}

func TestLooseHeadersAreOnlySuggested(t *testing.T) {
	file := sample.CSV{}.Write(sparse())
	got := template(t, file)
	for _, want := range []string{
		`  # uitzetdatum: ["Naar bemiddelaar"]   # TE CONTROLEREN: is het deze kop? de kop bevat "bemiddel" en de kolom bevat datums`,
		`  # contactdatum: ["Gesproken op"]   # TE CONTROLEREN: `,
		`  # bereid: ["Willen ze"]   # TE CONTROLEREN: is het deze kop? de kop bevat "wil" en de kolom bevat ja en nee`,
		`  # delict: ["Soort feit"]   # TE CONTROLEREN: een voorbeeld; bij het maken van dit bestand was er geen kop`,
		`# Bij het maken van dit bestand gebruikte herstel de kop "Geboren" niet; de kolom bevat datums.`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, g := range inspect(t, file).Columns {
		if g.Perhaps && g.Certainty != NoIdea {
			t.Errorf("%s is taken for %s", g.Header, g.Column)
		}
	}
}
