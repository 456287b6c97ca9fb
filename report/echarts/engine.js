// What ECharts expects of its surroundings and QuickJS does not have. Nothing here waits: a chart is drawn in one go.
globalThis.setTimeout = () => 0;
globalThis.setInterval = () => 0;
globalThis.clearTimeout = () => {};
globalThis.clearInterval = () => {};
