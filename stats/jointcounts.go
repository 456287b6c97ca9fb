package stats

import "herstel/stats/rules"

// jointKey packs one combination of the facts of a case. A rejected case keeps
// its reason alone, a pending one nothing: no figure asks for more.
type jointKey struct {
	facts  uint64 // cohort 12 bits, stream 2, willing 1, contact 1, referrer 16, initiator 16, offence 16
	detail uint64 // reason of a rejected case, form of an assigned one
}

const (
	offenceShift   = 0
	initiatorShift = 16
	referrerShift  = 32
	contactBit     = 1 << 48
	willingBit     = 1 << 49
	streamShift    = 50
	cohortShift    = 52
	codeMask       = 1<<16 - 1
)

func keyOf(cohort int, c *Case) jointKey {
	key := jointKey{facts: uint64(cohort)<<cohortShift | uint64(c.Stream)<<streamShift}
	switch c.Stream {
	case Rejected:
		key.detail = uint64(c.Reason)
	case Assigned:
		key.detail = uint64(c.Form)
		key.facts |= uint64(c.Offence)<<offenceShift | uint64(c.Initiator)<<initiatorShift |
			uint64(c.Referrer)<<referrerShift
		if c.Willing == Yes {
			key.facts |= willingBit
		}
		if c.Contact == Yes {
			key.facts |= contactBit
		}
	}
	return key
}

func (k jointKey) cohort() int           { return int(k.facts >> cohortShift) }
func (k jointKey) stream() Stream        { return Stream(k.facts >> streamShift & 3) }
func (k jointKey) willing() bool         { return k.facts&willingBit != 0 }
func (k jointKey) contact() bool         { return k.facts&contactBit != 0 }
func (k jointKey) referrer() rules.Code  { return rules.Code(k.facts >> referrerShift & codeMask) }
func (k jointKey) initiator() rules.Code { return rules.Code(k.facts >> initiatorShift & codeMask) }
func (k jointKey) offence() rules.Code   { return rules.Code(k.facts >> offenceShift & codeMask) }
func (k jointKey) detailCode() rules.Code {
	return rules.Code(k.detail)
}

// jointCounts counts combinations in a hash table with open addressing; a Go
// map costs a reader of a million rows as much as the rest of the counting.
type jointCounts struct {
	slots []jointSlot // a power of two; facts is 0 in a free slot, as no cohort is 0
	used  int
}

type jointSlot struct {
	key jointKey
	n   int
}

func (j *jointCounts) add(key jointKey, n int) {
	if 2*j.used >= len(j.slots) {
		j.grow()
	}
	slot := j.find(key)
	if slot.key.facts == 0 {
		slot.key = key
		j.used++
	}
	slot.n += n
}

func (j *jointCounts) find(key jointKey) *jointSlot {
	mask := uint64(len(j.slots) - 1)
	hash := (key.facts ^ key.detail*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93
	for at := (hash ^ hash>>32) & mask; ; at = (at + 1) & mask {
		slot := &j.slots[at]
		if slot.key == key || slot.key.facts == 0 {
			return slot
		}
	}
}

func (j *jointCounts) grow() {
	old := j.slots
	j.slots = make([]jointSlot, max(256, 2*len(old)))
	for _, slot := range old {
		if slot.key.facts != 0 {
			*j.find(slot.key) = slot
		}
	}
}

// all walks the combinations that have cases, in no fixed order.
func (j *jointCounts) all(yield func(jointKey, int) bool) {
	for _, slot := range j.slots {
		if slot.n != 0 && !yield(slot.key, slot.n) {
			return
		}
	}
}
