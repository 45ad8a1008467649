import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import {
  registrationStand,
  sayings,
  type Problem,
  type RegistrationStand,
  type Who,
} from '#checks/samples/registration-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import { roleCodes, roles, unitRoles, type Role } from '#frame/people/roles.ts'
import { registrationActs } from './acts.ts'
import { registrationRoutes } from './routes.ts'
import { handedOver, officerReaders, registrationLife, type RegistrationStatus } from './states.ts'
import type { RegistrationView } from './views.ts'

let stand: RegistrationStand
/** One person for each role of the house, at the places of the stand. */
const person = {} as Record<Role, string>
before(async () => {
  stand = await registrationStand()
  await stand.register()
  for (const role of roleCodes) {
    const { scope } = roles[role]
    const place =
      scope === 'unit'
        ? { unitId: stand.unitId }
        : scope === 'branch'
          ? { branchId: stand.branchId }
          : {}
    person[role] = await addPerson(stand.t.house, role, place)
  }
})
after(() => stand.close())

const intro = { field: 'intro', after: '更新后的单位简介' }

/** How a change comes to each status. */
const ways: Record<string, { status: RegistrationStatus; go: () => Promise<string> }> = {
  asked: { status: 'asked', go: () => begun('ask-change') },
  declined: { status: 'declined', go: () => reach('asked', 'accounts', 'decline-change') },
  filling: { status: 'filling', go: () => reach('asked', 'accounts', 'approve-change') },
  'filling, never handed over': { status: 'filling', go: () => begun('begin-contact') },
  awaiting: { status: 'awaiting', go: () => reach('filling', 'operator', 'submit') },
  checked: { status: 'checked', go: () => checked([]) },
  returned: {
    status: 'returned',
    go: () => checked([{ at: 'intro', what: '请写明从事的研究' }]),
  },
  passed: { status: 'passed', go: () => reach('checked', 'accounts', 'pass') },
  withdrawn: { status: 'withdrawn', go: () => reach('awaiting', 'operator', 'withdraw') },
}

/** Another time of the unit's introduction, so that every change changes something. */
let times = 0
async function begun(act: string): Promise<string> {
  await clearTheWay()
  times += 1
  const items = [{ ...intro, after: `${intro.after} ${times}` }]
  const said = act === 'ask-change' ? { reason: '单位简介需要更新', items } : {}
  const answer = await stand.begin(act, said)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ id: string }>().id
}

/** One open registration a unit: what an earlier try left behind is taken back. */
async function clearTheWay(): Promise<void> {
  const open = await stand.t.house.db
    .selectFrom('registration')
    .select(['id', 'status'])
    .where('status', 'in', ['asked', 'filling', 'awaiting', 'checked', 'returned'])
    .execute()
  for (const { id, status } of open) {
    if (status === 'checked') await stand.do('accounts', id, 'return')
    await stand.do('operator', id, 'withdraw')
  }
}

async function reach(way: string, who: Who, act: string): Promise<string> {
  const id = await ways[way]!.go()
  await stand.do(who, id, act)
  return id
}

async function checked(remarks: { at: string; what: string }[]): Promise<string> {
  const id = await ways['awaiting']!.go()
  await stand.check(id, remarks)
  return id
}

const names = registrationActs.map((a) => a.move.act)
const moves = registrationLife.moves.filter((m) => names.includes(m.act))
const readers: readonly Role[] = [...unitRoles, ...officerReaders]

function sees(role: Role, number: string | null): boolean {
  if (!readers.includes(role)) return false
  return unitRoles.some((r) => r === role) || handedOver(number)
}

async function attempt(role: Role, id: string, act: string) {
  const version = await stand.version(id)
  const body = act === 'save' ? sayings[act] : { version, ...sayings[act] }
  const answer = await stand.t.as(person[role]).post(`/api/registrations/${id}/${act}`, body)
  const codes = answer.statusCode === 200 ? [] : answer.json<Problem>().reasons.map((r) => r.code)
  return { status: answer.statusCode, codes, answer }
}

for (const [way, { status, go }] of Object.entries(ways))
  test(`in ${way}, every act of every role answers as the table and the page say`, async () => {
    let id = await go()
    const { number } = await stand.see('operator', id)
    for (const role of roleCodes) {
      const page = await stand.t.as(person[role]).get(`/api/registrations/${id}`)
      const seen = sees(role, number)
      assert.equal(page.statusCode === 200, seen, `${role} sees`)
      const shown = seen ? page.json<RegistrationView>().acts : []
      const offered = moves
        .filter((m) => seen && m.who.includes(role))
        .map((m) => `registration.${m.act}`)
      assert.deepEqual(shown.map((a) => a.act).toSorted(), offered.toSorted(), role)
      for (const move of moves) {
        const told = shown.find((a) => a.act === `registration.${move.act}`)
        const where = `${role} ${move.act}`
        if (told?.allowed) {
          assert.ok(move.from?.includes(status), where)
          const { status: http, answer } = await attempt(role, id, move.act)
          assert.equal(http, 200, `${where}: ${answer.body}`)
          const now = answer.json<{ status: RegistrationStatus }>().status
          assert.ok(move.to.includes(now), where)
          if (now !== status) id = await go()
          continue
        }
        const { status: http, codes } = await attempt(role, id, move.act)
        if (!move.who.includes(role)) assert.equal(http, 403, where)
        else if (!seen) assert.equal(http, 404, where)
        else if (!move.from?.includes(status))
          assert.deepEqual([http, codes], [422, ['wrong-status']], where)
        // screen and act give the same reasons
        else assert.deepEqual([http, codes], [422, told?.reasons.map((r) => r.code)], where)
      }
    }
  })

test('every act on a registration has a door, a row of the table and words for the test above', () => {
  const doors = registrationRoutes.flatMap((r) =>
    r.act?.startsWith('registration.') ? [r.act.replace('registration.', '')] : [],
  )
  const beginning = ['begin', 'begin-contact', 'ask-change']
  assert.deepEqual(doors.toSorted(), [...beginning, ...names].toSorted())
  assert.deepEqual(names.toSorted(), Object.keys(sayings).toSorted())
  assert.deepEqual(
    registrationLife.moves.map((m) => m.act).filter((a) => !names.includes(a)),
    ['begin', 'ask-change', 'begin-contact', 'check'],
  )
})

test('S2-072 a registration is begun by members of the unit alone, and for their own unit', async () => {
  for (const act of ['begin', 'begin-contact', 'ask-change']) {
    const body = {
      unitId: stand.unitId,
      ...(act === 'ask-change' ? { reason: '单位简介需要更新', items: [intro] } : {}),
    }
    for (const role of roleCodes) {
      await clearTheWay()
      const answer = await stand.t.as(person[role]).post(`/api/registrations/${act}`, body)
      const own = unitRoles.some((r) => r === role)
      // a registered unit does not register again
      const may = act === 'begin' ? 422 : 200
      assert.equal(answer.statusCode, own ? may : 403, `${role} ${act}: ${answer.body}`)
    }
    for (const unitId of [stand.foreignUnitId, newId()]) {
      const foreign = await stand.t
        .as(person['unit-operator'])
        .post(`/api/registrations/${act}`, { ...body, unitId })
      assert.equal(foreign.statusCode, 404)
    }
  }
})

test('a unit that took its first registration back begins another', async () => {
  const fresh = await registrationStand()
  try {
    const one = await fresh.open()
    const second = await fresh.begin('begin')
    assert.deepEqual(
      second.json<Problem>().reasons.map((r) => r.code),
      ['one-open'],
    )
    await fresh.do('operator', one, 'withdraw')
    const again = await fresh.begin('begin')
    assert.equal(again.statusCode, 200, again.body)
  } finally {
    await fresh.close()
  }
})
