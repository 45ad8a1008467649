import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import { licenceStand, type LicenceStand, type Who } from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import { roleCodes, roles, unitRoles, type Role } from '#frame/people/roles.ts'
import { quotaRoutes } from './routes.ts'
import { permitMove, quotaReaders, writeOffMove } from './states.ts'
import { confirm, permitOf, request, versionOf } from './test-permits.ts'
import type { permitView } from './views.ts'
import type { z } from 'zod'

let stand: LicenceStand
const person = {} as Record<Role, string>
before(async () => {
  stand = await licenceStand()
  for (const role of roleCodes) {
    const { scope } = roles[role]
    const places: Partial<Record<typeof scope, object>> = {
      unit: { unitId: stand.unitId },
      branch: { branchId: stand.branchId },
    }
    person[role] = await addPerson(stand.t.house, role, places[scope] ?? {})
  }
})
after(() => stand.close())

const readers: readonly Role[] = [...unitRoles, ...quotaReaders]
const asked = {
  port: 'PEK',
  plannedDay: '2026-12-20',
  transport: '航空运输',
  lines: [{ n: 1, requested: 1 }],
}
const found = { lines: [{ n: 1, actual: 1 }] }

/** The two acts of this room: what they are asked of, in which statuses, and where. */
const acts = [
  {
    move: permitMove('request'),
    name: 'quota.request',
    table: 'permit' as const,
    page: (id: string) => `/api/permits/${id}`,
    door: (id: string) => `/api/permits/${id}/write-offs`,
    body: asked,
    in: {
      valid: () => permitOf(stand),
      'used-up': async () => {
        const id = await permitOf(stand, { grade: 'A', inBatches: false })
        const made = await request(stand, id, { 1: 1 })
        await confirm(stand, made.id, { 1: 1 })
        return id
      },
    },
  },
  {
    move: writeOffMove('confirm'),
    name: 'write-off.confirm',
    table: 'write_off' as const,
    page: (id: string) => `/api/write-offs/${id}`,
    door: (id: string) => `/api/write-offs/${id}/confirm`,
    body: found,
    in: {
      requested: async () => (await request(stand, await permitOf(stand), { 1: 1 })).id,
      confirmed: async () => {
        const { id } = await request(stand, await permitOf(stand), { 1: 1 })
        await confirm(stand, id, { 1: 1 })
        return id
      },
    },
  },
]

for (const act of acts)
  for (const [status, make] of Object.entries(act.in))
    test(`${act.name} in ${status}: every role is answered as the table and the page say`, async () => {
      const id = await make()
      for (const role of roleCodes) {
        const caller = stand.t.as(person[role])
        const page = await caller.get(act.page(id))
        const sees = readers.includes(role)
        assert.equal(page.statusCode, sees ? 200 : 403, role)
        const shown = sees ? page.json<Pick<z.infer<typeof permitView>, 'acts'>>().acts : []
        const may = act.move.who.includes(role)
        assert.deepEqual(
          shown.map((a) => a.act),
          may ? [act.name] : [],
          role,
        )
        const possible = (act.move.from as readonly string[]).includes(status)
        const target = may && possible ? await make() : id
        const version = await versionOf(stand, act.table, target)
        const answer = await caller.post(act.door(target), { version, ...act.body })
        if (!may) assert.equal(answer.statusCode, 403, role)
        else if (possible) {
          assert.equal(answer.statusCode, 200, answer.body)
          assert.equal(shown[0]?.allowed, true)
        } else {
          const { reasons } = answer.json<{ reasons: { code: string }[] }>()
          assert.equal(answer.statusCode, 422)
          assert.deepEqual(
            reasons.map((r) => r.code),
            shown[0]?.reasons.map((r) => r.code),
          )
        }
      }
    })

const outsiders: Who[] = ['stranger', 'farWindow', 'farFirst', 'farSecond']

test('every door of a permit or write-off answers outsiders as if there were none', async () => {
  const permit = await permitOf(stand)
  const { id } = await request(stand, permit, { 1: 1 })
  const doors = quotaRoutes.filter((r) => r.door.path.includes(':id')).map((r) => r.door)
  for (const door of doors)
    for (const who of outsiders) {
      const ask = async (target: string) => {
        const url = door.path.replace(':id', target)
        const caller = stand.t.as(stand.people[who])
        const body = door.path.endsWith('confirm') ? found : asked
        const answer =
          door.method === 'GET'
            ? await caller.get(url)
            : await caller.post(url, { version: 1, ...body })
        return [
          answer.statusCode,
          answer.body.replaceAll(String(answer.headers['x-request-id']), ''),
        ]
      }
      const there = door.path.includes('/permits/') ? permit : id
      const answer = await ask(there)
      assert.deepEqual(answer, await ask(newId()), `${who} ${door.permission}`)
      assert.ok(answer[0] === 403 || answer[0] === 404)
    }
})

test('permits and write-offs of others are in no list, no count and no search', async () => {
  const permit = await permitOf(stand)
  await request(stand, permit, { 1: 1 })
  for (const path of ['permits', 'write-offs'])
    for (const query of ['', '?q=京关', '?q=测试单位', '?status=valid,requested']) {
      const list = async (who: Who) => {
        const answer = await stand.t.as(stand.people[who]).get(`/api/${path}${query}`)
        assert.equal(answer.statusCode, 200, answer.body)
        return answer.json<{ total: number; rows: unknown[] }>()
      }
      assert.ok((await list('operator')).total > 0, `${path}${query}`)
      assert.ok((await list('port')).total > 0)
      for (const who of outsiders)
        assert.deepEqual(await list(who), { rows: [], total: 0 }, `${who} ${path}${query}`)
    }
})
