import type { FastifyRequest } from 'fastify'
import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { Database } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { publicActor, type Actor } from './actor.ts'
import { keyHeader } from './key-header.ts'
import type { Admitted } from './policy.ts'
import { takeToken } from './sign-in/attempts.ts'
import { hashToken } from './sign-in/tokens.ts'

/** Which subject a key opens. In: SHA-256 of the key. Out: the subject's id, or null. */
type FindSubject = (db: Database, keyHash: string) => Promise<string | null>

const finders: FindSubject[] = []

/** Declares how a room finds the subject of a key. Subjects of all rooms have keys of one form. */
export function addKeyFinder(find: FindSubject): void {
  finders.push(find)
}

/** Whether somebody without an account may knock here by showing a key. */
const opensToKeys = (who: Admitted) => Array.isArray(who) && who.includes('key-holder')

/**
 * Whoever knocks, with the subject whose key he shows. In: who is signed in, or null. Out: null when nobody
 * is and no key opens anything.
 * Errors: Refused when too many knocks with a key came from this address.
 */
export async function showingKey(
  house: House,
  request: FastifyRequest,
  who: Admitted,
  signedIn: Actor | null,
): Promise<Actor | null> {
  const key = request.headers[keyHeader]
  if (!opensToKeys(who) || typeof key !== 'string' || !/^[\w-]{43}$/.test(key)) return signedIn
  const perMinute = (await settingsToday(house))('registration.key-visits-per-minute')
  const rule = { burst: perMinute, perMinute }
  await takeToken(house.db, `key:${request.ip}`, rule, house.clock.now())
  for (const find of finders) {
    const visiting = await find(house.db, hashToken(key))
    if (visiting !== null) return { ...(signedIn ?? keyHolder), visiting }
  }
  return signedIn
}

const keyHolder: Actor = { ...publicActor, name: '申请人' }
