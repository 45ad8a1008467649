import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import {
  registrationStand,
  type Problem,
  type RegistrationStand,
  type Who,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import type { TestHouseOptions } from '#checks/house.ts'
import { addPerson } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'
import { mustBeSeen } from './counter-rows.ts'
import type { BookingView, DayView, VisitView } from './views.ts'

/** A house with the window, spoken to over HTTP; 2026-11-23 is a Monday. */
export interface WindowStand extends RegistrationStand {
  /** A registration of the unit, submitted on the day of the house. Out: its id. */
  awaiting(): Promise<string>
  /** Another unit of the branch with a submitted registration, and a member of it. */
  other(): Promise<{ id: string; member: string; unitId: string }>
  booking(who: Who, registrationId: string): Promise<BookingView>
  visit(who: Who, id: string): Promise<VisitView>
  day(who: Who, day?: string): Promise<DayView>
  book(
    registrationId: string,
    day: string,
    from: string,
    who?: Who,
  ): Promise<LightMyRequestResponse>
  /** Booked, which must succeed. Out: id of the visit. */
  booked(registrationId: string, day: string, from: string): Promise<string>
  /** Somebody without a booking, received. Out: id of the visit. */
  walkIn(registrationId: string, who?: Who): Promise<string>
  /** An act on a visit with its version as it now is. */
  onVisit(who: Who, id: string, act: string, said?: object): Promise<LightMyRequestResponse>
  tick(
    who: Who,
    id: string,
    slot: string,
    outcome: 'seen' | 'wanting' | null,
    remark?: string,
  ): Promise<LightMyRequestResponse>
  /** All that must be looked at seen. */
  tickAll(id: string): Promise<void>
}

/** The codes of a refusal. */
export const codesOf = (answer: LightMyRequestResponse) =>
  answer.statusCode === 200 ? [] : answer.json<Problem>().reasons.map((r) => r.code)

/** Opens the stand on a day. */
export async function windowStand(
  at = '2026-11-23T10:00:00+08:00',
  more: TestHouseOptions = {},
): Promise<WindowStand> {
  const stand = await registrationStand(at, more)
  const { t, people } = stand
  const as = (who: Who) => t.as(people[who])
  const get = async <T>(who: Who, url: string) => {
    const answer = await as(who).get(url)
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<T>()
  }
  const post = async (who: Who, url: string, body: object = {}) => {
    const answer = await as(who).post(url, body)
    assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`)
    return answer.json<{ id: string }>().id
  }
  const window: WindowStand = {
    ...stand,
    async awaiting() {
      const id = await stand.open()
      await stand.fill(id)
      await stand.do('operator', id, 'submit')
      return id
    },
    other: () => otherUnit(stand),
    booking: (who, id) => get(who, `/api/window/registrations/${id}`),
    visit: (who, id) => get(who, `/api/window/visits/${id}`),
    day: (who, day) => get(who, `/api/window/day${day ? `?day=${day}` : ''}`),
    book: (id, day, from, who = 'operator') =>
      as(who).post(`/api/window/registrations/${id}/book`, { day, from }),
    booked: (id, day, from) =>
      post('operator', `/api/window/registrations/${id}/book`, { day, from }),
    walkIn: (id, who = 'window') => post(who, `/api/window/registrations/${id}/walk-in`),
    async onVisit(who, id, act, said = {}) {
      const row = await t.house.db
        .selectFrom('window_visit')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return as(who).post(`/api/window/visits/${id}/${act}`, { version: row.version, ...said })
    },
    async tick(who, id, slot, outcome, remark = '') {
      const row = await t.house.db
        .selectFrom('window_tick')
        .select('at')
        .where('visit_id', '=', id)
        .where('slot', '=', slot)
        .executeTakeFirst()
      const was = row?.at.toISOString() ?? null
      return as(who).post(`/api/window/visits/${id}/tick`, { slot, outcome, remark, was })
    },
    async tickAll(id) {
      const { rows } = await window.visit('window', id)
      for (const { slot } of rows.filter(mustBeSeen))
        assert.equal((await window.tick('window', id, slot, 'seen')).statusCode, 200)
    },
  }
  return window
}

let others = 0

/** A unit with a submitted registration, put there without its long way: only its window matters. */
async function otherUnit({ t, branchId }: RegistrationStand) {
  const unitId = await addUnit(t.house, branchId)
  const member = await addPerson(t.house, 'unit-operator', { unitId })
  const { id } = await t.house.db
    .insertInto('registration')
    .values({
      unit_id: unitId,
      id: crypto.randomUUID(),
      kind: 'first',
      number: `TEST-${(others += 1)}`,
      status: 'awaiting',
      branch_id: branchId,
      form: JSON.stringify(userForm),
      submitted_day: '2026-11-23',
      hand_in_by: '2026-11-30',
      created_by: member,
      created_at: t.house.clock.now(),
      updated_at: t.house.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, member, unitId }
}
