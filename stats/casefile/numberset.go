package casefile

import (
	"encoding/binary"
)

// numberSet is the exact set of the case numbers that count. The numbers that
// are of no series lie end to end in pages; a slot holds 32 bits of the hash
// and the place of the number, so that equality is always decided on the bytes.
type numberSet struct {
	series   series
	slots    []uint64 // hash<<32 | place+1; 0 is free
	pages    [][]byte
	count    int // of the numbers in pages
	expected int // how many there will be, if there are more than a few

	touched uint64
}

const (
	pageBits  = 20
	pageSize  = 1 << pageBits
	placeUnit = 4 // numbers start at multiples of this, so 32 bits of place reach 16 GiB
)

func newNumberSet() *numberSet {
	return &numberSet{series: series{starts: map[seriesStart]*seriesBits{}}, slots: make([]uint64, 1<<12)}
}

func hashNumber(number []byte) uint32 { return wordsOf(number).hash(len(number)) }

// has reports whether number is in the set.
func (s *numberSet) has(number []byte) bool {
	if word, bit := s.series.find(number, false); word != nil {
		return *word&bit != 0
	}
	_, found := s.find(number, hashNumber(number))
	return found
}

// add puts number in the set and reports whether it was new.
func (s *numberSet) add(number []byte) bool {
	if word, bit := s.series.find(number, true); word != nil {
		isNew := *word&bit == 0
		*word |= bit
		return isNew
	}
	hash := hashNumber(number)
	slot, found := s.find(number, hash)
	if found {
		return false
	}
	s.slots[slot] = uint64(hash)<<32 | uint64(s.store(number)+1)
	if s.count++; s.count*4 > len(s.slots)*3 {
		s.reserve(max(s.count*2, s.expected))
	}
	return true
}

// find returns the slot of number, or the free slot where it belongs.
func (s *numberSet) find(number []byte, hash uint32) (slot int, found bool) {
	mask := len(s.slots) - 1
	for i := int(hash) & mask; ; i = (i + 1) & mask {
		entry := s.slots[i]
		if entry == 0 {
			return i, false
		}
		if uint32(entry>>32) == hash && string(s.at(uint32(entry)-1)) == string(number) {
			return i, true
		}
	}
}

// warm touches the slots that a batch of numbers leads to, so that the memory
// they lie in is fetched side by side instead of one after the other. A set
// whose numbers are all of a series has no use for that.
func (s *numberSet) warm(b *batch) {
	if s.count < 1<<12 {
		return
	}
	mask := len(s.slots) - 1
	touched := uint64(0)
	for i := range b.records {
		touched += s.slots[int(hashNumber(b.number(i)))&mask]
	}
	s.touched = touched // the compiler drops a load that nothing uses
}

// reserve makes room for n numbers that are of no series.
func (s *numberSet) reserve(n int) {
	size := len(s.slots)
	for size*3 < n*4 {
		size *= 2
	}
	if size > len(s.slots) {
		s.resize(size)
	}
}

func (s *numberSet) resize(size int) {
	old := s.slots
	s.slots = make([]uint64, size)
	mask := size - 1
	for _, entry := range old {
		if entry == 0 {
			continue
		}
		i := int(entry>>32) & mask
		for s.slots[i] != 0 {
			i = (i + 1) & mask
		}
		s.slots[i] = entry
	}
}

// store appends number, behind its length, and returns its place.
func (s *numberSet) store(number []byte) uint32 {
	need := binary.MaxVarintLen32 + len(number) + placeUnit
	last := len(s.pages) - 1
	if last < 0 || len(s.pages[last])+need > pageSize {
		s.pages = append(s.pages, make([]byte, 0, max(need, pageSize)))
		last++
	}
	page := s.pages[last]
	place := uint32((last<<pageBits | len(page)) / placeUnit)
	page = binary.AppendUvarint(page, uint64(len(number)))
	page = append(page, number...)
	for len(page)%placeUnit != 0 {
		page = append(page, 0)
	}
	s.pages[last] = page
	return place
}

func (s *numberSet) at(place uint32) []byte {
	offset := int(place) * placeUnit
	page := s.pages[offset>>pageBits][offset&(pageSize-1):]
	length, n := binary.Uvarint(page)
	return page[n : n+int(length)]
}
