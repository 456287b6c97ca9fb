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

// words holds a text of at most 16 bytes: with the length, equal words are
// equal texts. Longer texts give a hash.
type words struct{ low, high uint64 }

const wordsLength = 16

func wordsOf(b []byte) words {
	switch n := len(b); {
	case n > wordsLength:
		return words{maphash.Bytes(seed, b), 0}
	case n >= 8:
		return words{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[n-8:])}
	case n >= 4:
		return words{uint64(binary.LittleEndian.Uint32(b)), uint64(binary.LittleEndian.Uint32(b[n-4:]))}
	case n > 0:
		return words{uint64(b[0]) | uint64(b[n/2])<<8 | uint64(b[n-1])<<16, 0}
	}
	return words{}
}

// hash mixes the words and the length of a text.
func (w words) hash(length int) uint32 {
	high, low := bits.Mul64(w.low^secret[0], (w.high+uint64(length))^secret[1])
	return uint32((high ^ low) >> 16)
}
