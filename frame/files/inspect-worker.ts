// oxlint-disable unicorn/require-post-message-target-origin -- a worker's port, not a window
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { inspect } from './inspect.ts'

/** One file to look into. */
export interface InspectOrder {
  n: number
  path: string
}

// A worker of its own: a file made to be slow or large harms only this thread.
parentPort!.on('message', (order: InspectOrder) => {
  void readFile(order.path)
    .then(inspect)
    .then(
      (inspection) => parentPort!.postMessage({ n: order.n, inspection }),
      () => parentPort!.postMessage({ n: order.n, inspection: null }),
    )
})
