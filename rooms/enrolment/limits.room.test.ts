import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enrolmentStand, type EnrolmentStand } from '#checks/samples/enrolment-stand.ts'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'
import type { GuideView } from './views.ts'

let stand: EnrolmentStand
before(async () => void (stand = await enrolmentStand()))
after(() => stand.close())

const guide = async () => {
  const answer = await stand.holding(null).get('/api/enrolment-guide')
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<GuideView>()
}

async function set(key: string, value: unknown, from: string): Promise<void> {
  const { db } = stand.t.house
  await db
    .insertInto('setting_value')
    .values({
      key,
      valid_from: from,
      n: 1,
      value: JSON.stringify(value),
      valid_to: null,
      source: '海关公告',
      ours: false,
      entered_at: stand.t.house.clock.now(),
    })
    .execute()
}

test('S2-001 S2-002 S2-003 matter, guide and body are told as dated settings, the former name as history', async () => {
  const said = await guide()
  assert.equal(said.matter, '出入境特殊物品卫生检疫审批')
  assert.equal(said.guidePublished, '2016-06-07')
  assert.deepEqual(
    [said.agency, said.formerAgency],
    ['中华人民共和国北京海关', '北京出入境检验检疫局'],
  )
})

test('S2-004 S2-005 address and phone are those an administrator entered, from their day on', async () => {
  const before = await guide()
  assert.deepEqual(
    [before.address, before.phone],
    ['以海关公布的办公地址为准', '以海关公布的电话为准'],
  )
  await set('papers.window-address', '北京市示范区示范路 1 号', '2026-11-24')
  await set('papers.window-phone', '010-55500101', '2026-11-24')
  stand.on('2026-11-23', '23:59:00')
  assert.equal((await guide()).phone, '以海关公布的电话为准')
  stand.on('2026-11-24', '00:00:00')
  const then = await guide()
  assert.deepEqual([then.address, then.phone], ['北京市示范区示范路 1 号', '010-55500101'])
  stand.on('2026-11-23')
})

test('from one address only so many requests are begun, and later there is room again', async () => {
  const begin = () =>
    stand
      .holding(null, '198.51.100.1')
      .post('/api/enrolments', { kind: 'organisation', language: 'zh' })
  const answers = []
  for (let n = 0; n < 12; n += 1) answers.push((await begin()).statusCode)
  assert.equal(answers.filter((status) => status === 200).length, 10)
  assert.deepEqual(answers.slice(10), [429, 429])
  stand.on('2026-11-23', '11:00:00')
  assert.equal((await begin()).statusCode, 200)
})

test('S2-023 from one address only so many codes are tried; what is typed besides is saved on', async () => {
  stand.on('2026-11-24', '09:00:00')
  const held = await stand.begin()
  const save = (name: string, value: string) =>
    stand
      .holding(held.key, '198.51.100.2')
      .post(`/api/enrolments/${held.id}/save`, { changes: [{ name, seen: null, value }] })
  const statuses: number[] = []
  for (let n = 0; n < 62; n += 1) {
    statuses.push((await save('uscc', demoUscc(n))).statusCode)
  }
  assert.deepEqual(
    statuses.map((status) => status === 200),
    statuses.map((_, n) => n < 60),
  )
  assert.equal((await save('contact', '赵敏行')).statusCode, 200)
  assert.equal((await save('uscc', '9111')).statusCode, 200, 'half a code asks nothing')
})

test('a repeated request with the same key is one effect for whoever holds the key of a request', async () => {
  stand.on('2026-11-25')
  const held = await stand.filled()
  const headers = {
    'x-lianguan': '1',
    'sec-fetch-site': 'same-origin',
    'x-lianguan-key': held.key,
    'idempotency-key': 'once-and-no-more',
  }
  const url = `/api/enrolments/${held.id}/file`
  const { version } = await stand.own(held)
  const file = () => stand.t.app.inject({ method: 'POST', url, headers, payload: { version } })
  const [first, second] = [await file(), await file()]
  assert.equal(first.statusCode, 200, first.body)
  assert.deepEqual(second.json(), first.json())
  const steps = (await stand.own(held)).steps.filter((s) => s.title.zh === '提交注册申请')
  assert.equal(steps.length, 1)
})

test('a signed-in person may hold a key too, and the history names him', async () => {
  const held = await stand.filled()
  const { version } = await stand.own(held)
  const answer = await stand.t.app.inject({
    method: 'POST',
    url: `/api/enrolments/${held.id}/file`,
    headers: {
      'x-lianguan': '1',
      'sec-fetch-site': 'same-origin',
      'x-lianguan-key': held.key,
      'x-test-account': stand.farKeeper,
    },
    payload: { version },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const step = await stand.t.house.db
    .selectFrom('enrolment_step')
    .select(['by_account', 'by_role'])
    .where('enrolment_id', '=', held.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(step, { by_account: stand.farKeeper, by_role: 'key-holder' })
})
