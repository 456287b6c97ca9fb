package plain

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"herstel/report/content"
)

// Tables writes the tables of figures for a terminal, in aligned columns.
func Tables(w io.Writer, c *content.Chapter, figures []*content.Figure) error {
	out := bufio.NewWriter(w)
	for _, f := range figures {
		fmt.Fprintln(out, f.Table.Caption)
		writeAligned(out, f.Table)
		writePlainLines(out, slices.Concat([]string{f.Base}, f.Remarks, f.Table.Notes))
		fmt.Fprintln(out)
	}
	writePlainLines(out, sourceNotes(c))
	return out.Flush()
}

// MarkdownTables writes the tables of figures in Markdown, each with its sentences.
func MarkdownTables(w io.Writer, c *content.Chapter, figures []*content.Figure) error {
	out := bufio.NewWriter(w)
	for _, f := range figures {
		writeMarkdownFigure(out, f)
	}
	for _, note := range sourceNotes(c) {
		fmt.Fprintf(out, "\n%s\n", escapeMarkdown(note))
	}
	return out.Flush()
}

// sourceNotes say what holds for all tables.
func sourceNotes(c *content.Chapter) []string {
	return append(slices.Clone(c.Warnings), strings.TrimSpace("Peildatum: "+c.Reference+". "+c.Ages))
}

func writePlainLines(out *bufio.Writer, lines []string) {
	for _, line := range lines {
		if line != "" {
			fmt.Fprintln(out, line)
		}
	}
}

// headWidth is how wide a heading may be before it goes on on the next line,
// in characters.
const headWidth = 12

// writeAligned writes a view with its labels to the left and its numbers to
// the right.
func writeAligned(out *bufio.Writer, view content.Table) {
	header, rows := content.Flatten(view)
	heads := make([][]string, len(header))
	height := 0
	widths := make([]int, len(header))
	for i, title := range header {
		heads[i] = wrapWords(title, headWidth)
		height = max(height, len(heads[i]))
	}
	lines := make([][]string, height, height+len(rows))
	for i := range lines {
		lines[i] = make([]string, len(header))
		for j, head := range heads {
			if k := i - (height - len(head)); k >= 0 {
				lines[i][j] = head[k]
			}
		}
	}
	lines = append(lines, rows...)
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, line := range lines {
		writeAlignedLine(out, line, widths)
	}
}

func writeAlignedLine(out *bufio.Writer, line []string, widths []int) {
	var b strings.Builder
	for i, cell := range line {
		pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if i == 0 {
			b.WriteString(cell + pad)
		} else {
			b.WriteString("  " + pad + cell)
		}
	}
	fmt.Fprintln(out, strings.TrimRight(b.String(), " "))
}

// wrapWords breaks a text into lines of at most width characters; a longer
// word has a line of its own.
func wrapWords(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && utf8.RuneCountInString(lines[last])+1+utf8.RuneCountInString(word) <= width {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}
