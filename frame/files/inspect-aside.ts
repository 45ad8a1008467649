import { Worker } from 'node:worker_threads'
import { found } from './finding.ts'
import type { Inspection } from './inspect.ts'
import type { InspectOrder } from './inspect-worker.ts'

const longest = 30_000
const memory = { maxOldGenerationSizeMb: 384 }

/** Above this a file is not looked into, and so not taken, whatever a slot allows. In bytes. */
export const mostInspected = 256 * 1024 * 1024

interface Waiting {
  path: string
  settle(inspection: Inspection): void
}

const waiting: Waiting[] = []
let worker: Worker | null = null
let order = 0
let busy = false

/**
 * Inspects a file beside the server's own thread, one at a time. In: its path. Out: as `inspect` says;
 * a check that takes too long or too much memory is a refusal. Never throws.
 */
export function inspectAside(path: string): Promise<Inspection> {
  return new Promise((settle) => {
    waiting.push({ path, settle })
    next()
  })
}

function next(): void {
  const task = busy ? undefined : waiting.shift()
  if (!task) return
  busy = true
  const n = ++order
  worker ??= new Worker(new URL('./inspect-worker.ts', import.meta.url), { resourceLimits: memory })
  const own = worker
  own.ref()
  const alarm = setTimeout(() => fail(), longest)
  const done = (inspection: Inspection) => {
    clearTimeout(alarm)
    // Only our own listeners: with the worker's inner ones gone it would never be heard again.
    own.off('message', answered).off('error', fail).off('exit', fail)
    // An idle worker must not keep the process alive.
    own.unref()
    busy = false
    task.settle(inspection)
    next()
  }
  const fail = () => {
    worker = null
    void own.terminate()
    done({ ok: false, kind: null, reasons: [found('check-failed')] })
  }
  const answered = (answer: { n: number; inspection: Inspection | null }) => {
    if (answer.n === n)
      done(answer.inspection ?? { ok: false, kind: null, reasons: [found('check-failed')] })
  }
  own.on('message', answered)
  own.on('error', fail)
  own.on('exit', fail)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  own.postMessage({ n, path: task.path } satisfies InspectOrder)
}
