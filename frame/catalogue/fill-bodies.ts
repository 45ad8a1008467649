import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import {
  agenciesOfDuty,
  lawAgencies,
  lawAgencyDuties,
  lawAreas,
  lawBranches,
  lawPorts,
} from './law-bodies.ts'

/**
 * Loads agencies, their duties and areas, branches and ports. Safe to repeat: a row that is there stays
 * as it is, whatever an administrator made of it; a newer product only adds what is new.
 */
export async function fillBodies(house: House): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    await fillBranches(tx)
    await fillAgencies(tx)
    await fillAreas(tx)
    await fillPorts(tx)
  })
}

const dates = (row: { validFrom: string; validTo: string | null; source: string }) => ({
  valid_from: row.validFrom,
  valid_to: row.validTo,
  source: row.source,
})

const names = (row: { name: { zh: string; en: string } }) => ({
  name_zh: row.name.zh,
  name_en: row.name.en,
})

/** Id by code, for foreign keys. */
async function idsOf(tx: Tx, table: 'agency' | 'branch'): Promise<Map<string, string>> {
  const rows = await tx.selectFrom(table).select(['code', 'id']).execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function fillBranches(tx: Tx): Promise<void> {
  await tx
    .insertInto('branch')
    .values(
      lawBranches.map((row) => ({
        id: newId(),
        code: row.code,
        ...names(row),
        kind: row.kind,
        ...dates(row),
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

async function fillAgencies(tx: Tx): Promise<void> {
  await tx
    .insertInto('agency')
    .values(
      lawAgencies.map((row) => ({
        id: newId(),
        code: row.code,
        ...names(row),
        short_zh: row.short,
        kind: row.kind,
        lead: row.lead,
        duty: row.duty,
        note: row.note ?? '',
        former_names: JSON.stringify(row.formerNames ?? []),
        ...dates(row),
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  const ids = await idsOf(tx, 'agency')
  await tx
    .insertInto('agency_duty')
    .values(
      lawAgencyDuties.flatMap((row) =>
        agenciesOfDuty(row).map((code) => ({
          agency_id: ids.get(code)!,
          duty: row.duty,
          text_zh: row.text.zh,
          text_en: row.text.en,
          ...dates(row),
        })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function fillAreas(tx: Tx): Promise<void> {
  const [agencies, branches] = [await idsOf(tx, 'agency'), await idsOf(tx, 'branch')]
  await tx
    .insertInto('area')
    .values(
      lawAreas.map((row) => ({
        code: row.code,
        ...names(row),
        kind: row.kind,
        branch_id: branches.get(row.branch) ?? null,
        ...dates(row),
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  await tx
    .insertInto('agency_area')
    .values(
      lawAreas.map((row) => ({
        agency_id: agencies.get(row.agency)!,
        area: row.code,
        ...dates(row),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function fillPorts(tx: Tx): Promise<void> {
  const branches = await idsOf(tx, 'branch')
  await tx
    .insertInto('port')
    .values(
      lawPorts.map((row, place) => ({
        code: row.code,
        ...names(row),
        kind: row.kind,
        branch_id: row.branch === null ? null : (branches.get(row.branch) ?? null),
        customs_area: row.customsArea,
        place,
        ...dates(row),
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}
