import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { addPerson, testHouse, type TestHouse, type TestHouseOptions } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'
import { makePdf, onePage } from '#frame/files/corpus/pdf.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { systemActor } from '#frame/people/actor.ts'
import type { RegistrationForm } from '#rooms/registration/forms.ts'
import { openFirstRegistration } from '#rooms/registration/public.ts'
import { askedSlots, contactSlots } from '#rooms/registration/slots.ts'
import type { RegistrationView, UnitView } from '#rooms/registration/views.ts'
import { checkAt, type Remarks, type SeenFile } from './checked-registration.ts'
import { userForm } from './registration-facts.ts'

/** The persons of a stand; those called far work at another branch, the stranger in another unit. */
export type Who =
  | 'operator'
  | 'colleague'
  | 'stranger'
  | 'window'
  | 'accounts'
  | 'first'
  | 'leader'
  | 'farWindow'
  | 'farAccounts'

/** A house with an enrolled unit, its officers and a second unit and branch, spoken to over HTTP. */
export interface RegistrationStand {
  t: TestHouse
  unitId: string
  foreignUnitId: string
  branchId: string
  people: Record<Who, string>
  /** Sets the day, at ten in the morning in Beijing unless said otherwise. */
  on(day: string, time?: string): void
  /** Begins the first registration of the unit. Out: its id. */
  open(form?: RegistrationForm): Promise<string>
  /** Types a whole form and uploads what it asks for. */
  fill(id: string, form?: RegistrationForm): Promise<void>
  save(who: Who, id: string, changes: object[]): Promise<LightMyRequestResponse>
  upload(who: Who, id: string, slot: string, bytes?: Buffer): Promise<LightMyRequestResponse>
  /** What the window found; without remarks everything is complete. In: the files it saw, if not those on file. */
  check(id: string, remarks?: Remarks, who?: Who, seen?: SeenFile[]): Promise<void>
  /** The unit registered, from an empty form to the end. Out: id of the registration. */
  register(form?: RegistrationForm): Promise<string>
  /** A change asked for and approved. Out: its id. */
  change(items: { field: string; after: string }[]): Promise<string>
  begin(act: string, said?: object, who?: Who): Promise<LightMyRequestResponse>
  see(who: Who, id: string): Promise<RegistrationView>
  seeUnit(who: Who): Promise<UnitView>
  act(who: Who, id: string, act: string, said?: object): Promise<LightMyRequestResponse>
  /** The same, which must succeed. */
  do(who: Who, id: string, act: string, said?: object): Promise<void>
  /** The codes with which an act is refused; empty when it was done. */
  refusal(who: Who, id: string, act: string, said?: object): Promise<string[]>
  version(id: string): Promise<number>
  close(): Promise<void>
}

/** What a refused request says. */
export interface Problem {
  reasons: Reason[]
}

/** What each act's form takes, so that an answer depends on person and registration alone. */
export const sayings: Record<string, object> = {
  save: { changes: [] },
  submit: {},
  withdraw: { why: '不再需要' },
  'approve-change': {},
  'decline-change': { why: '变更事项没有写清楚' },
  pass: {},
  return: { remarks: [{ at: 'legalRep', what: '与证照不一致，请改正' }] },
}

/** A document that every slot takes. In: its Latin text, by which two differ. */
export const scanOf = (text = 'Descriptive file') =>
  makePdf({ objects: onePage({ text: `BT /F1 12 Tf 72 720 Td (${text}) Tj ET` }) })

/** Opens the stand on a day. */
export async function registrationStand(
  at = '2026-11-23T10:00:00+08:00',
  more: TestHouseOptions = {},
): Promise<RegistrationStand> {
  const t = await testHouse({ at, ...more })
  const [branchId, farBranchId] = [await branchOf(t, 'zhongguancun'), await branchOf(t, 'bda')]
  const unitId = await addUnit(t.house, branchId)
  const foreignUnitId = await addUnit(t.house, farBranchId)
  await t.house.db
    .updateTable('unit')
    .set({ status: 'enrolled' })
    .where('id', '=', unitId)
    .execute()
  const people = await makePeople(t, { unitId, foreignUnitId, branchId, farBranchId })
  const as = (who: Who) => t.as(people[who])
  const stand: RegistrationStand = {
    t,
    unitId,
    foreignUnitId,
    branchId,
    people,
    on: (day, time = '10:00:00') => t.setClock(`${day}T${time}+08:00`),
    open: (form = {}) =>
      t.house.db
        .transaction()
        .execute((tx) =>
          openFirstRegistration(
            tx,
            { unitId, branchId, form, accountId: people.operator },
            { actor: systemActor, now: t.house.clock.now() },
          ),
        ),
    async fill(id, form = userForm) {
      const { form: old, kind, slots } = await stand.see('operator', id)
      const changes = Object.entries(form).map(([name, value]) => ({
        name,
        seen: old[name as keyof typeof old] ?? null,
        value,
      }))
      assert.equal((await stand.save('operator', id, changes)).statusCode, 200)
      const asked =
        kind === 'contact'
          ? contactSlots.map((s) => s.code)
          : askedSlots(form).flatMap((a) => (a.required ? [a.slot.code] : []))
      for (const slot of asked.filter((code) => !slots.some((s) => s.code === code && s.inForce)))
        assert.equal((await stand.upload('operator', id, slot)).statusCode, 200, slot)
    },
    save: (who, id, changes) => as(who).post(`/api/registrations/${id}/save`, { changes }),
    upload: (who, id, slot, bytes = scanOf()) =>
      as(who).put(`/api/files/registration/${id}/${slot}`, bytes, {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(`${slot}.pdf`),
        'x-file-sha256': createHash('sha256').update(bytes).digest('hex'),
      }),
    check: (id, remarks = [], who = 'window', seen) => checkAt(t, people[who], id, remarks, seen),
    async register(form = userForm) {
      const id = await stand.open()
      await stand.fill(id, form)
      await stand.do('operator', id, 'submit')
      await stand.check(id)
      await stand.do('accounts', id, 'pass')
      return id
    },
    async change(items) {
      const asked = await stand.begin('ask-change', { reason: '信息发生变化，申请变更', items })
      assert.equal(asked.statusCode, 200, asked.body)
      const { id } = asked.json<{ id: string }>()
      await stand.do('accounts', id, 'approve-change')
      return id
    },
    begin: (act, said = {}, who = 'operator') =>
      as(who).post(`/api/registrations/${act}`, {
        unitId: who === 'stranger' ? foreignUnitId : unitId,
        ...said,
      }),
    async see(who, id) {
      const shown = await as(who).get(`/api/registrations/${id}`)
      assert.equal(shown.statusCode, 200, shown.body)
      return shown.json<RegistrationView>()
    },
    async seeUnit(who) {
      const shown = await as(who).get(`/api/units/${unitId}`)
      assert.equal(shown.statusCode, 200, shown.body)
      return shown.json<UnitView>()
    },
    async act(who, id, act, said = sayings[act]) {
      const version = await stand.version(id)
      const body = act === 'save' ? said : { version, ...said }
      return as(who).post(`/api/registrations/${id}/${act}`, body)
    },
    async do(who, id, act, said) {
      const answer = await stand.act(who, id, act, said)
      assert.equal(answer.statusCode, 200, `${who} ${act}: ${answer.body}`)
    },
    async refusal(who, id, act, said) {
      const answer = await stand.act(who, id, act, said)
      return answer.statusCode === 200 ? [] : answer.json<Problem>().reasons.map((r) => r.code)
    },
    async version(id) {
      const row = await t.house.db
        .selectFrom('registration')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.version ?? 1
    },
    close: () => t.close(),
  }
  return stand
}

async function branchOf(t: TestHouse, code: string): Promise<string> {
  const row = await t.house.db
    .selectFrom('branch')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return row.id
}

async function makePeople(
  t: TestHouse,
  places: { unitId: string; foreignUnitId: string; branchId: string; farBranchId: string },
): Promise<Record<Who, string>> {
  const { unitId, branchId } = places
  const far = { branchId: places.farBranchId }
  return {
    operator: await addPerson(t.house, 'unit-operator', { unitId }),
    colleague: await addPerson(t.house, 'unit-biosafety', { unitId }),
    stranger: await addPerson(t.house, 'unit-operator', { unitId: places.foreignUnitId }),
    window: await addPerson(t.house, 'customs-window', { branchId }),
    accounts: await addPerson(t.house, 'customs-accounts', { branchId }),
    first: await addPerson(t.house, 'customs-first', { branchId }),
    leader: await addPerson(t.house, 'customs-leader'),
    farWindow: await addPerson(t.house, 'customs-window', far),
    farAccounts: await addPerson(t.house, 'customs-accounts', far),
  }
}
