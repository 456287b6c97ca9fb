package echarts

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"modernc.org/quickjs"
)

//go:embed engine.js
var surroundings string

//go:embed render.js
var renderer string

// gcThreshold keeps the collector of QuickJS from running inside a chart; one run of the program draws a few dozen of them.
const gcThreshold = 256 << 20

// An Engine draws charts. It is not safe for use by several goroutines at once: a Pool is.
type Engine struct{ vm *quickjs.VM }

// New starts an engine. The first in a program compiles ECharts (about 0.1 s); each next one starts from what that compiled.
func New() (*Engine, error) {
	code, err := compiled()
	if err != nil {
		return nil, err
	}
	vm, err := newVM()
	if err != nil {
		return nil, err
	}
	e := &Engine{vm}
	if err := e.load(code); err != nil {
		return nil, errors.Join(engineError(err), vm.Close())
	}
	return e, nil
}

// compiled holds the bytecode of ECharts, compiled once.
var compiled = sync.OnceValues(func() ([]byte, error) {
	source, err := Script()
	if err != nil {
		return nil, err
	}
	vm, err := newVM()
	if err != nil {
		return nil, err
	}
	code, err := vm.Compile(surroundings+source+"\n"+renderer, quickjs.EvalGlobal)
	if err := errors.Join(err, vm.Close()); err != nil {
		return nil, engineError(err)
	}
	return code, nil
})

func newVM() (*quickjs.VM, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, engineError(err)
	}
	vm.SetGCThreshold(gcThreshold)
	return vm, nil
}

func (e *Engine) load(code []byte) error {
	if _, err := e.vm.EvalBytecode(code); err != nil {
		return err
	}
	_, err := e.vm.Call("startMeasuring", fonts(), firstWide, wideWidth, otherWidth)
	return err
}

// RenderSVG draws an ECharts option, given as JSON, as SVG of the given size in CSS pixels.
func (e *Engine) RenderSVG(option []byte, width, height int) (string, error) {
	if !json.Valid(option) {
		return "", engineError(errors.New("de opties zijn geen geldige JSON"))
	}
	v, err := e.vm.Call("renderSVG", string(option), width, height)
	if err != nil {
		return "", engineError(err)
	}
	svg, ok := v.(string)
	if !ok || svg == "" {
		return "", engineError(errors.New("er kwam geen SVG terug"))
	}
	return svg, nil
}

// Close frees what the engine holds.
func (e *Engine) Close() error { return e.vm.Close() }

func engineError(err error) error { return fmt.Errorf("ECharts kan de grafiek niet tekenen: %w", err) }
