import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { aboutOf, visitsFor } from './about.ts'
import { cancelAct } from './cancel.ts'
import { rowOfField } from './counter-rows.ts'
import type { visitDoor } from './doors.ts'
import type { CheckFacts, CounterRow } from './facts.ts'
import { finishAct } from './finish.ts'
import { findVisit, withSheet } from './load-visit.ts'
import { receiveAct } from './receive.ts'
import { isComplete, tickOf } from './rules.ts'
import { visitLife, windowOfficers } from './states.ts'
import { stopAct } from './stop.ts'
import { tickAct } from './tick.ts'

// stopping asks nothing beforehand, and looks at the given-up time only when it is done
const stop = { name: stopAct.name, move: stopAct.move }

/** One visit with its sheet, for the officers of its branch. Errors: absent. */
export async function showVisit(
  visit: Visit,
  id: string,
): Promise<z.input<typeof visitDoor.reply>> {
  const { house, actor } = visit
  const now = house.clock.now()
  const ctx = { actor, now, today: todayInBeijing(now) }
  const found = await findVisit(house.db, id)
  if (!found || !within(reachOf(actor, windowOfficers), found.subject)) throw absent()
  const facts = await withSheet(house.db, found, ctx)
  const { subject, registration } = facts
  const row = await house.db
    .selectFrom('window_visit')
    .select(['received_at', 'finished_at'])
    .where('unit_id', '=', subject.unitId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const visits = await visitsFor(house.db, registration, () => false)
  const own = visits.find((v) => v.id === id)
  return {
    id,
    status: subject.status,
    statusWords: visitLife.statuses[subject.status],
    version: subject.version,
    day: facts.day,
    from: facts.from,
    to: facts.to,
    walkIn: facts.walkIn,
    receivedAt: row.received_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    registration: aboutOf(registration, ctx.today),
    rows: facts.rows.map((r) => rowView(r, facts)),
    fields: facts.fields.map((f) => ({ ...f, row: rowOfField(f.name) })),
    remarks: own?.remarks ?? [],
    complete: isComplete(facts),
    acts: canDo(visitLife, [receiveAct, tickAct, finishAct, cancelAct, stop], facts, ctx),
    receipt: own?.receipt ?? null,
    earlier: visits.filter((v) => v.id !== id),
  }
}

function rowView(row: CounterRow, { ticks }: CheckFacts) {
  const { slot, title, duty, required, inForce, valid, file } = row
  const tick = tickOf(ticks, row)
  return {
    slot,
    title,
    duty,
    required,
    inForce,
    valid: valid ?? null,
    file,
    tick: tick
      ? {
          outcome: tick.outcome,
          remark: tick.remark,
          by: tick.byName,
          at: tick.at.toISOString(),
          fileChanged: tick.fileId !== (file?.id ?? null),
        }
      : null,
  }
}
