import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { seed, sizes } from '#checks/sizes.ts'
import type { Actor, Grant } from './actor.ts'
import { publicActor, systemActor } from './actor.ts'
import { seesAccount, seesAccountSql } from './accounts/visible.ts'
import { filter, grantUsed, holdsAny, may, type Admitted, type Owned } from './policy.ts'
import { administratorRoles, roleCodes, roles, type Role } from './roles.ts'

let t: TestHouse
before(async () => {
  t = await testHouse()
})
after(() => t.close())

// Few ids, so that rows and reaches meet often.
const pool = (letter: string) =>
  [1, 2, 3].map((n) => `019aaaaa-0000-7000-8000-${letter.repeat(11)}${n}`)
const idOf = (letter: string) => fc.constantFrom(...pool(letter))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

const role = fc.constantFrom(...roleCodes)
const grant: fc.Arbitrary<Grant> = fc.record({
  role,
  unitId: maybe(idOf('a')),
  branchId: maybe(idOf('b')),
  agencyId: maybe(idOf('c')),
  subjectId: maybe(idOf('e')),
  deputyFor: maybe(idOf('d')),
})
const person: fc.Arbitrary<Actor> = fc.record({
  kind: fc.constant('person' as const),
  accountId: idOf('d'),
  name: fc.constant('某某'),
  grants: fc.array(grant, { maxLength: 4 }),
})
const actor = fc.oneof(
  { weight: 8, arbitrary: person },
  { weight: 1, arbitrary: fc.constantFrom(publicActor, systemActor) },
)
const who: fc.Arbitrary<Admitted> = fc.oneof(
  { weight: 6, arbitrary: fc.subarray([...roleCodes, 'self' as Role]) },
  { weight: 1, arbitrary: fc.constantFrom('public' as const, 'signed-in' as const) },
)
const row = fc.record({
  unitId: maybe(idOf('a')),
  branchId: maybe(idOf('b')),
  agencyId: maybe(idOf('c')),
  accountId: maybe(idOf('d')),
  id: idOf('e'),
})

const columns = {
  unit: 'r.unit_id',
  branch: 'r.branch_id',
  agency: 'r.agency_id',
  account: 'r.account_id',
  id: 'r.id',
}

/** The rows as a table of the real database, filtered by an SQL condition. Out: their positions. */
async function filtered(
  rows: Required<Owned>[],
  condition: ReturnType<typeof filter>,
): Promise<number[]> {
  const json = JSON.stringify(rows.map((r, at) => ({ ...r, at })))
  const { rows: found } = await sql<{ at: number }>`
    select r.at from (
      select (j ->> 'at')::int as at, (j ->> 'unitId')::uuid as unit_id, (j ->> 'branchId')::uuid as branch_id,
             (j ->> 'agencyId')::uuid as agency_id, (j ->> 'accountId')::uuid as account_id, (j ->> 'id')::uuid as id
        from json_array_elements(${json}::json) j) r
    where ${condition} order by r.at`.execute(t.house.db)
  return found.map((f) => f.at)
}

test('a list shows exactly what a single look allows: filter ≡ may, asked of the real database', async () => {
  await fc.assert(
    fc.asyncProperty(
      actor,
      who,
      fc.array(row, { minLength: 1, maxLength: 12 }),
      async (a, w, rows) => {
        const rule = { permission: 'x', who: w }
        const listed = await filtered(rows, filter(a, rule, columns))
        // The anonymous public never gets past the door of a closed list, so its filter is asked for nothing.
        const allowed = rows.flatMap((r, at) => (may(a, rule, r).length === 0 ? [at] : []))
        assert.deepEqual(listed, allowed)
      },
    ),
    { numRuns: sizes.properties, seed },
  )
})

test('accounts in the list are those that open one by one, whoever asks', async () => {
  await fc.assert(
    fc.asyncProperty(actor, fc.array(row, { minLength: 1, maxLength: 12 }), async (a, rows) => {
      const listed = await filtered(rows, seesAccountSql(a, 'r.unit_id', 'r.branch_id'))
      const owners = rows.map(({ unitId, branchId }) => ({ unitId, branchId }))
      assert.deepEqual(
        listed,
        owners.flatMap((o, at) => (seesAccount(a, o) ? [at] : [])),
      )
    }),
    { numRuns: sizes.properties, seed },
  )
})

test('a table without a column for a reach shows nothing by it', async () => {
  await fc.assert(
    fc.asyncProperty(
      person,
      who,
      fc.array(row, { minLength: 1, maxLength: 6 }),
      async (a, w, rows) => {
        const listed = await filtered(
          rows,
          filter(a, { permission: 'x', who: w }, { unit: 'r.unit_id', branch: null }),
        )
        const cut = rows.map((r) => ({ unitId: r.unitId, branchId: null }))
        const allowed = cut.flatMap((r, at) =>
          may(a, { permission: 'x', who: w }, r).length === 0 ? [at] : [],
        )
        assert.deepEqual(listed, allowed)
      },
    ),
    { numRuns: Math.ceil(sizes.properties / 2), seed },
  )
})

test('more roles never reach less, and no role reaches nothing', () => {
  fc.assert(
    fc.property(person, grant, fc.subarray(roleCodes), row, (a, more, w, r) => {
      const rule = { permission: 'x', who: w }
      const before = may(a, rule, r).length === 0
      const after = may({ ...a, grants: [...a.grants, more] }, rule, r).length === 0
      assert.ok(!before || after)
      assert.ok(may({ ...a, grants: [] }, rule, r).length > 0)
    }),
    { numRuns: sizes.properties, seed },
  )
})

test('the grant used is one that lets in, and the own one goes before that of a deputy', () => {
  fc.assert(
    fc.property(person, fc.subarray(roleCodes), row, (a, w, r) => {
      const used = grantUsed(a, w, r)
      assert.equal(used !== null, may(a, { permission: 'x', who: w }, r).length === 0)
      if (!used) return
      assert.ok(may({ ...a, grants: [used] }, { permission: 'x', who: w }, r).length === 0)
      const own = a.grants.filter((g) => !g.deputyFor)
      if (may({ ...a, grants: own }, { permission: 'x', who: w }, r).length === 0)
        assert.equal(used.deputyFor, null)
    }),
    { numRuns: sizes.properties, seed },
  )
})

test('S2-067 a branch officer reaches his branch, headquarters and leaders all', () => {
  const [b1, b2] = pool('b') as [string, string, string]
  const officer = (branchId: string | null, r: Role): Actor => ({
    kind: 'person',
    accountId: pool('d')[0]!,
    name: '某某',
    grants: [{ role: r, unitId: null, branchId, agencyId: null }],
  })
  const rule = { permission: 'x', who: ['customs-first', 'customs-leader'] as const }
  const at = (branchId: string) => ({ unitId: pool('a')[0]!, branchId })
  assert.deepEqual(may(officer(b1, 'customs-first'), rule, at(b1)), [])
  assert.equal(may(officer(b1, 'customs-first'), rule, at(b2))[0]?.code, 'out-of-reach')
  assert.deepEqual(may(officer(null, 'customs-first'), rule, at(b2)), [])
  assert.deepEqual(may(officer(null, 'customs-leader'), rule, at(b2)), [])
})

test('a no says why in Chinese and names who may', () => {
  const rule = { permission: 'x', who: ['customs-first'] as const }
  const row = { unitId: null, branchId: null }
  assert.equal(may(publicActor, rule, row)[0]?.code, 'sign-in')
  const stranger: Actor = { kind: 'person', accountId: pool('d')[0]!, name: '某某', grants: [] }
  assert.match(may(stranger, rule, row)[0]!.message, /海关初审岗/)
})

test('the role "self" is everybody and is granted to nobody', () => {
  assert.ok(!(roleCodes as string[]).includes('self'))
  const me: Actor = { kind: 'person', accountId: pool('d')[0]!, name: '某某', grants: [] }
  assert.ok(holdsAny(me, ['self']))
  assert.ok(!holdsAny(publicActor, ['self']))
  assert.equal(
    may(
      me,
      { permission: 'x', who: ['self'] },
      { unitId: null, branchId: null, accountId: pool('d')[1]! },
    ).length,
    1,
  )
})

test('every role that decides signs in with two factors; only people of units may do without', () => {
  const weak = roleCodes.filter((r) => !roles[r].strong)
  assert.deepEqual(weak, ['unit-operator', 'unit-biosafety', 'unit-legal'])
  assert.equal(administratorRoles.length, 3)
})
