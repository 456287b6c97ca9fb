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
	if err := json.NewEncoder(sum).Encode([]any{bare.Published, bare.Presentation, bare.HouseStyle}); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil))[:runDigits], nil
}
