package main

import (
	"bytes"
	"crypto/md5"
	"fmt"
	"regexp"
	"strings"
)

// debStart is how a version number of a Debian package must begin.
var debStart = regexp.MustCompile(`^[0-9]`)

// debVersion is the version as Debian writes it: without v, and starting with
// a digit.
func (r *release) debVersion() string {
	v := strings.ReplaceAll(strings.TrimPrefix(r.version, "v"), "-", "+")
	if !debStart.MatchString(v) || !strings.Contains(v, ".") {
		v = "0~" + v
	}
	return v
}

// deb makes a Debian package: the program in /usr/bin and the texts in
// /usr/share/doc/herstel. It has no scripts and needs no other package.
func (r *release) deb(arch string, program []byte) ([]byte, error) {
	files := append([]file{{"./usr/bin/herstel", program, 0o755}}, under("./usr/share/doc/herstel/", r.common)...)
	size := 0
	var checks bytes.Buffer
	for _, f := range files {
		size += len(f.data)
		fmt.Fprintf(&checks, "%x  %s\n", md5.Sum(f.data), strings.TrimPrefix(f.name, "./"))
	}
	control := fmt.Sprintf(`Package: herstel
Version: %s
Architecture: %s
Maintainer: herstel <herstel@localhost>
Installed-Size: %d
Section: utils
Priority: optional
Description: cijfers voor het jaarverslag van herstelbemiddeling
 Maakt van een export van zaken de cijfers, grafieken en tekst voor het
 jaarverslag. Werkt zonder internet.
`, r.debVersion(), arch, (size+1023)/1024)
	meta, err := tarOf([]file{{"./control", []byte(control), 0o644}, {"./md5sums", checks.Bytes(), 0o644}}, r.when)
	if err != nil {
		return nil, err
	}
	data, err := tarOf(files, r.when)
	if err != nil {
		return nil, err
	}
	return arOf([]file{{name: "debian-binary", data: []byte("2.0\n")}, {name: "control.tar.gz", data: meta},
		{name: "data.tar.gz", data: data}}, r.when), nil
}
