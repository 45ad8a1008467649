import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import {
  codesOf,
  enrolmentStand,
  sayings,
  type EnrolmentStand,
  type Held,
} from '#checks/samples/enrolment-stand.ts'
import { addPerson } from '#checks/house.ts'
import type { ActState } from '#frame/kernel/can-do.ts'
import { roleCodes, roles, type Role } from '#frame/people/roles.ts'
import { keeperActs, requesterActs } from './acts.ts'
import { enrolmentRoutes } from './routes.ts'
import { enrolmentLife, openStatuses, type EnrolmentStatus } from './states.ts'

let stand: EnrolmentStand
const person = {} as Record<Role, string>
before(async () => {
  stand = await enrolmentStand()
  for (const role of roleCodes) {
    const place = roles[role].scope === 'branch' ? { branchId: stand.branchId } : {}
    person[role] = await addPerson(stand.t.house, role, place)
  }
})
after(() => stand.close())

/** How a request comes to each status. */
const ways: Record<EnrolmentStatus, () => Promise<Held>> = {
  draft: () => stand.filled(),
  filed: () => stand.filed(),
  returned: () => afterAct('filed', 'return'),
  approved: async () => {
    const held = await afterAct('filed', 'approve')
    // so long one waits for a mail before another can be asked for
    await longAgo(held.id)
    return held
  },
  valid: async () => {
    const held = await afterAct('filed', 'approve')
    const { form } = await stand.see(stand.keeper, held.id)
    assert.equal((await stand.confirm(form.mailbox!)).statusCode, 200)
    return held
  },
  refused: () => afterAct('filed', 'refuse'),
  lapsed: async () => {
    const held = await stand.filed()
    assert.equal((await stand.ask(held, 'give-up')).statusCode, 200)
    return held
  },
}

async function afterAct(way: EnrolmentStatus, act: string): Promise<Held> {
  const held = await ways[way]()
  await stand.do(stand.keeper, held.id, act)
  return held
}

async function longAgo(id: string): Promise<void> {
  await stand.t.house.pool.query(
    `update mail_link set created_at = created_at - interval '1 hour'
      where account_id = (select account_id from enrolment where id = $1)`,
    [id],
  )
}

/** The acts with doors of each side, by the last word of their door. */
const keeperDoors = ['approve', 'return', 'refuse', 'send-again']
const holderDoors: Record<string, string> = {
  file: 'file',
  'give-up': 'give-up',
  'send-again': 'send-link',
}
const fromOf = (act: string) => enrolmentLife.moves.find((m) => m.act === act)!.from ?? []

async function check(
  where: string,
  act: string,
  status: EnrolmentStatus,
  told: readonly ActState[],
  ask: (held: Held) => Promise<LightMyRequestResponse>,
  held: Held,
) {
  const shown = told.find((a) => a.act === `enrolment.${act}`)
  assert.ok(shown, where)
  assert.equal(shown.allowed, fromOf(act).includes(status), `${where} ${JSON.stringify(shown)}`)
  if (shown.allowed) {
    const answer = await ask(await ways[status]())
    assert.equal(answer.statusCode, 200, `${where}: ${answer.body}`)
    return
  }
  const answer = await ask(held)
  // screen and act give the same reasons
  assert.deepEqual(
    codesOf(answer),
    shown.reasons.map((r) => r.code),
    where,
  )
  assert.equal(answer.statusCode, 422, where)
}

for (const status of Object.keys(enrolmentLife.statuses) as EnrolmentStatus[]) {
  test(`in ${status}, the holder of the key may do what the table and his page say`, async () => {
    const held = await ways[status]()
    const { acts, editable } = await stand.own(held)
    assert.deepEqual(acts.map((a) => a.act).toSorted(), requesterActs.map((a) => a.name).toSorted())
    assert.equal(editable, openStatuses.includes(status))
    for (const [act, word] of Object.entries(holderDoors))
      await check(`${status} ${act}`, act, status, acts, (of) => stand.ask(of, word), held)
    const saved = await stand.save(held, { contact: '孙' })
    assert.equal(saved.statusCode, openStatuses.includes(status) ? 200 : 422, saved.body)
  })

  test(`S2-065 in ${status}, only the account administrator acts, and as the table and his page say`, async () => {
    const held = await ways[status]()
    const seen = status !== 'draft'
    for (const role of roleCodes) {
      const page = await stand.t.as(person[role]).get(`/api/enrolments/${held.id}`)
      const keeps = role === 'customs-accounts'
      assert.equal(page.statusCode, keeps ? (seen ? 200 : 404) : 403, role)
      for (const word of keeperDoors) {
        if (keeps && seen) continue
        const answer = await stand.act(person[role], held.id, word)
        assert.equal(answer.statusCode, keeps ? 404 : 403, `${role} ${word}`)
      }
    }
    if (!seen) return
    const { acts } = await stand.see(stand.keeper, held.id)
    assert.deepEqual(acts.map((a) => a.act).toSorted(), keeperActs.map((a) => a.name).toSorted())
    for (const word of keeperDoors)
      await check(
        `${status} ${word}`,
        word,
        status,
        acts,
        (of) => stand.act(stand.keeper, of.id, word, sayings(stand.branchId, of.id)[word] ?? {}),
        held,
      )
  })
}

test('every act of the room has a door or its reason, and is tried above', () => {
  const doors = new Set(enrolmentRoutes.flatMap((r) => (r.act ? [r.act] : [])))
  const without = enrolmentLife.moves
    .map((m) => `enrolment.${m.act}`)
    .filter((name) => !doors.has(name))
  assert.deepEqual(without, ['enrolment.confirm', 'enrolment.lapse'])
})
