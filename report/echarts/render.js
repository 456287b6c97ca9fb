// startMeasuring gives ECharts the real widths of the font: tables of character code to thousandths of the font size.
function startMeasuring(tables, firstWide, wideWidth, otherWidth) {
  const sizeOf = (font) => parseFloat((/([\d.]+)px/.exec(font) || [0, 12])[1]);
  echarts.setPlatformAPI({
    measureText(text, font) {
      const table = /\b(bold|bolder|[6-9]00)\b/.test(font) ? tables[1] : tables[0];
      let total = 0;
      for (const ch of text) {
        const c = ch.codePointAt(0);
        total += table[c] ?? (c >= firstWide ? wideWidth : otherWidth);
      }
      return { width: (total * sizeOf(font)) / 1000 };
    },
  });
}

// renderSVG draws one chart; everything of it is gone afterwards.
function renderSVG(option, width, height) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(JSON.parse(option));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
