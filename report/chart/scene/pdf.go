package scene

import (
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// noDate stands in a PDF whose scene has no date.
var noDate = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// fontName is the name of the embedded font in a PDF.
const fontName = "LiberationSans"

// WritePDF writes the picture as one page of exactly its size, with real text in an embedded font.
func (s *Scene) WritePDF(w io.Writer) error {
	if err := s.check(); err != nil {
		return err
	}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: s.Width, Ht: s.Height}})
	doc.SetCatalogSort(true)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	date := s.Date
	if date.IsZero() {
		date = noDate
	}
	doc.SetCreationDate(date)
	doc.SetModificationDate(date)
	doc.SetTitle(clean(s.Title), true)
	doc.SetSubject(clean(s.Description), true)
	doc.SetLang(identifier(s.Language))
	doc.SetProducer("herstel", true)
	doc.AddPageFormat("P", fpdf.SizeType{Wd: s.Width, Ht: s.Height})
	doc.SetLineJoinStyle("round")
	p := &pdfWriter{doc: doc}
	if s.Background.visible() {
		p.rect(Rect{W: s.Width, H: s.Height, Fill: s.Background})
	}
	paintAll(p, s.Items)
	return doc.Output(w)
}

// pdfWriter is the painter of PDF.
type pdfWriter struct {
	doc    *fpdf.Fpdf
	at     Point
	before []Point
	has    [2]bool
}

func (p *pdfWriter) open(g *Group) {
	p.before = append(p.before, p.at)
	p.at = P(p.at.X+g.X, p.at.Y+g.Y)
}

func (p *pdfWriter) close() {
	p.at = p.before[len(p.before)-1]
	p.before = p.before[:len(p.before)-1]
}

func (p *pdfWriter) rect(r Rect) {
	if r.Radius > 0 {
		p.path(Path{RoundRect(r.X, r.Y, r.W, r.H, r.Radius), r.Fill, r.Stroke})
		return
	}
	if r.Fill.visible() {
		p.fillColor(r.Fill)
		p.doc.Rect(p.at.X+r.X, p.at.Y+r.Y, r.W, r.H, "F")
	}
	if r.Stroke.visible() {
		p.pen(r.Stroke)
		p.doc.Rect(p.at.X+r.X, p.at.Y+r.Y, r.W, r.H, "D")
	}
}

func (p *pdfWriter) line(l Line) {
	p.pen(l.Stroke)
	p.doc.Line(p.at.X+l.X1, p.at.Y+l.Y1, p.at.X+l.X2, p.at.Y+l.Y2)
}

func (p *pdfWriter) circle(c Circle) { p.path(Path{Disc(c.X, c.Y, c.R), c.Fill, c.Stroke}) }

func (p *pdfWriter) path(q Path) {
	if q.Fill.visible() {
		p.fillColor(q.Fill)
		p.trace(q.Outline, p.at)
		p.doc.DrawPath("F")
	}
	if q.Stroke.visible() {
		p.pen(q.Stroke)
		p.trace(q.Outline, p.at)
		p.doc.DrawPath("D")
	}
}

// trace makes the outline the current path of the page.
func (p *pdfWriter) trace(o Outline, at Point) {
	for _, s := range o.segments {
		switch q := s.points; s.verb {
		case moveTo:
			p.doc.MoveTo(at.X+q[0].X, at.Y+q[0].Y)
		case lineTo:
			p.doc.LineTo(at.X+q[0].X, at.Y+q[0].Y)
		case curveTo:
			p.doc.CurveBezierCubicTo(at.X+q[0].X, at.Y+q[0].Y, at.X+q[1].X, at.Y+q[1].Y, at.X+q[2].X, at.Y+q[2].Y)
		case closePath:
			p.doc.ClosePath()
		}
	}
}

func (p *pdfWriter) alpha(c Color) { p.doc.SetAlpha(c.opacity(), "Normal") }

func (p *pdfWriter) fillColor(c Color) {
	p.alpha(c)
	p.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
}

func (p *pdfWriter) pen(s Stroke) {
	p.alpha(s.Color)
	p.doc.SetDrawColor(int(s.Color.R), int(s.Color.G), int(s.Color.B))
	p.doc.SetLineWidth(s.Width)
	p.doc.SetLineCapStyle([]string{Butt: "butt", Round: "round", Square: "square"}[s.Cap])
	p.doc.SetDashPattern(s.dashes(), 0)
}

func (p *pdfWriter) text(t Text) {
	p.font(t.Font)
	p.alpha(t.Color)
	p.doc.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
	x, y := p.at.X+t.X, p.at.Y+t.Y
	turned := t.Rotate != 0 || t.Font.Italic
	if turned {
		p.doc.TransformBegin()
		p.doc.TransformRotate(-t.Rotate, x, y)
	}
	x, y = x+t.indent(), y+t.drop()
	if t.Font.Italic {
		p.doc.TransformSkewX(math.Atan(slant)*180/math.Pi, x, y)
	}
	chars, _ := t.Font.face().layout(t.Content)
	unit := t.Font.Size / unitsPerEm
	for _, run := range runs(chars) {
		if run.box {
			p.box(run, x, y, unit, t.Color)
			continue
		}
		p.doc.Text(x+float64(run.x)*unit, y, run.text)
	}
	if turned {
		p.doc.TransformEnd()
	}
}

// font embeds a face when it is first used.
func (p *pdfWriter) font(f Font) {
	style, n := "", 0
	if f.Bold {
		style, n = "B", 1
	}
	if !p.has[n] {
		p.doc.AddUTF8FontFromBytes(fontName, style, append([]byte{}, f.face().ttf...))
		p.has[n] = true
	}
	p.doc.SetFont(fontName, style, f.Size)
}

// box draws a character that the font lacks.
func (p *pdfWriter) box(run run, x, y, unit float64, c Color) {
	if run.glyph.outline.Empty() {
		return
	}
	p.fillColor(c)
	m := Translation(x+float64(run.x)*unit, y).Times(Matrix{A: unit, D: unit})
	p.trace(run.glyph.outline.mapped(m.At), Point{})
	p.doc.DrawPath("F")
}
