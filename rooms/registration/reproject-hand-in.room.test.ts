import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import { registrationStand, type RegistrationStand } from '#checks/samples/registration-stand.ts'
import { reprojectClocks } from '#frame/calendar/reproject-jobs.ts'
import { drainJobs } from '#frame/jobs/drain.ts'

let stand: RegistrationStand
let admin: string
before(async () => {
  stand = await registrationStand()
  admin = await addPerson(stand.t.house, 'system-admin')
})
after(() => stand.close())

/** Sets a working day free, and lets everything follow that follows the calendar. */
async function setFree(day: string): Promise<void> {
  const as = stand.t.as(admin)
  const { version: seen } = (await as.get('/api/calendar/days')).json<{ version: number }>()
  const said = {
    seen,
    kind: 'off',
    name: '临时放假',
    nameEn: 'Day off',
    source: '示例通知第 1 号',
    reason: '场地检修',
  }
  const done = await as.put(`/api/calendar/days/${day}`, said)
  assert.equal(done.statusCode, 200, done.body)
  await drainJobs(stand.t.house, { only: [reprojectClocks.name] })
}

const movedNotices = () =>
  stand.t.house.db
    .selectFrom('notice')
    .select('params')
    .where('account_id', '=', stand.people.operator)
    .where('kind', '=', 'registration.hand-in-moved')
    .execute()

test('S2-024 a changed calendar moves the day for the originals, on record, and tells the unit once', async () => {
  const id = await stand.open()
  await stand.fill(id)
  await stand.do('operator', id, 'submit')
  assert.equal((await stand.see('operator', id)).handInBy, '2026-11-30')
  stand.on('2026-11-24')
  // the Monday is left: the week holds a window day as before
  await setFree('2026-11-26')
  assert.equal((await stand.see('operator', id)).handInBy, '2026-11-30')
  assert.equal((await movedNotices()).length, 0)
  await setFree('2026-11-30')
  assert.equal((await stand.see('operator', id)).handInBy, '2026-12-03')
  await drainJobs(stand.t.house, { only: [reprojectClocks.name] })
  assert.equal((await movedNotices()).length, 1)
  const events = await stand.t.house.db
    .selectFrom('audit_event')
    .select('body_json')
    .where('act', '=', 'registration.hand-in-moved')
    .where('subject_id', '=', id)
    .execute()
  assert.equal(events.length, 1)
  assert.match(JSON.stringify(events[0]?.body_json), /"newDay":"2026-12-03","oldDay":"2026-11-30"/)
  // whoever has shown them already has no such day any more
  await stand.check(id)
  await setFree('2026-12-03')
  const { hand_in_by: kept } = await stand.t.house.db
    .selectFrom('registration')
    .select('hand_in_by')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(kept, '2026-12-03')
})
