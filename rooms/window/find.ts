import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { Visit } from '#frame/http/open.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { kindWords } from '#rooms/registration/public.ts'
import { isOverdue } from './about.ts'
import type { findDoor } from './doors.ts'
import { windowOfficers } from './states.ts'

const most = 20
const like = (text: string) => `%${text.trim().replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`

/**
 * S2-129 registrations that wait for their originals, by part of the unit's name, its code or the number:
 * for whoever stands at the window. Without a text, those whose week ends first.
 */
export async function findWaiting(
  { house, actor }: Visit,
  q: string,
): Promise<z.input<typeof findDoor.reply>> {
  const today = todayInBeijing(house.clock.now())
  const reach = reachOf(actor, windowOfficers)
  let query = house.db
    .selectFrom('registration as r')
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .innerJoin('branch', 'branch.id', 'r.branch_id')
    .leftJoin('window_visit as v', (j) =>
      j
        .onRef('v.unit_id', '=', 'r.unit_id')
        .onRef('v.registration_id', '=', 'r.id')
        .on('v.status', 'in', ['booked', 'present']),
    )
    .where('r.status', '=', 'awaiting')
    .where(withinSql(reach, { unit: null, branch: 'r.branch_id' }))
  if (q.trim())
    query = query.where((e) =>
      e.or([
        e('unit.name_zh', 'ilike', like(q)),
        e('unit.uscc', 'ilike', like(q)),
        e('r.number', 'ilike', like(q)),
      ]),
    )
  const rows = await query
    .select(['r.id', 'r.number', 'r.kind', 'r.status', 'r.hand_in_by'])
    .select(['unit.name_zh', 'unit.uscc', 'unit.person_document'])
    .select(['branch.name_zh as branch_zh', 'branch.name_en as branch_en'])
    .select(['v.id as visit_id', 'v.status as visit_status', 'v.version as visit_version'])
    .select(['v.day as visit_day', 'v.from_time as visit_from'])
    .orderBy('r.hand_in_by')
    .orderBy('r.id')
    .limit(most)
    .execute()
  return {
    rows: rows.map((row) => ({
      registrationId: row.id,
      number: row.number,
      kindWords: kindWords[row.kind as keyof typeof kindWords],
      unitName: row.name_zh,
      code: identityOf(row).code,
      branch: { zh: row.branch_zh, en: row.branch_en },
      handInBy: row.hand_in_by,
      overdue: isOverdue({ status: 'awaiting', handInBy: row.hand_in_by }, today),
      visit:
        row.visit_id === null
          ? null
          : {
              id: row.visit_id,
              status: row.visit_status!,
              version: row.visit_version!,
              day: row.visit_day!,
              from: row.visit_from,
            },
    })),
  }
}
