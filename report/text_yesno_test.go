package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"herstel/stats"
)

// Contact at the same age counts only with a date; the text says what that
// leaves out, and never so that a hidden number comes out.
func TestSentencesOfDatedContact(t *testing.T) {
	const told = "In 30 van de 60 uitgezette zaken uit 2021 was er op 1 maart 2022 contact met een bekende datum (50%)."
	tests := []struct {
		name  string
		all   num
		dated num
		want  []string
	}{
		{"every contact has a date", of(30, 60), of(30, 60), []string{told}},
		{"some have none", of(38, 60), of(30, 60), []string{told,
			"In 8 andere zaken uit 2021 was er ook contact, maar is de datum niet bekend: die tellen hier niet mee."}},
		{"fewer than the threshold have none", of(34, 60), of(30, 60), []string{told,
			"Niet van elk contact is de datum bekend: zonder datum telt het hier niet mee."}},
		{"no date at all", of(8, 60), of(0, 60), []string{"In 0 van de 60 uitgezette zaken uit 2021 was er op 1 maart 2022 contact met een bekende datum (0%).",
			"In 8 andere zaken uit 2021 was er ook contact, maar is de datum niet bekend: die tellen hier niet mee."}},
		{"all contact is hidden", num{base: 60, status: stats.Suppressed}, of(30, 60), []string{told}},
		{"dated contact is hidden", of(38, 60), num{base: 60, status: stats.Suppressed},
			[]string{"De getallen over 2021 zijn verborgen, omdat mensen anders te herkennen zouden kunnen zijn."}},
		{"other cases", of(38, 61), of(30, 60), []string{told}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			figs := report2021(1, table(contact, bare(tt.all)), table(equalAges, bare(tt.dated)))
			if diff := cmp.Diff(tt.want, Sentences(figs, &figs.Tables[1])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentencesOfEqualAges(t *testing.T) {
	figs := report2021(2, table(equalAges, bare(of(15, 60), of(45, 60))))
	want := []string{"In 45 van de 60 uitgezette zaken uit 2021 was er op 1 maart 2022 contact met een bekende datum (75%).",
		"Dat aandeel steeg met 50 procentpunt: van 25% in 2020 naar 75% in 2021.",
		"Zo vergelijken we de jaren op gelijke leeftijd: voor 2020 telt alleen het contact tot en met 1 maart 2021."}
	if diff := cmp.Diff(want, Sentences(figs, &figs.Tables[0])); diff != "" {
		t.Error(diff)
	}
}
