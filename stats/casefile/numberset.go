package casefile

import (
	"encoding/binary"
)

// numberSet is the exact set of the case numbers that count. The numbers lie
// end to end in pages; a slot holds 32 bits of the hash and the place of the
// number, so that equality is always decided on the bytes.
type numberSet struct {
	slots []uint64 // hash<<32 | place+1; 0 is free
	pages [][]byte
	count int

	touched uint64
}

const (
	pageBits  = 20
	pageSize  = 1 << pageBits
	placeUnit = 4 // numbers start at multiples of this, so 32 bits of place reach 16 GiB
)

func newNumberSet() *numberSet { return &numberSet{slots: make([]uint64, 1<<12)} }

// hashNumber is the hash that find and add expect.
func hashNumber(number []byte) uint32 { return wordsOf(number).hash(len(number)) }

// has reports whether number is in the set.
func (s *numberSet) has(number []byte, hash uint32) bool {
	_, found := s.find(number, hash)
	return found
}

// add puts number in the set and reports whether it was new.
func (s *numberSet) add(number []byte, hash uint32) bool {
	slot, found := s.find(number, hash)
	if found {
		return false
	}
	s.slots[slot] = uint64(hash)<<32 | uint64(s.store(number)+1)
	if s.count++; s.count*4 > len(s.slots)*3 {
		s.resize(len(s.slots) * 2)
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

// warm touches the slots that a number of hashes lead to, so that the memory
// they lie in is fetched side by side instead of one after the other.
func (s *numberSet) warm(records []record) {
	mask := len(s.slots) - 1
	touched := uint64(0)
	for i := range records {
		touched += s.slots[int(records[i].hash)&mask]
	}
	s.touched = touched // the compiler drops a load that nothing uses
}

// reserve makes room for n numbers in all.
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
