import { openRead, type Visit } from '#frame/http/open.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { qrSvg } from '#frame/papers/qr.ts'
import { sessionOf } from '../authenticate.ts'
import { isStrong, roles } from '../roles.ts'
import { deviceCookie, deviceFrom, endedCookie, sessionCookie, tokenFrom } from './cookie.ts'
import { demoCode, demoPassword, demoPeople } from './demo.ts'
import {
  askResetDoor,
  codeDoor,
  duePasswordDoor,
  enrolDoor,
  finishEnrolDoor,
  lookLinkDoor,
  recoveryDoor,
  signInDoor,
  signInStateDoor,
  signOutDoor,
  useLinkDoor,
} from './doors.ts'
import { rememberDevice } from './devices.ts'
import { signIn, signOut } from './enter.ts'
import type { Caller } from './log.ts'
import { lookLink } from './look-link.ts'
import { passwordDemand } from './password-rules.ts'
import { changeDuePassword, enrol, finishEnrolment, proveByCode, proveByRecovery } from './prove.ts'
import { askReset } from './reset.ts'
import { findSession, type Session, type Stage } from './sessions.ts'
import { signInSettings } from './settings.ts'
import { useLink } from './use-link.ts'

/** Who asks, as the sign-in log writes it. The address is the connection's, or a configured proxy's word. */
export function callerOf({ request, requestId }: Visit): Caller {
  return { address: request.ip, agent: request.headers['user-agent'] ?? '', requestId }
}

/** Knows this browser for an account from now on, and gives it the cookie that says so. */
export async function remember(visit: Visit, accountId: string): Promise<void> {
  const { house, request, reply } = visit
  const { deviceDays } = await signInSettings(house)
  const token = deviceFrom(house.config, request.headers.cookie)
  const fresh = await rememberDevice(house.db, accountId, token, house.clock.now())
  reply.header('set-cookie', deviceCookie(house.config, fresh, deviceDays))
}

/** The cookies of a session that has come so far; a browser is known once somebody is in. */
async function admit(visit: Visit, token: string, { stage, actor }: Session): Promise<void> {
  visit.reply.header('set-cookie', sessionCookie(visit.house.config, token))
  if (stage === 'full') await remember(visit, actor.accountId)
}

/** The session now at one of the given steps. Errors: Refused when there is none, or it is elsewhere. */
async function sessionAt(visit: Visit, ...steps: Stage[]): Promise<Session> {
  const session = await sessionOf(visit.house, visit.request)
  if (!session)
    throw new Refused('invalid', [
      reason(null, 'start-again', '登录已超时，请从登录名和密码重新开始。'),
    ])
  if (!steps.includes(session.stage))
    throw new Refused('refused', [
      reason(null, 'other-step', '登录已进行到另一步，可能是在另一个窗口中完成的。请刷新页面。'),
    ])
  return session
}

/** Puts the new token into the cookie and says what comes next. */
async function goOn(visit: Visit, token: string): Promise<{ stage: Stage }> {
  const session = await findSession(visit.house, token, await signInSettings(visit.house))
  if (!session) throw new Error('a session just renewed is gone')
  await admit(visit, token, session)
  return { stage: session.stage }
}

async function state(visit: Visit) {
  const { house } = visit
  const session = await sessionOf(house, visit.request)
  const people = await demoPeople(house)
  const strong = session?.actor.grants.some((g) => isStrong(g.role)) ?? false
  const phone =
    people && session?.stage === 'code'
      ? await demoCode(house, session.actor.accountId)
      : { code: null, wait: 0 }
  const { password } = await signInSettings(house)
  return {
    stage: session?.stage ?? ('none' as const),
    name: session?.actor.name ?? null,
    demand: session ? passwordDemand(password, strong) : null,
    demo: people && { password: demoPassword, people, ...phone },
  }
}

export const signInRoutes = [
  openRead(signInStateDoor, state),
  openRead(signInDoor, async (visit, { body }) => {
    const before = {
      session: await sessionOf(visit.house, visit.request),
      device: deviceFrom(visit.house.config, visit.request.headers.cookie),
    }
    const { token, session } = await signIn(visit.house, body, callerOf(visit), before)
    await admit(visit, token, session)
    return { stage: session.stage }
  }),
  openRead(codeDoor, async (visit, { body }) => {
    const session = await sessionAt(visit, 'code')
    return goOn(visit, await proveByCode(visit.house, session, body.code, callerOf(visit)))
  }),
  openRead(recoveryDoor, async (visit, { body }) => {
    const session = await sessionAt(visit, 'code')
    const done = await proveByRecovery(visit.house, session, body.code, callerOf(visit))
    return { ...(await goOn(visit, done.token)), left: done.left }
  }),
  openRead(enrolDoor, async (visit) => {
    const { uri, secret } = await enrol(visit.house, await sessionAt(visit, 'enrol', 'full'))
    return { uri, secret, picture: qrSvg(uri) }
  }),
  openRead(finishEnrolDoor, async (visit, { body }) => {
    const session = await sessionAt(visit, 'enrol', 'full')
    const done = await finishEnrolment(visit.house, session, body.code, callerOf(visit))
    return { ...(await goOn(visit, done.token)), recoveryCodes: done.recoveryCodes }
  }),
  openRead(duePasswordDoor, async (visit, { body }) => {
    const session = await sessionAt(visit, 'password')
    const caller = callerOf(visit)
    return goOn(visit, await changeDuePassword(visit.house, session, body.password, caller))
  }),
  openRead(signOutDoor, async (visit) => {
    const session = await sessionOf(visit.house, visit.request)
    if (session) await signOut(visit.house, session, callerOf(visit))
    if (tokenFrom(visit.house.config, visit.request.headers.cookie))
      visit.reply.header('set-cookie', endedCookie(visit.house.config))
    // Nothing of the person stays in the browser's caches (GB/T 22239 8.1.4.10).
    visit.reply.header('clear-site-data', '"cache"')
    return {}
  }),
  openRead(askResetDoor, async (visit, { body }) => {
    await askReset(visit.house, body.login, callerOf(visit))
    return {}
  }),
  openRead(lookLinkDoor, async (visit, { body }) => {
    const found = await lookLink(visit.house, body.token, callerOf(visit))
    const { password } = await signInSettings(visit.house)
    return {
      ...found,
      roles: found.roles.map((r) => ({ zh: roles[r].zh, en: roles[r].en })),
      until: found.until.toISOString(),
      demand: passwordDemand(password, found.privileged),
    }
  }),
  openRead(useLinkDoor, async (visit, { body }) => {
    const { token, password, person } = body
    const answer = { token, ...(password && { password }), ...(person && { person }) }
    const { accountId, kind, login } = await useLink(visit.house, answer, callerOf(visit))
    // Who resets his password because others locked his name must not be locked out again meanwhile.
    if (kind !== 'mailbox') await remember(visit, accountId)
    return { kind, login }
  }),
]
