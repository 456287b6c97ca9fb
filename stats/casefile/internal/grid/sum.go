package grid

import (
	"encoding/hex"
	"hash"
)

// HexSum returns the SHA-256 of everything hashed so far.
func HexSum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// MaxColumns is the number of columns of the widest sheet that Excel makes.
const MaxColumns = 16384

// ByteOrderMark may stand at the start of a text in UTF-8.
var ByteOrderMark = []byte("\uFEFF")
