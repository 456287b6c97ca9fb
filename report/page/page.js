const figures = [...document.querySelectorAll("[data-figuur]")];
const say = (text) => (document.getElementById("melding").textContent = text);

// The longest that the page works without letting the browser scroll, paint and answer, in milliseconds.
const slice = 8;
let began = performance.now();

async function pause() {
  const turn = new MessageChannel(); // a timer would wait at least four milliseconds
  await new Promise((done) => {
    turn.port1.onmessage = done;
    turn.port2.postMessage(null);
  });
  began = performance.now();
}

const breathe = () => performance.now() - began > slice && pause();

// unpack gives a text that stands packed in the page.
async function unpack(id) {
  const packed = document.getElementById(id).textContent;
  const inflate = new DecompressionStream("gzip");
  const text = new Response(inflate.readable).text();
  const writer = inflate.writable.getWriter();
  const step = 1 << 15; // whole groups of four letters
  for (let at = 0; at < packed.length; at += step) {
    const letters = atob(packed.slice(at, at + step));
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
    await writer.write(bytes);
    await breathe();
  }
  await writer.close();
  return text;
}

// loadProgram runs the chart program that stands packed in the page.
async function loadProgram() {
  const program = document.createElement("script");
  program.textContent = await unpack("programma");
  await pause();
  document.head.append(program);
  await pause();
}

const drawn = new Map(); // figure to its interactive chart and layout

// draw puts the interactive chart in the place of the static one, in the widest layout that fits.
function draw(figure, layouts, width) {
  const live = figure.querySelector(".live");
  const layout = layouts.find((l) => l.width <= width);
  if (layout && drawn.get(figure)?.layout === layout) return;
  drawn.get(figure)?.chart.dispose();
  drawn.delete(figure);
  figure.classList.toggle("drawn", Boolean(layout));
  if (!layout) return;
  live.style.width = layout.width + "px";
  live.style.height = layout.height + "px";
  const chart = window.echarts.init(live, null, { renderer: "svg", width: layout.width, height: layout.height });
  chart.setOption(layout.option);
  chart.on("mouseover", (event) => mark(figure, event.name));
  chart.on("mouseout", () => mark(figure, ""));
  drawn.set(figure, { chart, layout });
}

// drawNear draws the charts that come near the window, one at a time, and again when their place gets another width.
function drawNear(content) {
  const near = new Set();
  const widths = new Map();
  const waiting = new Set();
  let busy = false;
  const work = async (figure) => {
    if (!near.has(figure) || !widths.has(figure)) return;
    waiting.add(figure);
    if (busy) return;
    busy = true;
    for (const next of waiting) {
      waiting.delete(next);
      await pause();
      draw(next, content.figuren[next.dataset.figuur].vormen, widths.get(next));
    }
    busy = false;
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      const figure = target.closest("[data-figuur]");
      widths.set(figure, contentRect.width);
      work(figure);
    }
  });
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.add(target);
        work(target);
      }
    },
    { rootMargin: "50% 0px" },
  );
  for (const figure of figures) {
    const place = figure.querySelector(".chart");
    if (!place) continue;
    sizes.observe(place);
    watch.observe(figure);
  }
}

// current marks in the contents which part of the chapter is being read.
function current() {
  const links = new Map([...document.querySelectorAll(".contents a")].map((a) => [a.hash.slice(1), a]));
  const watch = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute("aria-current");
        links.get(entry.target.id)?.setAttribute("aria-current", "true");
      }
    },
    { rootMargin: "-10% 0px -80% 0px" },
  );
  for (const figure of figures) watch.observe(figure);
}

// toHash brings the reader to the part that the address names, whatever found its place since.
function toHash() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView();
}

async function start() {
  await pause();
  toHash();
  addEventListener("hashchange", toHash);
  current();
  watchScroll();
  if ("DecompressionStream" in window) { // an old browser keeps the static charts
    const content = unpack("pakket").then(JSON.parse);
    offerFigures(content);
    await loadProgram();
    drawNear(await content);
  }
  for (const figure of figures) {
    await breathe();
    linkHeads(figure);
    linkRows(figure);
  }
  document.documentElement.dataset.klaar = "ja";
}

const folded = () => [...document.querySelectorAll("details")];
let opened = [];
addEventListener("beforeprint", () => {
  opened = folded().filter((d) => !d.open);
  opened.forEach((d) => (d.open = true));
});
addEventListener("afterprint", () => opened.forEach((d) => (d.open = false)));
