package opc

import (
	"math"
	"strconv"
)

// Namespaces of DrawingML.
const (
	Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
	Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

// EMU writes millimetres in the unit of DrawingML, 36,000 to a millimetre.
func EMU(mm float64) string { return strconv.Itoa(int(math.Round(mm * 36_000))) }

// Blip writes a reference to a picture by the ids of the relationships: a PNG,
// and an SVG for programs that know it (Office since 2016). An svg of "" is
// none.
func Blip(png, svg string) XML {
	if svg == "" {
		return Element("a:blip", A{"r:embed", png})
	}
	const asvg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
	return Element("a:blip", A{"r:embed", png}, Element("a:extLst", nil,
		Element("a:ext", A{"uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"},
			Element("asvg:svgBlip", A{"xmlns:asvg", asvg, "r:embed", svg}))))
}

// Frame writes a place and a size in EMU.
func Frame(name, x, y, width, height string) XML {
	return Element(name, nil, Element("a:off", A{"x", x, "y", y}), Element("a:ext", A{"cx", width, "cy", height}))
}
