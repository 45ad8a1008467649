import type { FastifyRequest } from 'fastify'
import type { House } from '#frame/house.ts'
import type { Authenticate } from '#frame/http/app.ts'
import { tokenFrom } from './sign-in/cookie.ts'
import { findSession, touch, type Session } from './sign-in/sessions.ts'
import { signInSettings } from './sign-in/settings.ts'

const known = new WeakMap<FastifyRequest, Promise<Session | null>>()

/**
 * The session a request rides on, however far its sign-in has come. Read once per request. A request that
 * the page makes by itself (`x-lianguan: background`) does not keep an absent person's session alive.
 */
export function sessionOf(house: House, request: FastifyRequest): Promise<Session | null> {
  const read = known.get(request) ?? readSession(house, request)
  known.set(request, read)
  return read
}

async function readSession(house: House, request: FastifyRequest): Promise<Session | null> {
  const token = tokenFrom(house.config, request.headers.cookie)
  if (!token) return null
  const session = await findSession(house, token, await signInSettings(house))
  if (session && request.headers['x-lianguan'] !== 'background')
    await touch(house.db, session, house.clock.now())
  return session
}

/**
 * Who knocks, by session cookie. Nobody is signed in before the second factor is passed, first enrolled
 * where the role demands it, and a due password changed: until then no door but those of signing in opens.
 */
export function authenticateBySession(house: House): Authenticate {
  return async (request) => {
    const session = await sessionOf(house, request)
    return session?.stage === 'full' ? session.actor : null
  }
}
