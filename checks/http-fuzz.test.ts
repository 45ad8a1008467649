import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Door } from '#frame/http/door.ts'
import { problemSchema } from '#frame/http/problem.ts'
import { keyHeader } from '#frame/people/key-header.ts'
import type { Role } from '#frame/people/roles.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { acceptedBy, spoiled, type KnownValues } from './arbitrary-of.ts'
import { testHouse, type TestHouse } from './house.ts'
import { seed, sizes } from './sizes.ts'
import { refuseBreaches } from './tree.ts'

const doors = houseParts.flatMap((part) => part.routes.map((route) => route.door))
const runs = Math.max(3, Math.round(sizes.properties / 25))

let h: TestHouse
let known: KnownValues
/** Accounts by role, from the demonstration. */
const accounts = new Map<Role, string>()
/** The key of a request for an account, for the doors that open to one. */
let key = ''
const opensToKeys = ({ who }: Door) => Array.isArray(who) && who.includes('key-holder')

before(async () => {
  h = await testHouse({ furnished: true })
  known = await knownValues()
  const grants = await h.house.db.selectFrom('role_grant').select(['role', 'account_id']).execute()
  for (const grant of grants) accounts.set(grant.role as Role, grant.account_id)
  const asked = { kind: 'organisation', language: 'zh' }
  const begun = await h.as(null).post('/api/enrolments', asked)
  key = begun.json<{ key: string }>().key
  known = { ...known, uuids: [begun.json<{ id: string }>().id, ...known.uuids] }
})
after(() => h.close())

/** Ids and codes of what the demonstration holds, a few of each table. */
async function knownValues(): Promise<KnownValues> {
  const tables = [
    'unit',
    'account',
    'licence_case',
    'permit',
    'write_off',
    'paper',
    'file_version',
    'agency',
    'branch',
    'role_grant',
    'audit_event',
  ]
  const uuids: string[] = []
  for (const table of tables) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} order by id limit 12`.execute(h.house.db)
    uuids.push(...rows.map((row) => row.id))
  }
  const { rows } = await sql<{ code: string }>`
    (select code from paper limit 3) union all (select number from paper limit 3)
    union all (select key from setting limit 6) union all (select code from rule_set)
    union all (select code from agency limit 3) union all (select code from port limit 2)
    union all select unnest(array['licence', 'description', 'bacteria-3', '2026-12-01', '1', '0'])`.execute(
    h.house.db,
  )
  return { uuids, codes: rows.map((row) => row.code) }
}

interface Knock {
  url: string
  query: string
  body: unknown
  key?: string | undefined
}

const nothing = fc.constant(undefined)

/** Everything one can say at a door: as its schemas have it, or with one thing spoiled. */
function knocksAt(door: Door): fc.Arbitrary<Knock> {
  const half = (of: fc.Arbitrary<unknown>) =>
    of.chain((value) => fc.oneof(fc.constant(value), spoiled(value)))
  return fc
    .record({
      params: door.params ? acceptedBy(door.params, known) : nothing,
      query: door.query ? half(acceptedBy(door.query, known)) : nothing,
      body: door.body ? half(acceptedBy(door.body, known)) : nothing,
      key: fc.option(fc.oneof(fc.uuid(), fc.constantFrom('x', 'k'.repeat(300))), {
        nil: undefined,
      }),
    })
    .map(({ params, query, body, key }) => ({
      url: addressOf(door, params),
      query: queryOf(query),
      body,
      key,
    }))
}

function addressOf(door: Door, params: unknown): string {
  const named = (params ?? {}) as Record<string, unknown>
  return door.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(wellFormed(said(named[name])) || 'x'),
  )
}

/** A value as a query or an address writes it. */
const said = (value: unknown) =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'x')

/** What an address can hold: no half characters, and no dots that a client would resolve away. */
const wellFormed = (text: string) => (/^\.{1,2}$/.test(text) ? 'x' : text.toWellFormed())

function queryOf(query: unknown): string {
  if (typeof query !== 'object' || query === null) return ''
  const address = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) address.append(wellFormed(name), wellFormed(said(one)))
  return address.size > 0 ? `?${address}` : ''
}

let visitors = 0

function knock(door: Door, account: string | null, said: Knock, shownKey?: string) {
  const { url, query, body, key } = said
  visitors += 1
  const request: InjectOptions = {
    method: door.method,
    url: url + query,
    // how often one address may knock is tried elsewhere
    remoteAddress: `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`,
    headers: {
      ...(shownKey ? { [keyHeader]: shownKey } : {}),
      'x-lianguan': '1',
      'sec-fetch-site': 'same-origin',
      ...(account ? { 'x-test-account': account } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) ?? 'null' }),
  }
  // A file comes as it is.
  if (door.method === 'PUT' && !door.body) {
    request.headers = {
      ...request.headers,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('报告.pdf'),
    }
    request.payload = Buffer.from('%PDF-1.4 not really')
  }
  return h.app.inject(request)
}

/** What every answer must be, whoever asked whatever. */
function checkAnswer(door: Door, answer: LightMyRequestResponse): void {
  const where = `${door.method} ${door.path} → ${answer.statusCode} ${answer.body.slice(0, 300)}`
  // 503 is an answer when the house itself says what is not ready yet.
  const notReady = answer.statusCode === 503 && answer.body.includes('/problems/unavailable')
  assert.ok(answer.statusCode < 500 || notReady, where)
  assert.doesNotMatch(answer.body, /\$argon2|postgres(ql)?:\/\/|node_modules|\bat \w+ \(/, where)
  const type = answer.headers['content-type'] ?? ''
  if (answer.statusCode >= 400) {
    assert.match(type, /^application\/problem\+json/, where)
    const problem = problemSchema.parse(answer.json())
    assert.equal(problem.status, answer.statusCode)
    assert.ok(problem.reasons.length > 0, where)
    for (const { message } of problem.reasons) assert.match(message, /[一-鿿]/, where)
  } else if (type.startsWith('application/json')) {
    const said = z.safeParse(door.reply, answer.json())
    assert.ok(said.success, `${where}\n${said.error?.message ?? ''}`)
  }
}

/** Somebody of a customs or Office desk who may knock at this door, else the window. */
function officerFor(door: Door): string {
  const may = Array.isArray(door.who)
    ? (door.who as Role[]).filter((role) => !(unitRoles as readonly Role[]).includes(role))
    : []
  const role = may.find((one) => accounts.has(one)) ?? 'customs-window'
  return accounts.get(role)!
}

const personas: [string, (door: Door) => string | null, ((door: Door) => string | undefined)?][] = [
  ['the anonymous public', () => null],
  ['whoever holds the key of a request', () => null, (door) => (opensToKeys(door) ? key : '')],
  ['an applicant', () => accounts.get('unit-operator')!],
  ['an officer', officerFor],
]

for (const [who, accountFor, keyFor] of personas)
  test(`no door breaks whatever ${who} says at it`, async () => {
    const broken: string[] = []
    for (const door of doors) {
      const account = accountFor(door)
      const shown = keyFor?.(door)
      const found = await fc.check(
        fc.asyncProperty(knocksAt(door), async (said) => {
          const answer = await knock(door, account, said, shown)
          checkAnswer(door, answer)
          if (account === null && !shown && door.who !== 'public')
            assert.equal(answer.statusCode, 401, `${door.permission} let a stranger in`)
        }),
        { numRuns: runs, seed, endOnFailure: true },
      )
      if (found.failed) broken.push(told(found))
    }
    refuseBreaches('doors that break:', broken)
  })

/** What was said and what came back, in one line. */
function told({ counterexample, errorInstance }: fc.RunDetails<[Knock]>): string {
  const said = JSON.stringify(counterexample?.[0])
  return `${String((errorInstance as Error | null)?.message)} ← ${said}`
}

test('a key that no schema knows is refused in every body', async () => {
  for (const door of doors.filter((one) => one.body && one.method !== 'GET')) {
    const shown = opensToKeys(door) ? key : undefined
    const account = door.who === 'public' || shown ? null : officerOrApplicant(door)
    await fc.assert(
      fc.asyncProperty(
        acceptedBy(door.params ?? z.object({}), known),
        acceptedBy(door.body!, known),
        fc.constantFrom('surprise', 'unitId2', 'isAdmin', 'status_'),
        async (params, body, key) => {
          const said = {
            url: addressOf(door, params),
            query: '',
            body: { ...(body as object), [key]: 1 },
          }
          const answer = await knock(door, account, said, shown)
          // a generated address need not be one that can be
          const no = z.safeParse(door.params ?? z.object({}), params).success ? 400 : 404
          assert.equal(answer.statusCode, no, `${door.permission} took ${key}: ${answer.body}`)
        },
      ),
      { numRuns: Math.max(2, Math.round(runs / 2)), seed, endOnFailure: true },
    )
  }
})

/** Somebody who may knock at all: the refusal must come from the body, not from the door. */
function officerOrApplicant(door: Door): string {
  const roles = Array.isArray(door.who) ? (door.who as Role[]) : []
  const role = roles.find((one) => accounts.has(one)) ?? 'unit-operator'
  return accounts.get(role)!
}
