package main

import (
	"context"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"herstel/report/content"
	"herstel/stats"
	"herstel/stats/rules"
)

// completeYears offers the years of the figures that the flags so far give;
// the newest first.
func (f *inputFlags) completeYears(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	const directive = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	j, err := newJob(f)
	if err != nil {
		return nil, directive
	}
	data, err := j.read(context.WithoutCancel(cmd.Context()), silent())
	if err != nil {
		return nil, directive
	}
	var words []string
	for _, year := range slices.Backward(data.Cube.Years()) {
		words = append(words, strconv.Itoa(year))
	}
	return words, directive
}

// completeFigures offers the ids of the catalog, with their titles.
func (f *inputFlags) completeFigures(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var words []string
	for _, figure := range f.catalog() {
		words = append(words, figure.ID+"\t"+figure.Title)
	}
	return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// catalog is the catalog under the settings that the flags give, or under the
// default rules when those cannot be read.
func (f *inputFlags) catalog() []stats.Figure {
	j := &job{}
	if err := j.find(f); err != nil && j.rules == nil {
		if j.rules, err = rules.Parse(nil); err != nil {
			return nil
		}
	}
	return stats.Catalog(j.rules)
}

// silent is a system for work whose messages nobody must see.
func silent() system { return system{stdout: io.Discard, stderr: io.Discard} }

// completeCharts offers the ids of the charts that were not named yet.
func (f *inputFlags) completeCharts(named []string) ([]string, cobra.ShellCompDirective) {
	var words []string
	for _, figure := range f.catalog() {
		if !slices.Contains(named, figure.ID) {
			words = append(words, figure.ID+"\t"+figure.Title)
		}
	}
	if !slices.Contains(named, content.OverviewID) {
		words = append(words, content.OverviewID+"\tHet jaar in één beeld")
	}
	return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}
