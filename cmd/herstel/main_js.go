package main

import (
	"context"
	"io"
	"strings"
	"syscall/js"
	"time"
)

// main puts the function herstel in the browser's worker, and answers until
// the worker ends:
//
//	herstel(request, progress) -> Promise of the answer, both as JSON
//
// progress is called with the bytes read so far and the bytes there are.
func main() {
	screen := &browserScreen{sys: system{
		stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard, disk: osDisk{}, wait: time.Sleep,
		now: time.Now,
	}}
	js.Global().Set("herstel", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return promise(func() (any, error) {
			tellPage = func(done, total int64) { args[1].Invoke(done, total) }
			answer, files := screen.answer(context.Background(), []byte(args[0].String()))
			bytes := js.Global().Get("Object").New()
			for _, f := range files {
				array := js.Global().Get("Uint8Array").New(len(f.data))
				js.CopyBytesToJS(array, f.data)
				bytes.Set(f.path, array)
			}
			return map[string]any{"answer": string(answer), "files": bytes}, nil
		})
	}))
	js.Global().Call("ready")
	select {}
}

// promise runs work beside the events of the worker.
func promise(work func() (any, error)) js.Value {
	var executor js.Func
	executor = js.FuncOf(func(_ js.Value, settle []js.Value) any {
		go func() {
			defer executor.Release()
			value, err := work()
			if err != nil {
				settle[1].Invoke(err.Error())
				return
			}
			settle[0].Invoke(value)
		}()
		return nil
	})
	return js.Global().Get("Promise").New(executor)
}
