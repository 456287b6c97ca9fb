// The frame of the four steps. All that is said about the export comes from
// the program; this script moves files, shows what it gets, and keeps focus.
"use strict";
{
  const by = (id) => document.getElementById(id);
  const state = { worker: null, waiting: new Map(), next: 0, inputs: [], files: {}, reached: 1, changed: false, frame: null };

  const able = () => typeof WebAssembly === "object" && typeof WebAssembly.instantiateStreaming === "function" &&
    typeof DecompressionStream === "function" && typeof Worker === "function" && new Blob([]).stream;

  function say(text) { by("status").textContent = text; }

  function busy(text) {
    for (const b of document.querySelectorAll("main button, main input, main select")) {
      if (!b.disabled && b.id !== "halt") { b.disabled = true; b.dataset.held = ""; }
    }
    by("progress").hidden = by("halt").hidden = false;
    by("progress").removeAttribute("value");
    by("stopped").hidden = true;
    say(text);
  }

  function idle() {
    for (const b of document.querySelectorAll("[data-held]")) { b.disabled = false; delete b.dataset.held; }
    by("progress").hidden = by("halt").hidden = true;
  }

  function startWorker() {
    const url = URL.createObjectURL(new Blob([by("worker").textContent], { type: "text/javascript" }));
    const worker = new Worker(url);
    state.worker = worker;
    worker.onmessage = ({ data }) => {
      if (worker !== state.worker) return;
      if (data.total) {
        by("progress").max = data.total;
        by("progress").value = data.done;
      } else if (data.ready) {
        URL.revokeObjectURL(url);
      } else if (data.stopped || data.failed) {
        stopped();
      } else {
        const done = state.waiting.get(data.id);
        state.waiting.delete(data.id);
        done(data);
      }
    };
    worker.onerror = (event) => { event.preventDefault(); if (worker === state.worker) stopped(); };
    worker.postMessage({ packed: by("program").textContent, size: Number(by("program").dataset.size) });
  }

  // The program is gone, or may go: begin again with a new one.
  function restart() {
    state.worker.terminate();
    for (const done of state.waiting.values()) done(null);
    state.waiting.clear();
    state.inputs = [];
    idle();
    say("");
    for (const id of ["chosen", "found", "fault2"]) by(id).replaceChildren();
    reach(1);
    show(1);
    by("next1").disabled = true;
    startWorker();
  }

  function stopped() {
    restart();
    by("stopped").hidden = false;
  }

  function ask(request, files) {
    return new Promise((resolve) => {
      const id = ++state.next;
      state.waiting.set(id, resolve);
      state.worker.postMessage({ id, request, files });
    });
  }

  // ---- steps ----

  function reach(step) {
    state.reached = step;
    for (const b of document.querySelectorAll("nav button")) {
      b.disabled = Number(b.dataset.step) > step;
      delete b.dataset.held;
    }
  }

  function show(step) {
    for (let i = 1; i <= 4; i++) by("step" + i).hidden = i !== step;
    for (const b of document.querySelectorAll("nav button")) {
      if (Number(b.dataset.step) === step) b.setAttribute("aria-current", "step"); else b.removeAttribute("aria-current");
    }
    by("title" + step).focus();
    scrollTo(0, 0);
  }

  const names = () => state.inputs.map((f) => f.name).filter((n) => n !== "herstel.yaml");

  // fields gives the values of both forms; one that does not count is left out.
  function fields() {
    const all = [];
    for (const id of ["form2", "form3"]) {
      for (const e of by(id).elements) {
        if (e.name && (e.type !== "checkbox" || e.checked)) all.push([e.name, e.value]);
      }
    }
    return all;
  }

  async function choose(list, add) {
    if (!add) state.inputs = [];
    for (const file of list) {
      const settings = /\.ya?ml$/i.test(file.name);
      const entry = { name: settings ? "herstel.yaml" : file.name, content: file.content || file };
      const same = state.inputs.findIndex((f) => f.name === entry.name);
      if (same >= 0) state.inputs[same] = entry; else state.inputs.push(entry);
    }
    await inspect();
  }

  async function inspect() {
    by("found").replaceChildren();
    by("chosen").replaceChildren();
    by("form3").replaceChildren();
    reach(1);
    by("next1").disabled = true;
    if (state.inputs.length === 0) return;
    listChosen();
    if (names().length === 0) { say("Kies ook je export."); return; }
    busy("Bezig met bekijken…");
    const got = await ask({ stap: "export", bestanden: names() }, state.inputs);
    idle();
    if (!got) return;
    by("found").innerHTML = got.answer.html;
    say(got.answer.melding);
    if (got.answer.geweigerd) { by("found").focus(); return; }
    by("form2").innerHTML = got.answer.formulier;
    by("fault2").replaceChildren();
    state.changed = false;
    reach(2);
    by("next1").disabled = false;
    by("next1").focus();
  }

  function listChosen() {
    const list = document.createElement("ul");
    list.className = "files";
    for (const { name } of state.inputs) {
      const item = document.createElement("li"), drop = document.createElement("button"), text = document.createElement("bdi");
      text.textContent = name;
      drop.type = "button";
      drop.textContent = "Haal weg";
      drop.setAttribute("aria-label", "Haal weg: " + name);
      drop.onclick = () => { state.inputs = state.inputs.filter((f) => f.name !== name); by("choose").focus(); inspect(); };
      item.append(text, drop);
      list.append(item);
    }
    by("chosen").replaceChildren(list);
  }

  async function check(step, from) {
    const sent = fields();
    busy("Bezig met nakijken…");
    const got = await ask({ stap: step, bestanden: names(), velden: sent });
    idle();
    if (!got) return;
    say(got.answer.melding);
    const settled = step === "jaar" || got.files["herstel.yaml"];
    if (!settled && from === 2) {
      by("fault2").innerHTML = got.answer.html;
      by("fault2").focus();
      return;
    }
    Object.assign(state.files, got.files);
    by("fault2").replaceChildren();
    by("form3").innerHTML = got.answer.html;
    const redo = by("opnieuw"), year = by("jaar");
    if (redo) redo.onclick = () => { state.changed = true; check("nakijken", 3); };
    if (year) year.onchange = () => check("jaar", 3);
    reach(3);
    by("next3").disabled = Boolean(got.answer.geweigerd);
    show(3);
    if (step === "jaar" && by("jaar")) by("jaar").focus();
  }

  async function make() {
    busy("Bezig met het verslag…");
    const got = await ask({ stap: "verslag", bestanden: names() });
    idle();
    if (!got) return;
    say(got.answer.melding);
    by("made").innerHTML = got.answer.html;
    state.files = { "herstel.yaml": state.files["herstel.yaml"], ...got.files };
    const place = by("frame");
    if (place) {
      const frame = document.createElement("iframe");
      frame.title = place.dataset.title;
      frame.setAttribute("sandbox", "allow-scripts allow-downloads allow-popups");
      frame.srcdoc = new TextDecoder().decode(state.files[place.dataset.page]);
      place.replaceWith(frame);
    }
    reach(4);
    show(4);
    if (!got.answer.geweigerd) offer();
  }

  // offer makes the files to keep, while the page is there to read.
  async function offer() {
    const got = await ask({ stap: "bestanden", bestanden: names() });
    if (!got) return;
    Object.assign(state.files, got.files);
    for (const b of document.querySelectorAll("[data-file]")) {
      b.disabled = !state.files[b.dataset.file];
      b.onclick = () => save(b.dataset.file);
    }
    if (got.answer.geweigerd) by("made").insertAdjacentHTML("afterbegin", got.answer.html);
    if (!by("step4").hidden) say(got.answer.melding);
  }

  function save(name) {
    const link = document.createElement("a");
    const url = URL.createObjectURL(new Blob([state.files[name]]));
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    if (name === "herstel.yaml") state.changed = false;
    say(name + " staat bij je downloads.");
  }

  async function example() {
    busy("Bezig met de voorbeelddata…");
    const got = await ask({ stap: "voorbeeld" });
    idle();
    if (!got) return;
    await choose(Object.entries(got.files).map(([name, content]) => ({ name, content })), false);
  }

  async function licences() {
    const got = await ask({ stap: "licenties" });
    if (!got) return;
    Object.assign(state.files, got.files);
    save("LICENTIES.txt");
  }

  if (!able()) {
    by("licences").hidden = true;
    by("old").hidden = false;
  } else {
    by("work").hidden = false;
    by("choose").onchange = () => { choose([...by("choose").files], true); by("choose").value = ""; };
    by("example").onclick = example;
    by("licences").onclick = licences;
    by("halt").onclick = () => { restart(); say("Afgebroken. Kies je export opnieuw."); };
    by("next1").onclick = () => { say(""); show(2); };
    by("next2").onclick = () => check("nakijken", 2);
    by("next3").onclick = make;
    for (const b of document.querySelectorAll("[data-to], nav button")) {
      b.onclick = () => { say(""); show(Number(b.dataset.to || b.dataset.step)); };
    }
    by("form2").onchange = () => { state.changed = true; reach(2); };
    by("form2").onsubmit = by("form3").onsubmit = (event) => event.preventDefault();
    for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
    addEventListener("dragover", () => by("drop").classList.add("over"));
    addEventListener("dragleave", () => by("drop").classList.remove("over"));
    addEventListener("drop", (event) => {
      by("drop").classList.remove("over");
      if (event.dataTransfer.files.length && !by("step1").hidden) choose([...event.dataTransfer.files], true);
    });
    addEventListener("beforeunload", (event) => { if (state.changed) event.preventDefault(); });
    startWorker();
  }
}
