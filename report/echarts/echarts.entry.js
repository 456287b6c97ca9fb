// The parts of ECharts that the charts of herstel use. "npm run build" bundles them into echarts.min.js, which the Go program embeds: once for
// the page in the browser and once for the SVG files that are drawn without one.
import { init, setPlatformAPI, use, version } from "echarts/core";
import { BarChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart, LineChart, SankeyChart, ScatterChart,
  AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent,
  SVGRenderer,
]);

export { init, setPlatformAPI, version };
