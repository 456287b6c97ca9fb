package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// firefox is Firefox, told what to do by Marionette: messages of JSON, each
// after its length.
type firefox struct {
	t     *testing.T
	conn  net.Conn
	in    *bufio.Reader
	next  int
	asked *hostLog
}

// hostLog is a proxy that answers nothing, and remembers whom it was asked for.
type hostLog struct {
	net.Listener
	mu    sync.Mutex
	lines []string
}

func startHostLog(t *testing.T) *hostLog {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h := &hostLog{Listener: listener}
	t.Cleanup(func() { h.Close() })
	go func() {
		for {
			conn, err := h.Accept()
			if err != nil {
				return
			}
			line, _ := bufio.NewReader(conn).ReadString('\n')
			h.mu.Lock()
			h.lines = append(h.lines, line)
			h.mu.Unlock()
			conn.Close()
		}
	}()
	return h
}

// others gives what was asked for, without what Firefox asks for itself: of its maker, and for its video plug-in.
func (h *hostLog) others() []string {
	own := regexp.MustCompile(`^[A-Z]+ (?:https?://)?` +
		`(?:[a-z0-9.-]+\.(?:mozilla\.(?:com|org|net)|firefox\.com)|update\.googleapis\.com)[:/]`)
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(h.lines), own.MatchString)
}

// openFirefox starts Firefox with a profile of its own.
func openFirefox(t *testing.T) *firefox {
	t.Helper()
	if testing.Short() {
		t.Skip("building for a browser takes long")
	}
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		if path, err = exec.LookPath("firefox"); err != nil {
			t.Skip("no Firefox")
		}
	}
	profile, asked := t.TempDir(), startHostLog(t)
	// all that leaves goes by the proxy, and gets no further
	settings := fmt.Sprintf(`user_pref("marionette.port", 0);
user_pref("app.update.enabled", false);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", %[1]d);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", %[1]d);
`, asked.Addr().(*net.TCPAddr).Port)
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--marionette", "--no-remote", "--profile", profile)
	cmd.Env = append(os.Environ(), "HOME="+profile)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	f := &firefox{t: t, asked: asked, conn: dialFirefox(t, filepath.Join(profile, "MarionetteActivePort"))}
	t.Cleanup(func() { f.conn.Close() })
	f.in = bufio.NewReader(f.conn)
	if err := f.conn.SetDeadline(time.Now().Add(2 * time.Minute)); err != nil {
		t.Fatal(err)
	}
	f.read(nil) // its greeting
	f.call("WebDriver:NewSession", map[string]any{}, nil)
	f.call("WebDriver:SetTimeouts", map[string]any{"script": 100000, "pageLoad": 60000}, nil)
	return f
}

// dialFirefox waits until Firefox says where it listens.
func dialFirefox(t *testing.T, portFile string) net.Conn {
	t.Helper()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for range 600 {
		if text, err := os.ReadFile(portFile); err == nil && len(text) > 0 {
			if conn, err := net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(text))); err == nil {
				return conn
			}
		}
		<-tick.C
	}
	t.Fatal("Firefox does not start")
	return nil
}

// read reads one message.
func (f *firefox) read(into any) {
	f.t.Helper()
	size, err := f.in.ReadString(':')
	n, sizeErr := strconv.Atoi(strings.TrimSuffix(size, ":"))
	if err = errors.Join(err, sizeErr); err != nil {
		f.t.Fatal(err)
	}
	text := make([]byte, n)
	if _, err := io.ReadFull(f.in, text); err != nil {
		f.t.Fatal(err)
	}
	if into != nil {
		if err := json.Unmarshal(text, into); err != nil {
			f.t.Fatalf("%v: %.200s", err, text)
		}
	}
}

func (f *firefox) call(name string, params map[string]any, into any) {
	f.t.Helper()
	result, fault := f.try(name, params)
	if fault != "null" {
		f.t.Fatalf("%s: %.500s", name, fault)
	}
	if into != nil {
		if err := json.Unmarshal(result, into); err != nil {
			f.t.Fatal(err)
		}
	}
}

// try gives the result of a command, or what Firefox says is wrong.
func (f *firefox) try(name string, params map[string]any) (result json.RawMessage, fault string) {
	f.t.Helper()
	f.next++
	text, err := json.Marshal([]any{0, f.next, name, params})
	if err == nil {
		_, err = fmt.Fprintf(f.conn, "%d:%s", len(text), text)
	}
	if err != nil {
		f.t.Fatal(err)
	}
	var answer [4]json.RawMessage
	f.read(&answer)
	return answer[3], string(answer[2])
}

// eval puts the value of a JavaScript expression, or of its promise, in into.
func (f *firefox) eval(expression string, into any) {
	f.t.Helper()
	script := "const done = arguments[arguments.length - 1]; Promise.resolve(" + expression +
		").then((v) => done({v}), (e) => done({e: String(e)}));"
	var answer struct {
		Value struct {
			V json.RawMessage `json:"v"`
			E string          `json:"e"`
		} `json:"value"`
	}
	f.call("WebDriver:ExecuteAsyncScript", map[string]any{"script": script, "args": []any{}}, &answer)
	if answer.Value.E != "" {
		f.t.Fatalf("%s: %s", expression, answer.Value.E)
	}
	if into != nil {
		if err := json.Unmarshal(answer.Value.V, into); err != nil {
			f.t.Fatal(err)
		}
	}
}

func (f *firefox) wait(expression string) { f.t.Helper(); f.eval(waiting(expression), nil) }

// TestFirefox takes the demo from file:// to a report in Firefox, without a
// network: the files are those of the command line, to the byte.
func TestFirefox(t *testing.T) {
	f := openFirefox(t)
	b, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	run(t, b.program, dir, "report", "--demo", "--year", "2021", "--out", "verslag")
	f.call("WebDriver:Navigate", map[string]any{"url": "file://" + b.page}, nil)
	f.eval(`document.getElementById("example").click()`, nil)
	f.wait(`!document.getElementById("next1").disabled`)
	f.eval(`(document.getElementById("next1").click(), document.getElementById("next2").click())`, nil)
	f.wait(`!document.getElementById("step3").hidden && !document.getElementById("next3").disabled`)
	f.eval(`document.getElementById("next3").click()`, nil)
	f.wait(`!document.getElementById("step4").hidden && document.querySelector("[data-file]") && !document.querySelector("[data-file]:disabled")`)
	files := map[string]string{}
	f.eval(keptScript, &files)
	compared := 0
	err = filepath.WalkDir(filepath.Join(dir, "verslag"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) == ".svg" {
			return err // the charts are in one archive
		}
		want, err := os.ReadFile(path)
		got, decodeErr := base64.StdEncoding.DecodeString(files[entry.Name()])
		if compared++; !bytes.Equal(got, want) {
			t.Errorf("%s is not that of the command line", entry.Name())
		}
		return errors.Join(err, decodeErr)
	})
	if err != nil || compared < 6 {
		t.Errorf("%d files were compared (%v)", compared, err)
	}
	f.inFrame()
	f.nothingLeft()
}

// inFrame looks at the report in its frame: it has its style sheet, and its
// charts are drawn.
func (f *firefox) inFrame() {
	f.t.Helper()
	var frame struct {
		Value map[string]string `json:"value"`
	}
	f.call("WebDriver:FindElement", map[string]any{"using": "css selector", "value": "iframe"}, &frame)
	for _, id := range frame.Value {
		f.call("WebDriver:SwitchToFrame", map[string]any{"element": id}, nil)
	}
	f.wait(`document.documentElement.dataset.klaar === "ja"`)
	var styled bool
	f.eval(`getComputedStyle(document.body).getPropertyValue("--ink") !== "" &&
		getComputedStyle(document.body).fontFamily.startsWith("Arial")`, &styled)
	if !styled {
		f.t.Error("the report in the frame has no style")
	}
	f.call("WebDriver:SwitchToParentFrame", map[string]any{}, nil)
}

// nothingLeft holds that no request left, and that one would have been seen.
func (f *firefox) nothingLeft() {
	f.t.Helper()
	if asked := f.asked.others(); len(asked) > 0 {
		f.t.Errorf("Firefox was asked for %q", asked)
	}
	f.try("WebDriver:Navigate", map[string]any{"url": "http://voorbeeld.test/"}) // is not there
	if asked := f.asked.others(); len(asked) == 0 || !strings.Contains(asked[0], "http://voorbeeld.test/") {
		f.t.Errorf("a request that left was seen as %q", asked)
	}
}
