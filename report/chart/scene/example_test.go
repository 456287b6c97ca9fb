package scene_test

import (
	"log"
	"os"

	"herstel/report/chart/scene"
)

func Example() {
	s := scene.New(60, 20)
	s.Title = "Meer zaken dan in 2020"
	ink, accent := scene.RGB(0x1A1A1A), scene.RGB(0x00466B)
	label := scene.Font{Size: 8}
	row := &scene.Group{ID: "jaar-2021", Key: "2021", Title: "2021: 1.204 zaken", X: 2 * scene.MM, Y: 8 * scene.MM}
	row.Add(
		scene.Text{Y: 2.5 * scene.MM, Content: "2021", Font: label.Bolder(), Color: ink, Baseline: scene.AtMiddle},
		scene.Rect{X: 10 * scene.MM, W: 30 * scene.MM, H: 5 * scene.MM, Fill: accent},
		scene.Text{X: 54 * scene.MM, Y: 2.5 * scene.MM, Content: "1.204", Font: label, Color: ink, Anchor: scene.End, Baseline: scene.AtMiddle},
	)
	s.Add(row)
	if err := s.WriteInlineSVG(os.Stdout, "f3-"); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm" viewBox="0 0 170.08 56.69" role="img" lang="nl-NL" xml:lang="nl-NL" aria-labelledby="f3-title" font-family="Arial, &#39;Liberation Sans&#39;, Helvetica, sans-serif" text-rendering="geometricPrecision">
	// <title id="f3-title">Meer zaken dan in 2020</title>
	// <rect x="0" y="0" width="170.08" height="56.69" fill="#FFFFFF"/>
	// <g id="f3-jaar-2021" data-key="2021" transform="translate(5.67 22.68)">
	// <title>2021: 1.204 zaken</title>
	// <text x="0" y="9.84" font-size="8" font-weight="bold" fill="#1A1A1A">2021</text>
	// <rect x="28.35" y="0" width="85.04" height="14.17" fill="#00466B"/>
	// <text x="153.07" y="9.84" font-size="8" text-anchor="end" fill="#1A1A1A">1.204</text>
	// </g>
	// </svg>
}
