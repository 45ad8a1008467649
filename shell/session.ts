/**
 * What happens when the server says that the session has ended. The gate (a dialog over the page, see
 * `layouts/session-gate.tsx`) is told, the person signs in again, and the call goes on from where it
 * stood: the page is never left, so nothing typed is lost.
 */
type Gate = () => Promise<boolean>

let gate: Gate | null = null
let waiting: Promise<boolean> | null = null

/** Installs the gate; out: how to remove it. Without one, an ended session is an ordinary error. */
export function guardSession(next: Gate): () => void {
  gate = next
  return () => {
    if (gate === next) gate = null
  }
}

/**
 * Waits until the person has signed in again. Out: whether to repeat the call. Several calls that fail
 * together share one dialog.
 */
export async function sessionRenewed(): Promise<boolean> {
  if (!gate) return false
  waiting ??= gate().finally(() => {
    waiting = null
  })
  return waiting
}

const channelName = 'lianguan.session'

/** Tells the other windows of this browser that somebody signed in or out here. */
export function announceSession(): void {
  const channel = new BroadcastChannel(channelName)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
  channel.postMessage('changed')
  channel.close()
}

/** Calls back when another window signed in or out; out: how to stop listening. */
export function onSessionChange(then: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', then)
  return () => channel.close()
}
