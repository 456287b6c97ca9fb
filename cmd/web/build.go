package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// build builds the commands for js/wasm, and gives them with the wasm_exec.js
// of the Go that built them. What is not ours is built without inlining: that
// makes the page 0.6 MB smaller, and the code that counts is ours.
func build(version string) (program, glue []byte, err error) {
	dir, err := os.MkdirTemp("", "herstel-web")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "herstel.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-gcflags=all=-l", "-gcflags=herstel/...=",
		"-ldflags", strings.TrimSpace("-s -w -buildid= "+versionFlag(version)), "-o", out, "herstel/cmd/herstel")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, nil, fmt.Errorf("go build: %w\n%s", err, text)
	}
	if program, err = os.ReadFile(out); err != nil {
		return nil, nil, err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, nil, fmt.Errorf("go env: %w", err)
	}
	glue, err = os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	return program, glue, err
}

func versionFlag(version string) string {
	if version == "" {
		return ""
	}
	return "-X main.version=" + version
}
