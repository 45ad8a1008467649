import { reachOf, withinSql } from '#frame/people/policy.ts'
import { addUnitSection, type UnitAsk } from '#frame/people/unit-section.ts'
import { visitReaders } from './load-visit.ts'
import { visitLife, type VisitStatus } from './states.ts'

// Bookings of a unit at the window.
addUnitSection('window', { underway: openVisits })

async function openVisits({ db, actor, unitId }: UnitAsk) {
  const rows = await db
    .selectFrom('window_visit')
    .select(['id', 'registration_id', 'status', 'day', 'from_time', 'to_time'])
    .where('unit_id', '=', unitId)
    .where('status', 'in', ['booked', 'present'] satisfies VisitStatus[])
    .where(
      withinSql(reachOf(actor, visitReaders), {
        unit: 'window_visit.unit_id',
        branch: 'window_visit.branch_id',
      }),
    )
    .orderBy('day')
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
