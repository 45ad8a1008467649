import assert from 'node:assert/strict'
import { utimes } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { enrolmentStand, type EnrolmentStand, type Held } from '#checks/samples/enrolment-stand.ts'
import { contentPath, hasContent } from '#frame/files/content-store.ts'
import { sweepFiles } from '#frame/files/sweep.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { checkBusiness } from '#frame/ledger/check-business.ts'
import { Findings } from '#frame/ledger/findings.ts'

let stand: EnrolmentStand
before(async () => void (stand = await enrolmentStand()))
after(() => stand.close())

const versionsOf = (id: string) =>
  stand.t.house.db
    .selectFrom('file_version as v')
    .innerJoin('stored_file as s', 's.sha256', 'v.sha256')
    .select(['v.id', 'v.sha256', 's.size'])
    .where('v.subject_id', '=', id)
    .execute()

const rowOf = (id: string) =>
  stand.t.house.db
    .selectFrom('enrolment')
    .select(['status', 'form', 'person_document', 'identity_key', 'mailbox'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

async function giveUp(held: Held): Promise<void> {
  const answer = await stand.ask(held, 'give-up')
  assert.equal(answer.statusCode, 200, answer.body)
}

const empty = {
  status: 'lapsed',
  form: {},
  person_document: null,
  identity_key: null,
  mailbox: null,
}

test('S2-125 a draft given up is forgotten: name, phone and mailbox, and the copy of the card with its content', async () => {
  const held = await stand.filled('person')
  const [copy] = await versionsOf(held.id)
  const { dataDir } = stand.t.house.config
  await giveUp(held)
  assert.deepEqual(await rowOf(held.id), empty)
  assert.deepEqual(await versionsOf(held.id), [])
  const said = await stand.t.house.db
    .selectFrom('audit_event')
    .select('body_json')
    .where('subject_id', '=', copy!.id)
    .where('act', '=', 'enrolment.give-up')
    .executeTakeFirstOrThrow()
  const { body } = said.body_json as { body: { removed: boolean; sha256: string } }
  assert.deepEqual([body.removed, body.sha256], [true, copy!.sha256])
  // a day later the sweep takes what no row names
  const old = new Date(Date.now() - 25 * 3_600_000)
  await utimes(contentPath(dataDir, copy!.sha256), old, old)
  await stand.t.house.db.updateTable('stored_file').set({ inspected_at: old }).execute()
  await sweepFiles(stand.t.house, new Date())
  assert.equal(await hasContent(dataDir, copy!.sha256, copy!.size), false)
})

test('S2-125 a filed request given up, and one that lapses, keep no document; a refused one does', async () => {
  const filed = await stand.filed('person')
  await giveUp(filed)
  assert.deepEqual(await versionsOf(filed.id), [])
  assert.equal((await rowOf(filed.id)).mailbox !== null, true)
  const refused = await stand.filed('person')
  await stand.do(stand.keeper, refused.id, 'refuse')
  assert.equal((await versionsOf(refused.id)).length, 1)
  const draft = await stand.filled('person')
  const returned = await stand.filed('person')
  await stand.do(stand.keeper, returned.id, 'return')
  stand.on('2026-12-25')
  await stand.t.house.pool.query(
    `insert into pgboss.job (name, data) values ('enrolment.lapse', '{}')`,
  )
  await drainJobs(stand.t.house, { only: ['enrolment.lapse'] })
  assert.deepEqual(await rowOf(draft.id), empty)
  for (const { id } of [draft, returned]) {
    assert.equal(await stand.statusOf(id), 'lapsed')
    assert.deepEqual(await versionsOf(id), [])
  }
  // the ledger knows of each version that it was taken away, so that nothing looks deleted around the program
  const findings = new Findings()
  await checkBusiness(stand.t.house.db, findings)
  assert.deepEqual(findings.list, [])
})
