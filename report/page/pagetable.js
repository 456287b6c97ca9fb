const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

// mark shows in the table of a figure which category is meant.
function mark(figure, label) {
  for (const row of figure.querySelectorAll("tbody tr")) {
    row.classList.toggle("marked", label !== "" && plain(row.cells[0].textContent) === plain(label));
  }
}

// linkRows makes a row of the table mark its category in the chart: under the mouse, and with the arrow keys.
function linkRows(figure) {
  const region = figure.querySelector(".scroll");
  const show = (row) => {
    const label = row ? row.cells[0].textContent.trim() : "";
    mark(figure, label);
    const chart = drawn.get(figure)?.chart;
    if (!chart) return;
    chart.dispatchAction({ type: "downplay" });
    if (row) chart.dispatchAction({ type: "highlight", name: label });
  };
  region.addEventListener("mouseover", (event) => show(event.target.closest("tbody tr")));
  region.addEventListener("mouseleave", () => show(null));
  region.addEventListener("blur", () => show(null));
  region.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const rows = [...figure.querySelectorAll("tbody tr")];
    if (!step || rows.length === 0) return;
    const at = rows.findIndex((r) => r.classList.contains("marked"));
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    show(next);
    next.scrollIntoView({ block: "nearest" });
    say([...next.cells].map((c) => c.textContent.trim()).join(", "));
    event.preventDefault();
  });
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

// watchScroll lets the keyboard reach the table of a figure, and another table where there is something to scroll.
// A table that does not fit opens at the year that the report is about. A folded table is not measured: it has no size yet.
function watchScroll() {
  const shown = new WeakSet();
  const watch = new ResizeObserver((entries) => {
    const measured = entries.map(({ target }) => ({ target, more: target.scrollWidth > target.clientWidth, left: leftOfYear(target) }));
    for (const { target, more, left } of measured) {
      target.classList.toggle("more", more);
      if (more || target.closest(".figure")) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
      if (more && !shown.has(target)) target.scrollLeft = left;
      shown.add(target);
    }
  });
  for (const region of document.querySelectorAll(".scroll")) watch.observe(region);
}

// leftOfYear says how far a table has to scroll to show the report year beside its labels.
function leftOfYear(region) {
  const year = region.querySelector("tbody td.now");
  return year ? year.offsetLeft - region.querySelector("tbody th[scope=row]").offsetWidth : 0;
}
