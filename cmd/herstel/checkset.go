package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/pflag"

	"herstel/stats/nl"
)

// checkFolder says whether the files of each report in a folder belong
// together. It changes nothing.
func checkFolder(sys system, folder string, flags *pflag.FlagSet) error {
	var others error
	flags.Visit(func(f *pflag.Flag) {
		if f.Name != "out" {
			others = wrongUse("geef die opdrachten na elkaar",
				"--out kijkt alleen naar een map en kan niet samen met --%s", f.Name)
		}
	})
	if others != nil {
		return others
	}
	entries, err := sys.disk.ReadDir(folder)
	if err != nil {
		return noFolder(folder, err)
	}
	var sets []*fileSet
	for _, e := range entries {
		if filepath.Ext(e.Name()) != filepath.Ext(setName) {
			continue
		}
		if s := readSet(sys.disk, folder, e.Name()); s != nil && e.Name() == fmt.Sprintf(setName, s.Year) {
			sets = append(sets, s)
		}
	}
	cut := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == stagingName })
	if len(sets) == 0 && !cut {
		return failed(nil, "noem de map waarin herstel report het verslag schreef",
			"in %s staat geen verslag van herstel", folder)
	}
	whole := !cut
	for _, s := range sets {
		faults, err := s.faults(sys.disk, folder)
		if err != nil {
			return err
		}
		s.write(sys.stdout, folder, faults)
		whole = whole && len(faults) == 0
	}
	if cut {
		fmt.Fprintf(sys.stdout, "%s\n  herstel is afgebroken bij het schrijven, of schrijft nu\n",
			filepath.Join(folder, stagingName))
	}
	if whole {
		return nil
	}
	return refused("maak het verslag opnieuw met herstel report; die zet ook recht wat een afgebroken run achterliet",
		"in %s hoort niet alles bij elkaar", folder)
}

func (s *fileSet) write(w io.Writer, folder string, faults []string) {
	fmt.Fprintf(w, "%s: het verslag van %d\n", folder, s.Year)
	if len(faults) == 0 {
		fmt.Fprintf(w, "  %s, en alles hoort bij elkaar%s\n", nl.Count(len(s.Files)+1, "bestand", "bestanden"),
			s.named())
	}
	for _, f := range faults {
		fmt.Fprintf(w, "  %s\n", f)
	}
}

// named tells the kenmerk of the report, where it has one.
func (s *fileSet) named() string {
	if s.Run == "" {
		return ""
	}
	return " (kenmerk " + s.Run + ")"
}

// noFolder words why a folder cannot be listed.
func noFolder(folder string, err error) error {
	const hint = "noem de map waarin herstel report het verslag schreef"
	switch {
	case isFile(folder): // Windows calls a file not there when it is listed as a folder
		return failed(err, hint, "%s is een bestand, geen map", folder)
	case errors.Is(err, fs.ErrNotExist):
		return failed(err, hint, "de map %s is er niet", folder)
	}
	return readError(folder, err)
}
