package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"herstel/report/page"
)

// maxPage is the largest page that is handed out, in bytes: it goes by mail.
const maxPage = 8_000_000

//go:embed page.html.tmpl page.css page.js files.js worker.js
var pageFiles embed.FS

var pageTemplate = template.Must(template.ParseFS(pageFiles, "page.html.tmpl"))

// pageView is what the frame of the page needs.
type pageView struct {
	Policy          string
	Version         string // empty when there is none
	Style           template.CSS
	Script          template.JS
	Worker, Program template.HTML // the program, packed
	Size            int           // of the program before inPairs, in bytes
}

// render makes the page: the program, the worker that runs it, and the frame
// of the four steps.
func render(program, glue []byte, version string) ([]byte, error) {
	parts := map[string]string{}
	for _, name := range []string{"page.css", "page.js", "files.js", "worker.js"} {
		text, err := pageFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		parts[name] = string(text)
	}
	worker := parts["files.js"] + string(glue) + parts["worker.js"]
	if strings.Contains(worker, "</script") {
		return nil, fmt.Errorf("the worker holds the end of a script")
	}
	policy, err := policyOf(parts["page.js"], parts["page.css"])
	if err != nil {
		return nil, err
	}
	packed, size, err := pack(program)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = pageTemplate.Execute(&b,
		pageView{policy, version, template.CSS(parts["page.css"]), template.JS(parts["page.js"]), template.HTML(worker),
			template.HTML(packed), size})
	if err == nil && b.Len() > maxPage {
		err = fmt.Errorf("the page is %d bytes, and may be %d", b.Len(), maxPage)
	}
	return b.Bytes(), err
}

// policyOf forbids the page to fetch anything, and to run any script or apply
// any style sheet but its own and those of the report: the frame with the
// report inherits it. Style attributes and pictures of the form data: are
// there for the charts in that frame, which draw themselves with the one and
// are kept as PNG by way of the other.
func policyOf(script, style string) (string, error) {
	scripts, err := page.Scripts()
	if err != nil {
		return "", err
	}
	scripts = append([]string{hashSource(script)}, scripts...)
	styles := append([]string{hashSource(style)}, page.Styles()...)
	return "default-src 'none'; base-uri 'none'; form-action 'none'; connect-src 'none'; worker-src blob:; img-src " +
		"data:; script-src " + strings.Join(scripts, " ") + " 'wasm-unsafe-eval'; style-src " +
		strings.Join(styles, " ") + "; style-src-attr 'unsafe-inline'", nil
}

func hashSource(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// pack writes the program as text that stands in a page.
func pack(program []byte) (text string, size int, err error) {
	var b bytes.Buffer
	zip, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", 0, err
	}
	if _, err := zip.Write(program); err != nil {
		return "", 0, err
	}
	if err := zip.Close(); err != nil {
		return "", 0, err
	}
	return inPairs(b.Bytes()), b.Len(), nil
}

// letters are the characters of packed text: printable, and none with a
// meaning in HTML or in a script. worker.js has the same.
const letters = "!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"

// inPairs writes each 13 bits as two letters, the low bits first: 91 letters
// make 8281 pairs, and 13 bits have 8192 values. That is 8% less than base64.
func inPairs(data []byte) string {
	out := make([]byte, 0, len(data)*16/13+4)
	bits, n := 0, 0
	for _, b := range data {
		bits |= int(b) << n
		if n += 8; n >= 13 {
			pair := bits & 8191
			out = append(out, letters[pair/91], letters[pair%91])
			bits, n = bits>>13, n-13
		}
	}
	if n > 0 {
		out = append(out, letters[bits/91], letters[bits%91])
	}
	return string(out)
}
