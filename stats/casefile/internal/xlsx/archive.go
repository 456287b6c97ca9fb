package xlsx

import (
	"archive/zip"
	"bufio"
	"cmp"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strings"

	"herstel/stats/casefile/internal/grid"
)

// Limits of the parts of a workbook. A sheet is streamed, so its limit guards
// time alone; the other parts are kept.
const (
	maxEntries      = 20000
	maxSheetBytes   = 8 << 30
	maxStringsBytes = 512 << 20
	maxPartBytes    = 64 << 20
	bombRatio       = 400      // no real part is packed tighter than this
	bombBytes       = 16 << 20 // below this, the ratio does not matter
)

var (
	errCut      = grid.NewFault("het bestand is beschadigd of afgekapt", grid.HintRepair)
	errTooLarge = grid.NewFault("een onderdeel van het bestand is te groot",
		"splits de export, bijvoorbeeld per jaar, of sla hem op als CSV")
	errBomb = grid.NewFault("een onderdeel is verdacht sterk gecomprimeerd (zip-bom)",
		"vertrouw dit bestand niet; vraag om een nieuwe export")
)

// archive is the zip container of a workbook.
type archive struct {
	entries map[string]*zip.File // by lower-case name
}

// openArchive checks the directory of the container: no entry twice, none
// encrypted, none over another.
func openArchive(in grid.Input) (*archive, error) {
	r, err := zip.NewReader(in.Data, in.Size)
	if err != nil {
		return nil, readFault(err, errCut)
	}
	if len(r.File) > maxEntries {
		return nil, errTooLarge
	}
	type extent struct{ from, to int64 }
	var extents []extent
	a := &archive{entries: map[string]*zip.File{}}
	for _, f := range r.File {
		name := strings.ToLower(f.Name)
		if _, twice := a.entries[name]; twice {
			return nil, grid.NewFault("het bestand heeft twee onderdelen met dezelfde naam", grid.HintRepair)
		}
		if f.Flags&1 != 0 {
			return nil, grid.NewFault("het bestand is versleuteld", "haal de beveiliging weg en sla het op als .xlsx")
		}
		offset, err := f.DataOffset()
		if err != nil || f.CompressedSize64 > uint64(in.Size) || offset+int64(f.CompressedSize64) > in.Size {
			return nil, readFault(err, errCut)
		}
		a.entries[name] = f
		extents = append(extents, extent{offset, offset + int64(f.CompressedSize64)})
	}
	slices.SortFunc(extents, func(a,
		b extent) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	for i := 1; i < len(extents); i++ {
		if extents[i].from < extents[i-1].to {
			return nil, grid.NewFault("onderdelen van het bestand liggen over elkaar heen",
				"vertrouw dit bestand niet; vraag om een nieuwe export")
		}
	}
	return a, nil
}

// readFault tells an error of the disk from trouble with the content.
func readFault(err error, content *grid.Fault) error {
	var corrupt flate.CorruptInputError
	switch {
	case err == nil, errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrAlgorithm), errors.Is(err, zip.ErrChecksum),
		errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &corrupt):
		return content
	}
	return grid.NewDiskError(err)
}

// has reports whether the archive has a part.
func (a *archive) has(name string) bool { return a.entries[partKey(name)] != nil }

func partKey(name string) string {
	return strings.TrimPrefix(strings.ToLower(path.Clean("/"+strings.ReplaceAll(name, `\`, "/"))), "/")
}

// open opens a part for reading. The reader fails unless the part has exactly
// the declared size and checksum, and is text that XML may hold.
func (a *archive) open(name string, limit uint64) (*partReader, error) {
	f := a.entries[partKey(name)]
	if f == nil {
		return nil, grid.NewFault("een onderdeel van de werkmap ontbreekt", grid.HintRepair)
	}
	size, packed := f.UncompressedSize64, f.CompressedSize64
	switch {
	case size > bombBytes && size/bombRatio > packed:
		return nil, errBomb
	case size > limit:
		return nil, errTooLarge
	}
	raw, err := f.OpenRaw()
	if err != nil {
		return nil, readFault(err, errCut)
	}
	p := &partReader{size: size, sum: f.CRC32}
	switch f.Method {
	case zip.Store:
		p.src = raw
	case zip.Deflate:
		p.src = flate.NewReader(bufio.NewReaderSize(raw, 64<<10))
	default:
		return nil, grid.NewFault("het bestand is gecomprimeerd op een manier die herstel niet kent",
			grid.HintSaveAsXLSX)
	}
	return p, nil
}

// partReader reads one part and verifies it.
type partReader struct {
	src  io.Reader
	size uint64 // as declared
	sum  uint32 // as declared
	read uint64
	crc  uint32
	text grid.TextCheck
}

// Read gives the next bytes of the part, and io.EOF only when all of it is as
// declared.
func (p *partReader) Read(b []byte) (int, error) {
	n, err := p.src.Read(b)
	p.read += uint64(n)
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b[:n])
	if p.read > p.size {
		return 0, errCut
	}
	if fault := p.text.Check(b[:n]); fault != nil {
		return 0, fault
	}
	switch {
	case err == nil:
		return n, nil
	case err != io.EOF:
		return 0, readFault(err, errCut)
	case p.read != p.size || p.crc != p.sum || !p.text.Whole():
		return 0, errCut
	}
	return n, io.EOF
}
