import { hash, verify } from '@node-rs/argon2'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { longestPassword } from './password-text.ts'

/** What one hash costs. Memory in KiB. */
export interface HashCost {
  memoryCost: number
  timeCost: number
}

/**
 * What the house uses, for every account alike: 64 MiB, three passes; the floor of OWASP's password storage
 * is 19 MiB, two passes. If only privileged accounts had it,
 * the time of an answer would tell which names are privileged.
 */
export const houseCost: HashCost = { memoryCost: 64 * 1024, timeCost: 3 }

// Two at once: a hundred sign-ins in one second must not take 6 GiB of memory.
const places = 2
// Beyond this the person is better told to come back than left waiting.
const longestQueue = 200
let busy = 0
let done = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.length >= longestQueue)
    throw new Refused(
      'unavailable',
      [reason(null, 'sign-in-busy', '现在登录的人太多，请一分钟后再试。')],
      60,
    )
  if (busy >= places) await new Promise<void>((go) => queue.push(go))
  else busy += 1
  try {
    return await work()
  } finally {
    done += 1
    const next = queue.shift()
    if (next) next()
    else busy -= 1
  }
}

/** How many hashes are being computed, how many wait, and how many have been computed in this process. */
export function hashingLoad(): { busy: number; waiting: number; done: number } {
  return { busy, waiting: queue.length, done }
}

/** Argon2id (the package's default kind) in PHC text form. In: the password as typed; it is compared in Unicode NFKC. */
export function hashPassword(password: string, cost: HashCost = houseCost): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), { parallelism: 1, ...cost }))
}

/** Whether the password is the one behind a stored hash. A malformed hash is a no. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  if (password.length > longestPassword) return Promise.resolve(false)
  return inTurn(() => verify(stored, password.normalize('NFKC')).catch(() => false))
}

/** Whether a stored hash costs other than asked for and should be made anew at the next sign-in. */
export function isDated(stored: string, cost: HashCost = houseCost): boolean {
  return !stored.startsWith(`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=1$`)
}
