package stats_test

import (
	"slices"
	"strings"
	"time"
)

// facts is one row as it stood on a day, in the words of the tables.
type facts map[string]string

const unknownWord = "Onbekend"

// factsOn reads off every row that came in up to a day what had happened by then.
func (r *reference) factsOn(day time.Time) []facts {
	var list []facts
	happened := func(row map[string]string, column string) bool {
		return row[column] != "" && !date(row[column]).After(day)
	}
	for _, row := range r.rows {
		if date(row["aanmelddatum"]).After(day) {
			continue
		}
		f := facts{"jaar": row["aanmelddatum"][6:], "maand": strings.TrimLeft(row["aanmelddatum"][3:5], "0")}
		stands := func(word, column string) bool {
			return row[column] == "" && word != "" && word != "nee" || happened(row, column)
		}
		assigned := happened(row, "uitzetdatum")
		f["stroom"] = "nog te beoordelen"
		if row["afkeurreden"] != "" && stands(row["afkeurreden"], "afkeurdatum") {
			f["stroom"] = "afgekeurd"
		}
		if assigned {
			f["stroom"] = "uitgezet"
			f["uitgezet in"] = row["uitzetdatum"][6:]
		}
		if assigned && stands(row["contact"], "contactdatum") {
			f["contact"] = "ja"
			if row["contactdatum"] == "" {
				f["contact zonder datum"] = "ja"
			}
		}
		if assigned && (f["contact"] == "ja" || stands(row["bereid"], "bereiddatum")) {
			f["bereid"] = "ja"
			if !happened(row, "bereiddatum") && !happened(row, "contactdatum") {
				f["bereid zonder datum"] = "ja"
			}
		}
		if happened(row, "afsluitdatum") && assigned {
			f["afgesloten in"] = row["afsluitdatum"][6:]
		}
		for _, column := range []string{"afkeurreden", "delict", "contactvorm", "arrondissement", "sport", "detentie"} {
			f[column] = row[column]
		}
		f["bemiddelaar"] = row["bemiddelaar"]
		f["aanmelder"] = r.groups["aanmelder "+strings.ToLower(row["aanmelder"])]
		f["aanmeldgroep"] = "professioneel"
		if row["aanmelder"] == "" || row["aanmelder"] == "zelf" {
			f["aanmeldgroep"] = row["aanmelder"]
		}
		f["aanleiding"] = r.groups["delict "+strings.ToLower(row["delict"])]
		f["initiatief"] = r.groups[row["initiatiefnemer"]]
		for _, name := range []string{"afkeurreden", "delict", "contactvorm", "arrondissement", "sport", "detentie",
			"aanmelder", "aanmeldgroep", "aanleiding", "initiatief"} {
			if f[name] == "" {
				f[name] = unknownWord
			}
		}
		list = append(list, f)
	}
	return list
}

// drawn is a figure as the contract's table 3.2 has it: of which rows, by which
// dimensions, of which the first some narrow the base, and what counts.
type drawn struct {
	base   map[string]string
	dims   []string
	within int
	counts map[string]string // for a share of which only one side counts
	year   string            // the fact that says of which year a row is; jaar where it is empty
	plain  bool              // numbers of work, without a base
}

var (
	ofAssigned = map[string]string{"stroom": "uitgezet"}
	hadContact = map[string]string{"contact": "ja"}
)

func drawnFigures() map[string]drawn {
	list := map[string]drawn{
		"afkeurreden": {base: map[string]string{"stroom": "afgekeurd"}, dims: []string{"afkeurreden"}},
		"afkeurreden_van_aanmeldingen": {dims: []string{"afkeurreden"},
			counts: map[string]string{"stroom": "afgekeurd"}},
		"aanmeldgroep":                {base: ofAssigned, dims: []string{"aanmeldgroep"}},
		"aanmelder":                   {base: ofAssigned, dims: []string{"aanmelder"}},
		"contact_per_aanmelder":       {base: ofAssigned, dims: []string{"aanmelder"}, within: 1, counts: hadContact},
		"aanleiding":                  {base: ofAssigned, dims: []string{"aanleiding"}},
		"delict":                      {base: ofAssigned, dims: []string{"aanleiding", "delict"}},
		"initiatief":                  {base: ofAssigned, dims: []string{"initiatief"}},
		"initiatief_per_aanleiding":   {base: ofAssigned, dims: []string{"aanleiding", "initiatief"}, within: 1},
		"initiatief_per_aanmeldgroep": {base: ofAssigned, dims: []string{"aanmeldgroep", "initiatief"}, within: 1},
		"contact":                     {base: ofAssigned, counts: hadContact},
		"contact_per_aanleiding":      {base: ofAssigned, dims: []string{"aanleiding"}, within: 1, counts: hadContact},
		"contact_per_initiatief":      {base: ofAssigned, dims: []string{"initiatief"}, within: 1, counts: hadContact},
		"bereidheid":                  {base: ofAssigned, counts: map[string]string{"bereid": "ja"}},
		"contact_na_bereidheid": {base: map[string]string{"stroom": "uitgezet", "bereid": "ja"},
			counts: hadContact},
		"contact_afgesloten": {base: ofAssigned, counts: hadContact, year: "afgesloten in"},
		"contactvorm": {base: map[string]string{"stroom": "uitgezet", "contact": "ja"},
			dims: []string{"contactvorm"}},
		"contactvorm_per_aanleiding": {base: map[string]string{"stroom": "uitgezet", "contact": "ja"},
			dims: []string{"aanleiding", "contactvorm"}, within: 1},
		"maand": {dims: []string{"maand"}, plain: true},
	}
	for _, name := range []string{"arrondissement", "sport", "detentie"} {
		list["uitsplitsing:"+name] = drawn{base: ofAssigned, dims: []string{name}}
		list["contact_per_uitsplitsing:"+name] = drawn{base: ofAssigned, dims: []string{name}, within: 1,
			counts: hadContact}
	}
	return list
}

func (f facts) all(want map[string]string) bool {
	for name, value := range want {
		if f[name] != value {
			return false
		}
	}
	return true
}

// count counts one cell of the figure over the rows.
func (d drawn) count(rows []facts, year string, labels []string) (count, base int) {
	in := d.year
	if in == "" {
		in = "jaar"
	}
	for _, row := range rows {
		matches := func(from, until int) bool {
			return !slices.ContainsFunc(d.dims[from:until], func(dim string) bool {
				return row[dim] != labels[slices.Index(d.dims, dim)]
			})
		}
		if row[in] != year || !row.all(d.base) || !matches(0, d.within) {
			continue
		}
		base++
		if matches(d.within, len(d.dims)) && row.all(d.counts) {
			count++
		}
	}
	return count, base
}

// stocks counts a number of work that has no base: the streams, the stocks and the
// mediators.
func stocks(rows []facts, id, year string, labels []string) int {
	n := 0
	seen := map[string]bool{}
	for _, row := range rows {
		began, ended := row["uitgezet in"], row["afgesloten in"]
		switch {
		case id == "instroom":
			if row["jaar"] == year && (labels[0] == "aanmeldingen" || labels[0] == row["stroom"]) {
				n++
			}
		case id == "bemiddelaars":
			if began == year && !seen[row["bemiddelaar"]] && row["bemiddelaar"] != "" {
				seen[row["bemiddelaar"]] = true
				n++
			}
		case labels[0] == "instroom" && began == year, labels[0] == "uitstroom" && ended == year,
			labels[0] == "begin" && began != "" && began < year && (ended == "" || ended >= year),
			labels[0] == "eind" && began != "" && began <= year && (ended == "" || ended > year):
			n++
		}
	}
	return n
}
