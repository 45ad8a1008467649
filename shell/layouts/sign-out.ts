import { signOutDoor } from '#frame/people/sign-in/doors.ts'
import { call } from '#shell/call.ts'
import { announceSession } from '#shell/session.ts'

/**
 * Ends the session on the server, tells the other windows, and leaves by a full load of the front page,
 * so that nothing of the person stays in memory.
 */
export async function signOut(): Promise<void> {
  try {
    await call(signOutDoor, {}, { ownSession: true })
  } catch {
    // no session or no server: the front page will show which
  }
  announceSession()
  location.assign('/')
}
