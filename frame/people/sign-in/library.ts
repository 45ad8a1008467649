import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import type { House } from '#frame/house.ts'
import { hashPassword, houseCost, verifyPassword, type HashCost } from './hashing.ts'
import { libraryStore, type Visitor } from './library-store.ts'
import { longestPassword } from './password-text.ts'

/** One attempt to sign in as the library's callbacks see it. */
interface Attempt extends Visitor {
  /** Hashes computed so far. */
  hashes: number
}

/** Checks a sign-in name and password and opens a session. */
export interface PasswordDesk {
  /**
   * In: what the person typed, and who knocks. Out: the account and the token of its new session, which
   * has passed no second factor yet; null when name and password do not belong together, whatever the cause.
   * Every attempt costs exactly one hash, so that the time of an answer tells nothing either.
   */
  enter(login: string, password: string, visitor: Visitor): Promise<Entered | null>
  /** Every path the library knows; none of them is mounted. */
  paths: readonly string[]
}

/** Who came in. */
export interface Entered {
  accountId: string
  token: string
}

/**
 * The sign-in library, in a cage. Its HTTP handler is never mounted, so that none of its own endpoints
 * (renaming oneself, changing the mailbox, signing up, …) exists; it is called for one thing only, and its
 * store lets it do three: read a person by sign-in name, read his password, write a session.
 */
export function openPasswordDesk(house: House, cost: HashCost = houseCost): PasswordDesk {
  const attempts = new AsyncLocalStorage<Attempt>()
  const current = () => {
    const attempt = attempts.getStore()
    if (!attempt) throw new Error('the sign-in library was called outside an attempt')
    return attempt
  }
  const auth = betterAuth({
    appName: 'Lianguan',
    baseURL: house.config.publicUrl,
    // It signs the cookie the library would set. Ours is set by the door, so the key need not outlive us.
    secret: randomBytes(32).toString('base64url'),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: () => libraryStore(house.db, () => ({ ...current(), now: house.clock.now() })),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: longestPassword,
      password: {
        hash: (password) => {
          current().hashes += 1
          return hashPassword(password, cost)
        },
        verify: ({ hash, password }) => {
          current().hashes += 1
          return verifyPassword(hash, password)
        },
      },
    },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 100, usernameValidator: () => true }),
    ],
  })

  async function ask(login: string, password: string): Promise<Entered | null> {
    try {
      const { token, user } = await auth.api.signInUsername({ body: { username: login, password } })
      return { accountId: user.id, token }
    } catch (error) {
      if (isRefusal(error)) return null
      throw error
    }
  }

  return {
    async enter(login, password, visitor) {
      const attempt: Attempt = { ...visitor, hashes: 0 }
      const entered = await attempts.run(attempt, () => ask(login, password))
      // An invited account has no password yet, a name may be malformed: the library answers at once then.
      if (attempt.hashes === 0) await hashPassword(password.slice(0, longestPassword), cost)
      return entered
    },
    paths: Object.values(auth.api).flatMap((endpoint) =>
      typeof endpoint.path === 'string' ? [endpoint.path] : [],
    ),
  }
}

/** Whether the library said no (a 4xx of its own), as opposed to having broken. */
function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500
}
