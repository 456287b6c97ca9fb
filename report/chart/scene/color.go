package scene

import (
	"fmt"
	"math"
	"strconv"
)

// Color is a colour with its opacity, not premultiplied. The zero Color draws nothing.
type Color struct{ R, G, B, A uint8 }

// White and Black are what they say.
var (
	White = RGB(0xFFFFFF)
	Black = RGB(0x000000)
)

// RGB gives an opaque colour from its number: RGB(0x00466B) is "#00466B".
func RGB(n uint32) Color { return Color{uint8(n >> 16), uint8(n >> 8), uint8(n), 255} }

// ParseColor reads "#RRGGBB".
func ParseColor(s string) (Color, bool) {
	if len(s) != 7 || s[0] != '#' {
		return Color{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return Color{}, false
	}
	return RGB(uint32(n)), true
}

// String gives "#RRGGBB", without the opacity.
func (c Color) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// Opacity gives the colour with an opacity between 0 and 1. Prefer Mix, which stays opaque and looks the same in
// every program.
func (c Color) Opacity(share float64) Color {
	c.A = uint8(math.Round(255 * min(max(share, 0), 1)))
	return c
}

// Mix gives the opaque colour between c (share 0) and other (share 1).
func (c Color) Mix(other Color, share float64) Color {
	share = min(max(share, 0), 1)
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*(1-share) + float64(b)*share)) }
	return Color{mix(c.R, other.R), mix(c.G, other.G), mix(c.B, other.B), 255}
}

// visible tells whether the colour draws anything.
func (c Color) visible() bool { return c.A > 0 }

// opacity is between 0 and 1.
func (c Color) opacity() float64 { return float64(c.A) / 255 }
