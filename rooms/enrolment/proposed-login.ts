import { sql } from 'kysely'
import type { Database } from '#frame/db/connect.ts'
import type { EnrolmentFacts } from './facts.ts'

/**
 * S2-068 the sign-in name offered to the administrator: of a unit, u and the nine characters of its code
 * that are its own; of a person, p and the request's number. When it is taken, a figure follows.
 */
export async function proposedLogin(
  db: Database,
  { kind, identity, number }: Pick<EnrolmentFacts, 'kind' | 'identity' | 'number'>,
): Promise<string> {
  const base =
    kind === 'organisation' && identity !== null
      ? `u${identity.slice(8, 17).toLowerCase()}`
      : `p${(number ?? '').replaceAll(/\D/g, '')}`
  const rows = await db
    .selectFrom('account')
    .select(sql<string>`lower(login)`.as('login'))
    .where(sql`lower(login)`, 'like', `${base}%`)
    .execute()
  const taken = new Set(rows.map((r) => r.login))
  let name = base
  for (let n = 2; taken.has(name); n += 1) name = `${base}-${n}`
  return name
}
