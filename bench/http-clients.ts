// The clients of bench/acts.ts, in a thread of their own: in the server's thread they would measure themselves.
import { parentPort, workerData } from 'node:worker_threads'
import { measure } from './measure.ts'
import { newId } from '#frame/kernel/id.ts'

const { address, headers, body, clients, seconds } = workerData as {
  address: string
  headers: Record<string, string>
  body: string
  clients: number
  seconds: number
}

const once = async () => {
  const answer = await fetch(`${address}/api/licences`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': `bench-${newId()}` },
    body,
  })
  if (!answer.ok) throw new Error(await answer.text())
  await answer.arrayBuffer()
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
parentPort!.postMessage(await measure(once, clients, seconds))
