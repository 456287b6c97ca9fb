package demo

import (
	"bytes"
	"fmt"
	"maps"
	"strconv"
	"testing"

	"gopkg.in/yaml.v3"
)

// settings is the part of the herstel.yaml schema that the demo uses; any other key is an error.
type settings struct {
	Peildatum string
	Jaren     int
	Bronnen   []struct{ Pad string }
	Privacy   struct {
		Drempel        int
		Uitzonderingen []struct {
			Figuur    string
			Jaar      int
			Categorie row
			Reden     string
		}
	}
	Uitsplitsingen []struct{ Kolom, Naam, Titel string }
	Kerncijfers    []struct {
		Naam    string
		Waarden map[int]int
	}
	Gepubliceerd []published
}

// published is one number of an earlier report; the numbers stay text, as their decimals count.
type published struct {
	Bron            string
	Jaar            int
	Figuur          string
	Categorie       row
	Aantal, Aandeel string
}

func readSettings(t *testing.T) settings {
	t.Helper()
	in := yaml.NewDecoder(bytes.NewReader(Config()))
	in.KnownFields(true)
	var s settings
	if err := in.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestConfig(t *testing.T) {
	s := readSettings(t)
	if s.Peildatum != peildatum.Format("2006-01-02") || s.Jaren != 3 || s.Privacy.Drempel != drempel {
		t.Errorf("peildatum %s, jaren %d, drempel %d", s.Peildatum, s.Jaren, s.Privacy.Drempel)
	}
	if len(s.Bronnen) != 1 || s.Bronnen[0].Pad != FileName {
		t.Errorf("bronnen %v, want %s alone", s.Bronnen, FileName)
	}
	if len(s.Privacy.Uitzonderingen) != 1 {
		t.Fatalf("%d uitzonderingen, want the one of the contract", len(s.Privacy.Uitzonderingen))
	}
	u := s.Privacy.Uitzonderingen[0]
	if u.Figuur != "delict" || u.Jaar != 2020 || u.Categorie["delict"] != "Grensoverschrijdend gedrag" ||
		u.Reden == "" {
		t.Errorf("uitzondering %v", u)
	}
	header, _, _ := bytes.Cut(Export(), []byte("\n"))
	for _, u := range s.Uitsplitsingen {
		if !bytes.Contains(append(header, ';'), []byte(";"+u.Kolom+";")) || u.Naam != u.Kolom || u.Titel == "" {
			t.Errorf("uitsplitsing %v", u)
		}
	}
}

// TestConfigKerncijfers holds the typed figures against the words of the report.
func TestConfigKerncijfers(t *testing.T) {
	values := keyFigures(readSettings(t))
	if website := values["Websitebezoekers"]; website[2021] != 17500 || website[2021]-website[2020] != 1000 {
		t.Errorf("website %v, want 17500, 1000 more than the year before", website)
	}
	if l := values["LinkedIn-volgers"]; l[2021] >= 3000 || l[2021] < 2950 || 100*l[2021] != 125*l[2020] {
		t.Errorf("LinkedIn %v, want nearly 3000, 25%% more", l)
	}
	if i := values["Instagram-volgers"]; i[2021] != 300 || i[2021] != 2*i[2020] {
		t.Errorf("Instagram %v, want 300, doubled", i)
	}
	if n, ok := values["Klachten"][2021]; !ok || n != 0 {
		t.Errorf("Klachten %d (%v), want a typed 0", n, ok)
	}
}

func keyFigures(s settings) map[string]map[int]int {
	values := map[string]map[int]int{}
	for _, k := range s.Kerncijfers {
		values[k.Naam] = k.Waarden
	}
	return values
}

// TestConfigPublished wants every printed figure among the published ones, and every published one to come out of the
// rows.
func TestConfigPublished(t *testing.T) {
	s, rows := readSettings(t), readReports(t)
	for _, p := range printed {
		if !isPublished(s, p.figuur, p.jaar, p.categorie, p.aantal, p.procent) {
			t.Errorf("%s %d %v is printed but not in gepubliceerd", p.figuur, p.jaar, p.categorie)
		}
	}
	for jaar, aantal := range map[int]int{2019: 1550, 2020: 1457, 2021: 1358} {
		if !isPublished(s, "instroom", jaar, row{"stroom": "aanmeldingen"}, aantal, -1) {
			t.Errorf("the aanmeldingen of %d are not in gepubliceerd", jaar)
		}
	}
	for _, p := range s.Gepubliceerd {
		if p.Bron == "" || (p.Aantal == "") == (p.Aandeel == "") {
			t.Errorf("%v: needs a bron, and aantal or aandeel", p)
		}
		if got := today(s, rows, p); got != p.Aantal+p.Aandeel {
			t.Errorf("%v: the export gives %s", p, got)
		}
	}
}

func isPublished(s settings, figuur string, jaar int, categorie row, aantal, procent int) bool {
	for _, p := range s.Gepubliceerd {
		if p.Figuur == figuur && p.Jaar == jaar && maps.Equal(p.Categorie, categorie) &&
			(p.Aantal == strconv.Itoa(aantal) || p.Aandeel == fmt.Sprintf("0.%02d", procent)) {
			return true
		}
	}
	return false
}

// today is the figure of a published number as the export gives it, in the form in which it was printed.
func today(s settings, rows reports, p published) string {
	if p.Figuur == "kerncijfers" {
		return strconv.Itoa(keyFigures(s)[p.Categorie["kerncijfer"]][p.Jaar])
	}
	if p.Figuur == "bemiddelaars" {
		return strconv.Itoa(len(mediatorsOf(rows[p.Jaar], "jaar", strconv.Itoa(p.Jaar))))
	}
	teller, noemer := count(rows, p.Figuur, p.Jaar, p.Categorie)
	if p.Categorie["stroom"] == "aanmeldingen" {
		teller = noemer
	}
	if p.Aandeel != "" {
		return fmt.Sprintf("0.%02d", percent(teller, noemer))
	}
	return strconv.Itoa(teller)
}
