import { reachOf, withinSql } from '#frame/people/policy.ts'
import { addUnitSection, type UnitAsk } from '#frame/people/unit-section.ts'
import { visitReaders } from './load-visit.ts'
import { visitLife, type VisitStatus } from './states.ts'
import { standingSql } from './visit-rows.ts'

// Bookings of a unit at the window.
addUnitSection('window', { underway: openVisits })

async function openVisits({ db, actor, unitId }: UnitAsk) {
  const rows = await db
    .selectFrom('window_visit as v')
    .innerJoin('registration as r', (j) =>
      j.onRef('r.unit_id', '=', 'v.unit_id').onRef('r.id', '=', 'v.registration_id'),
    )
    .select(['v.id', 'v.registration_id', 'v.status', 'v.day', 'v.from_time', 'v.to_time'])
    .where('v.unit_id', '=', unitId)
    .where(standingSql, 'in', ['booked', 'present'] satisfies VisitStatus[])
    .where(
      withinSql(reachOf(actor, visitReaders), {
        unit: 'v.unit_id',
        branch: 'v.branch_id',
      }),
    )
    .orderBy('v.day')
    .execute()
  return rows.map((row) => ({
    key: `visit-${row.id}`,
    what: visitLife.title,
    name: row.from_time && row.to_time ? `${row.from_time}–${row.to_time}` : '',
    status: visitLife.statuses[row.status as VisitStatus],
    day: { day: row.day, words: { zh: '日期', en: 'Day' } },
    path: `/window/book/${row.registration_id}`,
  }))
}
