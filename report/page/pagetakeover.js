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


// offerFigures lets the reader take over the chart, the figures and the words of a figure. content promises the data of every figure.
function offerFigures(content) {
  addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-soort], button[data-kopie]");
    const figure = button?.closest("[data-figuur]");
    if (!figure) return;
    if (button.dataset.kopie) return copyOf(figure, button);
    button.setAttribute("aria-busy", "true");
    const data = (await content).figuren[figure.dataset.figuur];
    const [file, type] = await makers[button.dataset.soort](data);
    const name = data.naam + "." + button.dataset.soort;
    save(name, file, type);
    say("Bewaard als " + name);
    button.removeAttribute("aria-busy");
  });
}

function copyOf(figure, button) {
  const table = button.dataset.kopie === "tabel";
  const node = table ? tableToPaste(figure) : figure.querySelector(".words");
  const done = copy(node);
  if (table) node.remove();
  button.focus();
  say(done ? "Gekopieerd. Plak het in je document." : "Kopiëren lukt niet in deze browser.");
}
