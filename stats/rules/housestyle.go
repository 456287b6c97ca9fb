package rules

// HouseStyle is the look that herstel.yaml asks for; empty fields mean the
// default.
type HouseStyle struct {
	Colors []string // "#RRGGBB"
	Font   string
}
