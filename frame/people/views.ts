import { z } from 'zod'
import { roleCodes, type Role } from './roles.ts'

/** Replies of several doors of people. */
export const words = z.object({ zh: z.string(), en: z.string() })
export const instant = z.iso.datetime({ offset: true })

/** What an act answers. */
export const acted = z.object({ id: z.string(), status: z.string(), version: z.int() })

/** A role that can be granted. */
export const role = z.enum(roleCodes as [Role, ...Role[]])

/** One act as the screen shows it: allowed, or every reason why not. */
export const actState = z.object({
  act: z.string(),
  title: words,
  allowed: z.boolean(),
  reasons: z.array(
    z.object({
      duty: z.string().nullable(),
      code: z.string(),
      message: z.string(),
      at: z.string().optional(),
    }),
  ),
})

export const accountStatuses = ['invited', 'active', 'suspended', 'ended'] as const

/** One person of the register. */
export const personLine = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  mailbox: z.string(),
  phone: z.string().nullable(),
  status: z.enum(accountStatuses),
  roles: z.array(z.object({ role, body: z.string() })),
  lastSeen: instant.nullable(),
})

/** A role held now, later or before. */
export const grantLine = z.object({
  id: z.uuid(),
  role,
  body: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  version: z.int(),
  /** When and why it ended; null while in force. */
  ended: z.object({ at: instant, by: z.string().nullable(), reason: z.string() }).nullable(),
  acts: z.array(actState),
})

/** An administrator proposed, and what became of it. */
export const proposalLine = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  login: z.string(),
  role,
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  status: z.enum(['proposed', 'confirmed', 'refused', 'withdrawn']),
  settledBy: z.string().nullable(),
  version: z.int(),
  acts: z.array(actState),
})

/** One place where somebody is signed in. */
export const sessionLine = z.object({
  id: z.uuid(),
  since: instant,
  seen: instant,
  address: z.string(),
  /** The browser's name for itself. */
  agent: z.string(),
  /** The one that asks. */
  own: z.boolean(),
})
