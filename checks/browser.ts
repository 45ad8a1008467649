import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { newId } from '#frame/kernel/id.ts'
import type { House } from '#frame/house.ts'
import { authenticateBySession } from '#frame/people/authenticate.ts'
import { codeOf, stepAt } from '#frame/people/sign-in/totp.ts'
import { hashPassword, type HashCost } from '#frame/people/sign-in/hashing.ts'
import { keepPassword } from '#frame/people/sign-in/passwords.ts'
import { beginEnrolment } from '#frame/people/sign-in/second-factor.ts'
import { buildApp } from '#frame/http/app.ts'
import { houseParts } from '#rooms/house-parts.ts'

/** A server whose people come in by session cookie, as in production; the caller closes it. */
export async function realServer(house: House): Promise<FastifyInstance> {
  const authenticate = authenticateBySession(house)
  const app = await buildApp(house, { parts: houseParts, authenticate })
  await app.ready()
  return app
}

/** A browser of one person: it keeps the cookie it is given and says where it comes from. */
export interface Browser {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  post(
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  /** The cookie of its session, `name=value`, or null. */
  cookie: string | null
  /** The cookie by which the house knows this browser again, `name=value`, or null. */
  device: string | null
}

/** A fresh browser in front of a server. In: the address it seems to come from. */
export function browser(app: FastifyInstance, address = '192.0.2.10'): Browser {
  const self: Browser = {
    cookie: null,
    device: null,
    get: (url, headers) => self.send('GET', url, undefined, headers),
    post: (url, body, headers) => self.send('POST', url, body ?? {}, headers),
    async send(method, url, body, headers = {}) {
      const cookie = [self.cookie, self.device].filter((c) => c !== null).join('; ')
      const answer = await app.inject({
        method,
        url,
        remoteAddress: address,
        headers: {
          'x-lianguan': 'test',
          'sec-fetch-site': 'same-origin',
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
        const kept = /Max-Age=0/.test(line) ? null : line.split(';')[0]!
        if (/^[^=]*-device=/.test(line)) self.device = kept
        else self.cookie = kept
      }
      return answer
    },
  }
  return self
}

/** A password that every rule accepts. */
export const goodPassword = 'Qiushi-shanlin-47'

// The cheapest cost the library takes: what is tested is the way in, not the strength of a hash.
const testCost: HashCost = { memoryCost: 8, timeCost: 1 }
let shared: Promise<string> | undefined

/** Gives an account {@link goodPassword}. */
export async function givePassword(house: House, accountId: string): Promise<void> {
  shared ??= hashPassword(goodPassword, testCost)
  const now = house.clock.now()
  await keepPassword(house.db, { accountId, hash: await shared, now, mustChange: false })
}

/** Gives an account a confirmed second factor. Out: its phone. */
export async function givePhone(house: House, accountId: string): Promise<() => string> {
  const secret = await beginEnrolment(house, accountId)
  if (!secret) throw new Error('this account has a phone already')
  await house.db
    .updateTable('auth_second_factor')
    .set({ confirmed_at: house.clock.now() })
    .where('account_id', '=', accountId)
    .execute()
  return () => codeOf(secret, stepAt(house.clock.now()))
}

/** The sign-in name of an account. */
export async function loginOf(house: House, accountId: string): Promise<string> {
  const row = await house.db
    .selectFrom('account')
    .select('login')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return row.login
}

/** Adds an active account without any role. Out: its id. */
export async function addBareAccount(house: House, login: string): Promise<string> {
  const id = newId()
  await house.db
    .insertInto('account')
    .values({
      id,
      login,
      name: `测试${login}`,
      mailbox: `${login}@example.cn`,
      status: 'active',
      created_at: house.clock.now(),
    })
    .execute()
  return id
}
