package logo

import (
	"bytes"
	"cmp"

	"herstel/report/chart/scene"
)

// Room is the most that a logo may take, in millimetres.
type Room struct{ Width, Height float64 }

// OnPage is the room at the head of the page and of the chapter in Word.
var OnPage = Room{Width: 60, Height: 18}

// Draw reads the text of an SVG file and fits the logo into a room. name is that of the organisation, for who cannot
// see the picture; empty: "Logo".
func Draw(svg []byte, name string, room Room) (*scene.Scene, error) {
	s, err := Parse(bytes.NewReader(svg))
	if err != nil {
		return nil, err
	}
	s.Scale(min(room.Width*scene.MM/s.Width, room.Height*scene.MM/s.Height))
	s.Language, s.Title = "nl-NL", cmp.Or(name, "Logo")
	return s, nil
}

// Emblem is Draw for the head of the page and of the chapter in Word; nil where there is no logo.
func Emblem(svg []byte, name string) (*scene.Scene, error) {
	if len(svg) == 0 {
		return nil, nil
	}
	return Draw(svg, name, OnPage)
}
