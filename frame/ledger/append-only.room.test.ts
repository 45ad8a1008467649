import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { openDatabase, openPool } from '#frame/db/connect.ts'
import { grantServing, makeServingRole } from '#frame/db/roles.ts'
import type { House } from '#frame/house.ts'
import { appendEvent } from './append.ts'
import { appendOnlyTrouble, changeableTables } from './append-only.ts'
import { sequenceBatch, ensureFirstHead } from './sequence.ts'
import { newSigner } from './note.ts'
import { ledgerStand, someEvent, type LedgerStand } from './test-house.ts'

let stand: LedgerStand
let house: House
before(async () => {
  stand = await ledgerStand()
  house = await stand.house()
})
after(() => stand.close())

test('the serving role adds and reads, and the database refuses it anything else', async () => {
  const ownerUrl = stand.url
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const serving = (await makeServingRole(owner, ownerUrl, 'serving-pass'))!
  const role = new URL(serving).username
  await grantServing(owner, role)
  const pool = openPool(serving)
  const db = openDatabase(pool)
  await db.transaction().execute((tx) => appendEvent(tx, someEvent()))
  const signer = newSigner('lianguan.example.cn')
  await ensureFirstHead(db, signer)
  assert.equal((await sequenceBatch(db, signer, null)).kind, 'added')
  for (const refused of [
    'update audit_event set act = act',
    'update audit_leaf set leaf_hash = leaf_hash',
    'update checkpoint set note = note',
    'delete from audit_event',
    'delete from audit_leaf',
    'delete from checkpoint',
    'truncate audit_event cascade',
    'alter table audit_event disable trigger all',
  ])
    await assert.rejects(pool.query(refused), /permission denied|must be owner/, refused)
  assert.deepEqual(await changeableTables(db), [])
  assert.equal(await appendOnlyTrouble(db), null)
  assert.equal(await appendOnlyTrouble(house.db, role), null)
  await owner.query(`grant update on audit_leaf to "${role}"`)
  assert.deepEqual(await changeableTables(db), ['audit_leaf'])
  await pool.end()
  await owner.query(`drop owned by "${role}"`)
  await owner.query(`drop role "${role}"`)
  await owner.end()
})
