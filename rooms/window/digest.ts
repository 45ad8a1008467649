import { addDays } from '#frame/calendar/day.ts'
import { addDigestSection, type DigestAsk } from '#frame/notify/digest-section.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { windowOfficers } from './states.ts'
import { standingSql } from './visit-rows.ts'

const ownBooking = { zh: '本周到窗口交验的预约', en: 'Your bookings at the window this week' }
const comingVisits = { zh: '本周预约到窗口的单位', en: 'Units booked at the window this week' }

// What a unit has to bring this week, and who comes to an officer's window.
addDigestSection('window', async (ask) => [
  { words: ownBooking, count: await countBooked(ask, reachOf(ask.actor, unitRoles)) },
  { words: comingVisits, count: await countBooked(ask, reachOf(ask.actor, windowOfficers)) },
])

async function countBooked(
  { db, today }: DigestAsk,
  reach: ReturnType<typeof reachOf>,
): Promise<number> {
  const { n } = await db
    .selectFrom('window_visit as v')
    .innerJoin('registration as r', (j) =>
      j.onRef('r.unit_id', '=', 'v.unit_id').onRef('r.id', '=', 'v.registration_id'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .where(standingSql, '=', 'booked')
    .where('v.day', '>=', today)
    .where('v.day', '<=', addDays(today, 6))
    .where(withinSql(reach, { unit: 'v.unit_id', branch: 'v.branch_id' }))
    .executeTakeFirstOrThrow()
  return n
}
