import type { House } from '#frame/house.ts'
import { Refused } from '#frame/kernel/reason.ts'
import { proposedRoles } from '../proposals/proposed-roles.ts'
import { isRole, isStrong, type Role } from '../roles.ts'
import { takeToken } from './attempts.ts'
import type { LinkKind } from './link-kinds.ts'
import { peekLink } from './links.ts'
import { logSignIn, type Caller } from './log.ts'
import { signInSettings } from './settings.ts'

/** What the page behind a link says before the person types anything. */
export interface LookedLink {
  kind: LinkKind
  login: string | null
  name: string | null
  mailbox: string | null
  roles: Role[]
  privileged: boolean
  until: Date
}

/** Looks at a link without using it up. Errors: Refused when it is dead, or too many were tried from here. */
export async function lookLink(house: House, token: string, caller: Caller): Promise<LookedLink> {
  const now = house.clock.now()
  const { addressBurst, addressPerMinute } = await signInSettings(house)
  const rule = { burst: addressBurst, perMinute: addressPerMinute }
  await takeToken(house.db, `link:${caller.address}`, rule, now)
  const link = await peekLink(house.db, token, now).catch(async (error: unknown) => {
    if (error instanceof Refused)
      await logSignIn(house.db, 'link-refused', { accountId: null }, caller, now)
    throw error
  })
  if (link.accountId === null)
    return {
      kind: link.kind,
      login: null,
      name: null,
      mailbox: null,
      roles: ['security-admin'],
      privileged: true,
      until: link.expiresAt,
    }
  const account = await house.db
    .selectFrom('account')
    .select(['login', 'name', 'mailbox'])
    .where('id', '=', link.accountId)
    .executeTakeFirstOrThrow()
  const held = await rolesOf(house, link.accountId)
  return {
    kind: link.kind,
    login: account.login,
    name: account.name,
    mailbox: link.mailbox ?? account.mailbox,
    roles: held,
    privileged: held.some(isStrong),
    until: link.expiresAt,
  }
}

async function rolesOf({ db }: House, accountId: string): Promise<Role[]> {
  const granted = await db
    .selectFrom('role_grant')
    .select('role')
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  const all = [...granted.map((r) => r.role), ...(await proposedRoles(db, accountId))]
  return [...new Set(all)].filter(isRole)
}
