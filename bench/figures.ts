import type { Run } from './measure.ts'

/** The run in the middle by what was done a second. */
export function median(runs: readonly Run[]): Run {
  return runs.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)]!
}

/** Prints one measured run in a line. */
export function show(name: string, run: Run): void {
  const rate = run.perSecond.toFixed(0).padStart(6)
  const [p50, p99] = [run.p50, run.p99].map((ms) => ms.toFixed(1).padStart(6))
  console.log(`${name.padEnd(28)} ${rate}/s  p50 ${p50} ms  p99 ${p99} ms`)
}
