import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'

const folder = path.join(import.meta.dirname, '../../migrations')
// Two servers may start at once; the lock only saves them from doing the same work twice.
const lockKey = 7_461_204

/**
 * Brings the database up to the newest migration, each file in one transaction, forward only.
 * In: a connection of the owner; `only`, names and hashes of the files to stop at, to restore a backup made
 * by an earlier version. Out: the names applied now.
 * Errors: a database that is not UTF-8, a file changed after it was applied, or a migration that fails.
 */
export async function migrate(
  client: pg.ClientBase,
  only?: ReadonlyMap<string, string>,
): Promise<string[]> {
  await refuseForeignEncoding(client)
  await client.query('select pg_advisory_lock($1)', [lockKey])
  try {
    return await applyMissing(client, only)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey])
  }
}

async function applyMissing(
  client: pg.ClientBase,
  only?: ReadonlyMap<string, string>,
): Promise<string[]> {
  const names = await migrationNames()
  const unknown = [...(only?.keys() ?? [])].find((name) => !names.includes(name))
  if (unknown)
    throw new Error(`这个版本没有迁移 ${unknown}，备份由更新的版本制作。请用那个版本恢复。`)
  await client.query(
    'create table if not exists schema_migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration',
  )
  const done = new Map(rows.map((r) => [r.name, r.sha256]))
  const applied: string[] = []
  for (const name of names) {
    if (only && !only.has(name)) continue
    const text = await readFile(path.join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const known = done.get(name) ?? only?.get(name)
    if (known !== undefined && known !== sha256)
      throw new Error(`迁移文件 ${name} 在执行之后被改动。迁移只增不改，请恢复原文件。`)
    if (done.has(name)) continue
    await applyOne(client, name, text, sha256)
    applied.push(name)
  }
  return applied
}

async function applyOne(client: pg.ClientBase, name: string, text: string, sha256: string) {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
      name,
      sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`迁移 ${name} 没有成功：${(error as Error).message}`, { cause: error })
  }
}

/** All migration files in the order they are applied. */
export async function migrationNames(): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((n) => /^\d{4}_[a-z0-9_]+\.sql$/.test(n)).toSorted()
}

// Under SQL_ASCII, length('特殊物品') is 12 and every limit and search would be wrong.
async function refuseForeignEncoding(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>('show server_encoding')
  const encoding = rows[0]?.server_encoding
  if (encoding !== 'UTF8')
    throw new Error(
      `数据库的编码是 ${encoding}，联管只能用 UTF8。请用 create database … encoding 'UTF8' 重新建库。`,
    )
}
