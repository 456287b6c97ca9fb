package sentences

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"herstel/report/internal/reporttest"
	"herstel/stats"
)

var (
	movePattern   = regexp.MustCompile(`(steeg|daalde) met ([\d,]+) procentpunt: van ([\d,]+)% in 2020 naar ([\d,]+)% in 2021`)
	barePattern   = regexp.MustCompile(`(steeg|daalde) van ([\d,]+)% in 2020 naar ([\d,]+)% in 2021`)
	factorPattern = regexp.MustCompile(`is ((?:meer dan )?(?:verdubbeld|gehalveerd)): van (\d+) naar (\d+)`)
)

// What a sentence prints agrees with itself: the difference is that of the two
// shares as they stand there, and the verb says their order.
func TestPrintedChangeAgreesWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share := func(name string) reporttest.Num {
			base := rapid.IntRange(smallBase, 3000).Draw(t, name+" base")
			return reporttest.Of(rapid.IntRange(0, base).Draw(t, name), base)
		}
		figs := reporttest.Report2021(2,
			reporttest.Table(reporttest.Contact, reporttest.Bare(share("before"), share("now"))))
		told := strings.Join(Of(figs, &figs.Tables[0]), " ")
		cells := figs.Tables[0].Rows[0].Cells
		m := movePattern.FindStringSubmatch(told)
		if bare := barePattern.FindStringSubmatch(told); bare != nil {
			if was, is := dutch(bare[2]), dutch(bare[3]); bare[1] == "steeg" && is <= was || bare[1] == "daalde" &&
				is >= was {
				t.Fatalf("the verb contradicts the numbers: %s", told)
			}
		}
		if m == nil {
			if strings.Contains(told, "gelijk") && math.Abs(cells[1].Change.Points) > 0.005 {
				t.Fatalf("called level: %s", told)
			}
			return
		}
		points, before, now := dutch(m[2]), dutch(m[3]), dutch(m[4])
		if m[1] == "steeg" && now <= before || m[1] == "daalde" && now >= before {
			t.Fatalf("the verb contradicts the numbers: %s", told)
		}
		if math.Abs(math.Abs(now-before)-points) > 1e-9 {
			t.Fatalf("the difference contradicts the numbers: %s", told)
		}
		if (cells[1].Change.Points > 0) != (m[1] == "steeg") {
			t.Fatalf("the verb contradicts the exact change: %s", told)
		}
		if !cells[1].Change.Clear {
			t.Fatalf("a change that is not clear is told: %s", told)
		}
	})
}

// A factor is said only when the counts that stand beside it bear it out.
func TestFactorsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(1, 200).Draw(t, "before"), rapid.IntRange(1, 400).Draw(t, "now")
		figs := reporttest.Report2021(2,
			reporttest.Table(reporttest.OffenceGroup,
				reporttest.Row("Zeden", reporttest.Of(a, 1000), reporttest.Of(b, 1000)),
				reporttest.Row("Geweld", reporttest.Of(1000-a, 1000), reporttest.Of(1000-b, 1000))))
		for _, m := range factorPattern.FindAllStringSubmatch(strings.Join(Of(figs, &figs.Tables[0]), " "), -1) {
			before, _ := strconv.Atoi(m[2])
			now, _ := strconv.Atoi(m[3])
			fits := map[string]bool{"meer dan verdubbeld": now > 2*before, "verdubbeld": now == 2*before,
				"gehalveerd": 2*now == before, "meer dan gehalveerd": 2*now < before}
			if !fits[m[1]] {
				t.Fatalf("%s, but %d and %d", m[1], before, now)
			}
		}
	})
}

// No sentence holds the count of a hidden cell, which the fixture marks with
// numbers that occur nowhere else.
func TestHiddenCellsAreNotTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lines []reporttest.Line
		total := 10_000
		for i, name := range []string{"Alfa", "Bravo", "Charlie", "Delta"} {
			count := rapid.IntRange(100, 2000).Draw(t, name)
			cells := []reporttest.Num{reporttest.Of(count+i, total), reporttest.Of(count, total)}
			for y := range cells {
				if rapid.Bool().Draw(t, name+" hidden") {
					cells[y] = reporttest.Num{Base: total, Status: stats.Suppressed}
				}
			}
			lines = append(lines, reporttest.Row(name, cells...))
		}
		figs := reporttest.Report2021(2, reporttest.Table(reporttest.OffenceGroup, lines...))
		told := strings.Join(Of(figs, &figs.Tables[0]), " ")
		for _, r := range figs.Tables[0].Rows {
			now, before := r.Cells[1], r.Cells[0]
			if now.Status == stats.Suppressed && strings.Contains(told, r.Labels[0]) {
				t.Fatalf("%s is hidden: %s", r.Labels[0], told)
			}
			if before.Status == stats.Suppressed && strings.Contains(told, "aandeel van "+r.Labels[0]) {
				t.Fatalf("%s was hidden: %s", r.Labels[0], told)
			}
		}
	})
}

func dutch(s string) float64 {
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	if err != nil {
		return math.NaN()
	}
	return f
}
