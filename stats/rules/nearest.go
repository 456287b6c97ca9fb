package rules

// Nearest returns the candidate that a mistyped text most likely means: the
// one at the smallest Levenshtein distance (1966) after folding, when that
// distance is at most a third of the text. It reports false when none is near.
func Nearest(text string, candidates []string) (string, bool) {
	folded := []rune(Fold(text))
	best, distance := "", len(folded)/3+1
	for _, candidate := range candidates {
		if d := editDistance(folded, []rune(Fold(candidate)), distance); d < distance {
			best, distance = candidate, d
		}
	}
	return best, best != ""
}

// Distance counts the letters that have to be put in, taken out or replaced to make b of a
// (Levenshtein 1966). It may stop early with any value of at least limit.
func Distance(a, b string, limit int) int { return editDistance([]rune(a), []rune(b), limit) }

func editDistance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	previous := make([]int, len(b)+1)
	current := make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i, x := range a {
		current[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			current[j+1] = min(previous[j+1]+1, current[j]+1, previous[j]+cost)
		}
		previous, current = current, previous
	}
	return previous[len(b)]
}
