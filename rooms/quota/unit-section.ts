import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { addUnitSection, type UnitAsk } from '#frame/people/unit-section.ts'
import { permitLife, quotaReaders, writeOffLife } from './states.ts'

// Permits of a unit that end, and its write-offs that wait for the port.
addUnitSection('quota', { endings: endingPermits, underway: openWriteOffs })

const visible = (ask: UnitAsk, table: string) =>
  withinSql(reachOf(ask.actor, [...unitRoles, ...quotaReaders]), {
    unit: `${table}.unit_id`,
    branch: `${table}.branch_id`,
  })

async function endingPermits(ask: UnitAsk) {
  const warnDays = (await settingsOn(ask.db, ask.today))('permit.expiry-warning-days')
  const rows = await ask.db
    .selectFrom('permit')
    .select(['id', 'number', 'valid_through'])
    .where('unit_id', '=', ask.unitId)
    .where('status', '=', 'valid')
    // one that is over cannot be renewed, only applied for anew
    .where('valid_through', '>=', ask.today)
    .where(visible(ask, 'permit'))
    .execute()
  return rows.map((row) => ({
    key: `permit-${row.id}`,
    what: permitLife.title,
    name: row.number,
    day: row.valid_through,
    warnDays,
    path: `/quota/permits/${row.id}`,
  }))
}

async function openWriteOffs(ask: UnitAsk) {
  const rows = await ask.db
    .selectFrom('write_off')
    .select(['id', 'number', 'planned_day'])
    .where('unit_id', '=', ask.unitId)
    .where('status', '=', 'requested')
    .where(visible(ask, 'write_off'))
    .orderBy('planned_day')
    .execute()
  return rows.map((row) => ({
    key: `write-off-${row.id}`,
    what: writeOffLife.title,
    name: row.number,
    status: writeOffLife.statuses.requested,
    day: { day: row.planned_day, words: { zh: '计划日期', en: 'Planned' } },
    path: `/quota/write-offs/${row.id}`,
  }))
}
