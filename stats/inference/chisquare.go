package inference

// leastExpected is the expected count from which on a row stands by itself in a
// chi-square test (Cochran, Some methods for strengthening the common chi-square
// tests, Biometrics 10, 1954).
const leastExpected = 5

// Homogeneity tests whether distributions over the same rows are one: rows[i][j]
// is the count of row i in distribution j, and the test is the chi-square of
// Pearson with (rows - 1)(distributions - 1) degrees of freedom.
//
// Rows with an expected count under 5 in one of the distributions are taken
// together as one row. Where that one is under 5 itself it joins the smallest of
// the other rows, the first of those that are equally small. Degrees of freedom
// are those of the rows that are left. The test is absent where fewer than two
// rows are left, where a distribution is empty or there is only one, where the
// rows are not equally long, and where a count is below zero.
func Homogeneity(rows [][]int) Test {
	table, ok := newContingency(rows)
	if !ok {
		return Test{}
	}
	table.poolRows()
	if len(table.rows) < 2 {
		return Test{}
	}
	statistic := 0.0
	for i, row := range table.rows {
		for j, count := range row {
			expected := float64(table.rowTotals[i]) * float64(table.columnTotals[j]) / float64(table.total)
			statistic += (float64(count) - expected) * (float64(count) - expected) / expected
		}
	}
	df := (len(table.rows) - 1) * (len(table.columnTotals) - 1)
	return Test{Statistic: statistic, DF: df, P: chiSquareTail(statistic, df), Known: true}
}

// EqualShares tests whether independent groups, each with a base of its own, are
// of one probability: Homogeneity with the groups as rows, over counted and not
// counted. Groups in which fewer than 5 of either are expected are taken together
// as it takes rows. The test is absent where a group has a count that cannot be,
// where none or all of the cases count, and where fewer than two groups are left.
// A group with a base of zero is left out.
func EqualShares(groups []Proportion) Test {
	rows := make([][]int, len(groups))
	for i, g := range groups {
		rows[i] = []int{g.Count, g.Base - g.Count}
	}
	return Homogeneity(rows)
}

// contingency is a table of counts with its totals.
type contingency struct {
	rows                    [][]int
	rowTotals, columnTotals []int
	total                   int
}

// newContingency returns the table of the rows that hold cases. It is not ok where
// a test of it makes no sense.
func newContingency(rows [][]int) (table contingency, ok bool) {
	if len(rows) == 0 || len(rows[0]) < 2 {
		return table, false
	}
	table.columnTotals = make([]int, len(rows[0]))
	for _, row := range rows {
		if len(row) != len(table.columnTotals) {
			return table, false
		}
		sum := 0
		for j, count := range row {
			if count < 0 {
				return table, false
			}
			table.columnTotals[j] += count
			sum += count
		}
		if sum > 0 {
			table.rows, table.rowTotals = append(table.rows, row), append(table.rowTotals, sum)
		}
		table.total += sum
	}
	for _, sum := range table.columnTotals {
		if sum == 0 {
			return table, false
		}
	}
	return table, true
}

// weak reports whether a row with a total has an expected count that is too small.
// It compares whole numbers.
func (t *contingency) weak(rowTotal int) bool {
	least := t.columnTotals[0]
	for _, sum := range t.columnTotals {
		least = min(least, sum)
	}
	return rowTotal*least < leastExpected*t.total
}

// poolRows takes the weak rows together, as Homogeneity says.
func (t *contingency) poolRows() {
	rows, totals := t.rows, t.rowTotals
	t.rows, t.rowTotals = nil, nil
	pooled, pooledTotal := make([]int, len(t.columnTotals)), 0
	smallest := -1
	for i, row := range rows {
		if t.weak(totals[i]) {
			pooled, pooledTotal = addRows(pooled, row), pooledTotal+totals[i]
			continue
		}
		if smallest < 0 || totals[i] < t.rowTotals[smallest] {
			smallest = len(t.rows)
		}
		t.rows, t.rowTotals = append(t.rows, row), append(t.rowTotals, totals[i])
	}
	switch {
	case pooledTotal == 0:
	case smallest >= 0 && t.weak(pooledTotal):
		t.rows[smallest] = addRows(t.rows[smallest], pooled)
		t.rowTotals[smallest] += pooledTotal
	default:
		t.rows, t.rowTotals = append(t.rows, pooled), append(t.rowTotals, pooledTotal)
	}
}

// addRows returns the sum of two rows.
func addRows(a, b []int) []int {
	sum := make([]int, len(a))
	for j := range sum {
		sum[j] = a[j] + b[j]
	}
	return sum
}
