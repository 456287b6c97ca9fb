package scene

import "strings"

func (v *svgWriter) open(g *Group) {
	v.start("g")
	if id := identifier(g.ID); id != "" {
		v.attr("id", v.prefix+id)
	}
	if c := clean(g.Class); c != "" {
		v.attr("class", c)
	}
	if k := clean(g.Key); k != "" {
		v.attr("data-key", k)
	}
	if g.X != 0 || g.Y != 0 {
		v.attr("transform", "translate("+number(g.X)+" "+number(g.Y)+")")
	}
	v.raw(">\n")
	v.element("title", "", g.Title)
}

func (v *svgWriter) close() { v.raw("</g>\n") }

func (v *svgWriter) rect(r Rect) {
	v.start("rect")
	v.num("x", r.X)
	v.num("y", r.Y)
	v.num("width", r.W)
	v.num("height", r.H)
	if r.Radius > 0 {
		v.num("rx", r.Radius)
	}
	v.fill(r.Fill)
	v.stroke(r.Stroke)
	v.join(r.Stroke)
	v.raw("/>\n")
}

// join rounds the corners of a stroke.
func (v *svgWriter) join(s Stroke) {
	if s.visible() {
		v.attr("stroke-linejoin", "round")
	}
}

func (v *svgWriter) line(l Line) {
	v.start("line")
	v.num("x1", l.X1)
	v.num("y1", l.Y1)
	v.num("x2", l.X2)
	v.num("y2", l.Y2)
	v.stroke(l.Stroke)
	v.raw("/>\n")
}

func (v *svgWriter) circle(c Circle) {
	v.start("circle")
	v.num("cx", c.X)
	v.num("cy", c.Y)
	v.num("r", c.R)
	v.fill(c.Fill)
	v.stroke(c.Stroke)
	v.raw("/>\n")
}

func (v *svgWriter) path(p Path) {
	v.start("path")
	v.attr("d", pathData(p.Outline))
	v.fill(p.Fill)
	v.stroke(p.Stroke)
	v.join(p.Stroke)
	v.raw("/>\n")
}

func (v *svgWriter) text(t Text) {
	v.start("text")
	if t.Rotate == 0 {
		v.num("x", t.X)
		v.num("y", t.Y+t.drop())
	} else {
		v.attr("transform", "translate("+number(t.X)+" "+number(t.Y)+") rotate("+number(t.Rotate)+")")
		v.num("y", t.drop())
	}
	v.num("font-size", t.Font.Size)
	if t.Font.Bold {
		v.attr("font-weight", "bold")
	}
	if t.Font.Italic {
		v.attr("font-style", "italic")
	}
	switch t.Anchor {
	case Middle:
		v.attr("text-anchor", "middle")
	case End:
		v.attr("text-anchor", "end")
	}
	v.fill(t.Color)
	v.raw(">" + escape(t.Content) + "</text>\n")
}

// pathData writes an outline as the d attribute has it.
func pathData(o Outline) string {
	var b strings.Builder
	for _, s := range o.segments {
		b.WriteByte("MLCZ"[s.verb])
		for i, q := range s.points {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(q.X) + " " + number(q.Y))
		}
	}
	return b.String()
}
