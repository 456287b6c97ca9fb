package stats

import (
	"errors"
	"strings"
	"testing"

	"herstel/stats/day"
	"herstel/stats/rules"
)

// exceptionWorld has 3 of Verkrachting among 40 of other offences.
var exceptionWorld = map[kind]int{selfTalked: 10, selfUnwilling: 3, helpTalked: 12, helpUnwilling2: 15}

func TestExceptionShowsACell(t *testing.T) {
	const entry = ", uitzonderingen: [{figuur: delict, jaar: 2021, categorie: {delict: verkrachting}, reden: al " +
		"gedrukt}, {figuur: instroom, jaar: 2021, categorie: {stroom: uitgezet}, reden: overbodig}]"
	figs, audit := world(t, privacyRules(t, 5, entry), 2021, exceptionWorld)
	cell := numbers(figs)["delict|Zeden|Verkrachting"]
	if cell.Status != OK || cell.Count != Num(3) || cell.Exception != "al gedrukt" {
		t.Errorf("the excepted cell is %+v", cell)
	}
	if len(figs.Exceptions) != 2 || !figs.Exceptions[0].Used || figs.Exceptions[1].Used {
		t.Fatalf("exceptions are %+v", figs.Exceptions)
	}
	if got := figs.Exceptions[0].Category; len(got) != 2 || got[0] != (Label{"aanleiding", "Zeden"}) {
		t.Errorf("category is %v", got)
	}
	hidden, err := audit.Hidden(2021)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hidden {
		if h.Figure == "delict" && h.Category[1].Value == "Verkrachting" {
			t.Error("the excepted cell is in the list of hidden cells")
		}
	}
}

// TestExceptionOfASecondaryCell asks for the cell that hides the 3: then
// another must go, and the exception was needed.
func TestExceptionOfASecondaryCell(t *testing.T) {
	plain, _ := world(t, privacyRules(t, 5, ""), 2021, exceptionWorld)
	if cell := numbers(plain)["delict|Zeden|Incest"]; cell.Status != Suppressed {
		t.Fatalf("Incest is not secondary here: %+v", cell)
	}
	const entry = ", uitzonderingen: [{figuur: delict, jaar: 2021, categorie: {delict: Incest}, reden: toch}]"
	figs, _ := world(t, privacyRules(t, 5, entry), 2021, exceptionWorld)
	cells := numbers(figs)
	if cells["delict|Zeden|Incest"].Status != OK || cells["delict|Zeden|Verkrachting"].Status != Suppressed {
		t.Error("want Incest shown and Verkrachting hidden")
	}
	if cells["aanleiding|Zeden"].Status != Suppressed {
		t.Error("aanleiding Zeden minus Incest gives Verkrachting away")
	}
	if !figs.Exceptions[0].Used {
		t.Error("the exception was needed")
	}
}

// TestExceptionsAreNamedAsTheCause shows the contacts of all and of Overig: those
// of Zeden are what is left, and only the exceptions are to blame.
func TestExceptionsAreNamedAsTheCause(t *testing.T) {
	const entry = ", uitzonderingen: [{figuur: contact, jaar: 2021, categorie: {}, reden: x}, {figuur: " +
		"contact_per_aanleiding, jaar: 2021, categorie: {aanleiding: Overig}, reden: x}]"
	cases := map[kind]int{selfTalked: 3, selfUnwilling: 20, helpTalked: 20, helpUnwilling: 20}
	_, audit := world(t, privacyRules(t, 5, entry), 2021, cases)
	hidden, err := audit.Hidden(2021)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hidden {
		if h.numberName() == "contact_per_aanleiding|Zeden" {
			const want = "door de uitzonderingen voor contact en contact_per_aanleiding / Overig samen"
			if !strings.HasPrefix(h.Cause, want) {
				t.Errorf("the cause is %q", h.Cause)
			}
			return
		}
	}
	t.Error("Zeden is not hidden")
}

func TestExceptionsThatMatchNothing(t *testing.T) {
	for entry, want := range map[string]string{
		"figuur: delicten, jaar: 2021, categorie: {}":                          `"delicten" bestaat niet; bedoel je "delict"?`,
		"figuur: delict, jaar: 2021, categorie: {delict: Moord op bestelling}": "geen cel van delict",
		"figuur: delict, jaar: 2021, categorie: {aanleiding: Zeden}":           "2 cellen van delict",
		"figuur: delict, jaar: 2021, categorie: {sport: judo}":                 `delict heeft geen "sport"; kies uit aanleiding, delict`,
		"figuur: contact, jaar: 2021, categorie: {aanleiding: Zeden}":          "laat categorie leeg",
	} {
		ruleset, err := rules.Parse(strings.NewReader("privacy:\n  drempel: 5\n  uitzonderingen:\n    - {" + entry +
			", reden: x}\n"))
		if err != nil {
			t.Fatal(err)
		}
		cube := NewCube(1)
		for k, n := range exceptionWorld {
			for range n {
				k.add(t, cube, ruleset, 2021)
			}
		}
		_, err = Compute(&Dataset{Cube: cube}, ruleset, Options{Year: 2021, ReferenceDate: day.NoDay})
		var config *rules.Error
		if !errors.As(err, &config) || config.Line != 4 || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v, want %q on line 4", entry, err, want)
		}
	}
}

func TestExceptionOfAnotherYearWaits(t *testing.T) {
	figs, _ := world(t, privacyRules(t, 5,
		", uitzonderingen: [{figuur: delict, jaar: 2015, categorie: {delict: Stalking}, reden: x}]"), 2021,
		exceptionWorld)
	if len(figs.Exceptions) != 0 {
		t.Errorf("exceptions are %+v", figs.Exceptions)
	}
}
