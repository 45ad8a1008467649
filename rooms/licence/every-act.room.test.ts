import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import {
  licenceStand,
  sayings,
  toGrant,
  type LicenceStand,
  type Problem,
} from '#checks/samples/licence-stand.ts'
import { addDays, type Day } from '#frame/calendar/day.ts'
import { roleCodes, roles, unitRoles, type Role } from '#frame/people/roles.ts'
import { caseActs } from './acts.ts'
import { licenceRoutes } from './routes.ts'
import { hiddenFromOfficers, licenceLife, officerReaders, type LicenceStatus } from './states.ts'
import type { CaseView } from './views.ts'

let stand: LicenceStand
/** One person for each role of the house, at the places of the stand. */
const person = {} as Record<Role, string>
before(async () => {
  stand = await licenceStand()
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

// every test on days of its own: what one person sends in an hour is limited
let today: Day = '2026-11-23'
let latest = today
let now = today
function on(day: Day): void {
  now = day
  if (day > latest) latest = day
  stand.on(day)
}

/** How a case comes to each status; a status stands twice where what it allows depends on more. */
const ways: Record<string, { status: LicenceStatus; go(id: string): Promise<void> }> = {
  draft: { status: 'draft', go: async () => {} },
  pending: { status: 'pending', go: (id) => stand.do('operator', id, 'submit') },
  correcting: {
    status: 'correcting',
    go: (id) => reach('pending', id, 'window', 'ask-correction'),
  },
  accepted: { status: 'accepted', go: (id) => reach('pending', id, 'window', 'accept') },
  'accepted, step open': {
    status: 'accepted',
    go: (id) => reach('accepted', id, 'first', 'open-step'),
  },
  'second-review': {
    status: 'second-review',
    go: (id) => reach('accepted', id, 'first', 'propose'),
  },
  'second-review of a refusal': {
    status: 'second-review',
    go: (id) => reach('accepted', id, 'first', 'propose', { ...toGrant, conclusion: 'refuse' }),
  },
  granted: { status: 'granted', go: (id) => reach('second-review', id, 'second', 'grant') },
  refused: {
    status: 'refused',
    go: (id) => reach('second-review of a refusal', id, 'second', 'refuse'),
  },
  returned: {
    status: 'returned',
    go: (id) => reach('accepted', id, 'first', 'return-to-window'),
  },
  'second-review of the window': {
    status: 'second-review',
    go: (id) => reach('returned', id, 'window', 'propose-refusal'),
  },
  'granted and delivered': {
    status: 'granted',
    go: (id) => reach('granted', id, 'window', 'deliver'),
  },
  'not-accepted': {
    status: 'not-accepted',
    go: (id) => reach('pending', id, 'window', 'not-in-scope'),
  },
  'correcting, too late': {
    status: 'correcting',
    async go(id) {
      await ways['correcting']!.go(id)
      on(addDays(today, 30))
    },
  },
  lapsed: {
    status: 'lapsed',
    go: (id) => reach('correcting, too late', id, 'window', 'lapse'),
  },
  withdrawn: { status: 'withdrawn', go: (id) => reach('pending', id, 'operator', 'withdraw') },
}

async function reach(
  way: string,
  id: string,
  who: 'operator' | 'window' | 'first' | 'second',
  act: string,
  said = sayings[act],
): Promise<void> {
  await ways[way]!.go(id)
  await stand.do(who, id, act, said)
}

async function caseIn(way: string): Promise<string> {
  on(today)
  const id = await stand.draft()
  await ways[way]!.go(id)
  return id
}

const names = caseActs.map((a) => a.move.act)
const moves = licenceLife.moves.filter((m) => names.includes(m.act))
const readers: readonly Role[] = [...unitRoles, ...officerReaders]

/** Whether the table lets this role see a case in this status at all. */
function sees(role: Role, status: LicenceStatus): boolean {
  if (!readers.includes(role)) return false
  return unitRoles.some((r) => r === role) || !hiddenFromOfficers.includes(status)
}

async function attempt(role: Role, id: string, act: string) {
  const version = await stand.version(id)
  const body = act === 'save' ? sayings[act] : { version, ...sayings[act] }
  const answer = await stand.t.as(person[role]).post(`/api/licences/${id}/${act}`, body)
  const codes = answer.statusCode === 200 ? [] : answer.json<Problem>().reasons.map((r) => r.code)
  return { status: answer.statusCode, codes, answer }
}

for (const [way, { status }] of Object.entries(ways))
  test(`in ${way}, every act of every role answers as the table and the page say`, async () => {
    today = addDays(latest, 1)
    const id = await caseIn(way)
    const seenOn = now
    for (const role of roleCodes) {
      const page = await stand.t.as(person[role]).get(`/api/licences/${id}`)
      const seen = sees(role, status)
      assert.equal(page.statusCode === 200, seen, `${role} sees`)
      const shown = seen ? page.json<CaseView>().acts : []
      const offered = moves
        .filter((m) => seen && m.who.includes(role))
        .map((m) => `licence.${m.act}`)
      assert.deepEqual(shown.map((a) => a.act).toSorted(), offered.toSorted(), role)
      for (const move of moves) {
        const told = shown.find((a) => a.act === `licence.${move.act}`)
        const where = `${role} ${move.act}`
        if (told?.allowed) {
          assert.ok(move.from?.includes(status), where)
          const fresh = await caseIn(way)
          const { status: http, answer } = await attempt(role, fresh, move.act)
          assert.equal(http, 200, `${where}: ${answer.body}`)
          assert.ok(move.to.includes(answer.json<{ status: LicenceStatus }>().status), where)
          on(seenOn)
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
      if (seen)
        assert.equal((await stand.t.as(person[role]).get(`/api/licences/${id}`)).body, page.body)
    }
  })

test('every act on a case has a door, a row of the table and words for the test above', () => {
  const doors = licenceRoutes.flatMap((r) =>
    r.act === null ? [] : [r.act.replace('licence.', '')],
  )
  assert.deepEqual(doors.toSorted(), ['create', ...names].toSorted())
  assert.deepEqual(names.toSorted(), Object.keys(sayings).toSorted())
  assert.deepEqual(
    licenceLife.moves.map((m) => m.act).filter((a) => !names.includes(a)),
    ['create', 'deem-accepted'],
  )
})

test('S2-026 a new application is begun by members of the unit alone, for their own registered unit', async () => {
  for (const role of roleCodes) {
    const answer = await stand.t.as(person[role]).post('/api/licences', { unitId: stand.unitId })
    assert.equal(answer.statusCode, unitRoles.some((r) => r === role) ? 200 : 403, role)
  }
  const foreign = await stand.t
    .as(person['unit-operator'])
    .post('/api/licences', { unitId: stand.foreignUnitId })
  assert.equal(foreign.statusCode, 404)
  await stand.t.house.db
    .updateTable('unit')
    .set({ status: 'suspended' })
    .where('id', '=', stand.foreignUnitId)
    .execute()
  const early = await stand.t
    .as(stand.people.stranger)
    .post('/api/licences', { unitId: stand.foreignUnitId })
  assert.deepEqual(
    early.json<Problem>().reasons.map((r) => [r.duty, r.code]),
    [['S2-026', 'unit-not-registered']],
  )
})
