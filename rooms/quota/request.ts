import { z } from 'zod'
import { portsOn } from '#frame/catalogue/read-bodies.ts'
import { act } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { nextNumber } from '#frame/kernel/running-number.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { post } from './balance.ts'
import type { RequestFacts } from './facts.ts'
import { loadPermit } from './load-permit.ts'
import { onceOnly, permitHolds, withinBalance } from './rules.ts'
import { permitMove } from './states.ts'
import { tellPort } from './tell.ts'

const line = z.strictObject({
  n: z.int().positive(),
  requested: z.int('数量应为整数').positive('数量应大于 0'),
  batchNo: z.string().trim().max(60, '生产批号最多 60 个字').default(''),
})

/** What a unit says when it asks for a write-off for one shipment. */
export const requestInput = z.strictObject({
  permitId: z.uuid(),
  version: z.int().positive(),
  /** Code of the list of ports. */
  port: z.string().min(1, '请选择口岸').max(20, '请从列表中选择口岸'),
  plannedDay: z.iso.date('请选择计划日期'),
  transport: z.string().trim().min(2, '请填写运输方式').max(60, '最多 60 个字'),
  lines: z.array(line).min(1, '请至少选择一行物品').max(2000),
})

/** S2-041 after the approval the applicant asks for a write-off, then goes to the port: quantity is reserved. */
export const requestAct = act({
  name: 'quota.request',
  move: permitMove('request'),
  input: requestInput,
  seen: (input) => input.version,
  async load(tx, input, ctx): Promise<RequestFacts> {
    const permit = await loadPermit(tx, input.permitId, true)
    if (!permit || !within(reachOf(ctx.actor, unitRoles), permit.subject)) throw absent()
    const port = (await portsOn(tx, ctx.today)).find((p) => p.code === input.port)
    return { ...permit, port: port?.name ?? null }
  },
  ready: (permit, ctx) => [...permitHolds(permit, ctx.today), ...onceOnly(permit)],
  decide: (permit, said) =>
    decided([...portListed(permit), ...withinBalance(permit, said.lines)], () => said),
  async save(tx, permit, said, ctx) {
    const { subject } = permit
    const unitId = subject.unitId!
    const id = newId()
    const year = Number(ctx.today.slice(0, 4))
    const n = await nextNumber(tx, `write-off ${subject.branchId}`, year)
    const number = `${permit.number}-${String(n).padStart(4, '0')}`
    await tx
      .insertInto('write_off')
      .values({
        unit_id: unitId,
        id,
        permit_id: subject.id,
        number,
        branch_id: subject.branchId!,
        status: 'requested',
        port: said.port,
        planned_day: said.plannedDay,
        transport: said.transport,
        requested_by: ctx.actor.accountId!,
        audit_event_id: ctx.eventId,
        created_at: ctx.now,
      })
      .execute()
    await tx
      .insertInto('write_off_line')
      .values(
        said.lines.map((l) => ({
          unit_id: unitId,
          write_off_id: id,
          n: l.n,
          requested: l.requested,
          batch_no: l.batchNo,
        })),
      )
      .execute()
    await post(
      tx,
      said.lines.map((l) => ({
        unitId,
        permitId: subject.id,
        n: l.n,
        writeOffId: id,
        kind: 'reserve' as const,
        quantity: l.requested,
      })),
      ctx.now,
      ctx.eventId,
    )
    await tx
      .updateTable('permit')
      .set({ version: subject.version + 1, audit_event_id: ctx.eventId })
      .where('unit_id', '=', unitId)
      .where('id', '=', subject.id)
      .execute()
    await tellPort(tx, { id, unitId, number, port: permit.port! }, ctx)
    ctx.record({
      permit: permit.number,
      writeOff: number,
      lines: said.lines.map(({ n, requested }) => ({ n, requested })),
    })
    return { id, status: 'valid', version: subject.version + 1 }
  },
})

/** S2-156 the port is one of the list, as in the application. */
function portListed({ port }: RequestFacts): Reason[] {
  if (port) return []
  return [reason('S2-156', 'port-unknown', '口岸不在现行口岸名单中，请从列表中选择。', 'port')]
}
