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

  // pngOf paints the print chart at 300 dots to the inch, 180 mm wide.
  async function pngOf(svg) {
    const box = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement.viewBox.baseVal;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round((180 / 25.4) * 300);
    canvas.height = Math.round((canvas.width * box.height) / box.width);
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    await image.decode();
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const bare = new Uint8Array(await (await new Promise((done) => canvas.toBlob(done, "image/png"))).arrayBuffer());
    return new Blob([bare.slice(0, 33), density(300), bare.slice(33)], { type: "image/png" });
  }

  // density is the part of a PNG that says how many dots go to the inch: a program that places the picture then knows its size.
  function density(dpi) {
    const part = new DataView(new ArrayBuffer(21));
    part.setUint32(0, 9);
    [..."pHYs"].forEach((letter, i) => part.setUint8(4 + i, letter.charCodeAt(0)));
    part.setUint32(8, Math.round(dpi / 0.0254));
    part.setUint32(12, Math.round(dpi / 0.0254));
    part.setUint8(16, 1); // per metre
    let sum = 0xffffffff;
    for (let i = 4; i < 17; i++) {
      sum ^= part.getUint8(i);
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    part.setUint32(17, ~sum >>> 0);
    return part.buffer;
  }

  const makers = {
    svg: (data) => [data.svg, "image/svg+xml"],
    png: async (data) => [await pngOf(data.svg), "image/png"],
    csv: (data) => [data.csv, "text/csv;charset=utf-8"],
  };

  const say = (text) => (document.getElementById("melding").textContent = text);

  // copy puts a part of the page on the clipboard with its looks, as Word takes it.
  function copy(node) {
    const range = document.createRange();
    const selection = getSelection();
    range.selectNode(node);
    selection.removeAllRanges();
    selection.addRange(range);
    const done = document.execCommand("copy");
    selection.removeAllRanges();
    return done;
  }

  // tableToPaste is the table of a figure as other programs take it: with its title, and borders of its own.
  function tableToPaste(figure) {
    const table = figure.querySelector("table").cloneNode(true);
    table.querySelector("caption").removeAttribute("style");
    for (const cell of table.querySelectorAll("th, td")) {
      cell.style.cssText = "border-bottom:1px solid #999;padding:2pt 4pt;font:10pt Arial;text-align:" + (cell.matches("th[scope=row], .label") ? "left" : "right");
    }
    const place = document.createElement("div");
    place.append(table);
    document.body.append(place);
    return place;
  }

  function enableButtons(figure, data) {
    figure.querySelector(".download").hidden = false;
    for (const button of figure.querySelectorAll("button[data-soort]")) {
      button.addEventListener("click", async () => {
        button.setAttribute("aria-busy", "true");
        const [content, type] = await makers[button.dataset.soort](data);
        const name = data.naam + "." + button.dataset.soort;
        save(name, content, type);
        say("Bewaard als " + name);
        button.removeAttribute("aria-busy");
      });
    }
    for (const button of figure.querySelectorAll("button[data-kopie]")) {
      button.addEventListener("click", () => {
        const table = button.dataset.kopie === "tabel";
        const node = table ? tableToPaste(figure) : figure.querySelector(".words");
        const done = copy(node);
        if (table) node.remove();
        button.focus();
        say(done ? "Gekopieerd. Plak het in je document." : "Kopiëren lukt niet in deze browser.");
      });
    }
  }

  // The sizes for which the chart of a figure is laid out, the widest first: "680x300 440x340".
  const sizesOf = (figure) =>
    (figure.querySelector(".chart")?.dataset.maten ?? "").split(" ").filter(Boolean).map((s) => s.split("x").map(Number));

  // keepRoom gives every chart the height that its interactive form will have, so that nothing moves when it is drawn.
  function keepRoom() {
    for (const figure of figures) {
      const place = figure.querySelector(".chart");
      const size = place && sizesOf(figure).find(([width]) => width <= innerWidthOf(place));
      if (!place) continue;
      place.classList.toggle("kept", Boolean(size));
      place.style.height = size ? size[1] + place.offsetHeight - place.clientHeight + paddingOf(place) + "px" : "";
    }
  }

  const paddingOf = (e) => parseFloat(getComputedStyle(e).paddingTop) + parseFloat(getComputedStyle(e).paddingBottom);
  const innerWidthOf = (e) => e.parentElement.clientWidth - parseFloat(getComputedStyle(e).paddingLeft) - parseFloat(getComputedStyle(e).paddingRight);

  const drawn = new Map(); // figure to its interactive chart and layout

  // draw puts the interactive chart in the place of the static one, in the widest layout that fits.
  function draw(figure, data) {
    const live = figure.querySelector(".live");
    if (!live || !data.vormen) return;
    const width = innerWidthOf(figure.querySelector(".chart"));
    const layout = data.vormen.find((l) => l.width <= width);
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

  const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

  // mark shows which category is meant, in the table and in the chart.
  function mark(figure, label) {
    for (const row of figure.querySelectorAll("tbody tr")) {
      row.classList.toggle("marked", label !== "" && plain(row.cells[0].textContent) === plain(label));
    }
  }

  // link makes a row of the table mark its category in the chart: under the mouse, and with the arrow keys.
  function link(figure) {
    const region = figure.querySelector(".scroll");
    const rows = [...figure.querySelectorAll("tbody tr")];
    const show = (row) => {
      const label = row ? row.cells[0].textContent.trim() : "";
      mark(figure, label);
      const chart = drawn.get(figure)?.chart;
      if (!chart) return;
      chart.dispatchAction({ type: "downplay" });
      if (row) chart.dispatchAction({ type: "highlight", name: label });
    };
    for (const row of rows) {
      row.addEventListener("mouseenter", () => show(row));
      row.addEventListener("mouseleave", () => show(null));
    }
    region.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || rows.length === 0) return;
      const at = rows.findIndex((r) => r.classList.contains("marked"));
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
      show(next);
      next.scrollIntoView({ block: "nearest" });
      say([...next.cells].map((c) => c.textContent.trim()).join(", "));
      event.preventDefault();
    });
    region.addEventListener("blur", () => show(null));
  }

  // linkHeads says of every number of a table which heads it belongs to (technique H43 of WCAG).
  function linkHeads(figure) {
    const table = figure.querySelector("table");
    let n = 0;
    const named = (cell) => (cell.id ||= "h-" + figure.id + "-" + n++);
    const columns = [];
    for (const [r, row] of [...(table.tHead?.rows ?? [])].entries()) {
      let at = 0;
      for (const cell of row.cells) {
        while (columns[at]?.blocked > r) at++;
        for (let i = 0; i < cell.colSpan; i++) {
          const column = (columns[at + i] ??= { heads: [], blocked: 0 });
          column.heads.push(named(cell));
          column.blocked = r + cell.rowSpan;
        }
        at += cell.colSpan;
      }
    }
    for (const body of [...table.tBodies, table.tFoot].filter(Boolean)) {
      const group = body.querySelector("tr.group > th");
      for (const row of body.rows) {
        const own = row.cells[0];
        for (const [i, cell] of [...row.cells].entries()) {
          if (cell.tagName !== "TD" || !columns[i]) continue;
          cell.headers = [...columns[i].heads, group && group !== own ? named(group) : "", named(own)].filter(Boolean).join(" ");
        }
      }
    }
  }

  // keyboardScroll lets the keyboard reach the table of a figure, and another table where there is something to scroll.
  function keyboardScroll() {
    for (const region of document.querySelectorAll(".scroll")) {
      const more = region.scrollWidth > region.clientWidth;
      region.classList.toggle("more", more);
      if (more || region.closest(".figure")) region.tabIndex = 0;
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
    if ("DecompressionStream" in window) keepRoom(); // an old browser keeps the static charts, at their own height
    keyboardScroll();
    showReportYear();
    current();
    figures.forEach(linkHeads);
    figures.forEach(link);
    toHash();
    addEventListener("hashchange", toHash);
    for (const fold of document.querySelectorAll("details.figures")) {
      fold.addEventListener("toggle", () => {
        keyboardScroll();
        showReportYear();
      });
    }
    if (!("DecompressionStream" in window)) return; // an old browser keeps the static charts
    const content = await unpack();
    const program = document.createElement("script");
    program.textContent = content.programma;
    document.head.append(program);
    figures.forEach((figure) => enableButtons(figure, content.figuren[figure.dataset.figuur]));
    const near = new Set();
    const watch = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting || near.has(entry.target)) continue;
          near.add(entry.target);
          draw(entry.target, content.figuren[entry.target.dataset.figuur]);
        }
      },
      { rootMargin: "50% 0px" },
    );
    figures.forEach((figure) => watch.observe(figure));
    addEventListener("resize", () => {
      keepRoom();
      keyboardScroll();
      near.forEach((figure) => draw(figure, content.figuren[figure.dataset.figuur]));
    });
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
