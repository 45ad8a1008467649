import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'

/** Adds a filed request for an account that a branch has been assigned to. Out: its id. */
export async function addFiledRequest(house: House, branchId: string): Promise<string> {
  const id = newId()
  const now = house.clock.now()
  await house.db
    .insertInto('enrolment')
    .values({
      id,
      kind: 'organisation',
      number: `ZH2026-${id.slice(-6)}`,
      status: 'filed',
      form: JSON.stringify({ nameZh: '测试用单位', mailbox: 'sample@example.cn' }),
      mailbox: 'sample@example.cn',
      key_hash: id,
      branch_id: branchId,
      filed_at: now,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return id
}
