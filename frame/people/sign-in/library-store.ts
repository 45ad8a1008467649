import { sql } from 'kysely'
import type { DBAdapter } from 'better-auth/adapters'
import type { Database } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { hashToken } from './tokens.ts'

/** Who knocks: where from and with what. */
export interface Visitor {
  /** Address of the connection, or what a configured proxy says it is. */
  address: string
  /** The browser's name for itself. */
  agent: string
}

const closed = (what: string) => () =>
  Promise.reject(new Error(`the sign-in library may not ${what}`))

interface Where {
  field: string
  value: unknown
}

/**
 * All that the sign-in library may do to our database: three statements. Anything else it tries throws.
 * In: what is known of the attempt now being made.
 */
export function libraryStore(db: Database, attempt: () => Visitor & { now: Date }): DBAdapter {
  const store = {
    id: 'lianguan',
    create: ({ model, data }: { model: string; data: Record<string, unknown> }) =>
      model === 'session' ? writeSession(db, data, attempt()) : closed(`create ${model}`)(),
    findOne: ({ model, where }: { model: string; where: Where[] }) =>
      model === 'user'
        ? readPerson(db, textOf(where, 'username'))
        : model === 'account'
          ? readPassword(db, textOf(where, 'userId'))
          : closed(`read ${model}`)(),
    findMany: closed('list'),
    count: closed('count'),
    update: closed('update'),
    updateMany: closed('update'),
    delete: closed('delete'),
    deleteMany: closed('delete'),
    consumeOne: closed('consume'),
    incrementOne: closed('count up'),
    transaction: (work: (store: unknown) => Promise<unknown>) => work(store),
  }
  return store as unknown as DBAdapter
}

function textOf(where: Where[], field: string): string {
  const value = where.find((w) => w.field === field)?.value
  if (typeof value !== 'string')
    throw new Error(`the sign-in library may not search without ${field}`)
  return value
}

async function readPerson(db: Database, login: string) {
  const person = await db
    .selectFrom('account')
    .select(['id', 'name', 'login', 'created_at'])
    .where(sql`lower(login)`, '=', login.toLowerCase())
    // A suspended person who knows his password is told so afterwards; the others look unknown.
    .where('status', 'in', ['active', 'suspended'])
    .executeTakeFirst()
  if (!person) return null
  const { id, name, created_at } = person
  // The library wants an e-mail address on every user; ours signs in by name, and the mailbox stays here.
  return {
    id,
    name,
    username: person.login,
    email: person.login,
    emailVerified: true,
    createdAt: created_at,
    updatedAt: created_at,
  }
}

async function readPassword(db: Database, accountId: string) {
  const row = await db
    .selectFrom('auth_password')
    .select('hash')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return (
    row && {
      id: accountId,
      userId: accountId,
      accountId,
      providerId: 'credential',
      password: row.hash,
    }
  )
}

async function writeSession(
  db: Database,
  data: Record<string, unknown>,
  { now, address, agent }: Visitor & { now: Date },
) {
  const token = String(data['token'])
  const id = newId()
  await db
    .insertInto('auth_session')
    .values({
      id,
      account_id: String(data['userId']),
      token_hash: hashToken(token),
      created_at: now,
      seen_at: now,
      second_factor_at: null,
      address,
      agent: agent.slice(0, 300),
    })
    .execute()
  return { ...data, id }
}
