package stats

import (
	"cmp"
	"slices"
	"strconv"

	"herstel/stats/rules"
)

// domain is the ordered list of values that a dimension can take.
type domain struct {
	labels []string
	fixed  int // the first so many labels show even when nothing was counted
}

// index is a place in a domain.
type index = int32

// jointDomain is a domain together with the place of a case in it.
type jointDomain struct {
	domain
	of func(jointKey) index
}

// jointDomains lists the dimensions that the joint counts can be broken down by.
func jointDomains(ruleset *rules.Rules) map[string]jointDomain {
	return map[string]jointDomain{
		rules.DimReason.ID:        valueDomain(ruleset, rules.ColReason, jointKey.detailCode),
		rules.DimReferrer.ID:      valueDomain(ruleset, rules.ColReferrer, jointKey.referrer),
		rules.DimOffence.ID:       valueDomain(ruleset, rules.ColOffence, jointKey.offence),
		rules.DimForm.ID:          valueDomain(ruleset, rules.ColForm, jointKey.detailCode),
		rules.DimReferrerGroup.ID: groupDomain(ruleset, rules.ColReferrer, jointKey.referrer),
		rules.DimOffenceGroup.ID:  groupDomain(ruleset, rules.ColOffence, jointKey.offence),
		rules.DimInitiative.ID:    groupDomain(ruleset, rules.ColInitiator, jointKey.initiator),
	}
}

// valueDomain holds the values of a vocabulary, Onbekend last.
func valueDomain(ruleset *rules.Rules, c rules.Column, code func(jointKey) rules.Code) jointDomain {
	v := ruleset.Vocabulary(c)
	var d domain
	places := make([]index, v.Len())
	for code := rules.Unknown + 1; int(code) < v.Len(); code++ {
		if label := v.Value(code).Label; label != "" {
			places[code] = index(len(d.labels))
			d.labels = append(d.labels, label)
		}
	}
	unknown := index(len(d.labels))
	if merged, ok := v.MergedUnknown(); ok {
		unknown = places[merged]
	} else {
		d.labels = append(d.labels, rules.UnknownLabel)
	}
	places[rules.Empty], places[rules.Unknown] = unknown, unknown
	return jointDomain{d, func(k jointKey) index { return places[code(k)] }}
}

// groupDomain holds the groups of a vocabulary, Onbekend last.
func groupDomain(ruleset *rules.Rules, c rules.Column, code func(jointKey) rules.Code) jointDomain {
	v := ruleset.Vocabulary(c)
	d := domain{labels: slices.Clone(v.Groups()), fixed: len(v.Groups())}
	if unknown := v.Value(rules.Unknown).Group; !slices.Contains(d.labels, unknown) {
		d.labels = append(d.labels, unknown)
	}
	places := make([]index, v.Len())
	for code := range places {
		// no case has a merged code
		places[code] = index(max(0, slices.Index(d.labels, v.Value(rules.Code(code)).Group)))
	}
	return jointDomain{d, func(k jointKey) index { return places[code(k)] }}
}

// openDomain holds the values of a breakdown in alphabetical order, Onbekend
// last, with the place of each code. Values that herstel.yaml merges have one place.
func (c *computation) openDomain(breakdown int) (domain, []index) {
	list := c.mergedList(breakdown)
	order := make([]int, len(list.labels))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(list.folded[a], list.folded[b]), cmp.Compare(list.labels[a], list.labels[b]))
	})
	var d domain
	at := map[string]index{}
	for _, i := range order {
		if _, known := at[list.folded[i]]; !known && list.folded[i] != foldedUnknown {
			at[list.folded[i]] = index(len(d.labels))
			d.labels = append(d.labels, list.labels[i])
		}
	}
	at[foldedUnknown] = index(len(d.labels))
	d.labels = append(d.labels, rules.UnknownLabel)
	places := make([]index, len(list.labels))
	for i, folded := range list.folded {
		places[i] = at[folded]
	}
	return d, places
}

var foldedUnknown = rules.Fold(rules.UnknownLabel)

// mergedList gives by code the label that each value of a breakdown counts as, that of an empty cell first.
func (c *computation) mergedList(breakdown int) openList {
	list, name := &c.cube.breakdownNames[breakdown], c.rules.Breakdowns[breakdown].Name
	merged := openList{labels: append([]string{rules.UnknownLabel}, list.labels...),
		folded: append([]string{foldedUnknown}, list.folded...)}
	if slices.ContainsFunc(c.rules.Merges, func(m rules.Merge) bool { return m.Dimension == name }) {
		for i, folded := range merged.folded {
			if as, ok := c.rules.MergedInto(name, folded); ok {
				merged.labels[i], merged.folded[i] = as, rules.Fold(as)
			}
		}
	}
	return merged
}

// monthLabels are the values of DimMonth.
func monthLabels() []string {
	labels := make([]string, 12)
	for i := range labels {
		labels[i] = strconv.Itoa(i + 1)
	}
	return labels
}

// The values of the dimensions whose order is part of the contract.
var (
	streamLabels     = []string{"aanmeldingen", "uitgezet", "afgekeurd", "nog te beoordelen"}
	stockLabels      = []string{"begin", "instroom", "uitstroom", "eind"}
	stepLabels       = []string{"uitgezet", "contact", "afgesloten"}
	momentLabels     = []string{"toen", "nu"}
	trajectoryLabels = [trajectoryCount]string{"aanmelding_tot_uitzetting", "uitzetting_tot_contact",
		"uitzetting_tot_afsluiting"}
)

const momentNow = 1 // in momentLabels

const ( // in stepLabels
	stepContact = 1
	stepClosed  = 2
)
