import assert from 'node:assert/strict'
import type { LicenceStand, Problem, Who } from '#checks/samples/licence-stand.ts'
import { contextOf } from '#checks/samples/licence-facts.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import type { NewPermit } from './open-permit.ts'
import { openPermit } from './open-permit.ts'

const line = (nameZh: string, approved: number) => ({
  nameZh,
  nameEn: 'Recombinant trypsin',
  specification: '100 mg/瓶',
  packUnit: '瓶',
  approved,
})

/** Opens a permit of the stand's unit as a grant does. In: what differs from a grade C of two lines. */
export async function permitOf(
  stand: LicenceStand,
  over: Partial<NewPermit> = {},
): Promise<string> {
  const permit: NewPermit = {
    unitId: stand.unitId,
    branchId: stand.branchId,
    caseId: newId(),
    number: `京关特许入〔2026〕${newId().slice(-6)}号`,
    direction: 'entry',
    grade: 'C',
    issuedDay: '2026-11-23',
    validThrough: '2027-11-23',
    inBatches: true,
    lines: [line('重组胰蛋白酶', 10), line('人血清白蛋白标准品', 5)],
    ...over,
  }
  const ctx = { ...contextOf('customs-second'), eventId: newId() } as SaveContext
  return stand.t.house.db.transaction().execute((tx) => openPermit(tx, permit, ctx))
}

/** The version of a permit or a write-off as it now is. */
export async function versionOf(
  stand: LicenceStand,
  table: 'permit' | 'write_off',
  id: string,
): Promise<number> {
  const row = await stand.t.house.db
    .selectFrom(table)
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.version ?? 1
}

/** What somebody got for an act: the status, the codes against it, and the id on success. */
export interface Done {
  status: number
  codes: string[]
  id: string
}

async function send(stand: LicenceStand, who: Who, url: string, body: object): Promise<Done> {
  const answer = await stand.t.as(stand.people[who]).post(url, body)
  if (answer.statusCode === 200)
    return { status: 200, codes: [], id: answer.json<{ id: string }>().id }
  const codes = answer.json<Problem>().reasons.map((r) => r.code)
  return { status: answer.statusCode, codes, id: '' }
}

/** Asks for a write-off of so many on each line. */
export async function request(
  stand: LicenceStand,
  permitId: string,
  asked: Record<number, number>,
  who: Who = 'operator',
): Promise<Done> {
  const version = await versionOf(stand, 'permit', permitId)
  return send(stand, who, `/api/permits/${permitId}/write-offs`, {
    version,
    port: 'PEK',
    plannedDay: '2026-12-20',
    transport: '航空运输',
    lines: Object.entries(asked).map(([n, requested]) => ({ n: Number(n), requested })),
  })
}

/** Confirms what was really found on each line. */
export async function confirm(
  stand: LicenceStand,
  id: string,
  found: Record<number, number>,
  who: Who = 'port',
): Promise<Done> {
  const version = await versionOf(stand, 'write_off', id)
  return send(stand, who, `/api/write-offs/${id}/confirm`, {
    version,
    lines: Object.entries(found).map(([n, actual]) => ({ n: Number(n), actual })),
  })
}

/** The balance of each line as kept, checked against the sum of its movements. */
export async function balances(stand: LicenceStand, permitId: string) {
  const { db } = stand.t.house
  const lines = await db
    .selectFrom('permit_line')
    .select(['n', 'approved', 'reserved', 'used'])
    .where('permit_id', '=', permitId)
    .orderBy('n')
    .execute()
  const sums = await db
    .selectFrom('permit_movement')
    .select((e) => [
      'n',
      e.fn.sum<string>('reserved_delta').as('reserved'),
      e.fn.sum<string>('used_delta').as('used'),
    ])
    .where('permit_id', '=', permitId)
    .groupBy('n')
    .execute()
  for (const line of lines) {
    const sum = sums.find((s) => s.n === line.n)
    assert.equal(Number(sum?.reserved ?? 0), line.reserved, `reserved of line ${line.n}`)
    assert.equal(Number(sum?.used ?? 0), line.used, `used of line ${line.n}`)
    assert.ok(line.reserved >= 0 && line.used >= 0 && line.reserved + line.used <= line.approved)
  }
  return lines.map((l) => [l.reserved, l.used])
}
