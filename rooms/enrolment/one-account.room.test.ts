import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  codesOf,
  enrolmentStand,
  unitForm,
  type EnrolmentStand,
  type Held,
} from '#checks/samples/enrolment-stand.ts'
import { demoIdCard, demoUscc } from '#frame/catalogue/codes/demo.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { newId } from '#frame/kernel/id.ts'

let stand: EnrolmentStand
before(async () => void (stand = await enrolmentStand()))
after(() => stand.close())

const reasonsOf = async (held: Held) => (await stand.own(held)).problems.map((p) => p.code)

async function nameDocument(held: Held, number: string): Promise<void> {
  const url = `/api/enrolments/${held.id}/save`
  const document = { kind: 'id-card', number }
  const answer = await stand.holding(held.key).post(url, { changes: [], document })
  assert.equal(answer.statusCode, 200, answer.body)
}

async function personWith(number: string): Promise<Held> {
  const held = await stand.filled('person')
  await nameDocument(held, number)
  assert.equal((await stand.ask(held, 'file')).statusCode, 200)
  return held
}

test('S2-023 a second request for a unit is refused and told how to join, without telling who it is', async () => {
  const uscc = demoUscc(901)
  const first = await stand.filed('organisation', {
    uscc,
    contact: '周若谷',
    mobile: '13900000001',
  })
  const second = await stand.filled('organisation', { uscc })
  const [problem] = (await stand.own(second)).problems
  assert.equal(problem?.code, 'taken')
  assert.match(problem.message, /正在办理.*周\*\*（139\*\*\*\*0001）/)
  assert.doesNotMatch(JSON.stringify(await stand.own(second)), /周若谷|13900000001/)
  assert.deepEqual(codesOf(await stand.ask(second, 'file')), ['taken'])
  await stand.do(stand.keeper, first.id, 'approve')
  assert.match((await stand.own(second)).problems[0]!.message, /正在办理|已有账号/)
  assert.deepEqual(codesOf(await stand.ask(second, 'file')), ['taken'])
  // the first is refused or given up: there is room again
  const third = await stand.filed('organisation', { uscc: demoUscc(902) })
  const fourth = await stand.filled('organisation', { uscc: demoUscc(902) })
  await stand.do(stand.keeper, third.id, 'refuse')
  assert.deepEqual(await reasonsOf(fourth), [])
  assert.equal((await stand.ask(fourth, 'file')).statusCode, 200)
})

test('S2-023 of two who file for one unit at the same moment one does', async () => {
  const uscc = demoUscc(903)
  const both = [
    await stand.filled('organisation', { uscc }),
    await stand.filled('organisation', { uscc }),
  ]
  const answers = await Promise.all(both.map((held) => stand.ask(held, 'file')))
  assert.deepEqual(
    answers.map((a) => a.statusCode === 200).toSorted((a, b) => Number(a) - Number(b)),
    [false, true],
  )
  const [lost] = answers.filter((a) => a.statusCode !== 200)
  assert.deepEqual(codesOf(lost!), ['taken'])
})

test('S2-023 of two approvals of one person at the same moment one does; his second request tells strangers nothing', async () => {
  const number = demoIdCard('twice')
  const both = [await personWith(number), await personWith(number)]
  for (const held of both) assert.deepEqual(await reasonsOf(held), [])
  const view = await stand.see(stand.keeper, both[0]!.id)
  assert.deepEqual(
    view.alike.map((a) => [a.what, a.id, a.why.map((w) => w.zh).includes('代码或证件相同')]),
    [['request', both[1]!.id, true]],
  )
  const answers = await Promise.all(
    both.map((held, i) =>
      stand.act(i === 0 ? stand.keeper : stand.hqKeeper, held.id, 'approve', {
        branchId: stand.branchId,
        login: `qian${i}`,
      }),
    ),
  )
  assert.deepEqual(
    answers.map((a) => a.statusCode === 200).toSorted((a, b) => Number(a) - Number(b)),
    [false, true],
  )
  const loser = both[answers.findIndex((a) => a.statusCode !== 200)]!
  assert.deepEqual(codesOf(answers.find((a) => a.statusCode !== 200)!), ['taken'])
  // afterwards the page says so too
  const after = await stand.see(stand.keeper, loser.id)
  assert.deepEqual(
    after.warnings.map((w) => [w.duty, w.code]),
    [['S2-023', 'taken']],
  )
  assert.equal(after.acts.find((a) => a.act === 'enrolment.approve')?.allowed, false)
  assert.deepEqual(await reasonsOf(loser), [])
})

test('S2-066 one request approved by two administrators at once is approved once', async () => {
  const held = await stand.filed()
  const said = (login: string) => ({ version: 3, branchId: stand.branchId, login })
  const { version } = await stand.see(stand.keeper, held.id)
  const answers = await Promise.all([
    stand.t
      .as(stand.keeper)
      .post(`/api/enrolments/${held.id}/approve`, { ...said('one'), version }),
    stand.t
      .as(stand.hqKeeper)
      .post(`/api/enrolments/${held.id}/approve`, { ...said('two'), version }),
  ])
  assert.deepEqual(
    answers.map((a) => a.statusCode).toSorted((a, b) => a - b),
    [200, 409],
  )
})

test('S2-066 the administrator sees units and requests that look alike, and why', async () => {
  const form = unitForm({ nameZh: '青峦生物技术（北京）有限公司', mobile: '13900000777' })
  await stand.t.house.db
    .insertInto('unit')
    .values({
      id: newId(),
      uscc: demoUscc(990),
      name_zh: '北京青峦生物技术股份有限公司',
      status: 'registered',
      branch_id: stand.farBranchId,
      classes: ['user'],
      address: '',
      contact_name: '孙',
      contact_phone: '13900000777',
      created_at: stand.t.house.clock.now(),
    })
    .execute()
  const other = await stand.filed('organisation', { nameZh: '别的研究所', mailbox: form.mailbox! })
  const drafted = await stand.filled('organisation', { nameZh: '青峦生物' })
  const held = await stand.filed('organisation', form)
  const { alike } = await stand.see(stand.keeper, held.id)
  assert.deepEqual(
    alike.map((a) => [a.what, a.name, a.why.map((w) => w.zh)]),
    [
      ['unit', '北京青峦生物技术股份有限公司', ['名称相近', '手机号码相同']],
      ['request', '别的研究所', ['邮箱相同']],
    ],
  )
  assert.ok(alike.every((a) => ![drafted.id].includes(a.id)))
  assert.ok(other.id)
})

test('S2-023 an account that nobody confirmed lapses with its request, and the unit may ask anew', async () => {
  stand.on('2026-11-23')
  const uscc = demoUscc(904)
  const held = await stand.filed('organisation', { uscc })
  await stand.do(stand.keeper, held.id, 'approve')
  const { mailbox } = (await stand.see(stand.keeper, held.id)).form
  const lapse = () => drainJobs(stand.t.house, { only: ['enrolment.lapse'] })
  const night = async (day: string) => {
    stand.on(day, '12:00:00')
    await stand.t.house.pool.query(
      `insert into pgboss.job (name, data) values ('enrolment.lapse', '{}')`,
    )
    await lapse()
  }
  await night('2026-12-22')
  assert.equal(await stand.statusOf(held.id), 'approved')
  await night('2026-12-24')
  assert.equal(await stand.statusOf(held.id), 'lapsed')
  assert.ok((await stand.mailTo(mailbox!)).some((m) => m.kind === 'enrolment.lapsed'))
  assert.equal((await stand.confirm(mailbox!)).statusCode, 422)
  const row = await stand.t.house.db
    .selectFrom('enrolment')
    .innerJoin('unit', 'unit.id', 'enrolment.unit_id')
    .innerJoin('account', 'account.id', 'enrolment.account_id')
    .select(['unit.id', 'unit.status', 'account.status as account_status'])
    .where('enrolment.id', '=', held.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual([row.status, row.account_status], ['closed', 'ended'])

  const anew = await stand.filed('organisation', { uscc, nameZh: '改名后的检验所' })
  await stand.do(stand.keeper, anew.id, 'approve')
  const view = await stand.see(stand.keeper, anew.id)
  assert.equal((await stand.confirm(view.form.mailbox!)).statusCode, 200)
  const unit = await stand.t.house.db
    .selectFrom('unit')
    .select(['id', 'status', 'name_zh'])
    .where('uscc', '=', uscc)
    .executeTakeFirstOrThrow()
  assert.deepEqual(unit, { id: row.id, status: 'enrolled', name_zh: '改名后的检验所' })
})

test('a draft that nobody went on with is forgotten', async () => {
  stand.on('2026-12-24')
  const held = await stand.filled('person')
  stand.on('2027-01-24')
  await stand.t.house.pool.query(
    `insert into pgboss.job (name, data) values ('enrolment.lapse', '{}')`,
  )
  await drainJobs(stand.t.house, { only: ['enrolment.lapse'] })
  const row = await stand.t.house.db
    .selectFrom('enrolment')
    .select(['status', 'form', 'person_document', 'identity_key', 'mailbox'])
    .where('id', '=', held.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, {
    status: 'lapsed',
    form: {},
    person_document: null,
    identity_key: null,
    mailbox: null,
  })
})
