package scene

import (
	"slices"
	"strings"
)

// nuclei are the vowels of more than one letter, the longest first.
var nuclei = []string{"aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij",
	"ei", "ai", "au", "ou"}

const vowels = "aeiouyàáâäèéêëìíîïòóôöùúûü"

// sound is a vowel or a consonant with its letters.
type sound struct {
	text  string
	at    int
	vowel bool
}

// sounds cuts a word into vowels and consonants.
func sounds(letters []rune) []sound {
	var all []sound
	for i := 0; i < len(letters); {
		s := nextSound(letters[i:])
		s.at = i
		all = append(all, s)
		i += len([]rune(s.text))
	}
	return all
}

func nextSound(letters []rune) sound {
	ahead := string(letters[:min(3, len(letters))])
	for _, n := range nuclei {
		if strings.HasPrefix(ahead, n) {
			return sound{text: n, vowel: true}
		}
	}
	for _, c := range []string{"sch", "ch", "qu", "th", "ph"} {
		if strings.HasPrefix(ahead, c) {
			return sound{text: c}
		}
	}
	return sound{text: string(letters[:1]), vowel: strings.ContainsRune(vowels, letters[0])}
}

// syllableBreaks gives the breaks between syllables of a piece that is no compound, as far as the spelling alone
// tells.
func syllableBreaks(letters []rune) []int {
	all := sounds(letters)
	var breaks []int
	skip := 0
	if prefix, stem := prefixBreak(letters, all); prefix > 0 {
		breaks, skip = append(breaks, prefix), stem
	} else {
		skip = stem
	}
	last := -1
	for i, s := range all {
		if !s.vowel {
			continue
		}
		if last >= 0 {
			if at := clusterBreak(all[last+1 : i]); at >= shortest && at > skip && len(letters)-at >= shortest {
				breaks = append(breaks, at)
			}
		}
		last = i
	}
	return breaks
}

// clusterBreak gives the break in the consonants between two vowels, or -1.
func clusterBreak(cluster []sound) int {
	n := len(cluster)
	switch {
	case n == 0:
		return -1
	case cluster[n-1].text == "sch":
		return cluster[n-1].at
	case n > 1 && cluster[n-2].text == "sch":
		if cluster[n-1].text == "r" {
			return cluster[n-2].at
		}
		return -1
	case n == 1:
		if slices.Contains([]string{"x", "th", "ph", "qu"}, cluster[0].text) {
			return -1
		}
		return cluster[0].at
	case n == 2:
		if slices.Contains(unclear, cluster[0].text+cluster[1].text) {
			return -1
		}
		return cluster[1].at
	}
	for _, c := range cluster[1:] {
		if c.text == "s" {
			return -1
		}
	}
	switch pair := cluster[n-2].text + cluster[n-1].text; {
	case slices.Contains([]string{"dr", "dw", "tw"}, pair):
		return -1
	case slices.Contains(onsets, pair):
		return cluster[n-2].at
	}
	return cluster[n-1].at
}

// onsets are the pairs of consonants that a Dutch syllable begins with.
var onsets = []string{"bl", "br", "cl", "cr", "dr", "dw", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "kw", "pl",
	"pr", "tr", "tw", "vl", "vr", "zw"}

// unclear are the pairs between two vowels that break before or in between, as the word means: pro-bleem but
// wad-lopen.
var unclear = append([]string{"gn", "pn", "fj", "tj", "gh", "kh", "kt", "sj", "dl", "tl", "tm", "st", "sp",
	"sk", "ps", "ks", "rh", "lh", "nh", "ws"}, onsets...)

// prefixes stand before a stem that begins with a consonant.
var prefixes = []string{"aan", "af", "be", "bij", "door", "ge", "her", "in", "mis", "na", "om", "on", "ont",
	"op", "toe", "uit", "ver", "voor", "weg"}

// prefixBreak gives the break behind a prefix, or 0, and the number of letters in which no other break may stand:
// what looks like a prefix may be one, or not.
func prefixBreak(letters []rune, all []sound) (prefix, stem int) {
	word := string(letters)
	best := ""
	for _, p := range prefixes {
		if strings.HasPrefix(word, p) && len(p) > len(best) {
			best = p
		}
	}
	if best == "" || len(letters)-len(best) < shortest {
		return 0, 0
	}
	var rest []sound
	for i, s := range all {
		if s.at == len(best) {
			rest = all[i:]
		}
	}
	onset := 0
	for onset < len(rest) && !rest[onset].vowel {
		onset++
	}
	if onset == 0 || onset == len(rest) || !startsStem(rest[:onset]) || len(best) == 2 && len(letters) < 7 {
		return 0, len(best) + 1
	}
	return len(best), rest[onset].at
}

// startsStem tells whether a Dutch word can begin with these consonants.
func startsStem(cluster []sound) bool {
	text := ""
	for _, s := range cluster {
		text += s.text
	}
	if len(cluster) == 1 {
		return text != "x"
	}
	return slices.Contains(onsets, text) || slices.Contains([]string{"sl", "sm", "sn", "sp", "spl", "spr", "st",
		"str", "schr"}, text)
}
