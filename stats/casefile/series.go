package casefile

// series are the exact set of the case numbers that look as most do: a short
// beginning and digits that run up. Such a number costs a bit.
//
// The bits lie in pages that are made when they are needed, up to a bound. From
// then on no page is made, so a number is of a series always or never.
type series struct {
	starts map[seriesStart]*seriesBits
	recent *seriesBits
	pages  int
}

// seriesStart is what the numbers of one series share.
type seriesStart struct {
	text   string // what stands before the digits
	digits int    // how many there are, leading zeros too
}

const (
	seriesDigits = 7 // digits before the last seven belong to the text
	seriesLimit  = 10_000_000
	seriesPage   = 1 << 15 // numbers
	mostStarts   = 256
	mostPages    = 4096 // 16 MB
)

// seriesBits are the numbers of one series that are in the set.
type seriesBits struct {
	start seriesStart
	pages [(seriesLimit + seriesPage - 1) / seriesPage]*[seriesPage / 64]uint64 // nil where there are none
}

// find returns the word that holds the bit of a number, or nil when there is
// none and, with create, will never be one.
func (s *series) find(number []byte, create bool) (word *uint64, bit uint64) {
	value, scale, cut := 0, 1, len(number)
	for cut > 0 && len(number)-cut < seriesDigits && number[cut-1]-'0' <= 9 {
		cut--
		value += int(number[cut]-'0') * scale
		scale *= 10
	}
	digits := len(number) - cut
	if digits == 0 {
		return nil, 0
	}
	bits := s.recent
	if bits == nil || digits != bits.start.digits || string(number[:cut]) != bits.start.text {
		if bits = s.of(number[:cut], digits, create); bits == nil {
			return nil, 0
		}
	}
	page := &bits.pages[value/seriesPage]
	if *page == nil {
		if !create || s.pages == mostPages {
			return nil, 0
		}
		*page = new([seriesPage / 64]uint64)
		s.pages++
	}
	return &(*page)[value%seriesPage/64], 1 << (value % 64)
}

// of returns the series with a start, or nil.
func (s *series) of(text []byte, digits int, create bool) *seriesBits {
	bits := s.starts[seriesStart{string(text), digits}]
	if bits == nil {
		if !create || len(s.starts) == mostStarts {
			return nil
		}
		bits = &seriesBits{start: seriesStart{string(text), digits}}
		s.starts[bits.start] = bits
	}
	s.recent = bits
	return bits
}
