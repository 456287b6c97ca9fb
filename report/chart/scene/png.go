package scene

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"io"
	"math"
	"sync"
)

// maxPixels bounds the memory of a picture.
const maxPixels = 400_000_000

// PixelSize gives the size of a PNG at a density in dots per inch.
func (s *Scene) PixelSize(dpi float64) (width, height int) {
	return int(math.Round(s.Width * dpi / 72)), int(math.Round(s.Height * dpi / 72))
}

// WritePNG writes the picture in pixels, with the density in the file. The picture is stretched by less than a pixel,
// so that its edges are those of the file.
func (s *Scene) WritePNG(w io.Writer, dpi float64) error {
	return s.writePNG(w, dpi, packRows)
}

func (s *Scene) writePNG(w io.Writer, dpi float64, pack func(*image.RGBA) packedRows) error {
	img, err := s.raster(dpi)
	if err != nil {
		return err
	}
	defer pixels.Put(img)
	_, err = w.Write(encodePNG(img, dpi, pack))
	return err
}

// pixels are used again for the next picture.
var pixels sync.Pool

// blank gives an image of a size without colour.
func blank(width, height int) *image.RGBA {
	if used, ok := pixels.Get().(*image.RGBA); ok && cap(used.Pix) >= 4*width*height {
		img := &image.RGBA{Pix: used.Pix[:4*width*height], Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}
		clear(img.Pix)
		return img
	}
	return image.NewRGBA(image.Rect(0, 0, width, height))
}

// raster draws the picture in pixels of a density.
func (s *Scene) raster(dpi float64) (*image.RGBA, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if !(dpi > 0 && dpi <= 1e6) {
		return nil, ErrDPI
	}
	width, height := s.PixelSize(dpi)
	if width < 1 || height < 1 || float64(width)*float64(height) > maxPixels {
		return nil, ErrDPI
	}
	return newRaster(s, width, height).img, nil
}

// Image gives the picture in pixels.
func (s *Scene) Image(width, height int) (image.Image, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if width < 1 || height < 1 || float64(width)*float64(height) > maxPixels {
		return nil, ErrDPI
	}
	return newRaster(s, width, height).img, nil
}

// The colour types of PNG (W3C, Portable Network Graphics, section 11.2.1).
const (
	trueColor      = 2
	indexedColor   = 3
	trueColorAlpha = 6
)

// encodePNG writes a PNG as image/png cannot: with its density, with a palette when 256 colours will do, and fast.
func encodePNG(img *image.RGBA, dpi float64, pack func(*image.RGBA) packedRows) []byte {
	var out bytes.Buffer
	out.WriteString("\x89PNG\r\n\x1a\n")
	rows := pack(img)
	size := img.Bounds()
	header := binary.BigEndian.AppendUint32(nil, uint32(size.Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(size.Dy()))
	chunk(&out, "IHDR", append(header, 8, rows.kind, 0, 0, 0))
	perMetre := uint32(math.Round(dpi / 0.0254))
	density := binary.BigEndian.AppendUint32(nil, perMetre)
	chunk(&out, "pHYs", append(binary.BigEndian.AppendUint32(density, perMetre), 1))
	if rows.kind == indexedColor {
		chunk(&out, "PLTE", rows.palette)
		chunk(&out, "tRNS", rows.alpha)
	}
	chunk(&out, "IDAT", deflate(rows.data))
	chunk(&out, "IEND", nil)
	return out.Bytes()
}

// chunk writes one chunk; an empty tRNS is left out.
func chunk(out *bytes.Buffer, name string, data []byte) {
	if name == "tRNS" && len(data) == 0 {
		return
	}
	out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	body := append([]byte(name), data...)
	out.Write(body)
	out.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
}

// deflaters are used again: making one takes longer than packing a small picture.
var deflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err)
	}
	return z
}}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&b)
	z.Write(data) // a bytes.Buffer takes everything
	z.Close()
	return b.Bytes()
}

// packedRows are the pixels as PNG holds them before compression.
type packedRows struct {
	kind           byte
	data           []byte
	palette, alpha []byte
}

// packRows numbers the colours, and falls back on full pixels when there are more than 256.
func packRows(img *image.RGBA) packedRows {
	rows := packedRows{kind: indexedColor}
	opaque := true
	data, ok := numbered(img, func(c uint32) (byte, bool) {
		n := len(rows.alpha)
		if n == 256 {
			return 0, false
		}
		red, green, blue, a := straight(binary.LittleEndian.AppendUint32(nil, c))
		rows.palette, rows.alpha = append(rows.palette, red, green, blue), append(rows.alpha, a)
		opaque = opaque && a == 255
		return byte(n), true
	})
	if !ok {
		return fullRows(img)
	}
	if rows.data = data; opaque {
		rows.alpha = nil
	}
	return rows
}

// numbered gives the pixels as numbers, each row after the byte of its filter. It asks the number of a colour once, and
// stops where there is none.
func numbered(img *image.RGBA, number func(c uint32) (byte, bool)) ([]byte, bool) {
	width, height := img.Bounds().Dx(), img.Bounds().Dy()
	data := make([]byte, (width+1)*height)
	numbers := map[uint32]byte{}
	var last uint32
	var n byte
	for y := range height {
		row := data[y*(width+1):][:width+1]
		if sameAsAbove(img, y) {
			copy(row, data[(y-1)*(width+1):])
			continue
		}
		row = row[1:]
		line := img.Pix[y*img.Stride:][:4*width]
		for x := range row {
			c := binary.LittleEndian.Uint32(line[4*x:])
			if c != last || len(numbers) == 0 {
				known := false
				if n, known = numbers[c]; !known {
					if n, known = number(c); !known {
						return nil, false
					}
					numbers[c] = n
				}
				last = c
			}
			row[x] = n
		}
	}
	return data, true
}

// sameAsAbove tells whether a row of pixels is the one above it again, as most of a chart is.
func sameAsAbove(img *image.RGBA, y int) bool {
	line := func(y int) []byte { return img.Pix[y*img.Stride:][:4*img.Bounds().Dx()] }
	return y > 0 && bytes.Equal(line(y), line(y-1))
}

// filterUp says that a row holds the differences from the row above: mostly zero in a chart.
const filterUp = 2

// fullRows holds three bytes a pixel, or four when the picture is transparent somewhere.
func fullRows(img *image.RGBA) packedRows {
	if !img.Opaque() {
		return transparentRows(img)
	}
	width, height := img.Bounds().Dx(), img.Bounds().Dy()
	data := make([]byte, (3*width+1)*height)
	above := make([]byte, 4*width)
	for y := range height {
		line := img.Pix[y*img.Stride:][:4*width]
		row := data[y*(3*width+1):][:3*width+1]
		row[0] = filterUp
		for out, i := row[1:], 0; len(out) >= 3; out, i = out[3:], i+4 {
			now, before := line[i:i+3:i+3], above[i:i+3:i+3]
			out[0], out[1], out[2] = now[0]-before[0], now[1]-before[1], now[2]-before[2]
		}
		above = line
	}
	return packedRows{kind: trueColor, data: data}
}

func transparentRows(img *image.RGBA) packedRows {
	width, height := img.Bounds().Dx(), img.Bounds().Dy()
	data := make([]byte, 0, (4*width+1)*height)
	above, line := make([]byte, 4*width), make([]byte, 4*width)
	for y := range height {
		for x := 0; x < 4*width; x += 4 {
			line[x], line[x+1], line[x+2], line[x+3] = straight(img.Pix[y*img.Stride+x:])
		}
		data = append(data, filterUp)
		for i, v := range line {
			data = append(data, v-above[i])
		}
		above, line = line, above
	}
	return packedRows{kind: trueColorAlpha, data: data}
}

// straight undoes the multiplication with the opacity.
func straight(pixel []byte) (r, g, b, a byte) {
	a = pixel[3]
	if a == 0 || a == 255 {
		return pixel[0], pixel[1], pixel[2], a
	}
	divide := func(v byte) byte { return byte(min(255, (uint32(v)*255+uint32(a)/2)/uint32(a))) }
	return divide(pixel[0]), divide(pixel[1]), divide(pixel[2]), a
}
