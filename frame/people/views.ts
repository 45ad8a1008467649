import { z } from 'zod'
import { actView, instant } from '#frame/http/reply-parts.ts'
import { roleCodes, type Role } from './roles.ts'

/** A role that can be granted. */
export const role = z.enum(roleCodes as [Role, ...Role[]])

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
  acts: z.array(actView),
})

/** What was proposed for an account (an administrator role or another mailbox), and what became of it. */
export const proposalLine = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  login: z.string(),
  /** The role with its days; null when it is a mailbox. */
  role: role.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  mailbox: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  status: z.enum(['proposed', 'confirmed', 'refused', 'withdrawn']),
  settledBy: z.string().nullable(),
  version: z.int(),
  acts: z.array(actView),
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
