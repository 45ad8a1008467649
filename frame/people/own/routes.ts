import { openAct, openRead, type Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { changeContact } from '../accounts/change-account.ts'
import { accountLife } from '../accounts/states.ts'
import type { Actor } from '../actor.ts'
import { sessionOf } from '../authenticate.ts'
import { sessionCookie } from '../sign-in/cookie.ts'
import { callerOf, remember } from '../sign-in/routes.ts'
import { endSessionsOf } from '../sign-in/sessions.ts'
import {
  changeOwnPassword,
  endOwnSession,
  provePassword,
  renewOwnRecoveryCodes,
} from './change-proofs.ts'
import {
  changeContactDoor,
  changePasswordDoor,
  endOthersDoor,
  endSessionDoor,
  meDoor,
  ownAccountDoor,
  ownDeputiesDoor,
  recoveryCodesDoor,
} from './doors.ts'
import { me, ownAccount, ownDeputies } from './reads.ts'

/** The person who asks. Errors: Refused for the system, which has no account. */
function person({ actor }: Visit): Actor & { accountId: string } {
  if (actor.accountId === null) throw absent()
  return { ...actor, accountId: actor.accountId }
}

const ownSession = async ({ house, request }: Visit) =>
  (await sessionOf(house, request))?.id ?? null

export const ownRoutes = [
  openRead(meDoor, (visit) => me(visit.house, person(visit))),
  openRead(ownAccountDoor, async (visit) =>
    ownAccount(visit.house, person(visit), await ownSession(visit)),
  ),
  openAct(
    changeContactDoor,
    changeContact,
    accountLife,
    ({ body: { mailbox, phone } }) => ({ mailbox, phone }),
    (visit, { body }) => provePassword(visit.house, person(visit), body.current, callerOf(visit)),
  ),
  openRead(changePasswordDoor, async (visit, { body }) => {
    const session = await ownSession(visit)
    const done = await changeOwnPassword(visit.house, person(visit), session, body, callerOf(visit))
    if (done.token) visit.reply.header('set-cookie', sessionCookie(visit.house.config, done.token))
    await remember(visit, person(visit).accountId)
    return { ended: done.ended }
  }),
  openRead(endSessionDoor, async (visit, { params }) =>
    endOwnSession(visit.house, person(visit), params.id, callerOf(visit)),
  ),
  openRead(endOthersDoor, async (visit) => {
    const { db } = visit.house
    return { ended: await endSessionsOf(db, person(visit).accountId, await ownSession(visit)) }
  }),
  openRead(recoveryCodesDoor, async (visit, { body }) => ({
    recoveryCodes: await renewOwnRecoveryCodes(
      visit.house,
      person(visit),
      body.current,
      callerOf(visit),
    ),
  })),
  openRead(ownDeputiesDoor, (visit) => ownDeputies(visit.house, person(visit))),
]
