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
		places[code] = index(len(d.labels))
		d.labels = append(d.labels, v.Value(code).Label)
	}
	places[rules.Empty], places[rules.Unknown] = index(len(d.labels)), index(len(d.labels))
	d.labels = append(d.labels, rules.UnknownLabel)
	return jointDomain{d, func(k jointKey) index { return places[code(k)] }}
}

// groupDomain holds the groups of a vocabulary, Onbekend last.
func groupDomain(ruleset *rules.Rules, c rules.Column, code func(jointKey) rules.Code) jointDomain {
	v := ruleset.Vocabulary(c)
	d := domain{labels: append(slices.Clone(v.Groups()), rules.UnknownLabel), fixed: len(v.Groups())}
	places := make([]index, v.Len())
	for code := range places {
		places[code] = index(slices.Index(d.labels, v.Value(rules.Code(code)).Group))
	}
	return jointDomain{d, func(k jointKey) index { return places[code(k)] }}
}

// openDomain holds the values of a breakdown in alphabetical order, Onbekend
// last, with the place of each code.
func openDomain(list *openList) (domain, []index) {
	order := make([]int, len(list.labels))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(list.folded[a], list.folded[b]), cmp.Compare(list.labels[a], list.labels[b]))
	})
	var d domain
	places := make([]index, len(list.labels)+1)
	unknown := rules.Fold(rules.UnknownLabel)
	for _, i := range order {
		if list.folded[i] != unknown {
			places[i+1] = index(len(d.labels))
			d.labels = append(d.labels, list.labels[i])
		}
	}
	last := index(len(d.labels))
	d.labels = append(d.labels, rules.UnknownLabel)
	places[rules.Empty] = last
	for i, folded := range list.folded {
		if folded == unknown {
			places[i+1] = last
		}
	}
	return d, places
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
