// Package scene draws pictures of charts for print: a Scene holds primitives (Rect, Line, Circle, Path, Hatch, Text,
// Group) and writes itself as SVG, PNG and PDF. The three are the same picture, and the same bytes on every system
// and on every run; there is no browser, no clock and no font of the computer in it. The package knows nothing of
// figures or charts.
//
// # Units
//
// There is one unit: the point, 1/72 inch, for places, widths of lines and sizes of fonts. x runs to the right and y
// down, from the top left corner. MM converts: 12*MM is twelve millimetres. Only New takes millimetres.
//
// # Text
//
// Text is measured in Liberation Sans, whose widths are those of Arial, with the kerning of the font, except between
// digits: numbers under one another line up. Font.Width measures, Font.Wrap and Font.Balance break lines and Font.Fit
// shortens; long words break by hyphen where Dutch allows it. A character that the font lacks is drawn as a box in
// PNG and PDF, and by whatever font the reader has in SVG. Content is cleaned by the package: what the caller passes
// can be any string.
//
// # Use
//
//	s := scene.New(85, 45) // millimetres
//	s.Title, s.Description = "Meer zaken dan in 2020", "In 2021 waren er 1.204 zaken, in 2020 waren het er 1.101."
//	ink, accent := scene.RGB(0x1A1A1A), scene.RGB(0x00466B)
//	head, small := scene.Font{Size: 10, Bold: true}, scene.Font{Size: 8}
//	lines := head.Balance(s.Title, s.Width-4*scene.MM, 2)
//	s.Add(scene.Text{X: 2 * scene.MM, Y: 2 * scene.MM, Font: head, Color: ink, Baseline: scene.AtTop}.Block(lines, 0))
//
//	row := &scene.Group{ID: "jaar-2021", Key: "2021", Title: "2021: 1.204 zaken", Y: 14 * scene.MM}
//	row.Add(
//		scene.Rect{X: 20 * scene.MM, W: 40 * scene.MM, H: 5 * scene.MM, Fill: accent},
//		scene.Text{X: 61 * scene.MM, Y: 2.5 * scene.MM, Content: "1.204", Font: small, Color: ink,
//			Baseline: scene.AtMiddle},
//	)
//	s.Add(row)
//	err := s.WriteSVG(w) // or s.WriteInlineSVG(w, "f3-"), s.WritePNG(w, 300), s.WritePDF(w)
//
// In tests Scene.Texts lists every text with the box it covers.
package scene
