import { z } from 'zod'
import { clockTerms } from '#frame/catalogue/clock-terms.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import { defineJob } from '#frame/jobs/job.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { defineClockSubject } from './clock-subjects.ts'
import { todayInBeijing } from './day.ts'
import type { ClockEntry } from './clock-entries.ts'
import {
  addClockEntry,
  loadClock,
  openClock,
  type ClockContext,
  type ClockRef,
  type StoredClock,
} from './clock-store.ts'

/** Jobs of deemed acceptance that ran, by subject. */
export const deemed: string[] = []

defineJob({
  name: 'sample.deemed',
  title: { zh: '测试：视为受理', en: 'Test: deemed accepted' },
  data: z.strictObject({ unitId: z.string(), subjectId: z.string() }),
  run: async (_house, { subjectId }) => void deemed.push(subjectId),
})

/** Holders that the sample room names. */
export const holders: string[] = []

defineClockSubject({
  kind: 'sample',
  title: { zh: '测试件', en: 'Sample' },
  deemedJob: 'sample.deemed',
  holders: async () => holders,
})

/** Adds a branch and a unit straight into the database. Out: the unit's id. */
export async function addUnit(house: House): Promise<string> {
  const [branchId, unitId] = [newId(), newId()]
  await house.db
    .insertInto('branch')
    .values({ id: branchId, code: branchId.slice(-6), name_zh: '测试分支', name_en: 'Branch' })
    .execute()
  await house.db
    .insertInto('unit')
    .values({
      id: unitId,
      uscc: unitId.replaceAll('-', '').slice(-18).toUpperCase(),
      name_zh: '测试单位',
      status: 'registered',
      branch_id: branchId,
      classes: [],
      address: '北京市',
      contact_name: '张三',
      contact_phone: '13900000001',
      created_at: house.clock.now(),
    })
    .execute()
  return unitId
}

/** The key of a new sample's decision clock. */
export function sampleRef(unitId: string): ClockRef {
  return { unitId, subject: { kind: 'sample', id: newId() }, kind: 'decision' }
}

/** The context of an act at the time of the house. */
export function contextOf(house: House): ClockContext {
  const now = house.clock.now()
  return { now, today: todayInBeijing(now), eventId: newId(), actor: { accountId: null } }
}

/** Opens a decision clock of a new sample with its first entry. */
export async function openSample(
  house: House,
  unitId: string,
  first: ClockEntry,
  label: string,
): Promise<ClockRef> {
  const ref = sampleRef(unitId)
  const path = `/samples/${ref.subject.id}`
  const opening = { ...ref, label, path, terms: clockTerms.decision(settingOn(first.day)) }
  const ctx = contextOf(house)
  await house.db.transaction().execute((tx) => openClock(tx, opening, first, ctx))
  return ref
}

/** Adds an entry in a transaction of its own. */
export async function addEntry(
  house: House,
  ref: ClockRef,
  entry: ClockEntry,
): Promise<StoredClock> {
  return house.db.transaction().execute(async (tx) => {
    const clock = await loadClock(tx, ref, { lock: true })
    if (!clock) throw new Error('the sample has no clock')
    return addClockEntry(tx, clock, entry, contextOf(house))
  })
}

/** What the table keeps of a clock. */
export function keptClock(house: House, ref: ClockRef) {
  return house.db
    .selectFrom('clock')
    .select(['state', 'due_day', 'deemed', 'entries', 'calendar_version', 'provisional'])
    .where('unit_id', '=', ref.unitId)
    .where('subject_id', '=', ref.subject.id)
    .executeTakeFirstOrThrow()
}
