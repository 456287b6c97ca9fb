// Runs the program, and hands requests and answers on.
"use strict";
{
  const running = new Promise((resolve) => { globalThis.ready = resolve; });

  // unpack reads what inPairs of page.go writes: two letters for each 13 bits.
  function unpack(text, size) {
    const letters = "!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    const value = new Uint8Array(128);
    for (let i = 0; i < letters.length; i++) value[letters.charCodeAt(i)] = i;
    const bytes = new Uint8Array(size);
    let bits = 0, n = 0, at = 0;
    for (let i = 0; i < text.length; i += 2) {
      bits |= (value[text.charCodeAt(i)] * 91 + value[text.charCodeAt(i + 1)]) << n;
      for (n += 13; n >= 8 && at < bytes.length; n -= 8, bits >>>= 8) bytes[at++] = bits & 255;
    }
    return bytes;
  }

  async function start(packed, size) {
    const bytes = unpack(packed, size);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(
      new Response(stream, { headers: { "Content-Type": "application/wasm" } }), go.importObject);
    go.run(instance).then(() => postMessage({ stopped: true }));
    await running;
  }

  let started;
  let shown = 0;
  function progress(done, total) {
    if (performance.now() - shown < 100) return;
    shown = performance.now();
    postMessage({ done, total });
  }

  // One request at a time: the program remembers what it read.
  let last = Promise.resolve();
  onmessage = ({ data }) => { last = last.then(() => handle(data)); };

  async function handle(data) {
    try {
      if (data.packed) {
        started = start(data.packed, data.size);
        await started;
        postMessage({ ready: true });
        return;
      }
      await started;
      if (data.files) {
        stored.clear();
        for (const { name, content } of data.files) putFile(name, content);
      }
      const { answer, files } = await herstel(JSON.stringify(data.request), progress);
      postMessage({ id: data.id, answer: JSON.parse(answer), files });
    } catch {
      postMessage({ id: data.id, failed: true });
    }
  }
}
