package report

import (
	"os"
	"sync"
	"testing"
	"time"
	"fmt"

	"herstel/report/echarts"
	"herstel/stats/statstest"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	figs := statstest.Demo(t)
	t0 := time.Now()
	p := echarts.Start(2)
	charts := Charts(figs)
	fmt.Println("charts", time.Since(t0))
	var wg sync.WaitGroup
	ch := make(chan Chart)
	for range 2 {
		wg.Go(func() {
			for c := range ch {
				t1 := time.Now()
				b, err := c.SVG(p, SVGOptions{WidthMM: 180})
				if err != nil {
					t.Error(err)
				}
				fmt.Println(c.ID, time.Since(t1), len(b))
				os.WriteFile(dir+"/"+c.FileName()+"-180.svg", b, 0o644)
			}
		})
	}
	for _, c := range charts {
		ch <- c
	}
	close(ch)
	wg.Wait()
	fmt.Println("all", len(charts), time.Since(t0))
	for _, c := range charts {
		b, _ := c.SVG(p, SVGOptions{WidthMM: 85})
		os.WriteFile(dir+"/"+c.FileName()+"-085.svg", b, 0o644)
	}
	d, _ := charts[0].Draw(Layout{})
	os.WriteFile(dir+"/option.json", d.Option, 0o644)
	t1 := time.Now()
	for range 10 {
		charts[5].Draw(Layout{})
	}
	fmt.Println("draw", time.Since(t1)/10)
}
