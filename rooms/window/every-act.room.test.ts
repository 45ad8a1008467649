import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { roleCodes, roles, type Role } from '#frame/people/roles.ts'
import { visitReaders } from './load-visit.ts'
import { windowRoutes } from './routes.ts'
import { move, visitLife, windowOfficers, type VisitStatus } from './states.ts'
import { codesOf, windowStand, type WindowStand } from './test-visits.ts'

let stand: WindowStand
const person = {} as Record<Role, string>
before(async () => {
  stand = await windowStand()
  await stand.t.house.db
    .insertInto('setting_value')
    .values({
      key: 'registration.window-slot-places',
      valid_from: '2026-11-23',
      n: 1,
      value: '1000',
      source: '测试',
      ours: true,
      entered_at: stand.t.house.clock.now(),
    })
    .execute()
  for (const role of roleCodes) {
    const { scope } = roles[role]
    if (scope !== 'unit')
      person[role] = await addPerson(
        stand.t.house,
        role,
        scope === 'branch' ? { branchId: stand.branchId } : {},
      )
  }
})
after(() => stand.close())

/** A registration that waits, of a unit of its own; the people of the table belong to it. */
async function waiting(): Promise<string> {
  const { id, unitId } = await stand.other()
  for (const role of roleCodes)
    if (roles[role].scope === 'unit')
      person[role] = await addPerson(stand.t.house, role, { unitId })
  return id
}

const officer = () => stand.t.as(person['customs-window'])
const member = () => stand.t.as(person['unit-operator'])

async function made(answer: Promise<{ statusCode: number; body: string }>): Promise<string> {
  const { statusCode, body } = await answer
  assert.equal(statusCode, 200, body)
  return (JSON.parse(body) as { id: string }).id
}

const book = (id: string) =>
  made(member().post(`/api/window/registrations/${id}/book`, { day: '2026-11-26', from: '14:00' }))
const walkIn = (id: string) => made(officer().post(`/api/window/registrations/${id}/walk-in`))

/** How a visit comes to each status. Out: its id. */
const ways: Record<VisitStatus, (registration: string) => Promise<string>> = {
  booked: book,
  async cancelled(id) {
    const visit = await book(id)
    return made(member().post(`/api/window/visits/${visit}/cancel`, { version: 1 }))
  },
  async missed(id) {
    const visit = await book(id)
    await set(visit, 'missed')
    return visit
  },
  present: walkIn,
  async complete(id) {
    const visit = await walkIn(id)
    await set(visit, 'complete')
    return visit
  },
  async incomplete(id) {
    const visit = await walkIn(id)
    await set(visit, 'incomplete')
    return visit
  },
}

const set = (id: string, status: VisitStatus) =>
  stand.t.house.db.updateTable('window_visit').set({ status }).where('id', '=', id).execute()

/** What each act on a visit is told. */
const sayings: Record<string, object> = {
  rebook: { version: 1, day: '2026-11-30', from: '14:00' },
  cancel: { version: 1 },
  receive: { version: 1 },
  tick: { slot: 'form', outcome: 'seen', was: null },
  finish: { version: 1 },
  stop: { version: 1, why: '测试' },
}

for (const [status, go] of Object.entries(ways))
  test(`in ${status}, every act of every role answers as the table says`, async () => {
    for (const [act, said] of Object.entries(sayings)) {
      const row = move(act)
      const visit = await go(await waiting())
      const ask = (id: string, role: Role) =>
        stand.t.as(person[role]).post(`/api/window/visits/${id}/${act}`, {
          ...said,
          ...('version' in said ? { version: status === 'cancelled' ? 2 : 1 } : {}),
        })
      for (const role of roleCodes) {
        const where = `${role} ${act}`
        if (!row.who.includes(role)) {
          assert.equal((await ask(visit, role)).statusCode, 403, where)
          continue
        }
        const possible = (row.from as readonly string[]).includes(status)
        const target = possible ? await go(await waiting()) : visit
        const answer = await ask(target, role)
        if (!possible) assert.deepEqual(codesOf(answer), ['wrong-status'], where)
        else if (act === 'finish') assert.ok(codesOf(answer).every((c) => c === 'not-looked-at'))
        else assert.equal(answer.statusCode, 200, `${where}: ${answer.body}`)
      }
    }
  })

test('S2-006 every role asks for a booking, and every role receives without one, as the table says', async () => {
  for (const [act, said] of [
    ['book', { day: '2026-11-26', from: '15:00' }],
    ['walk-in', {}],
  ] as const)
    for (const role of roleCodes) {
      const id = await waiting()
      const answer = await stand.t
        .as(person[role])
        .post(`/api/window/registrations/${id}/${act}`, said)
      assert.equal(answer.statusCode, move(act).who.includes(role) ? 200 : 403, `${role} ${act}`)
    }
})

test('the pages are for whom the table names: the booking for the unit, the counter for its officers', async () => {
  const id = await waiting()
  const visit = await walkIn(id)
  for (const role of roleCodes) {
    const get = async (url: string) => (await stand.t.as(person[role]).get(url)).statusCode
    const reads = visitReaders.includes(role) ? 200 : 403
    const officers = windowOfficers.includes(role) ? 200 : 403
    assert.equal(await get(`/api/window/registrations/${id}`), reads, role)
    assert.equal(await get('/api/window/visits'), reads, role)
    assert.equal(await get(`/api/window/visits/${visit}`), officers, role)
    assert.equal(await get('/api/window/day'), officers, role)
    assert.equal(await get('/api/window/find?q='), officers, role)
    assert.equal(await get('/api/window/phrases'), officers, role)
    assert.equal(await get('/api/window/hours'), 200, role)
  }
})

test('every act of the table has a door, or is done by the system', () => {
  const doors = windowRoutes.flatMap((r) => (r.act?.startsWith('visit.') ? [r.act.slice(6)] : []))
  assert.deepEqual(
    visitLife.moves.map((m) => m.act).filter((a) => !doors.includes(a)),
    ['release', 'miss'],
  )
  assert.deepEqual(doors.toSorted(), ['book', 'walk-in', ...Object.keys(sayings)].toSorted())
})

test('a visit of another unit or another branch is as good as none, on every door', async () => {
  const registration = await waiting()
  const visit = await walkIn(registration)
  const outsiders = ['stranger', 'farWindow', 'farAccounts'] as const
  const bodies: Record<string, object> = { book: { day: '2026-11-26', from: '15:00' }, ...sayings }
  for (const { door } of windowRoutes.filter((r) =>
    /\/(visits|registrations)\/:id/.test(r.door.path),
  ))
    for (const who of outsiders) {
      const ask = async (id: string) => {
        const url = door.path.replace(':id', id)
        const caller = stand.t.as(stand.people[who])
        const act = door.path.split('/').at(-1)!
        const answer =
          door.method === 'GET' ? await caller.get(url) : await caller.post(url, bodies[act])
        const own = String(answer.headers['x-request-id'])
        return [answer.statusCode, answer.body.replaceAll(own, '')]
      }
      const there = door.path.includes('/visits/') ? visit : registration
      const answer = await ask(there)
      assert.deepEqual(answer, await ask(newId()), `${who} ${door.permission}`)
      assert.ok(answer[0] === 403 || answer[0] === 404, `${who} ${door.permission}`)
    }
  for (const who of ['farWindow', 'farAccounts'] as const) {
    const caller = stand.t.as(stand.people[who])
    const day = (await stand.day(who)).visits
    const list = (await caller.get('/api/window/visits')).json<{ total: number }>()
    const found = (await caller.get('/api/window/find?q=')).json<{ rows: unknown[] }>()
    assert.deepEqual([day, list.total, found.rows], [[], 0, []], who)
  }
  const own = await stand.t.as(stand.people.stranger).get('/api/window/visits')
  assert.equal(own.json<{ total: number }>().total, 0)
})
