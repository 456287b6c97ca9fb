// Command dist packs what "make dist" built into what people hand out: a zip
// for Windows, a tar.gz for macOS and Linux, a Debian package, the manifest for
// winget and the checksums. The same input gives the same bytes.
//
//	go run ./cmd/dist -version v1.2.0 -epoch 1700000000 -built dist/built -out dist
package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// systems are the systems that herstel is built for, as GOOS-GOARCH.
var systems = []string{"windows-amd64", "windows-arm64", "darwin-arm64", "darwin-amd64", "linux-amd64", "linux-arm64"}

// file is one file of a package.
type file struct {
	name string // with forward slashes
	data []byte
	mode int64
}

// release is what every package of one run shares.
type release struct {
	version string
	when    time.Time
	common  []file // beside the program in every package
}

func main() {
	version := flag.String("version", "", "version in names and texts")
	epoch := flag.Int64("epoch", 0, "time of every file, in seconds since 1970")
	built := flag.String("built", "", "folder with GOOS-GOARCH/herstel and the common files")
	out := flag.String("out", "", "folder for the packages")
	flag.Parse()
	if err := pack(*version, time.Unix(*epoch, 0).UTC(), *built, *out); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// commonFiles are made once, and stand in every package.
var commonFiles = []string{"LEESMIJ.txt", "LICENTIES.txt", "handleiding.html", "herstel.html", "herstel.cdx.json"}

func pack(version string, when time.Time, built, out string) error {
	if version == "" || version == "dev" {
		return errors.New("give -version: a package without one cannot be told from another")
	}
	r := &release{version: version, when: when}
	for _, name := range commonFiles {
		data, err := os.ReadFile(filepath.Join(built, name))
		if err != nil {
			return err
		}
		r.common = append(r.common, file{name, data, 0o644})
	}
	var made []file
	for _, system := range systems {
		files, err := r.packSystem(built, system)
		if err != nil {
			return fmt.Errorf("%s: %w", system, err)
		}
		made = append(made, files...)
	}
	made = append(made, r.winget(made)...)
	for _, name := range commonFiles {
		made = append(made, r.common[slices.Index(commonFiles, name)])
	}
	made = append(made, file{"SHA256SUMS", sums(made), 0o644})
	for _, f := range made {
		path := filepath.Join(out, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.data, 0o644); err != nil {
			return err
		}
		fmt.Println(path)
	}
	return nil
}

// packSystem makes the packages of one system.
func (r *release) packSystem(built, system string) ([]file, error) {
	goos, arch, _ := strings.Cut(system, "-")
	program := "herstel"
	if goos == "windows" {
		program += ".exe"
	}
	data, err := os.ReadFile(filepath.Join(built, system, program))
	if err != nil {
		return nil, err
	}
	files := append([]file{{program, data, 0o755}}, r.common...)
	files = append(files, file{"SHA256SUMS", sums(files), 0o644})
	name := "herstel-" + system
	if goos == "windows" {
		archive, err := zipOf(files, r.when)
		return []file{{name + ".zip", archive, 0o644}}, err
	}
	archive, err := tarOf(under(name+"/", files), r.when)
	if err != nil {
		return nil, err
	}
	made := []file{{name + ".tar.gz", archive, 0o644}}
	if goos == "linux" {
		deb, err := r.deb(arch, data)
		if err != nil {
			return nil, err
		}
		made = append(made, file{fmt.Sprintf("herstel_%s_%s.deb", r.debVersion(), arch), deb, 0o644})
	}
	return made, nil
}

// under puts files in a folder.
func under(folder string, files []file) []file {
	moved := slices.Clone(files)
	for i := range moved {
		moved[i].name = folder + moved[i].name
	}
	return moved
}

// sums lists the SHA-256 of files in the form that sha256sum -c reads.
func sums(files []file) []byte {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.data), f.name)
	}
	return b.Bytes()
}
