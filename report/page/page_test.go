package page

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"herstel/report/content"
	"herstel/report/plain"
	"herstel/report/sentences"
	"herstel/stats"
	"herstel/stats/day"
	"herstel/stats/rules"
	"herstel/stats/statstest"
)

// mostPageBytes is what the page may weigh.
const mostPageBytes = 900_000

func TestPageIsSmallSameAndSelfContained(t *testing.T) {
	figs := statstest.Demo(t)
	html := demoPage(t)
	if len(html) > mostPageBytes {
		t.Errorf("the page is %d bytes", len(html))
	}
	if !bytes.Equal(html, pageOf(t, figs)) {
		t.Error("the same figures gave two different pages")
	}
	for _, address := range regexp.MustCompile(`(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^"'<\s]*`).FindAllString(string(html), -1) {
		if address != "http://www.w3.org/2000/svg" && address != "https://schema.org" { // names of vocabularies
			t.Errorf("the page names %s", address)
		}
	}
	for _, want := range []string{`<html lang="nl" style="--accent:#00466B;`, `default-src &#39;none&#39;`, "VOORBEELDDATA",
		`id="contact-per-aanleiding"`, `href="#verantwoording"`, "1.358"} {
		if !bytes.Contains(html, []byte(want)) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestPageSaysThatHidingIsOff(t *testing.T) {
	figs := statstest.Demo(t)
	figs.Threshold, figs.Demo = 0, false
	html := string(pageOf(t, figs))
	if !strings.Contains(html, "Let op: kleine aantallen niet verborgen (drempel 0).") ||
		!strings.Contains(html, "Kleine aantallen niet verborgen (drempel 0). Deel deze cijfers niet") {
		t.Error("the page does not say that hiding is off")
	}
	if strings.Contains(html, "VOORBEELDDATA: alle zaken") {
		t.Error("the page calls real data example data")
	}
}

func TestPageAccounts(t *testing.T) {
	figs := statstest.Demo(t)
	figs.Sources = []stats.Source{{Name: "export.xlsx", Sheet: "Zaken", SHA256: "ab12", Rows: 4301, Counted: 4298,
		LeftOut: 2, NotCase: 1}}
	figs.Findings = []stats.FindingCount{{Rule: stats.RuleUnknownValue, Column: "delict", Count: stats.Num(3)}}
	figs.Published = []stats.Comparison{{Report: "Jaarverslag 2020", Year: 2020, Figure: "contact",
		Title: "Wel of geen contact", Printed: "31%", IsShare: true,
		Decimals: 2, Today: stats.Cell{Share: stats.Share{Num: 357, Den: 1191, Known: true}, Count: stats.Num(357)},
		Outcome: stats.Different, Reasons: []string{"de peildatum is later"}}}
	figs.HouseStyle = rules.HouseStyle{Colors: []string{"#FFEE00", "#7A003C"}, Font: `Open Sans"};x{`}
	html := string(pageOf(t, figs))
	for _, want := range []string{"export.xlsx, blad Zaken", "ab12", "<td>4.301</td><td>4.298</td><td>2</td><td>1</td>",
		"De waarde staat niet in de regels.",
		"De rij telt mee als Onbekend.", "<td>31%</td><td>30%</td>", "anders<br>De peildatum is later.",
		"Dit aantal stond al in het gedrukte jaarverslag.",
		"--accent:#7A003C;", "&#39;Open Sansx&#39;"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestPageOfUnfinishedYear(t *testing.T) {
	figs := statstest.Demo(t)
	figs.ReferenceDate, _ = day.Of(2021, 11, 1)
	if html := string(pageOf(t, figs)); !strings.Contains(html,
		"Het jaar 2021 is nog niet compleet: de cijfers lopen tot en met 1 november 2021. Vergelijk") {
		t.Error("the page does not say that the year is not over")
	}
}

func TestAnchorsAreUnique(t *testing.T) {
	a := newAnchors()
	seen := map[string]bool{}
	for _, id := range []string{"contact", "uitsplitsing:a b", "uitsplitsing:a-b", "uitsplitsing:á b", "inhoud",
		"verantwoording", "🙂", "😀"} {
		name := a.of(id)
		if seen[name] || name == "inhoud" || name == "verantwoording" {
			t.Errorf("%q gives %q again", id, name)
		}
		seen[name] = true
		if a.of(id) != name {
			t.Errorf("%q gives two names", id)
		}
	}
}

func TestMarkdown(t *testing.T) {
	figs := statstest.Demo(t)
	var b bytes.Buffer
	if err := plain.Markdown(&b, content.Of(figs)); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, want := range []string{
		"# Cijfers over 2021\n\n**VOORBEELDDATA",
		"## De aanmelders\n",
		"### De aanleiding\n\nIn 2021 was Geweld de aanleiding die het meest voorkwam: 471 van de 1.047 uitgezette " +
			"zaken (45%)",
		"| Zeden | 139 | 11,0% | 115 | 9,7% | 235 | 22,4% | +12,8 | ja |\n",
		"## Verantwoording\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q", want)
		}
	}
	// Every row of a table has as many cells as the row above it.
	cells := 0
	for line := range strings.Lines(text) {
		n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
		if n > 0 && cells > 0 && n != cells {
			t.Errorf("%d cells after %d: %s", n, cells, line)
		}
		cells = n
	}
}

// The sentences of the demo are whole and have no slip of the pen.
func TestSentencesOfTheDemo(t *testing.T) {
	figs := statstest.Demo(t)
	slips := regexp.MustCompile(`%!|NaN|  |\b1 (zaken|aanmeldingen|bemiddelaars)\b|\.\.|,\.|–|\b\d{4} (zaken|aanmeldingen|uitgezette)`)
	for i := range figs.Tables {
		told := sentences.Of(figs, &figs.Tables[i])
		if len(told) == 0 || len(told) > 4 {
			t.Errorf("%s: %d sentences", figs.Tables[i].Figure.ID, len(told))
		}
		for _, s := range told {
			if !strings.HasSuffix(s, ".") || slips.MatchString(s) {
				t.Errorf("%s: %q", figs.Tables[i].Figure.ID, s)
			}
		}
	}
}
