package report

import (
	"errors"
	"path"
	"strings"
)

// ErrNoBrowser says that there is no browser to make PNG and PDF with.
var ErrNoBrowser = errors.New("geen Edge, Chrome of Chromium gevonden, en die is nodig voor PNG en PDF; kies --format svg, of gebruik de knop PNG op de pagina: die hebben er geen nodig")

// Lookup is what FindBrowser asks of the machine.
type Lookup struct {
	OS       string // as runtime.GOOS
	Getenv   func(string) string
	LookPath func(string) (string, error) // as exec.LookPath
	Exists   func(path string) bool       // a file
}

// Where browsers are: names on the search path, and fixed places. In a place on Windows the first part is an environment variable.
var (
	browserNames = map[string][]string{
		"windows": {"msedge", "chrome"},
		"darwin":  {"chromium", "google-chrome"},
		"":        {"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge"},
	}
	browserPlaces = map[string][]string{
		"windows": {
			`%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe`, `%ProgramFiles%\Microsoft\Edge\Application\msedge.exe`,
			`%ProgramFiles%\Google\Chrome\Application\chrome.exe`, `%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe`,
			`%LocalAppData%\Google\Chrome\Application\chrome.exe`, `%LocalAppData%\Chromium\Application\chrome.exe`,
		},
		"darwin": {
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
			"/Applications/Chromium.app/Contents/MacOS/Chromium", "%HOME%/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		},
		"": {"/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"},
	}
)

// browserVariable names the environment variable with which a user points at his browser.
const browserVariable = "HERSTEL_BROWSER"

// FindBrowser gives the path of an Edge, Chrome or Chromium: the one that HERSTEL_BROWSER names, else one in its usual place, else one on the search
// path. Without any it gives ErrNoBrowser.
func FindBrowser(l Lookup) (string, error) {
	if own := l.Getenv(browserVariable); own != "" {
		if l.Exists(own) {
			return own, nil
		}
		return "", errors.New("de browser waar " + browserVariable + " naar wijst bestaat niet; wijs naar het programma van Edge, Chrome of Chromium, of haal de variabele weg")
	}
	for _, place := range forOS(browserPlaces, l.OS) {
		if p, ok := expand(place, l.Getenv); ok && l.Exists(p) {
			return p, nil
		}
	}
	for _, name := range forOS(browserNames, l.OS) {
		if p, err := l.LookPath(name); err == nil {
			return p, nil
		}
	}
	return "", ErrNoBrowser
}

func forOS(table map[string][]string, system string) []string {
	if list, ok := table[system]; ok {
		return list
	}
	return table[""]
}

// expand fills in the variable that a place begins with; ok is false where it is not set.
func expand(place string, getenv func(string) string) (expanded string, ok bool) {
	if !strings.HasPrefix(place, "%") {
		return path.Clean(place), true
	}
	name, rest, _ := strings.Cut(place[1:], "%")
	value := getenv(name)
	return value + rest, value != ""
}
