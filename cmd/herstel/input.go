package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"herstel/stats/rules"
)

// exportFile is one export to read.
type exportFile struct {
	path  string
	name  string // as it shows in outputs: the base name where that is enough
	sheet string // empty: the sheet that has the header
	stdin bool   // it comes from standard input
}

// expand turns the --input values into files. Globs are expanded here, as
// Windows shells do not; a name that exists is never taken for a glob.
func expand(patterns []string) ([]exportFile, error) {
	var files []exportFile
	for _, pattern := range patterns {
		if pattern == stdinPath {
			files = append(files, exportFile{path: stdinPath, stdin: true})
			continue
		}
		found, err := expandOne(pattern, "")
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return named(distinct(files)), nil
}

// expandConfigured turns the bronnen of a herstel.yaml into files. Their paths
// are relative to the folder that the file stands in.
func expandConfigured(inputs []rules.Input, folder string) ([]exportFile, error) {
	var files []exportFile
	for _, in := range inputs {
		if strings.ContainsFunc(in.Path, unicode.IsControl) {
			return nil, wrongUse(`schrijf / in plaats van \; tussen dubbele aanhalingstekens betekenen \t en \n iets anders`,
				"in een pad onder bronnen staat een tab of een nieuwe regel: %s", quote(in.Path))
		}
		path := filepath.FromSlash(in.Path)
		if !filepath.IsAbs(path) {
			path = filepath.Join(folder, path)
		}
		found, err := expandOne(path, in.Sheet)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return named(distinct(files)), nil
}

func expandOne(pattern, sheet string) ([]exportFile, error) {
	if err := nameError(pattern); err != nil {
		return nil, err
	}
	info, err := os.Stat(pattern)
	switch {
	case err == nil && info.IsDir():
		return nil, failed(nil, "geef een bestand, of "+quote(filepath.Join(pattern, "*.xlsx")), "%s is een map",
			pattern)
	case err == nil:
		return []exportFile{{path: pattern, sheet: sheet}}, nil
	case !strings.ContainsAny(pattern, "*?["):
		return nil, readError(pattern, err)
	}
	paths, err := glob(pattern)
	if err != nil && !errors.Is(err, filepath.ErrBadPattern) {
		return nil, err
	}
	if err != nil {
		return nil, wrongUse("gebruik * voor een stuk van een naam, zoals exports/*.xlsx", "het patroon %s klopt niet",
			quote(pattern))
	}
	var files []exportFile
	for _, path := range paths {
		base := filepath.Base(path)
		info, err := os.Stat(path)
		// ~$ is what Excel puts beside a workbook that is open.
		if err != nil || info.IsDir() || strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".") {
			continue
		}
		files = append(files, exportFile{path: path, sheet: sheet})
	}
	if len(files) == 0 {
		return nil, failed(fs.ErrNotExist, "kijk of de map en de naam kloppen", "geen bestand past bij %s",
			quote(pattern))
	}
	slices.SortFunc(files, func(a, b exportFile) int { return strings.Compare(a.path, b.path) })
	return files, nil
}

// distinct drops a file that was named before, by whatever path.
func distinct(files []exportFile) []exportFile {
	var kept []exportFile
	var infos []fs.FileInfo
	for _, f := range files {
		info, err := os.Stat(f.path)
		if f.stdin {
			info, err = nil, nil
		}
		same := func(i int) bool {
			if f.stdin || kept[i].stdin {
				return f.stdin == kept[i].stdin
			}
			return err == nil && infos[i] != nil && os.SameFile(infos[i], info) && kept[i].sheet == f.sheet
		}
		seen := false
		for i := range kept {
			seen = seen || same(i)
		}
		if !seen {
			kept, infos = append(kept, f), append(infos, info)
		}
	}
	return kept
}

// named gives each file a name to show: its base name, or as much of its path
// as it takes to tell files with the same base name apart.
func named(files []exportFile) []exportFile {
	for i := range files {
		if files[i].stdin {
			files[i].name = stdinName
			continue
		}
		for parts := 1; ; parts++ {
			files[i].name = tail(files[i].path, parts)
			if tail(files[i].path, parts+1) == files[i].name || !nameTaken(files, i, parts) {
				break
			}
		}
	}
	return files
}

func nameTaken(files []exportFile, i, parts int) bool {
	for j := range files {
		if j != i && tail(files[j].path, parts) == tail(files[i].path, parts) {
			return true
		}
	}
	return false
}

// tail returns the last parts of a path, with forward slashes.
func tail(path string, parts int) string {
	pieces := strings.Split(filepath.ToSlash(filepath.Clean(path)), "/")
	if len(pieces) > parts {
		pieces = pieces[len(pieces)-parts:]
	}
	return strings.Join(pieces, "/")
}

// readError words why a file could not be opened or read.
func readError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failed(err, "kijk of de map en de naam kloppen", "het bestand %s is er niet", path)
	case isLocked(err):
		return failed(err, "sluit het bestand in Excel en probeer het opnieuw",
			"%s is in gebruik door een ander programma", path)
	case errors.Is(err, fs.ErrPermission):
		return failed(err, "vraag toegang, of maak een kopie in je eigen map", "je mag %s niet lezen", path)
	case isLoop(err):
		return failed(err, "geef de plaats van het bestand zelf", "%s is een snelkoppeling die naar zichzelf wijst",
			path)
	case isTooLong(err):
		return failed(err, "geef het bestand een kortere naam, of zet het in een map met een kortere naam",
			"de naam van dit bestand is te lang: %s…", short(path))
	}
	return failed(err, "kijk of de schijf nog verbonden is, en probeer het opnieuw", "%s is niet te lezen (%s)", path,
		reason(err))
}

// short returns the beginning of a name that is too long to show.
func short(path string) string {
	const shown = 40
	runes := []rune(path)
	return string(runes[:min(len(runes), shown)])
}
