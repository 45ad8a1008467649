import type { Door } from '#frame/http/door.ts'
import { newId } from '#frame/kernel/id.ts'
import type { Place, Things } from './permission-samples.ts'
import type { Hints } from './sample-of.ts'

/** Values for the body of a door, before anything is made up. */
export function hintsFor(
  { permission }: Door,
  place: Place,
  person: string,
  things: Things,
): Hints {
  const grant = { role: 'unit-biosafety', unitId: place.unitId, validFrom: '2026-11-24' }
  return {
    grant,
    unitId: place.unitId,
    absentId: person,
    deputyId: person,
    toId: person,
    login: `sample-${newId().slice(-10)}`,
    mailbox: 'sample@example.cn',
    phone: null,
    validFrom: '2026-11-24',
    validTo: '2026-11-25',
    ...(permission === 'task.hand-over' ? { id: things['/api/tasks/'] } : {}),
    ...(permission === 'enrolment.approve' ? { branchId: place.branchId } : {}),
    ...own[permission],
  }
}

/** What a door asks beyond its schema, by permission. */
const own: Readonly<Record<string, Hints>> = {
  'task.hand-over': { kind: 'sample', role: 'unit-operator' },
  'licence.ask-correction': { items: [{ at: 'consignor', what: '请补全发货人名称' }] },
  'licence.propose': { grade: 'C' },
  'enrolment.return': { remarks: [{ at: 'nameZh', what: '请填写单位全称' }] },
  'visit.book': { day: '2026-11-26', from: '14:00' },
  'visit.rebook': { day: '2026-11-30', from: '14:00' },
  'visit.tick': { was: null },
  'registration.ask-change': {
    reason: '单位简介需要更新',
    items: [{ field: 'intro', after: '更新后的单位简介' }],
  },
  'registration.return': { remarks: [{ at: 'contact', what: '请改正联系人姓名' }] },
  'quota.request': {
    plannedDay: '2026-11-30',
    lines: [{ n: 1, requested: 1, batchNo: '' }],
  },
}
