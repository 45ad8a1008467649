import { z } from 'zod'
import { defineJob } from '#frame/jobs/job.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { defineClockSubject } from './clock-subjects.ts'
import { todayInBeijing } from './day.ts'
import type { ClockContext, ClockRef } from './clock-store.ts'

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
