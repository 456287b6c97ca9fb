"use strict";
(() => {
  const figures = [...document.querySelectorAll("[data-figuur]")];

  // unpack gives the chart program and the data of every figure, which stand packed in the page.
  async function unpack() {
    const packed = Uint8Array.from(atob(document.getElementById("pakket").textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  }

  function save(name, content, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function svgOf(figure) {
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(figure.querySelector(".static svg")) + "\n";
  }

  // pngOf paints the print chart at 300 dots to the inch, 180 mm wide.
  async function pngOf(figure) {
    const svg = figure.querySelector(".static svg");
    const box = svg.viewBox.baseVal;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round((180 / 25.4) * 300);
    canvas.height = Math.round((canvas.width * box.height) / box.width);
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgOf(figure));
    await image.decode();
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  const makers = {
    svg: (figure) => [svgOf(figure), "image/svg+xml"],
    png: async (figure) => [await pngOf(figure), "image/png"],
    csv: (figure, data) => [data.csv, "text/csv;charset=utf-8"],
  };

  function enableButtons(figure, data) {
    figure.querySelector(".buttons").hidden = false;
    for (const button of figure.querySelectorAll("button[data-soort]")) {
      button.addEventListener("click", async () => {
        button.setAttribute("aria-busy", "true");
        const [content, type] = await makers[button.dataset.soort](figure, data);
        save(data.naam + "." + button.dataset.soort, content, type);
        button.removeAttribute("aria-busy");
      });
    }
  }

  const drawn = new Map(); // figure to its interactive chart and layout

  // draw puts the interactive chart in the place of the static one, in the widest layout that fits.
  function draw(figure, data) {
    const live = figure.querySelector(".live");
    if (!live || !data.vormen) return;
    const layout = data.vormen.find((l) => l.width <= figure.clientWidth);
    if (layout && drawn.get(figure)?.layout === layout) return;
    drawn.get(figure)?.chart.dispose();
    drawn.delete(figure);
    figure.classList.toggle("drawn", Boolean(layout));
    if (!layout) return;
    live.style.width = layout.width + "px";
    live.style.height = layout.height + "px";
    const chart = window.echarts.init(live, null, { renderer: "svg", width: layout.width, height: layout.height });
    chart.setOption(layout.option);
    drawn.set(figure, { chart, layout });
  }

  // keyboardScroll lets the keyboard reach a table only where there is something to scroll.
  function keyboardScroll() {
    for (const region of document.querySelectorAll(".scroll")) {
      if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  }

  // showReportYear scrolls a table that does not fit to the year that the report is about.
  function showReportYear() {
    for (const region of document.querySelectorAll(".figure .scroll")) {
      const year = region.querySelector("tbody td.now");
      const label = region.querySelector("tbody th[scope=row]");
      if (region.scrollWidth > region.clientWidth && year) region.scrollLeft = year.offsetLeft - label.offsetWidth;
    }
  }

  async function start() {
    keyboardScroll();
    showReportYear();
    if (!("DecompressionStream" in window)) return; // an old browser keeps the static charts
    const content = await unpack();
    const program = document.createElement("script");
    program.textContent = content.programma;
    document.head.append(program);
    const fit = () => {
      keyboardScroll();
      figures.forEach((figure) => draw(figure, content.figuren[figure.dataset.figuur]));
    };
    figures.forEach((figure) => enableButtons(figure, content.figuren[figure.dataset.figuur]));
    fit();
    addEventListener("resize", fit);
    document.documentElement.dataset.klaar = "ja";
  }

  const folded = () => [...document.querySelectorAll("details")];
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = folded().filter((d) => !d.open);
    opened.forEach((d) => (d.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((d) => (d.open = false)));

  start();
})();
