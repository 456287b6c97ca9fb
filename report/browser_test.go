package report

import (
	"errors"
	"os/exec"
	"testing"
)

func TestFindBrowser(t *testing.T) {
	windows := map[string]string{"ProgramFiles": `C:\Program Files`, "ProgramFiles(x86)": `C:\Program Files (x86)`}
	tests := []struct {
		name, os string
		env      map[string]string
		files    []string
		path     map[string]string
		want     string
	}{
		{"Edge comes first on Windows", "windows", windows, []string{`C:\Program Files\Google\Chrome\Application\chrome.exe`, `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`}, nil,
			`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`},
		{"Chrome for one user on Windows", "windows", map[string]string{"LocalAppData": `C:\Users\a\AppData\Local`}, []string{`C:\Users\a\AppData\Local\Google\Chrome\Application\chrome.exe`}, nil,
			`C:\Users\a\AppData\Local\Google\Chrome\Application\chrome.exe`},
		{"Chrome on macOS", "darwin", nil, []string{"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"}, nil, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"},
		{"Edge on macOS", "darwin", nil, []string{"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"}, nil, "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"},
		{"Chromium on Linux", "linux", nil, nil, map[string]string{"chromium": "/usr/bin/chromium", "google-chrome": "/usr/bin/google-chrome"}, "/usr/bin/chromium"},
		{"another system goes as Linux", "freebsd", nil, nil, map[string]string{"microsoft-edge": "/usr/local/bin/microsoft-edge"}, "/usr/local/bin/microsoft-edge"},
		{"the user's own", "linux", map[string]string{"HERSTEL_BROWSER": "/opt/b"}, []string{"/opt/b"}, map[string]string{"chromium": "/usr/bin/chromium"}, "/opt/b"},
		{"none", "linux", nil, nil, nil, ""},
		{"none on Windows without variables", "windows", nil, []string{`\Microsoft\Edge\Application\msedge.exe`}, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := FindBrowser(lookup(tt.os, tt.env, tt.files, tt.path))
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if errors.Is(err, ErrNoBrowser) != (tt.want == "") {
				t.Errorf("error %v", err)
			}
		})
	}
	if _, err := FindBrowser(lookup("linux", map[string]string{"HERSTEL_BROWSER": "/gone"}, nil, map[string]string{"chromium": "/usr/bin/chromium"})); err == nil || errors.Is(err, ErrNoBrowser) {
		t.Errorf("a HERSTEL_BROWSER that is not there gave %v", err)
	}
}

func lookup(system string, env map[string]string, files []string, path map[string]string) Lookup {
	exists := map[string]bool{}
	for _, f := range files {
		exists[f] = true
	}
	return Lookup{
		OS: system, Getenv: func(k string) string { return env[k] }, Exists: func(p string) bool { return exists[p] },
		LookPath: func(name string) (string, error) {
			if p, ok := path[name]; ok {
				return p, nil
			}
			return "", exec.ErrNotFound
		},
	}
}
