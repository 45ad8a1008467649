import type { Day } from '#frame/calendar/day.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import {
  settingForms,
  settingOn,
  type Dated,
  type DatedValue,
  type SettingKey,
  type SettingLookup,
} from './setting.ts'

/** A value as stored: with who entered it, why and when. */
export interface StoredValue extends Dated {
  key: string
  n: number
  source: string
  ours: boolean
  note: string | null
  reason: string | null
  enteredBy: string | null
  enteredAt: Date
}

/** All values of one setting, or of all, oldest first day first; a mended entry before its mend. */
export async function storedValues(db: Database | Tx, key?: string): Promise<StoredValue[]> {
  let query = db.selectFrom('setting_value').selectAll().orderBy('key').orderBy('valid_from')
  if (key !== undefined) query = query.where('key', '=', key)
  const rows = await query.orderBy('n').execute()
  return rows.map((row) => ({
    key: row.key,
    n: row.n,
    value: row.value as DatedValue['value'],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
    ours: row.ours,
    note: row.note,
    reason: row.reason,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  }))
}

/**
 * The settings in force on a day, as an act or a job asks for them: `(await settingsOn(tx, day))('licence.decision-days')`.
 * One query. A setting the house has not been filled with yet falls back to what the product brings along.
 */
export async function settingsOn(db: Database | Tx, on: Day): Promise<SettingLookup> {
  const rows = await db
    .selectFrom('setting_value')
    .distinctOn('key')
    .select(['key', 'value', 'valid_from', 'valid_to'])
    .where('valid_from', '<=', on)
    .orderBy('key')
    .orderBy('valid_from', 'desc')
    .orderBy('n', 'desc')
    .execute()
  const known = new Map<string, Dated[]>(
    rows.map((row) => [
      row.key,
      [
        {
          value: row.value as DatedValue['value'],
          validFrom: row.valid_from,
          validTo: row.valid_to,
        },
      ],
    ]),
  )
  const brought = new Map<SettingKey, readonly Dated[]>(
    settingForms().map((form) => [form.key, form.values]),
  )
  return settingOn(on, (key) => known.get(key) ?? brought.get(key) ?? [])
}

const remembered = new WeakMap<Database, { day: Day; lookup: SettingLookup }>()

/**
 * The settings in force today, for what is asked at every request (sign-in, uploads). Remembered until
 * midnight: a change always starts on a later day, so what holds today cannot change today.
 */
export async function settingsToday(house: Pick<House, 'db' | 'clock'>): Promise<SettingLookup> {
  const day = todayInBeijing(house.clock.now())
  const known = remembered.get(house.db)
  if (known?.day === day) return known.lookup
  const lookup = await settingsOn(house.db, day)
  remembered.set(house.db, { day, lookup })
  return lookup
}

/** Version of a setting, locked until the transaction ends; null when there is no such setting. */
export async function lockSetting(tx: Tx, key: string): Promise<number | null> {
  const row = await tx
    .selectFrom('setting')
    .select('version')
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  return row?.version ?? null
}

/** A value to be added, with who, when, why and the ledger event. */
export interface AddedValue {
  key: SettingKey
  n: number
  value: DatedValue['value']
  validFrom: Day
  source: string
  ours: boolean
  reason: string
  enteredBy: string | null
  at: Date
  eventId: string
}

/** Adds a value; the caller holds the lock of `lockSetting`. Out: the setting's new version. */
export async function addValue(tx: Tx, row: AddedValue): Promise<number> {
  await tx
    .insertInto('setting_value')
    .values({
      key: row.key,
      valid_from: row.validFrom,
      n: row.n,
      value: JSON.stringify(row.value),
      valid_to: null,
      source: row.source,
      ours: row.ours,
      note: null,
      reason: row.reason,
      entered_by: row.enteredBy,
      entered_at: row.at,
      audit_event_id: row.eventId,
    })
    .execute()
  const { version } = await tx
    .updateTable('setting')
    .set((e) => ({ version: e('version', '+', 1) }))
    .where('key', '=', row.key)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
