import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { colour, fontStack } from '#shell/theme.ts'
import type { ChartData } from './chart-box.tsx'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

const text = { fontFamily: fontStack, color: colour.ink2, fontSize: 12 }

const palette = [colour.accent, '#8fbcc3', '#d9a441', '#8a84bf', '#b4c0c2']

/** A drawn chart. */
export interface Chart {
  show: (data: ChartData) => void
  resize: () => void
  dispose: () => void
}

/** Prepares a place for drawing. In: an element that has a height. */
export function draw(at: HTMLElement): Chart {
  const chart: ECharts = init(at, null, { renderer: 'svg' })
  return {
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
    show(data) {
      const many = data.series.length > 1
      chart.setOption(
        {
          animation: false,
          color: palette,
          textStyle: text,
          grid: { left: 4, right: 8, top: many ? 34 : 14, bottom: 4, containLabel: true },
          tooltip: {
            trigger: 'axis',
            textStyle: { ...text, color: colour.ink },
            borderColor: colour.line,
          },
          legend: {
            show: many,
            top: 0,
            left: 0,
            itemWidth: 10,
            itemHeight: 10,
            icon: 'rect',
            textStyle: text,
          },
          ...axesOf(data),
          series: data.series.map((s) => ({
            name: s.name,
            data: [...s.values],
            type: data.kind === 'line' ? 'line' : 'bar',
            barMaxWidth: 26,
            ...(data.kind === 'stacked' ? { stack: 'all' } : {}),
            ...(data.kind === 'line' ? { symbolSize: 5 } : {}),
          })),
        },
        { notMerge: true },
      )
    },
  }
}

function axesOf(data: ChartData) {
  const names = {
    type: 'category' as const,
    data: [...data.categories],
    inverse: data.kind === 'across',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour['line-strong'] } },
    axisLabel: text,
  }
  const numbers = {
    type: 'value' as const,
    minInterval: 1,
    ...(data.max === undefined ? {} : { max: data.max }),
    splitLine: { lineStyle: { color: colour.line } },
    axisLabel: text,
  }
  return data.kind === 'across'
    ? { xAxis: numbers, yAxis: names }
    : { xAxis: names, yAxis: numbers }
}
