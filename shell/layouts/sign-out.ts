import { announceSession } from '#shell/session.ts'

/**
 * Ends the session on the server, tells the other windows, and leaves by a full load of the front page,
 * so that nothing of the person stays in memory.
 */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => null)
  announceSession()
  location.assign('/')
}
