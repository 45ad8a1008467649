import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import {
  registrationStand,
  scanOf,
  type RegistrationStand,
} from '#checks/samples/registration-stand.ts'
import { seed, sizes } from '#checks/sizes.ts'
import { addDays } from '#frame/calendar/day.ts'
import { checkBusiness } from '#frame/ledger/check-business.ts'
import { Findings } from '#frame/ledger/findings.ts'
import type { RegistrationForm } from './forms.ts'
import { columnsOf } from './put-in-force.ts'

let stand: RegistrationStand
before(async () => void (stand = await registrationStand()))
after(() => stand.close())

/** One thing somebody may try, whether or not it is his turn. */
const tries = [
  'begin',
  'ask',
  'approve',
  'decline',
  'type',
  'upload',
  'submit',
  'good',
  'wanting',
  'pass',
  'return',
  'withdraw',
  'contact',
  'set-contact',
] as const
type Try = (typeof tries)[number]

const step = fc.record({
  // every other step goes on, so that many changes reach their end
  what: fc.oneof(fc.constantFrom(...tries), fc.constant('next' as const)),
  n: fc.integer({ min: 1, max: 9 }),
})

const fieldsTried = ['intro', 'head', 'businessAddress', 'storageAddress', 'postcode'] as const

async function openId(): Promise<string | undefined> {
  const row = await stand.t.house.db
    .selectFrom('registration')
    .select('id')
    .where('unit_id', '=', stand.unitId)
    .where('status', 'in', ['asked', 'filling', 'awaiting', 'checked', 'returned'])
    .executeTakeFirst()
  return row?.id
}

async function goOn(n: number): Promise<void> {
  const id = await openId()
  const status = id ? (await stand.see('operator', id)).status : 'none'
  const next: Record<string, Try> = {
    none: 'ask',
    asked: 'approve',
    filling: 'submit',
    returned: 'submit',
    awaiting: 'good',
    checked: 'pass',
  }
  await attempt(next[status]!, n)
}

/** Tries it; a no is an answer like any other. */
async function attempt(what: Try, n: number): Promise<void> {
  const id = (await openId()) ?? stand.unitId
  const field = fieldsTried[n % fieldsTried.length]!
  const value = field === 'postcode' ? `10000${n}` : `改为 ${n}`
  switch (what) {
    case 'begin':
      return void (await stand.begin('begin'))
    case 'contact':
      return void (await stand.begin('begin-contact'))
    case 'ask': {
      const items = [{ field, after: value }]
      return void (await stand.begin('ask-change', { reason: '信息有变化，申请变更', items }))
    }
    case 'set-contact': {
      const { version } = await stand.seeUnit('operator')
      const said = { version, mobile: `1390000000${n}`, email: `c${n}@example.cn` }
      const path = `/api/units/${stand.unitId}/set-contact`
      return void (await stand.t.as(stand.people.operator).post(path, said))
    }
    case 'type':
      return type(id, n)
    case 'upload':
      return void (await stand.upload('operator', id, 'other', scanOf(`page ${n}`)))
    case 'good':
    case 'wanting': {
      const remarks = what === 'good' ? [] : [{ at: field, what: '与原件不一致，请改正' }]
      return stand.check(id, remarks).catch(() => {})
    }
    case 'approve':
    case 'decline':
      return void (await stand.act('accounts', id, `${what}-change`))
    case 'pass':
    case 'return':
      return void (await stand.act('accounts', id, what))
    default:
      return void (await stand.act('operator', id, what))
  }
}

async function type(id: string, n: number): Promise<void> {
  const shown = await stand.t.as(stand.people.operator).get(`/api/registrations/${id}`)
  if (shown.statusCode !== 200) return
  const { form, kind } = shown.json<{ form: RegistrationForm; kind: string }>()
  if (kind === 'contact' && n < 8) return stand.fill(id, { ...contact, contact: `联系人${n}` })
  const name = fieldsTried[n % fieldsTried.length]!
  await stand.save('operator', id, [{ name, seen: form[name] ?? null, value: `改为 ${n}` }])
}
const contact = { mobile: '13900000099', email: 'other@example.cn' }

/** The row of the unit, and what of it must be as the history says. */
async function rowAndHistory() {
  const row = await stand.t.house.db
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', stand.unitId)
    .executeTakeFirstOrThrow()
  const newest = await stand.t.house.db
    .selectFrom('unit_profile')
    .selectAll()
    .where('unit_id', '=', stand.unitId)
    .orderBy('n', 'desc')
    .executeTakeFirst()
  return { row, newest }
}

async function assertAgrees(): Promise<void> {
  const { row, newest } = await rowAndHistory()
  if (!newest) return
  assert.deepEqual(row.profile, newest.profile)
  assert.deepEqual(row.documents, newest.documents)
  const { laboratories, ...columns } = columnsOf(newest.profile as RegistrationForm)
  if (laboratories) assert.deepEqual(row.laboratories, JSON.parse(laboratories))
  for (const [name, value] of Object.entries(columns))
    assert.deepEqual(row[name as keyof typeof row], value, name)
  assert.equal(row.audit_event_id, newest.audit_event_id)
}

test('whatever is done in whatever order, the unit is what the newest row of its history says', async () => {
  await stand.register()
  let day = '2026-11-23'
  let passed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 40 }), async (steps) => {
      for (const { what, n } of steps) {
        const before = await rowAndHistory()
        day = addDays(day, 1)
        stand.on(day)
        await (what === 'next' ? goOn(n) : attempt(what, n))
        await assertAgrees()
        const now = await rowAndHistory()
        // nothing of the unit moves without a new row of the history
        if (before.newest?.n === now.newest?.n) assert.deepEqual(now.row, before.row, what)
        else passed += 1
      }
    }),
    { seed, numRuns: Math.max(2, sizes.properties / 50), endOnFailure: true },
  )
  assert.ok(passed > 5, `only ${passed} things came in force`)
})

test('the ledger agrees with every registration and unit, however they came to be', async () => {
  const findings = new Findings()
  assert.ok((await checkBusiness(stand.t.house.db, findings)) > 50)
  assert.deepEqual(findings.list, [])
})
