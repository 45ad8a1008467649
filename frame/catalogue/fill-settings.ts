import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { ruleSets } from './rule-sets.ts'
import { settingForms } from './setting.ts'

/** What the loader did: `late` names values of a newer product that would have begun in the past. */
export interface FilledSettings {
  added: number
  late: string[]
}

/**
 * Loads the settings and rule sets the product brings along. Safe to repeat: a first day that is
 * there is never written again, neither the product's nor an administrator's, and a newer product
 * cannot slip a value into days gone by: it is named in the log, and the administrator decides.
 */
export async function fillSettings(house: House): Promise<FilledSettings> {
  const now = house.clock.now()
  const filled = await house.db.transaction().execute(async (tx) => {
    await fillRuleSets(tx, now)
    return fillValues(tx, now)
  })
  if (filled.late.length > 0)
    house.log.warn({ settings: filled.late }, 'settings of a newer product begin in the past')
  return filled
}

async function fillValues(tx: Tx, now: Date): Promise<FilledSettings> {
  const today = todayInBeijing(now)
  const fresh = await tx
    .insertInto('setting')
    .values(settingForms().map(({ key }) => ({ key })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  const newKeys = new Set(fresh.map(({ key }) => key))
  const stored = await tx.selectFrom('setting_value').select(['key', 'valid_from']).execute()
  const known = new Set(stored.map((row) => `${row.key} ${row.valid_from}`))
  const missing = settingForms()
    .flatMap(({ key, values }) => values.map((value) => ({ key, ...value })))
    .filter((row) => !known.has(`${row.key} ${row.validFrom}`))
  const late = missing.filter((row) => !newKeys.has(row.key) && row.validFrom <= today)
  const rows = missing.filter((row) => !late.includes(row))
  if (rows.length > 0)
    await tx
      .insertInto('setting_value')
      .values(
        rows.map((row) => ({
          key: row.key,
          valid_from: row.validFrom,
          n: 1,
          value: JSON.stringify(row.value),
          valid_to: row.validTo,
          source: row.source,
          ours: row.ours,
          note: row.note ?? null,
          entered_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return { added: rows.length, late: late.map((row) => `${row.key} ${row.validFrom}`) }
}

async function fillRuleSets(tx: Tx, now: Date): Promise<void> {
  await tx
    .insertInto('rule_set')
    .values(ruleSets.map(({ code }) => ({ code })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  const dated = ruleSets.filter((set) => set.validFrom !== null)
  await tx
    .insertInto('rule_set_start')
    .values(
      dated.map((set) => ({
        valid_from: set.validFrom ?? '',
        n: 1,
        rule_set: set.code,
        source: set.source,
        entered_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
