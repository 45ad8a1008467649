import type { Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { ruleSetOf, type RuleSet, type RuleSetCode } from './rule-sets.ts'
import { inForce } from './setting.ts'

/** From which day a rule set holds, by whom and why. */
export interface RuleSetStart {
  ruleSet: RuleSetCode
  validFrom: Day
  validTo: null
  n: number
  source: string
  reason: string | null
  enteredBy: string | null
  enteredAt: Date
}

/** All starts, oldest first day first; a mended entry before its mend. */
export async function ruleSetStarts(db: Database | Tx): Promise<RuleSetStart[]> {
  const rows = await db
    .selectFrom('rule_set_start')
    .selectAll()
    .orderBy('valid_from')
    .orderBy('n')
    .execute()
  return rows.map((row) => ({
    ruleSet: ruleSetOf(row.rule_set).code,
    validFrom: row.valid_from,
    validTo: null,
    n: row.n,
    source: row.source,
    reason: row.reason,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  }))
}

/**
 * C-34 the rule set in force on a day, to be fixed on a case at acceptance.
 * Errors: throws for a day before the first set (2016-06-07).
 */
export async function ruleSetOn(db: Database | Tx, on: Day): Promise<RuleSet> {
  const found = inForce(await ruleSetStarts(db), on)
  if (found === undefined) throw new RangeError(`no rule set is in force on ${on}`)
  return ruleSetOf(found.ruleSet)
}
