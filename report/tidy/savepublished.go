package tidy

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"herstel/report/content"
	"herstel/stats"
)

// WritePublished writes the numbers that this run shows for its year in the
// form of gepubliceerd in herstel.yaml, each with the day that it is of, so that
// the comparison of next year needs no typing. Hidden numbers are not in it. The
// form gives counts, not shares: a count says more, and the report gives both.
// A lead time gives its median too.
func WritePublished(w io.Writer, figs *stats.Figures) error {
	y := slices.Index(figs.Years, figs.Year)
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for t := range figs.Tables {
		table := &figs.Tables[t]
		for r := range table.Rows {
			row := &table.Rows[r]
			cell := &row.Cells[y]
			if cell.Status == stats.OK && cell.Count.Known {
				list.Content = append(list.Content,
					publishedNode(figs, table, row, "aantal", strconv.Itoa(cell.Count.N)))
			}
			if cell.Status == stats.OK && cell.Quantiles.Known && table.Figure.Kind == stats.KindLeadTime {
				list.Content = append(list.Content, publishedNode(figs, table, row, "mediaan",
					strconv.FormatFloat(cell.Quantiles.Median, 'f', -1, 64)))
			}
		}
	}
	head := fmt.Sprintf("# Cijfers van het jaarverslag %d, om volgend jaar mee te vergelijken. Zet de naam van "+
		"dit bestand in herstel.yaml, onder gepubliceerd.\n", figs.Year)
	if figs.Demo {
		head = "# " + content.ExampleMark + ": de zaken zijn verzonnen.\n" + head
	}
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	encoder := yaml.NewEncoder(w)
	encoder.SetIndent(2)
	root := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{plainNode("gepubliceerd"), list}}
	if err := encoder.Encode(root); err != nil {
		return err
	}
	return encoder.Close()
}

func publishedNode(figs *stats.Figures, table *stats.Table, row *stats.Row, form, number string) *yaml.Node {
	category := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, label := range categoryOf(table, *row) {
		category.Content = append(category.Content, textNode(label.Dimension), textNode(label.Value))
	}
	node := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle, Content: []*yaml.Node{
		plainNode("bron"), textNode(fmt.Sprintf("Jaarverslag %d", figs.Year)),
		plainNode("jaar"), plainNode(strconv.Itoa(figs.Year)),
	}}
	if table.Figure.FromExport() {
		node.Content = append(node.Content, plainNode("peildatum"), plainNode(figs.ReferenceDate.String()))
	}
	node.Content = append(node.Content, plainNode("figuur"), textNode(table.Figure.ID),
		plainNode("categorie"), category, plainNode(form), plainNode(number))
	return node
}

func plainNode(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

// textNode is a text, which the encoder quotes where it would read as
// something else: a month is "1".
func textNode(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }
