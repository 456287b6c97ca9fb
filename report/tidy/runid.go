package tidy

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"herstel/stats"
)

// runDigits is how many hexadecimal digits the kenmerk of a run has.
const runDigits = 12

// RunID gives the kenmerk of a run: the start of the SHA-256 of all that its files
// are made from. The same figures, rules, settings and version give the same one.
func RunID(figs *stats.Figures) (string, error) {
	bare := *figs
	bare.Run = ""
	sum := sha256.New()
	if err := JSON(sum, &bare); err != nil {
		return "", err
	}
	parts := []any{bare.Presentation, bare.HouseStyle}
	for i := range bare.Published {
		c := &bare.Published[i] // without the numbers of today: they stand in the tidy form
		parts = append(parts, []any{c.Report, c.Year, c.Figure, c.Category, c.Printed, c.ReferenceDate, c.Outcome,
			c.Then.Status, c.Then.Count, c.Then.Base, c.ThenOutcome, c.Reasons})
	}
	settings, err := withoutPlaces(parts)
	if err != nil {
		return "", err
	}
	sum.Write(settings)
	return hex.EncodeToString(sum.Sum(nil))[:runDigits], nil
}

// withoutPlaces writes settings without where they stand: the name and the lines of herstel.yaml are not in the files.
func withoutPlaces(settings any) ([]byte, error) {
	text, err := json.Marshal(settings)
	if err != nil {
		return nil, err
	}
	var tree any
	if err := json.Unmarshal(text, &tree); err != nil {
		return nil, err
	}
	prune(tree)
	return json.Marshal(tree)
}

func prune(tree any) {
	switch node := tree.(type) {
	case map[string]any:
		delete(node, "Line")
		delete(node, "File")
		delete(node, "Path")
		for _, child := range node {
			prune(child)
		}
	case []any:
		for _, child := range node {
			prune(child)
		}
	}
}
