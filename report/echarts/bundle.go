package echarts

import (
	"embed"
	"errors"
	"sync"
)

// files holds the bundle where npm has built it, and in any case the entry file it is built from, so that a build
// without npm compiles.
//
//go:embed echarts*.js
var files embed.FS

// ErrNoBundle says that the program was built without ECharts.
var ErrNoBundle = errors.New("dit programma is gebouwd zonder ECharts, en kan daarom geen grafieken maken; bouw het " +
	"opnieuw met `make`, dat haalt ECharts op met npm")

// Script gives the JavaScript of ECharts, which defines the global variable echarts; ErrNoBundle where the program was
// built without it.
func Script() (string, error) { return script() }

var script = sync.OnceValues(func() (string, error) {
	b, err := files.ReadFile("echarts.min.js")
	if err != nil || len(b) == 0 {
		return "", ErrNoBundle
	}
	return string(b), nil
})
