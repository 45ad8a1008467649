import type { z } from 'zod'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import type { agenciesDoor, portsDoor } from './doors.ts'
import type { AgencyView, BranchView } from './views.ts'

/** Tables whose rows hold from a day to a day, both included. */
const heldOn = (on: Day) => (row: { valid_from: string; valid_to: string | null }) =>
  row.valid_from <= on && (row.valid_to === null || on <= row.valid_to)

const words = (row: { name_zh: string; name_en: string }) => ({ zh: row.name_zh, en: row.name_en })

const dates = (row: { valid_from: string; valid_to: string | null; source: string }) => ({
  validFrom: row.valid_from,
  validTo: row.valid_to,
  source: row.source,
})

const order: AgencyView['kind'][] = ['office', 'member', 'district']

const place = (row: AgencyView) => `${order.indexOf(row.kind)} ${row.duty ?? ''} ${row.code}`

/** S1-023…S1-077 agencies in force on a day with their duties and areas, and the branches of customs. */
export async function readAgencies(
  { house }: Visit,
  on: Day | undefined,
): Promise<z.input<typeof agenciesDoor.reply>> {
  const asOf = on ?? todayInBeijing(house.clock.now())
  const held = heldOn(asOf)
  const { db } = house
  const agencies = (await db.selectFrom('agency').selectAll().execute()).filter(held)
  const duties = (await db.selectFrom('agency_duty').selectAll().orderBy('duty').execute()).filter(
    held,
  )
  const own = (await db.selectFrom('agency_area').selectAll().orderBy('area').execute()).filter(
    held,
  )
  const areas = (await db.selectFrom('area').selectAll().orderBy('code').execute()).filter(held)
  const areaName = new Map(areas.map((row) => [row.code, words(row)]))
  const views = agencies.map((row): AgencyView => ({
    id: row.id,
    code: row.code,
    name: words(row),
    short: row.short_zh === '' ? row.name_zh : row.short_zh,
    kind: row.kind as AgencyView['kind'],
    lead: row.lead,
    duty: row.duty,
    note: row.note,
    formerNames: row.former_names as AgencyView['formerNames'],
    ...dates(row),
    duties: duties
      .filter(({ agency_id }) => agency_id === row.id)
      .map((one) => ({
        duty: one.duty,
        text: { zh: one.text_zh, en: one.text_en },
        ...dates(one),
      })),
    areas: own
      .filter(({ agency_id }) => agency_id === row.id)
      .map(({ area }) => ({ code: area, name: areaName.get(area) ?? { zh: area, en: area } })),
  }))
  return {
    on: asOf,
    agencies: views.sort((a, b) => (place(a) < place(b) ? -1 : 1)),
    branches: await branchesOn(db, asOf, areas),
  }
}

async function branchesOn(
  db: Database,
  on: Day,
  areas: readonly { code: string; name_zh: string; name_en: string; branch_id: string | null }[],
): Promise<BranchView[]> {
  const ports = await portsOn(db, on)
  const rows = await db.selectFrom('branch').selectAll().orderBy('kind').orderBy('code').execute()
  return rows.filter(heldOn(on)).map((row) => ({
    id: row.id,
    code: row.code,
    name: words(row),
    kind: row.kind as BranchView['kind'],
    ...dates(row),
    areas: areas
      .filter(({ branch_id }) => branch_id === row.id)
      .map((area) => ({ code: area.code, name: words(area) })),
    ports: ports
      .filter(({ branchId }) => branchId === row.id)
      .map(({ code, name }) => ({ code, name })),
  }))
}

/** A district or zone of Beijing, with the branch that supervises its units. */
export interface Area {
  code: string
  name: { zh: string; en: string }
  branchId: string | null
}

/** S2-067 the areas in force on a day, districts first. */
export async function areasOn(db: Database | Tx, on: Day): Promise<Area[]> {
  const rows = await db.selectFrom('area').selectAll().orderBy('kind').orderBy('code').execute()
  return rows
    .filter(heldOn(on))
    .map((row) => ({ code: row.code, name: words(row), branchId: row.branch_id }))
}

/** A branch of customs as forms choose it. */
export interface BranchChoice {
  id: string
  name: { zh: string; en: string }
}

/** S2-067 the branches in force on a day that supervise units, headquarters last. */
export async function branchChoices(db: Database | Tx, on: Day): Promise<BranchChoice[]> {
  const rows = await db
    .selectFrom('branch')
    .selectAll()
    .orderBy('kind', 'desc')
    .orderBy('code')
    .execute()
  return rows.filter(heldOn(on)).map((row) => ({ id: row.id, name: words(row) }))
}

/** A port as forms and checks need it. */
export type Port = z.input<typeof portsDoor.reply>['ports'][number]

/** The name of a port by its code, also of one that is no longer listed; the code itself when none is known. */
export async function portName(
  db: Database | Tx,
  code: string,
): Promise<{ zh: string; en: string }> {
  const row = await db
    .selectFrom('port')
    .select(['name_zh', 'name_en'])
    .where('code', '=', code)
    .executeTakeFirst()
  return row ? words(row) : { zh: code, en: code }
}

/** S2-156 the ports an application may name on a day, in the order of the list. */
export async function portsOn(db: Database | Tx, on: Day): Promise<Port[]> {
  const rows = await db.selectFrom('port').selectAll().orderBy('place').orderBy('code').execute()
  return rows.filter(heldOn(on)).map((row) => ({
    code: row.code,
    name: words(row),
    kind: row.kind as Port['kind'],
    branchId: row.branch_id,
    customsArea: row.customs_area,
  }))
}
