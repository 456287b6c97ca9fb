package casefile

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
)

// seed makes the hashes of one run; they never reach a result.
var seed = maphash.MakeSeed()

// secret keeps the hashes of short texts from being foreseen.
var secret = [2]uint64{maphash.Bytes(seed, []byte{0}) | 1, maphash.Bytes(seed, []byte{1})}

// words holds a text of at most 16 bytes, with zeros behind it: with the length,
// equal words are equal texts. Longer texts give a hash.
type words struct{ low, high uint64 }

const wordsLength = 16

// keep is what remains of sixteen bytes that begin with a text, by its length.
var keep = func() (masks [wordsLength + 1]words) {
	for n := range masks {
		masks[n].low = 1<<(8*min(n, 8)) - 1
		masks[n].high = 1<<(8*max(n-8, 0)) - 1
	}
	return masks
}()

// wordsOf takes sixteen bytes at once where the memory behind the text allows
// it: texts of a column differ in length, and a processor guesses wrong when
// each length has a way of its own.
func wordsOf(b []byte) words {
	if len(b) > wordsLength {
		return words{maphash.Bytes(seed, b), 0}
	}
	if cap(b) < wordsLength {
		var padded [wordsLength]byte
		copy(padded[:], b)
		return words{binary.LittleEndian.Uint64(padded[:8]), binary.LittleEndian.Uint64(padded[8:])}
	}
	whole, mask := (*[wordsLength]byte)(b[:wordsLength]), &keep[len(b)]
	return words{binary.LittleEndian.Uint64(whole[:8]) & mask.low, binary.LittleEndian.Uint64(whole[8:]) & mask.high}
}

// hash mixes the words and the length of a text.
func (w words) hash(length int) uint32 {
	high, low := bits.Mul64(w.low^secret[0], (w.high+uint64(length))^secret[1])
	return uint32((high ^ low) >> 16)
}
