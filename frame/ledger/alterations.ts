import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from './append.ts'
import { signCheckpoint } from './checkpoint.ts'
import { canonicalJson, eventLeaf, type WrittenEvent } from './event.ts'
import { newSigner } from './note.ts'
import { tileFiles } from './tile-store.ts'
import { someEvent } from './test-house.ts'

// For tests: what somebody with full power over database and disk might do to a ledger, each in one way.

/** What an alteration works on: the rows, in a transaction that is rolled back after, and a whole number. */
export interface Target {
  tx: Tx
  folder: string
  /** Leaves in the tree. */
  size: number
  /** Chosen at random: any whole number ≥ 0. */
  pick: number
}

/** Alters something; what it does outside the transaction it undoes in what it returns. */
export type Alteration = (target: Target) => Promise<void | (() => Promise<void>)>

const leafAt = ({ size, pick }: Target) => pick % size

const change = (set: string) => async (target: Target) => {
  await sql`update audit_event set ${sql.raw(set)}
    where id = (select event_id from audit_leaf where leaf_index = ${leafAt(target)})`.execute(
    target.tx,
  )
}

/** Rewrites an event and everything in the database that follows from its bytes, but not the signed heads. */
const rewriteWell: Alteration = async (target) => {
  const { tx } = target
  const leaf = leafAt(target)
  const { rows } = await sql<{ id: string; body: Buffer }>`
    select id, body from audit_event join audit_leaf on event_id = id where leaf_index = ${leaf}`.execute(
    tx,
  )
  const written = JSON.parse(rows[0]!.body.toString()) as WrittenEvent
  const body = Buffer.from(canonicalJson({ ...written, body: { n: 'forged' } }))
  await sql`update audit_event set body = ${body}, body_json = ${body.toString()}::jsonb where id = ${rows[0]!.id}`.execute(
    tx,
  )
  await sql`update audit_leaf set leaf_hash = ${eventLeaf(body)} where leaf_index = ${leaf}`.execute(
    tx,
  )
}

/** Who owns the table may also take its constraints away. */
const withoutConstraints = (tx: Tx) =>
  sql`alter table audit_leaf drop constraint audit_leaf_event_id_key,
        drop constraint audit_leaf_leaf_index_check`.execute(tx)

const swapLeaves = (columns: string) => async (target: Target) => {
  const a = leafAt(target)
  const b = (a + 1 + (target.pick % (target.size - 1))) % target.size
  await withoutConstraints(target.tx)
  await sql`update audit_leaf x set ${sql.raw(columns)} from audit_leaf y
    where (x.leaf_index, y.leaf_index) in ((${a}::bigint, ${b}::bigint), (${b}::bigint, ${a}::bigint))`.execute(
    target.tx,
  )
}

const someHead = (pick: number) => sql`
  (select size from checkpoint where size > 0 order by size offset ${pick} % (select count(*) - 1 from checkpoint) limit 1)`

const changeHead =
  (set: string) =>
  async ({ tx, pick }: Target) => {
    await sql`update checkpoint set ${sql.raw(set)} where size = ${someHead(pick)}`.execute(tx)
  }

const onTile =
  (alter: (file: string, pick: number) => Promise<void>): Alteration =>
  async ({ folder, pick }) => {
    const names = await tileFiles(folder)
    const file = path.join(folder, names[pick % names.length]!)
    const before = await readFile(file)
    await alter(file, pick)
    return () => writeFile(file, before)
  }

const withWaiting =
  (alter: (tx: Tx, id: string) => Promise<unknown>): Alteration =>
  async ({ tx }) => {
    const event = someEvent()
    await appendEvent(tx, event)
    await alter(tx, event.id)
  }

/** Every way by name. A name is one of the kinds: row, deletion, reorder, queue, tile, checkpoint, business. */
export const alterations: Record<string, Alteration> = {
  'row: one bit of the bytes': async (target) => {
    const { rows } = await sql<{ id: string; body: Buffer }>`
      select id, body from audit_event join audit_leaf on event_id = id where leaf_index = ${leafAt(target)}`.execute(
      target.tx,
    )
    const body = Buffer.from(rows[0]!.body)
    body[target.pick % body.length]! ^= 1 << (target.pick % 7)
    await sql`update audit_event set body = ${body} where id = ${rows[0]!.id}`.execute(target.tx)
  },
  'row: event rewritten with its hash': rewriteWell,
  'row: searchable copy': change(`body_json = jsonb_set(body_json, '{body,n}', '"other"')`),
  'row: time': change("at = at + interval '1 millisecond'"),
  'row: actor': change('actor_id = gen_random_uuid()'),
  'row: kind of actor': change("actor_kind = 'system'"),
  'row: act': change("act = act || 'x'"),
  'row: subject': change("subject_id = 'other'"),
  'row: unit': change('unit_id = gen_random_uuid()'),
  'row: leaf hash': async (t) =>
    void (await sql`update audit_leaf set leaf_hash = sha256(leaf_hash) where leaf_index = ${leafAt(t)}`.execute(
      t.tx,
    )),
  'row: personal value': async ({ tx }) =>
    void (await sql`update audit_personal set value = value || 'x'`.execute(tx)),
  'row: personal salt': async ({ tx }) =>
    void (await sql`update audit_personal set salt = substr(sha256(salt), 1, 16)`.execute(tx)),
  'deletion: event': async (t) =>
    void (await sql`delete from audit_event where id = (select event_id from audit_leaf where leaf_index = ${leafAt(t)})`.execute(
      t.tx,
    )),
  'deletion: leaf': async (t) =>
    void (await sql`delete from audit_leaf where leaf_index = ${leafAt(t)}`.execute(t.tx)),
  'deletion: leaf and event, later leaves moved up': async (t) => {
    const at = leafAt(t)
    await withoutConstraints(t.tx)
    await sql`with gone as (delete from audit_leaf where leaf_index = ${at} returning event_id)
      delete from audit_event where id in (select event_id from gone)`.execute(t.tx)
    await sql`update audit_leaf set leaf_index = -leaf_index where leaf_index > ${at}`.execute(t.tx)
    await sql`update audit_leaf set leaf_index = -leaf_index - 1 where leaf_index < 0`.execute(t.tx)
  },
  'deletion: everything since a head': async ({ tx, pick }) => {
    const { rows } = await sql<{ size: number }>`select size from checkpoint order by size`.execute(
      tx,
    )
    const { size } = rows[pick % (rows.length - 1)]!
    await sql`with gone as (delete from audit_leaf where leaf_index >= ${size} returning event_id)
      delete from audit_event where id in (select event_id from gone)`.execute(tx)
    await sql`delete from checkpoint where size > ${size}`.execute(tx)
  },
  'reorder: events of two leaves': swapLeaves('event_id = y.event_id'),
  'reorder: two leaves with their hashes': swapLeaves(
    'event_id = y.event_id, leaf_hash = y.leaf_hash',
  ),
  'reorder: bytes of two events': async (t) => {
    await sql`with pair as (select event_id, row_number() over () as n from audit_leaf
                where leaf_index in (${leafAt(t)}::bigint, ${(leafAt(t) + 1) % t.size}::bigint))
      update audit_event e set body = f.body, body_json = f.body_json from pair p, pair q, audit_event f
       where e.id = p.event_id and f.id = q.event_id and p.n <> q.n`.execute(t.tx)
  },
  'queue: row removed': withWaiting((tx, id) =>
    sql`delete from audit_queue where event_id = ${id}`.execute(tx),
  ),
  'queue: time put forward': withWaiting((tx, id) =>
    sql`update audit_queue set queued_at = queued_at + interval '1 hour' where event_id = ${id}`.execute(
      tx,
    ),
  ),
  'queue: standing still': withWaiting((tx, id) =>
    sql`update audit_queue set queued_at = queued_at - interval '1 minute' where event_id = ${id}`.execute(
      tx,
    ),
  ),
  'queue: event with a place queued again': async (t) =>
    void (await sql`insert into audit_queue (event_id) select event_id from audit_leaf where leaf_index = ${leafAt(t)}`.execute(
      t.tx,
    )),
  'queue: row and event removed, its business row stays': async ({ tx }) => {
    await sql`update account set audit_event_id = ${newId()} where id = (select id from account limit 1)`.execute(
      tx,
    )
  },
  'tile: one bit': onTile(async (file, pick) => {
    const bytes = await readFile(file)
    bytes[pick % bytes.length]! ^= 1 << (pick % 8)
    await writeFile(file, bytes)
  }),
  'tile: cut off': onTile(async (file, pick) =>
    truncate(file, pick % (await readFile(file)).length),
  ),
  'tile: longer': onTile((file) => appendFile(file, Buffer.alloc(32))),
  'tile: head shown replaced by a forged one': async ({ folder, size }) => {
    const file = path.join(folder, 'checkpoint')
    const before = await readFile(file)
    await writeFile(
      file,
      signCheckpoint(size, Buffer.alloc(32, 7), newSigner('lianguan.example.cn')),
    )
    return () => writeFile(file, before)
  },
  'tile: gone': async ({ folder, pick }) => {
    // A partial file that a wider one contains is not missed.
    const files = (await tileFiles(folder)).filter((name) => !/\.p\/(?!44$)/.test(name))
    const file = path.join(folder, files[pick % files.length]!)
    const before = await readFile(file)
    await rm(file)
    return () => writeFile(file, before)
  },
  'checkpoint: notes of two heads swapped': async ({ tx, pick }) => {
    const { rows } = await sql<{ size: number }>`select size from checkpoint order by size`.execute(
      tx,
    )
    const a = rows[pick % rows.length]!.size
    const b = rows[(pick + 1) % rows.length]!.size
    await sql`update checkpoint x set note = y.note from checkpoint y
      where (x.size, y.size) in ((${a}::bigint, ${b}::bigint), (${b}::bigint, ${a}::bigint))`.execute(
      tx,
    )
  },
  'checkpoint: root': changeHead('root = sha256(root)'),
  'checkpoint: edge': changeHead('edge = substr(edge, 33) || sha256(edge)'),
  'checkpoint: signed by another key': async ({ tx, pick }) => {
    const { rows } = await sql<{
      size: number
      root: Buffer
    }>`select size, root from checkpoint where size = ${someHead(pick)}`.execute(tx)
    const { size, root } = rows[0]!
    const note = signCheckpoint(size, root, newSigner('lianguan.example.cn'))
    await sql`update checkpoint set note = ${note} where size = ${size}`.execute(tx)
  },
  'checkpoint: removed': async ({ tx, pick }) =>
    void (await sql`delete from checkpoint where size = ${someHead(pick)}`.execute(tx)),
  'business: row deleted': async ({ tx }) =>
    void (await sql`delete from account where id = (select id from account limit 1)`.execute(tx)),
  'business: status': async ({ tx }) =>
    void (await sql`update account set status = 'ended' where id = (select id from account limit 1)`.execute(
      tx,
    )),
  'business: set back to an older event': async ({ tx }) => {
    await sql`update account a set version = 1, status = 'invited',
        audit_event_id = (select id from audit_event where subject_id = a.id::text order by body_json #>> '{body,version}' limit 1)`.execute(
      tx,
    )
  },
}
