package chart

import "testing"

func TestIsChart(t *testing.T) {
	for file, want := range map[string]bool{
		`<svg xmlns="http://www.w3.org/2000/svg" width="1" aria-labelledby="a-titel a-uitleg"><title/></svg>`: true,
		`<svg xmlns="http://www.w3.org/2000/svg" aria-labelledby="a-titel b-uitleg">`:                         false,
		`<svg xmlns="http://www.w3.org/2000/svg"><g aria-labelledby="a-titel a-uitleg">`:                      false,
		`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" aria-labelledby="a-titel a-uitleg">`:    false,
		`<html>`: false, ``: false,
	} {
		if got := IsChart([]byte(file)); got != want {
			t.Errorf("%s: %v", file, got)
		}
	}
}
