import { createHash } from 'node:crypto'
import type { Door } from '#frame/http/door.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { takeTask } from '#frame/people/holders.ts'
import { addPerson, type PersonScope } from './house.ts'
import { hintsFor } from './permission-hints.ts'
import { addDeputy, addProposal, addRemark, addSession, addView } from './permission-things.ts'
import { sampleOf } from './sample-of.ts'
import { addFiledRequest } from './samples/filed-request.ts'

/** One end of the town: a unit with the branch and the agency that look after it. */
export interface Place extends Required<PersonScope> {
  unitId: string
  branchId: string
  agencyId: string
}

async function one(house: House, text: string, values: unknown[] = []): Promise<string> {
  const { rows } = await house.pool.query<{ id: string }>(text, values)
  if (!rows[0]) throw new Error(`the demonstration has none: ${text}`)
  return rows[0].id
}

/** A place of the demonstration. In: how the unit's name begins, and the code of an agency. */
export async function placeOf(house: House, unit: string, agency: string): Promise<Place> {
  const unitId = await one(house, 'select id from unit where name_zh like $1', [`${unit}%`])
  return {
    unitId,
    branchId: await one(house, 'select branch_id as id from unit where id = $1', [unitId]),
    agencyId: await one(house, 'select id from agency where code = $1', [agency]),
  }
}

/** One of everything that belongs to a place, by the beginning of the paths that ask for it by id. */
export type Things = Readonly<Record<string, string>>

/** Finds or makes one of everything. In: the place, and a person of its unit. */
export async function thingsOf(house: House, place: Place, person: string): Promise<Things> {
  const { unitId } = place
  const own = (table: string) =>
    one(house, `select id from ${table} where unit_id = $1 limit 1`, [unitId])
  const filed = await one(
    house,
    "select id from licence_case where unit_id = $1 and status <> 'draft' limit 1",
    [unitId],
  )
  const draft = await one(
    house,
    "select id from licence_case where unit_id = $1 and status = 'draft' limit 1",
    [unitId],
  )
  // Not the person himself: what is done to him would show in everything asked afterwards.
  const colleague = await addPerson(house, 'unit-operator', { unitId })
  const coming = await addVisit(house, place)
  return {
    '/api/licences/': filed,
    '/api/licence-remarks/': await addRemark(house, unitId, filed, person),
    '/api/files/': filed,
    '/api/permits/': await own('permit'),
    '/api/write-offs/': await own('write_off'),
    '/api/enrolments/': await addFiledRequest(house, place.branchId),
    '/api/registrations/': coming.registration,
    '/api/units/': unitId,
    '/api/window/registrations/': coming.registration,
    '/api/window/visits/': coming.visit,
    '/api/window/phrases/': newId(),
    '/api/library/': await own('unit_article'),
    '/api/papers/': await own('paper'),
    '/api/file-versions/': await own('file_version'),
    '/api/uploads/': await addUpload(house, unitId, draft, person),
    '/api/ledger/events/': await own('audit_event'),
    '/api/people/': colleague,
    '/api/roles/': await one(house, 'select id from role_grant where account_id = $1', [colleague]),
    '/api/proposals/': await addProposal(house),
    '/api/deputies/': await addDeputy(house, person, unitId),
    '/api/account/sessions/': await addSession(house, person),
    '/api/tasks/': await addTask(house, unitId, person),
    '/api/inbox/': newId(),
    '/api/saved-views/': await addView(house, person),
    // law, the same for everybody
    '/api/catalogue/pathogens/': 'no-such-pathogen',
    '/api/outbox/': newId(),
    '/api/jobs/': newId(),
  }
}

async function addUpload(house: House, unitId: string, caseId: string, person: string) {
  const id = newId()
  const now = house.clock.now()
  await house.db
    .insertInto('upload')
    .values({
      unit_id: unitId,
      id,
      subject_kind: 'licence',
      subject_id: caseId,
      slot: 'description',
      name: 'a.pdf',
      size: 10,
      sha256: 'b'.repeat(64),
      part_bytes: 10,
      by_account: person,
      created_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    .execute()
  return id
}

/** A registration that waits for its originals, and a booking for it. */
async function addVisit(house: House, { unitId, branchId }: Place) {
  const [registration, visit] = [newId(), newId()]
  const now = house.clock.now()
  const own = { unit_id: unitId, branch_id: branchId, created_at: now, updated_at: now }
  await house.db
    .insertInto('registration')
    .values({ ...own, id: registration, kind: 'contact', number: visit, status: 'awaiting' })
    .execute()
  await house.db
    .insertInto('window_visit')
    .values({
      ...own,
      id: visit,
      registration_id: registration,
      status: 'booked',
      day: '2026-11-26',
      from_time: '14:00',
      to_time: '14:30',
    })
    .execute()
  return { registration, visit }
}

async function addTask(house: House, unitId: string, person: string): Promise<string> {
  const held = { kind: 'sample', id: newId(), unitId, branchId: null }
  const now = house.clock.now()
  await house.db.transaction().execute((tx) => takeTask(tx, held, 'unit-operator', person, now))
  return held.id
}

/** Values for parts of a path that are no id. */
const pathWords: Readonly<Record<string, string>> = {
  subject: 'licence',
  slot: 'description',
  n: '1',
  day: '2026-11-24',
  key: 'sign-in.failures',
  code: 'S2',
  size: '1',
  leafIndex: '0',
}

/**
 * A door asked for the things of a place. Out: the address and a body that the door's form takes.
 * Errors: throws when nobody has said what an id of this path stands for.
 */
export function askFor(door: Door, things: Things, place: Place, person: string) {
  const prefix = Object.keys(things)
    .filter((p) => door.path.startsWith(p))
    .toSorted((a, b) => b.length - a.length)[0]
  const url = door.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const id = prefix && things[prefix]
    if (name === 'id' || name === 'subjectId' || name === 'from') {
      if (!id) throw new Error(`checks/permission-samples.ts does not know whose ${door.path} is`)
      return id
    }
    return pathWords[name] ?? 'x'
  })
  if (rawBodies.has(door.permission)) return { url, body: raw, headers: rawHeaders }
  const hints = hintsFor(door, place, person, things)
  return { url, body: sampleOf(door.body, hints), headers: {} }
}

/** Doors that take a file as it is. */
const rawBodies = new Set(['files.put', 'files.part'])
const raw = Buffer.from('%PDF-1.4')
const rawHeaders = {
  'content-type': 'application/octet-stream',
  'x-file-name': 'a.pdf',
  'x-file-sha256': createHash('sha256').update(raw).digest('hex'),
}
