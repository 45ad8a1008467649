// Time of one paper: set cold (the process starts), set warm, and signed. Prints figures; asserts nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openRenderer } from '#frame/papers/render.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-bench-'))
const renderer = openRenderer(folder)
const sheet = {
  template: path.join(import.meta.dirname, '../tools/demo/scan.typ'),
  data: {
    title: '检测报告',
    lines: Array.from({ length: 30 }, (_, i) => `第 ${i + 1} 行：人血清 50 ml，检测结果阴性。`),
  },
}
const timed = async () => {
  const began = performance.now()
  await renderer.render(sheet)
  return performance.now() - began
}
const cold = await timed()
const warm: number[] = []
for (let i = 0; i < 30; i += 1) warm.push(await timed())
warm.sort((a, b) => a - b)
console.log(
  `paper, one page: cold ${cold.toFixed(0)} ms, warm median ${warm[15]!.toFixed(1)} ms, worst ${warm[29]!.toFixed(1)} ms`,
)
await renderer.stop()
await rm(folder, { recursive: true, force: true })
