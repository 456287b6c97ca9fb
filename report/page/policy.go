package page

import "herstel/report/echarts"

// Scripts gives the sources, in the form of a content security policy, of
// the scripts of every page. A document that shows a page in a frame hands its
// own policy down, and has to allow them.
func Scripts() ([]string, error) {
	program, err := echarts.Script()
	if err != nil {
		return nil, err
	}
	script, err := pageFiles.ReadFile("page.js")
	if err != nil {
		return nil, err
	}
	return []string{hashSource(program), hashSource(string(script))}, nil
}
