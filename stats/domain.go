package stats

import (
	"cmp"
	"slices"
	"strconv"
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
func jointDomains(rules *Rules) map[string]jointDomain {
	return map[string]jointDomain{
		DimReason.ID:        valueDomain(rules, ColReason, jointKey.detailCode),
		DimReferrer.ID:      valueDomain(rules, ColReferrer, jointKey.referrer),
		DimOffence.ID:       valueDomain(rules, ColOffence, jointKey.offence),
		DimForm.ID:          valueDomain(rules, ColForm, jointKey.detailCode),
		DimReferrerGroup.ID: groupDomain(rules, ColReferrer, jointKey.referrer),
		DimOffenceGroup.ID:  groupDomain(rules, ColOffence, jointKey.offence),
		DimInitiative.ID:    groupDomain(rules, ColInitiator, jointKey.initiator),
	}
}

// valueDomain holds the values of a vocabulary, Onbekend last.
func valueDomain(rules *Rules, c Column, code func(jointKey) Code) jointDomain {
	v := rules.Vocabulary(c)
	var d domain
	places := make([]index, v.Len())
	for code := Unknown + 1; int(code) < v.Len(); code++ {
		places[code] = index(len(d.labels))
		d.labels = append(d.labels, v.Value(code).Label)
	}
	places[Empty], places[Unknown] = index(len(d.labels)), index(len(d.labels))
	d.labels = append(d.labels, UnknownLabel)
	return jointDomain{d, func(k jointKey) index { return places[code(k)] }}
}

// groupDomain holds the groups of a vocabulary, Onbekend last.
func groupDomain(rules *Rules, c Column, code func(jointKey) Code) jointDomain {
	v := rules.Vocabulary(c)
	d := domain{labels: append(slices.Clone(v.Groups()), UnknownLabel), fixed: len(v.Groups())}
	places := make([]index, v.Len())
	for code := range places {
		places[code] = index(slices.Index(d.labels, v.Value(Code(code)).Group))
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
	unknown := Fold(UnknownLabel)
	for _, i := range order {
		if list.folded[i] != unknown {
			places[i+1] = index(len(d.labels))
			d.labels = append(d.labels, list.labels[i])
		}
	}
	last := index(len(d.labels))
	d.labels = append(d.labels, UnknownLabel)
	places[Empty] = last
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
	trajectoryLabels = [trajectoryCount]string{"aanmelding_tot_uitzetting", "uitzetting_tot_contact", "uitzetting_tot_afsluiting"}
)
