import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registrationStand, type RegistrationStand } from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { plan } from '#frame/jobs/plan.ts'
import { newId } from '#frame/kernel/id.ts'
import { digestLines } from '#frame/notify/digest-section.ts'
import { loadActor } from '#frame/people/load-actor.ts'

let stand: RegistrationStand
before(async () => {
  stand = await registrationStand()
  await stand.register({
    ...userForm,
    documentDates: { 'laboratory-filing': { to: '2026-12-24' }, 'body-certificate': {} },
  })
})
after(() => stand.close())

const jobs = ['registration.remind-hand-in', 'registration.warn-ending'] as const

/** The morning of a day, twice: what runs at least once may run again. */
async function morning(day: string): Promise<void> {
  stand.on(day, '08:30:00')
  for (let i = 0; i < 2; i += 1) {
    for (const job of jobs)
      await stand.t.house.db.transaction().execute((tx) => plan(tx, job, {}, { key: newId() }))
    await drainJobs(stand.t.house, { only: [...jobs] })
  }
}

/** Kinds of the reminders a person of the unit has, each once. */
async function told(): Promise<string[]> {
  const rows = await stand.t.house.db
    .selectFrom('notice')
    .select('kind')
    .where('account_id', '=', stand.people.operator)
    .where('kind', 'in', [
      'registration.hand-in-eve',
      'registration.hand-in-late',
      'registration.ending',
    ])
    .orderBy('created_at')
    .execute()
  return rows.map((r) => r.kind.replace('registration.', ''))
}

test('S2-144 thirty days before a certificate ends the unit is told, once, and once when it has', async () => {
  await morning('2026-11-23')
  assert.deepEqual(await told(), [])
  await morning('2026-11-24')
  await morning('2026-11-25')
  assert.deepEqual(await told(), ['ending'])
  await morning('2026-12-24')
  assert.deepEqual(await told(), ['ending'])
  await morning('2026-12-25')
  assert.deepEqual(await told(), ['ending', 'ending'])
  const mail = await stand.t.house.db
    .selectFrom('message')
    .select('id')
    .where('kind', '=', 'registration.ending')
    .where('account_id', '=', stand.people.operator)
    .execute()
  assert.equal(mail.length, 2)
})

test('S2-024 the day before the originals are due, and once when they are late: a word, no sanction', async () => {
  stand.on('2026-12-28')
  const id = await stand.change([{ field: 'intro', after: '更新后的简介' }])
  const filing = { 'laboratory-filing': { to: '2031-12-24' } }
  const old = (await stand.see('operator', id)).form.documentDates
  await stand.save('operator', id, [
    { name: 'documentDates', seen: old, value: { ...old, ...filing } },
  ])
  await stand.upload('operator', id, 'laboratory-filing')
  await stand.do('operator', id, 'submit')
  const { handInBy } = await stand.see('operator', id)
  assert.equal(handInBy, '2027-01-04')
  const only = async () => (await told()).filter((k) => k.startsWith('hand-in'))
  await morning('2027-01-02')
  assert.deepEqual(await only(), [])
  await morning('2027-01-03')
  await morning('2027-01-04')
  assert.deepEqual(await only(), ['hand-in-eve'])
  await morning('2027-01-05')
  await morning('2027-01-20')
  assert.deepEqual(await only(), ['hand-in-eve', 'hand-in-late'])
  // late, and served all the same
  await stand.check(id)
  await stand.do('accounts', id, 'pass')
})

test('the weekly digest counts what waits for each', async () => {
  const lines = async (who: 'operator' | 'accounts', day: string) => {
    stand.on(day)
    const now = stand.t.house.clock.now()
    const actor = (await loadActor(stand.t.house.db, stand.people[who], day))!
    const accountId = stand.people[who]
    const all = await digestLines({ db: stand.t.house.db, actor, accountId, now, today: day })
    const ours = /登记|变更|证照/
    return all.filter((l) => ours.test(l.words.zh)).map((l) => `${l.words.zh} ${l.count}`)
  }
  assert.deepEqual(await lines('operator', '2027-01-21'), [])
  assert.deepEqual(await lines('operator', '2031-12-01'), ['即将到期的证照 1'])
  stand.on('2027-01-21')
  const items = [{ field: 'intro', after: '再次更新的简介' }]
  await stand.begin('ask-change', { reason: '单位简介需要更新', items })
  assert.deepEqual(await lines('accounts', '2027-01-21'), ['待批准的变更申请 1'])
})
