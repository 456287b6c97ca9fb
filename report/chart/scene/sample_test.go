package scene

// sample is a picture with every primitive.
func sample() *Scene {
	ink, muted, accent, grid := RGB(0x1A1A1A), RGB(0x555555), RGB(0x00466B), RGB(0xD0D0D0)
	orange := RGB(0xE39A4F)
	s := New(180, 100)
	s.Title, s.Description = "Zedenzaken meer dan verdubbeld", "Proefplaat met alle vormen & tekens <van> een scene."
	small := Font{Size: 8}
	s.Add(
		Text{X: 6 * MM, Y: 6 * MM, Content: "Aanleiding, 2021 – proefplaat", Font: small, Color: muted,
			Baseline: AtTop},
		Text{X: 6 * MM, Y: 10 * MM, Content: "Zedenzaken meer dan verdubbeld", Font: Font{Size: 13, Bold: true},
			Color: ink, Baseline: AtTop},
		Text{X: 174 * MM, Y: 10 * MM, Content: "AVATAR To. 11,1% Type", Font: small, Color: ink, Anchor: End,
			Baseline: AtTop},
		Text{X: 90 * MM, Y: 17 * MM, Content: "Cursief, vet cursief: één coördinatie ﬁ", Font: Font{Size: 9,
			Italic: true}, Color: ink, Anchor: Middle},
		Text{X: 6 * MM, Y: 17 * MM, Content: "Onbekend teken: 漢字 en 😀.", Font: Font{Size: 9, Bold: true,
			Italic: true}, Color: ink},
	)
	plot := &Group{ID: "plot", Class: "plot", Key: "zeden", Title: "Staven", X: 6 * MM, Y: 22 * MM}
	s.Add(plot)
	for i := range 6 {
		x := float64(i) * 10 * MM
		plot.Add(Line{x, 0, x, 50 * MM, Stroke{Color: grid, Width: 0.5}})
	}
	plot.Add(
		Rect{X: 0, Y: 3 * MM, W: 40 * MM, H: 5 * MM, Fill: accent},
		Text{X: 41 * MM, Y: 5.5 * MM, Content: "34%", Font: small.Bolder(), Color: accent, Baseline: AtMiddle},
		Rect{X: 0, Y: 10 * MM, W: 30 * MM, H: 5 * MM, Fill: orange, Radius: 1.5 * MM, Stroke: Stroke{Color: ink,
			Width: 0.75}},
		Hatch{Area: RoundRect(30*MM, 10*MM, 15*MM, 5*MM, 0), Color: muted, Ground: White,
			Stroke: Stroke{Color: muted, Width: 0.5}},
		Hatch{Area: Disc(60*MM, 12*MM, 6*MM), Color: accent, Turn: 90, Width: 1, Gap: 3},
		Hatch{Area: Polygon(P(70*MM, 5*MM), P(90*MM, 5*MM), P(90*MM, 18*MM), P(80*MM, 9*MM), P(70*MM, 18*MM)),
			Color: orange},
		Line{0, 20 * MM, 50 * MM, 20 * MM, Stroke{Color: ink, Width: 1, Dash: []float64{4, 2}}},
		Line{0, 22 * MM, 50 * MM, 23 * MM, Stroke{Color: ink, Width: 1.5, Dash: []float64{0, 3}, Cap: Round}},
		Line{0, 25 * MM, 50 * MM, 25 * MM, Stroke{Color: accent, Width: 3, Cap: Round}},
		Line{0, 28 * MM, 50 * MM, 28 * MM, Stroke{Color: accent, Width: 3, Cap: Square}},
		Circle{X: 10 * MM, Y: 34 * MM, R: 2 * MM, Fill: White, Stroke: Stroke{Color: accent, Width: 1.2}},
		Circle{X: 30 * MM, Y: 34 * MM, R: 2 * MM, Fill: accent},
		Arrow(P(12*MM, 34*MM), P(28*MM, 34*MM), Stroke{Color: muted, Width: 0.8}, 5, 4),
		Path{Outline: Polyline(P(60*MM, 48*MM), P(70*MM, 30*MM), P(80*MM, 47*MM), P(90*MM, 28*MM)),
			Stroke: Stroke{Color: orange, Width: 2}},
		Path{Outline: Band([]Point{{110 * MM, 5 * MM}, {130 * MM, 2 * MM}, {160 * MM, 8 * MM}},
			[]Point{{110 * MM, 12 * MM}, {130 * MM, 9 * MM}, {160 * MM, 18 * MM}}), Fill: grid},
		Rect{X: 120 * MM, Y: 4 * MM, W: 20 * MM, H: 10 * MM, Fill: accent.Opacity(0.4)},
		Text{X: 166 * MM, Y: 40 * MM, Content: "Gedraaid met ŵ", Font: small, Color: ink, Rotate: -90},
		Text{X: 110 * MM, Y: 48 * MM, Content: "schuin 30°", Font: Font{Size: 10, Italic: true}, Color: ink,
			Rotate: 30, Anchor: Middle},
	)
	s.Add(Text{X: 174 * MM, Y: 96 * MM, Content: "Peildatum 1 maart 2022. Bron: \"export\" & 'lijst'",
		Font: small, Color: muted, Anchor: End, Baseline: AtBottom})
	return s
}
