package stats_test

import (
	"bytes"
	"math"
	"strconv"
	"testing"

	"herstel/stats"
	"herstel/stats/statstest"
	"herstel/testdata/demo"
)

// withoutHiding computes the demo of 2021 with hiding off.
func withoutHiding(t *testing.T) *stats.Figures {
	t.Helper()
	data, ruleset := statstest.ReadDemo(t, bytes.Replace(demo.Config(), []byte("drempel: 5"), []byte("drempel: 0"), 1))
	figs, err := stats.Compute(data, ruleset, stats.Options{Year: 2021, ReferenceDate: ruleset.ReferenceDate})
	if err != nil {
		t.Fatal(err)
	}
	return figs
}

// Expected, in R with package survival:
//
//	d <- read.csv2("demo-export.csv", colClasses = "character")
//	for (k in c("aanmelddatum", "uitzetdatum", "contactdatum", "afsluitdatum")) d[[k]] <- as.Date(d[[k]], "%d-%m-%Y")
//	for (y in 2019:2021) {
//	  P <- as.Date(sprintf("%d-03-01", y + 1))
//	  s <- d[format(d$aanmelddatum, "%Y") == y & !is.na(d$uitzetdatum) & d$uitzetdatum <= P,]
//	  s <- s[!(s$contact == "ja" & is.na(s$contactdatum)),]
//	  s$contactdatum[s$contactdatum > P] <- NA
//	  s$afsluitdatum[s$afsluitdatum > P] <- NA
//	  status <- ifelse(!is.na(s$contactdatum), 1, ifelse(!is.na(s$afsluitdatum), 2, 0))
//	  end <- ifelse(status == 1, s$contactdatum, ifelse(status == 2, s$afsluitdatum, P))
//	  f <- survfit(Surv(end - as.numeric(s$uitzetdatum), factor(status, 0:2)) ~ 1, conf.type = "log-log")
//	  g <- summary(f, times = sort(c(seq(30, 540, 30), 365)), extend = TRUE)
//	  for (i in seq_along(g$time)) if (sum(P - s$uitzetdatum >= g$time[i]) >= 30)
//	    cat(sprintf("{%d, %d}: {%.15g, %.15g, %.15g},\n", y, g$time[i], g$pstate[i, 2], g$lower[i, 2], g$upper[i, 2]))
//	}
var contactWithinInR = map[[2]int][3]float64{
	{2019, 30}:  {0.0510232791275333, 0.0397967237462568, 0.0641757669431091},
	{2019, 60}:  {0.129691016921507, 0.111753560357426, 0.148993409208321},
	{2019, 90}:  {0.190665363498671, 0.169179586417309, 0.213158049983523},
	{2019, 120}: {0.23329155696776, 0.209748862656819, 0.257603501486631},
	{2019, 150}: {0.258995430719448, 0.234226382630175, 0.284396958613671},
	{2019, 180}: {0.26477182949641, 0.239707781139525, 0.290438604123188},
	{2019, 210}: {0.267230299368706, 0.242033581021537, 0.293017356827138},
	{2019, 240}: {0.277020769886878, 0.251229346517533, 0.3033554086672},
	{2019, 270}: {0.281737238969662, 0.255637097499165, 0.308358170934528},
	{2019, 300}: {0.283509512824296, 0.257278086959319, 0.310253771786723},
	{2019, 330}: {0.283509512824296, 0.257278086959319, 0.310253771786723},
	{2019, 360}: {0.283509512824296, 0.257278086959319, 0.310253771786723},
	{2019, 365}: {0.283509512824296, 0.257278086959319, 0.310253771786723},
	{2019, 390}: {0.283509512824296, 0.257278086959319, 0.310253771786723},
	{2020, 30}:  {0.0345917423706686, 0.0252545513988288, 0.0461232931312259},
	{2020, 60}:  {0.110392077290489, 0.0932939878294403, 0.129073520452774},
	{2020, 90}:  {0.190427148137781, 0.168318620449702, 0.213606051585859},
	{2020, 120}: {0.243805356310066, 0.219084217061654, 0.269281044601118},
	{2020, 150}: {0.286045843812803, 0.259547266189267, 0.313048740956365},
	{2020, 180}: {0.304793785106137, 0.27754794235966, 0.33243222057033},
	{2020, 210}: {0.313811249109076, 0.286194732860529, 0.341766592701955},
	{2020, 240}: {0.318407176877825, 0.290547879111434, 0.346578934742345},
	{2020, 270}: {0.32781404697266, 0.299346822514625, 0.356540603325262},
	{2020, 300}: {0.341121720046154, 0.311896573784639, 0.370525186674946},
	{2020, 330}: {0.341121720046154, 0.311896573784639, 0.370525186674946},
	{2020, 360}: {0.341121720046154, 0.311896573784639, 0.370525186674946},
	{2020, 365}: {0.341121720046154, 0.311896573784639, 0.370525186674946},
	{2020, 390}: {0.341121720046154, 0.311896573784639, 0.370525186674946},
	{2021, 30}:  {0.0374368431158233, 0.0271084940639705, 0.0502284258844073},
	{2021, 60}:  {0.128230141260964, 0.108726370693348, 0.149388540171262},
	{2021, 90}:  {0.220764148520249, 0.195858893005115, 0.246659053388716},
	{2021, 120}: {0.287456203441459, 0.259679361018281, 0.315776282843864},
	{2021, 150}: {0.320398530053147, 0.291393495041196, 0.349727540101771},
	{2021, 180}: {0.345392040834597, 0.315565048201739, 0.375374181045255},
	{2021, 210}: {0.351969737923595, 0.321942556952889, 0.382107277057671},
	{2021, 240}: {0.358148912078807, 0.327872151181286, 0.388494138925393},
	{2021, 270}: {0.36320513344497, 0.332717325022616, 0.393726780816148},
	{2021, 300}: {0.369167815549476, 0.338380768309761, 0.399947353743084},
	{2021, 330}: {0.369167815549476, 0.338380768309761, 0.399947353743084},
	{2021, 360}: {0.369167815549476, 0.338380768309761, 0.399947353743084},
	{2021, 365}: {0.369167815549476, 0.338380768309761, 0.399947353743084},
	{2021, 390}: {0.369167815549476, 0.338380768309761, 0.399947353743084},
}

func TestContactWithinATermAgreesWithR(t *testing.T) {
	figs := withoutHiding(t)
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-13 }
	nearEnd := func(a, b float64) bool { return math.Abs(a-b) < 1e-12 } // of an interval 12 decimals are kept
	for id, shown := range map[string]int{"contact_binnen": 9, "contact_kromme": len(contactWithinInR) - 3} {
		table, ok := figs.Table(id)
		if !ok {
			t.Fatal(id)
		}
		compared := 0
		for _, row := range table.Rows {
			term, err := strconv.Atoi(row.Labels[0])
			if err != nil {
				t.Fatal(err)
			}
			for y, cell := range row.Cells {
				want, ok := contactWithinInR[[2]int{figs.Years[y], term}]
				if !ok {
					if cell.Status != stats.NotAvailable || cell.Estimate.Known {
						t.Errorf("%s %d %d: %+v, want nothing", id, term, figs.Years[y], cell)
					}
					continue
				}
				compared++
				if e := cell.Estimate; !e.Known || !near(e.Value, want[0]) || !nearEnd(e.Interval.Low, want[1]) ||
					!nearEnd(e.Interval.High, want[2]) {
					t.Errorf("%s %d %d: %+v, want %v", id, term, figs.Years[y], e, want)
				}
			}
		}
		if compared != shown {
			t.Errorf("%s: %d cells compared, want %d", id, compared, shown)
		}
	}
}

// Of 2019 four contacts have no date: to its last digit the estimate would tell.
func TestContactWithinATermIsRoundedWhereFewAreLeftOut(t *testing.T) {
	table, _ := statstest.Demo(t).Table("contact_binnen")
	if got := table.Rows[0].Cells[0].Estimate; got.Value != 0.191 ||
		got.Interval != (stats.Interval{Low: 0.169, High: 0.213}) {
		t.Errorf("2019: %+v", got)
	}
	if got := table.Rows[0].Cells[2].Estimate.Value; math.Abs(got-contactWithinInR[[2]int{2021, 90}][0]) > 1e-13 {
		t.Errorf("2021: %v", got)
	}
}
