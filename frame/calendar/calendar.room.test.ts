import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { openQueues } from '#frame/jobs/queue-schema.ts'
import { fillCalendar } from './fill-calendar.ts'
import { lawNotices } from './law-notices.ts'
import { calendarPart } from './part.ts'
import { sample2027 } from './sample-notice.ts'

let t: TestHouse
let admin: string

before(async () => {
  t = await testHouse({ parts: [calendarPart] })
  await openQueues(t.house.db)
  admin = await addPerson(t.house, 'system-admin')
})
after(() => t.close())

interface Day {
  day: string
  workday: boolean
  kind: string
  reason: { zh: string; en: string }
  source: string | null
  provisional: boolean
}
interface Days {
  today: string
  version: number
  years: { year: number; published: boolean }[]
  days: Day[]
}
const days = async (from: string, to = from) => {
  const answer = await t.as(null).get(`/api/calendar/days?from=${from}&to=${to}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<Days>()
}
const dayOf = async (day: string) => (await days(day)).days[0]
const seen = async () => (await days('2026-11-23')).version
const codes = (body: { reasons: { code: string }[] }) => body.reasons.map((r) => r.code)

test('the public sees each day of a span with its reason, without signing in', async () => {
  const { days: found, years, today } = await days('2026-09-19', '2026-09-26')
  assert.equal(today, '2026-11-23')
  assert.deepEqual(
    found.map((d) => [d.day.slice(8), d.workday, d.reason.zh]),
    [
      ['19', false, '周末'],
      ['20', true, '调休上班（国庆节）'],
      ['21', true, '工作日'],
      ['22', true, '工作日'],
      ['23', true, '工作日'],
      ['24', true, '工作日'],
      ['25', false, '中秋节'],
      ['26', false, '中秋节'],
    ],
  )
  assert.deepEqual(
    years.map((y) => y.published),
    [true],
  )
})

test('asked for nothing, the calendar shows the month of today', async () => {
  const found = (await t.as(null).get('/api/calendar/days')).json<Days>().days
  assert.deepEqual([found[0]?.day, found.at(-1)?.day], ['2026-11-01', '2026-11-30'])
})

test('a span that is too long or reversed is refused with a reason', async () => {
  for (const query of ['from=2020-01-01&to=2026-01-01', 'from=2026-02-01&to=2026-01-01']) {
    const answer = await t.as(null).get(`/api/calendar/days?${query}`)
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(codes(answer.json()), ['calendar.span'])
  }
  assert.equal((await t.as(null).get('/api/calendar/days?from=2026-02-30')).statusCode, 400)
})

test('only a system administrator changes the calendar or looks at its history', async () => {
  const body = { seen: await seen(), notice: sample2027, reason: null }
  for (const role of ['security-admin', 'customs-leader', 'unit-operator'] as const) {
    const person = await addPerson(t.house, role)
    assert.equal((await t.as(person).post('/api/calendar/notices', body)).statusCode, 403, role)
    assert.equal((await t.as(person).get('/api/calendar/history')).statusCode, 403, role)
  }
  assert.equal((await t.as(null).post('/api/calendar/notices', body)).statusCode, 401)
})

test('a notice with faults is refused with all of them, each at its field', async () => {
  const notice = {
    ...sample2027,
    holidays: sample2027.holidays.map((h) =>
      h.name === '元旦' ? { ...h, work: ['2027-01-11'] } : h,
    ),
  }
  const wrong = { ...notice, holidays: notice.holidays.filter((h) => h.name !== '端午节') }
  const body = { seen: await seen(), notice: wrong, reason: null }
  const answer = await t.as(admin).post('/api/calendar/notices', body)
  assert.equal(answer.statusCode, 422)
  const { reasons } = answer.json<{ reasons: { code: string; at: string }[] }>()
  assert.deepEqual(
    reasons.map((r) => [r.code, r.at]),
    [
      ['calendar.work-not-weekend', 'notice.holidays.0.work.0'],
      ['calendar.statutory-missing', 'notice.holidays'],
    ],
  )
})

test('an own day before the notice keeps the year provisional and is taken back with a reason', async () => {
  const put = { seen: await seen(), kind: 'off', name: '临时放假', nameEn: 'Extra day off' }
  const why = { source: '京政办〔2027〕2号', reason: '全市活动期间临时放假' }
  const set = await t.as(admin).put('/api/calendar/days/2027-03-02', { ...put, ...why })
  assert.equal(set.statusCode, 200, set.body)
  const day = await dayOf('2027-03-02')
  assert.deepEqual(
    [day?.workday, day?.reason.zh, day?.source, day?.provisional],
    [false, '临时放假（暂定）', '京政办〔2027〕2号', true],
  )
  const again = await t.as(admin).put('/api/calendar/days/2027-03-02', {
    ...put,
    ...why,
    seen: await seen(),
  })
  assert.deepEqual(codes(again.json()), ['calendar.same-day'])
  const clear = { seen: await seen(), reason: '活动取消' }
  const cleared = await t.as(admin).post('/api/calendar/days/2027-03-02/clear', clear)
  assert.equal(cleared.statusCode, 200, cleared.body)
  assert.equal((await dayOf('2027-03-02'))?.workday, true)
  const none = { seen: await seen(), reason: '再次撤销' }
  const twice = await t.as(admin).post('/api/calendar/days/2027-03-02/clear', none)
  assert.deepEqual(codes(twice.json()), ['calendar.no-own-day'])
})

test('a change seen on an old calendar is refused as stale', async () => {
  const old = (await seen()) - 1
  const body = { seen: old, notice: sample2027, reason: null }
  const answer = await t.as(admin).post('/api/calendar/notices', body)
  assert.equal(answer.statusCode, 409)
})

test('publishing 2027 ends 暂定; the same again is refused, a correction needs a reason', async () => {
  assert.equal((await dayOf('2027-02-14'))?.workday, false)
  const body = { seen: await seen(), notice: sample2027, reason: null }
  const done = await t.as(admin).post('/api/calendar/notices', body)
  assert.equal(done.statusCode, 200, done.body)
  const day = await dayOf('2027-02-14')
  assert.deepEqual([day?.workday, day?.reason.zh], [true, '调休上班（春节）'])
  assert.equal((await days('2027-03-01')).years[0]?.published, true)
  const same = { ...body, seen: await seen() }
  const twice = await t.as(admin).post('/api/calendar/notices', same)
  assert.deepEqual(codes(twice.json()), ['calendar.same-notice'])
  const other = { ...same, notice: { ...sample2027, number: '测试〔2026〕2号' } }
  const unreasoned = await t.as(admin).post('/api/calendar/notices', other)
  assert.deepEqual(codes(unreasoned.json()), ['calendar.reason-missing'])
  const corrected = await t
    .as(admin)
    .post('/api/calendar/notices', { ...other, reason: '文号录入有误' })
  assert.equal(corrected.statusCode, 200, corrected.body)
  assert.match((await dayOf('2027-02-14'))?.source ?? '', /测试〔2026〕2号/)
})

test('a first start again overwrites neither an administrator’s notice nor his own day', async () => {
  const put = { seen: await seen(), kind: 'work', name: '照常上班', nameEn: 'Worked' }
  const why = { source: '京政办〔2026〕9号', reason: '保障任务' }
  const set = await t.as(admin).put('/api/calendar/days/2026-10-06', { ...put, ...why })
  assert.equal(set.statusCode, 200, set.body)
  const before = await seen()
  const shipped = { ...sample2027, title: '产品自带的 2027 年安排' }
  await fillCalendar(t.house, [...lawNotices, shipped])
  assert.equal(await seen(), before)
  assert.equal((await dayOf('2026-10-06'))?.workday, true)
  assert.match((await dayOf('2027-02-14'))?.source ?? '', /测试用/)
  const corrected = lawNotices.map((n) => (n.year === 2026 ? { ...n, number: '更正号' } : n))
  await fillCalendar(t.house, corrected)
  assert.equal(await seen(), before + 1)
  assert.match((await dayOf('2026-10-05'))?.source ?? '', /更正号/)
  assert.equal((await dayOf('2026-10-06'))?.workday, true)
  const cleared = { seen: await seen(), reason: '任务结束' }
  await t.as(admin).post('/api/calendar/days/2026-10-06/clear', cleared)
  assert.equal((await dayOf('2026-10-06'))?.reason.zh, '国庆节')
})

test('the history tells who changed which day, when and why', async () => {
  const auditor = await addPerson(t.house, 'audit-admin')
  const answer = await t.as(auditor).get('/api/calendar/history')
  assert.equal(answer.statusCode, 200, answer.body)
  const { notices, changes } = answer.json<{
    notices: { notice: { year: number }; version: number; reason: string | null }[]
    changes: { day: string; kind: string | null; reason: string }[]
  }>()
  assert.deepEqual(
    notices.map((n) => [n.notice.year, n.version]),
    [
      [2027, 2],
      [2026, 2],
      [2025, 1],
      [2024, 1],
      [2023, 1],
    ],
  )
  assert.equal(notices[0]?.reason, '文号录入有误')
  assert.deepEqual(
    changes.map((c) => [c.day, c.kind, c.reason]),
    [
      ['2026-10-06', null, '任务结束'],
      ['2026-10-06', 'work', '保障任务'],
      ['2027-03-02', null, '活动取消'],
      ['2027-03-02', 'off', '全市活动期间临时放假'],
    ],
  )
})

test('every change of the calendar stands in the ledger with what it changed', async () => {
  const events = await t.house.db
    .selectFrom('audit_event')
    .select(['act', 'actor_id'])
    .where('act', 'like', 'calendar.%')
    .orderBy('at')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    events.map((e) => e.act),
    ['set-day', 'clear-day', 'publish-year', 'publish-year', 'set-day', 'clear-day'].map(
      (name) => `calendar.${name}`,
    ),
  )
  assert.ok(events.every((e) => e.actor_id === admin))
})
