package scene

// Scale makes the whole picture k times as large, its texts and lines too. The items of the picture it was stay as
// they are.
func (s *Scene) Scale(k float64) {
	s.Width, s.Height = s.Width*k, s.Height*k
	s.Items = scaledAll(s.Items, k)
}

func scaledAll(items []Item, k float64) []Item {
	out := make([]Item, len(items))
	for i, it := range items {
		out[i] = scaled(it, k)
	}
	return out
}

func scaled(item Item, k float64) Item {
	grow := func(o Outline) Outline { return o.mapped(func(p Point) Point { return P(p.X*k, p.Y*k) }) }
	switch it := item.(type) {
	case Rect:
		it.X, it.Y, it.W, it.H, it.Radius = it.X*k, it.Y*k, it.W*k, it.H*k, it.Radius*k
		it.Stroke = it.Stroke.scaled(k)
		return it
	case Line:
		it.X1, it.Y1, it.X2, it.Y2 = it.X1*k, it.Y1*k, it.X2*k, it.Y2*k
		it.Stroke = it.Stroke.scaled(k)
		return it
	case Circle:
		it.X, it.Y, it.R, it.Stroke = it.X*k, it.Y*k, it.R*k, it.Stroke.scaled(k)
		return it
	case Path:
		it.Outline, it.Stroke = grow(it.Outline), it.Stroke.scaled(k)
		return it
	case Hatch:
		width, gap := it.spacing()
		it.Area, it.Width, it.Gap, it.Stroke = grow(it.Area), width*k, gap*k, it.Stroke.scaled(k)
		return it
	case Text:
		it.X, it.Y, it.Font.Size = it.X*k, it.Y*k, it.Font.Size*k
		return it
	case *Group:
		g := *it
		g.X, g.Y, g.Items = g.X*k, g.Y*k, scaledAll(g.Items, k)
		return &g
	}
	return item
}

func (s Stroke) scaled(k float64) Stroke {
	s.Width *= k
	dash := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		dash[i] = d * k
	}
	s.Dash = dash
	return s
}
