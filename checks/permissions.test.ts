import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Door } from '#frame/http/door.ts'
import { administratorFaults } from '#frame/people/invariants.ts'
import { administratorRoles, roleCodes, roles, type Role } from '#frame/people/roles.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { addPerson, testHouse, type TestHouse } from './house.ts'
import { askFor, placeOf, thingsOf, type Place, type Things } from './permission-samples.ts'
import { permissionsPage } from './permissions-page.ts'
import { refuseBreaches, root } from './tree.ts'

const page = path.join(root, 'docs/permissions.md')
const doors = houseParts.flatMap((part) => part.routes.map((route) => route.door))
const closed = doors.filter((door) => door.who !== 'public')

let t: TestHouse
let here: Place
let things: Things
let owner = ''
/** One person of every role where the things are, and one at the other end of the town. */
const near = new Map<Role, string>()
const far = new Map<Role, string>()

before(async () => {
  t = await testHouse({ furnished: true })
  here = await placeOf(t.house, '京华大学', 'health')
  const there = await placeOf(t.house, '北辰生物', 'commerce')
  owner = await addPerson(t.house, 'unit-operator', { unitId: here.unitId })
  things = await thingsOf(t.house, here, owner)
  for (const role of roleCodes) {
    near.set(role, await addPerson(t.house, role, reachAt(role, here)))
    far.set(role, await addPerson(t.house, role, reachAt(role, there)))
  }
})
after(() => t.close())

function reachAt(role: Role, { unitId, branchId, agencyId }: Place) {
  const { scope } = roles[role]
  if (scope === 'unit') return { unitId }
  if (scope === 'branch') return { branchId }
  return scope === 'agency' ? { agencyId } : {}
}

function ask(door: Door, accountId: string | null) {
  const { url, body, headers } = askFor(door, things, here, owner)
  const as = t.as(accountId)
  if (door.method === 'GET') return as.get(url)
  if (door.method === 'DELETE') return as.delete(url)
  return door.method === 'PUT' ? as.put(url, body, headers) : as.post(url, body, headers)
}

const refused = (status: number) => status === 401 || status === 403 || status === 404

/** Doors that answer yes to everybody they let in and do nothing for a stranger's id, with the reason. */
const harmless: Record<string, string> = {
  'inbox.mark': 'marks only rows of the reader; another id marks nothing',
  'pathogen.read': 'law, the same for everybody',
  'phrase.retire': 'a sentence belongs to a person, not to a place; its room tests whose',
}

/** Doors whose body names what belongs to somebody. */
const namesThings = new Set([
  'account.invite',
  'licence.create',
  'article.add',
  'registration.begin',
  'registration.begin-contact',
  'registration.ask-change',
  'deputy.name',
  'task.hand-over',
])

/** Whether a door asks for something that belongs to somebody: by id, or by what its body names. */
const asksForThings = (door: Door) =>
  /:(id|subjectId)\b/.test(door.path) || namesThings.has(door.permission)

test('docs/permissions.md says what the doors say', async () => {
  const fresh = permissionsPage(houseParts)
  if (process.env['LIANGUAN_WRITE_DOCS']) await writeFile(page, fresh)
  const written = await readFile(page, 'utf8').catch(() => '')
  assert.ok(
    written === fresh,
    'docs/permissions.md is stale: run LIANGUAN_WRITE_DOCS=1 node --test checks/permissions.test.ts and look at the difference',
  )
})

test('nobody who is not signed in gets through a closed door', async () => {
  const breaches: string[] = []
  for (const door of closed) {
    const { statusCode } = await ask(door, null)
    if (statusCode !== 401) breaches.push(`${door.permission} answered ${statusCode}`)
  }
  refuseBreaches('open to strangers:', breaches)
})

test('a role that a door does not name never gets through, whatever it asks for', async () => {
  const breaches: string[] = []
  for (const door of closed) {
    const { who } = door
    if (who === 'signed-in' || who === 'public' || who.includes('self')) continue
    for (const role of roleCodes.filter((r) => !who.includes(r))) {
      const { statusCode } = await ask(door, near.get(role)!)
      if (statusCode !== 403)
        breaches.push(`${door.permission} answered ${role} with ${statusCode}`)
    }
  }
  refuseBreaches('unexpected yes:', breaches)
})

test('a role that a door names never reaches what belongs elsewhere', async () => {
  const breaches: string[] = []
  for (const door of closed.filter(asksForThings)) {
    if (door.permission in harmless) continue
    for (const role of roleCodes.filter((r) => !reachesAll(door, r))) {
      const { statusCode, body } = await ask(door, far.get(role)!)
      if (!refused(statusCode))
        breaches.push(
          `${door.permission} answered ${role} from elsewhere with ${statusCode} ${body.slice(0, 120)}`,
        )
    }
  }
  refuseBreaches('unexpected yes:', breaches)
})

/** Whether the role gets everywhere through this door. */
function reachesAll({ who }: Door, role: Role): boolean {
  return (
    who !== 'public' && who !== 'signed-in' && who.includes(role) && roles[role].scope === 'house'
  )
}

test('no list, count or page of a stranger holds what belongs elsewhere', async () => {
  const secret = new Set(Object.values(things))
  const breaches: string[] = []
  for (const door of closed.filter((d) => d.method === 'GET' && !d.path.includes(':')))
    for (const role of roleCodes.filter((r) => !reachesAll(door, r))) {
      const { body } = await ask(door, far.get(role)!)
      const shown = [...secret].find((id) => body.includes(id))
      if (shown) breaches.push(`${door.permission} shows ${role} from elsewhere ${shown}`)
    }
  refuseBreaches('unexpected sight:', breaches)
})

test('the three administrators and the public see no case content', () => {
  const rooms = new Set(['licence', 'quota', 'registration', 'papers', 'files'])
  const content = houseParts
    .filter((p) => rooms.has(p.name))
    .flatMap((p) => p.routes.map((r) => r.door))
  const open = content.filter(
    ({ who, permission }) =>
      !permission.startsWith('papers.verify') &&
      permission !== 'papers.proof' &&
      (!Array.isArray(who) || administratorRoles.some((r) => who.includes(r))),
  )
  refuseBreaches(
    'administrators come in here:',
    open.map((d) => d.permission),
  )
})

/** Whether the form alone was in the way, so that nothing was learnt about permission. */
function onlyForm(answer: Awaited<ReturnType<typeof ask>>): boolean {
  if (answer.statusCode !== 400) return false
  const { reasons } = answer.json<{ reasons: { code: string }[] }>()
  return reasons.every((r) => r.code === 'invalid-field')
}

test('what was refused above is let in for its owner: it was not refused for its form', async () => {
  const shut: string[] = []
  for (const door of closed.filter(asksForThings)) {
    const { who } = door
    if (door.permission in harmless || who === 'public') continue
    const may = who === 'signed-in' ? [] : roleCodes.filter((r) => who.includes(r))
    // Where only roles of the whole house come in, nothing belongs elsewhere.
    if (who !== 'signed-in' && !may.some((r) => roles[r].scope !== 'house')) continue
    const tried: string[] = []
    let opened = false
    for (const person of [owner, ...may.map((r) => near.get(r)!)]) {
      const answer = await ask(door, person)
      tried.push(`${answer.statusCode}`)
      opened = !refused(answer.statusCode) && !onlyForm(answer)
      if (opened) break
    }
    if (!opened) shut.push(`${door.permission} answered ${tried.join()}`)
  }
  refuseBreaches('no sample gets through (checks/permission-samples.ts):', shut)
})

test('after all this the three administrators are still three', async () => {
  const faults = await administratorFaults(t.house.db, '2026-11-23', false)
  assert.deepEqual(
    faults.filter((f) => f.fault !== 'not-confirmed-by-a-second-person'),
    [],
  )
})
