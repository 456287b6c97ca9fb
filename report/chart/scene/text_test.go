package scene

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestWidths holds the widths against those that Chromium 141 measures in Liberation Sans of 1000 px with kerning on.
func TestWidths(t *testing.T) {
	for text, want := range map[string]float64{
		"AVATAR": 3704.1, "To.": 1334.0, "Type": 2168.0, "AV": 1259.8, "P.": 815.9, "11": 1112.3,
		"11,1%": 2835.4, "R T": 1610.8, "% T": 1777.8, ". 1": 1111.8,
		"Cursief, vet cursief: één coördinatie ﬁ": 16452.1,
	} {
		if got := (Font{Size: 1000}).Width(text); math.Abs(got-want) > 0.6 {
			t.Errorf("%q is %.1f wide, want %.1f", text, got, want)
		}
	}
}

func TestNumbersLineUp(t *testing.T) {
	for _, f := range []Font{{Size: 8}, {Size: 8, Bold: true}} {
		for _, number := range []string{"1.111", "7.171", "4.000"} {
			if got, want := f.Width(number), f.Width("8.888"); got != want {
				t.Errorf("%v: %s is %v wide, 8.888 is %v", f, number, got, want)
			}
		}
	}
}

func TestBaselines(t *testing.T) {
	f := Font{Size: 100}
	for baseline, want := range map[Baseline]float64{OnBaseline: 0, AtTop: 68.8, AtMiddle: 34.4, AtBottom: -21.2} {
		if got := (Text{Font: f, Baseline: baseline}).drop(); math.Abs(got-want) > 0.05 {
			t.Errorf("baseline %d: %v, want %v", baseline, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a  b\n\tc ": "a b c", "re\u0301u\u0308nie": "réünie", "a\u202Eb\u200Bc\u00ADd\uFEFF": "abcd",
		"\x00\x1b[31mx": "[31mx",
		"1\u00A0000":    "1\u00A0000", "kapot\xff": "kapot", "": "", " ": "", "gewoon": "gewoon",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		once := clean(rapid.String().Draw(t, "s"))
		if twice := clean(once); twice != once || !utf8.ValidString(once) {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

// TestHyphenation holds the breaks against those in the Groene Boekje, as far as they are made.
func TestHyphenation(t *testing.T) {
	for _, want := range []string{
		"ver-keers-on-ge-val", "slacht-of-fer", "slacht-of-fer-hulp", "be-mid-de-lings-ge-sprek",
		"jeugd-re-clas-se-ring", "mis-han-de-ling",
		"ar-ron-dis-se-ments-par-ket", "brief-wis-se-ling", "bui-ten-ech-te-lijk", "be-drei-gin-gen",
		"ver-nie-ling", "kin-der-be-scher-ming",
		"samen-wer-kings-over-een-komst", "straf-recht-ad-vo-caat", "vriend-schap", "ge-sprek-ken",
		"initia-tief-nemer",
	} {
		whole := strings.ReplaceAll(want, "-", "")
		allowed := map[int]bool{}
		n := 0
		for _, r := range want {
			if r == '-' {
				allowed[n] = true
			} else {
				n++
			}
		}
		points := hyphenate([]rune(whole))
		if len(points) < len(allowed)-2 || len(points) == 0 {
			t.Errorf("%s: only %v", want, points)
		}
		for _, p := range points {
			if !allowed[p.at] {
				t.Errorf("%s breaks as %s-%s", want, whole[:p.at], whole[p.at:])
			}
		}
	}
	for _, whole := range []string{"uiting", "opening", "beste", "straat", "strengst", "taxi", "ABCDEFGH",
		"TBS2021"} {
		if points := hyphenate([]rune(whole)); len(points) > 0 {
			t.Errorf("%s breaks behind %s", whole, whole[:points[0].at])
		}
	}
}

func TestWrap(t *testing.T) {
	f := Font{Size: 10}
	for _, c := range []struct {
		text  string
		width float64
		max   int
		want  string
	}{
		{"", 50, 0, ""},
		{"kort", 50, 0, "kort"},
		{"een twee drie", 50, 0, "een twee|drie"},
		{"een twee drie vier", 50, 1, "een twe…"},
		{"verkeersongeval", 50, 0, "verkeers-|ongeval"},
		{"slachtoffer-dadergesprek", 70, 0, "slachtoffer-|dadergesprek"},
		{"zeden/geweld", 40, 0, "zeden/|geweld"},
		{"xxxxxxxxxxxx", 30, 0, "xxxxx-|xxxxx-|xx"},
		{"1\u00A0000\u00A0000 zaken", 45, 0, "1\u00A0000\u00A0000|zaken"},
	} {
		if got := strings.Join(f.Wrap(c.text, c.width, c.max), "|"); got != c.want {
			t.Errorf("Wrap(%q, %v, %d) = %q, want %q", c.text, c.width, c.max, got, c.want)
		}
	}
	if got := f.Fit("Arrondissement Midden-Nederland", 90); got != "Arrondissement…" {
		t.Errorf("Fit = %q", got)
	}
	if got := f.Fit("past", 90); got != "past" {
		t.Errorf("Fit = %q", got)
	}
	title := "Zedenzaken meer dan verdubbeld, verkeer bleef gelijk"
	lines := f.Balance(title, 200, 3)
	if len(lines) != 2 || f.Width(lines[1]) < 0.7*f.Width(lines[0]) {
		t.Errorf("Balance = %q", lines)
	}
}

// TestWrapKeepsEveryLetter holds that wrapping loses nothing, that every line fits (a single letter with its hyphen
// excepted) and that it ends.
func TestWrapKeepsEveryLetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([a-zA-Z]{1,25}[ /-]?){0,6}`)).Draw(t, "text")
		f := Font{Size: 10, Bold: rapid.Bool().Draw(t, "bold")}
		width := rapid.Float64Range(1, 150).Draw(t, "width")
		lines := f.Wrap(text, width, 0)
		for _, l := range lines {
			if f.Width(l) > width+1e-9 && utf8.RuneCountInString(strings.TrimSuffix(l, "-")) > 1 {
				t.Fatalf("%q is %v wide, not %v", l, f.Width(l), width)
			}
		}
		bare := func(s string) string { return strings.NewReplacer("-", "", " ", "").Replace(s) }
		if got := bare(strings.Join(lines, "")); got != bare(clean(text)) {
			t.Fatalf("%q became %q", clean(text), lines)
		}
		if short := f.Wrap(text, width, 2); len(short) > 2 {
			t.Fatalf("%d lines", len(short))
		}
	})
}
