package logo

import "strings"

// pathData reads the d attribute of a path, as SVG 1.1 section 8.3 describes it. It reports false where the text is
// no path.
func pathData(text string) (outline, bool) {
	p := &pen{scan: scanner{text: text}}
	var verb byte
	for p.scan.space(); p.scan.left() > 0; p.scan.space() {
		if c := p.scan.text[0]; strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", c) >= 0 {
			verb = c
			p.scan.text = p.scan.text[1:]
		} else if verb == 0 || verb|32 == 'z' {
			return nil, false
		}
		if !p.step(verb) {
			return nil, false
		}
		switch verb { // more pairs after a move are lines
		case 'M':
			verb = 'L'
		case 'm':
			verb = 'l'
		}
	}
	return p.out, true
}

// pen is where a path has come.
type pen struct {
	scan           scanner
	out            outline
	x, y           float64 // the present point
	startX, startY float64 // where the part began
	lastX, lastY   float64 // the last control point, for a smooth curve
	last           byte    // the last command, in lower case
}

// step does one command with its numbers.
func (p *pen) step(verb byte) bool {
	low := verb | 32
	if len(p.out) == 0 && low != 'm' {
		return false
	}
	if p.last == 'z' && low != 'm' && low != 'z' {
		p.out.move(p.x, p.y)
	}
	var n [7]float64
	for i := range counts[low] {
		var ok bool
		flag := low == 'a' && (i == 3 || i == 4)
		if n[i], ok = p.scan.number(flag); !ok {
			return false
		}
	}
	if verb >= 'a' {
		p.relative(low, &n)
	}
	ok := p.do(low, n)
	p.last = low
	return ok
}

// counts is how many numbers each command takes.
var counts = map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 's': 4, 'q': 4, 't': 2, 'a': 7, 'z': 0}

// relative adds the present point to the numbers of a command in lower case.
func (p *pen) relative(low byte, n *[7]float64) {
	switch low {
	case 'h':
		n[0] += p.x
	case 'v':
		n[0] += p.y
	case 'a':
		n[5] += p.x
		n[6] += p.y
	default:
		for i := 0; i < counts[low]; i += 2 {
			n[i] += p.x
			n[i+1] += p.y
		}
	}
}

// do draws a command whose numbers are absolute.
func (p *pen) do(low byte, n [7]float64) bool {
	switch low {
	case 'm':
		p.out.move(n[0], n[1])
		p.x, p.y, p.startX, p.startY = n[0], n[1], n[0], n[1]
	case 'l':
		p.to(n[0], n[1])
	case 'h':
		p.to(n[0], p.y)
	case 'v':
		p.to(p.x, n[0])
	case 'c':
		p.curve(n[0], n[1], n[2], n[3], n[4], n[5])
	case 's':
		x, y := p.mirrored("cs")
		p.curve(x, y, n[0], n[1], n[2], n[3])
	case 'q':
		p.quadratic(n[0], n[1], n[2], n[3])
	case 't':
		x, y := p.mirrored("qt")
		p.quadratic(x, y, n[0], n[1])
	case 'a':
		return p.arc(n)
	case 'z':
		p.out.close()
		p.x, p.y = p.startX, p.startY
	}
	return true
}

func (p *pen) to(x, y float64) {
	p.out.line(x, y)
	p.x, p.y = x, y
}

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	p.out.curve(x1, y1, x2, y2, x, y)
	p.lastX, p.lastY, p.x, p.y = x2, y2, x, y
}

// quadratic draws a curve with one control point as one with two.
func (p *pen) quadratic(cx, cy, x, y float64) {
	p.out.curve(p.x+(cx-p.x)*2/3, p.y+(cy-p.y)*2/3, x+(cx-x)*2/3, y+(cy-y)*2/3, x, y)
	p.lastX, p.lastY, p.x, p.y = cx, cy, x, y
}

// mirrored is the control point of a smooth curve: the last one on the other side of the present point, after a
// command of the same kind.
func (p *pen) mirrored(kind string) (x, y float64) {
	if strings.IndexByte(kind, p.last) < 0 {
		return p.x, p.y
	}
	return 2*p.x - p.lastX, 2*p.y - p.lastY
}
