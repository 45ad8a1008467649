import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { addPerson } from './house.ts'

/** One for the permission checks. Out: its id. */
export async function addProposal(house: House): Promise<string> {
  const id = newId()
  const [by, whom] = [await addPerson(house, 'expert'), await addPerson(house, 'expert')]
  await house.db
    .insertInto('account_proposal')
    .values({
      id,
      account_id: whom,
      role: 'audit-admin',
      valid_from: '2026-11-23',
      reason: '测试',
      proposed_by: by,
      created_at: house.clock.now(),
    })
    .execute()
  return id
}

/** One for the permission checks. Out: its id. */
export async function addDeputy(house: House, absent: string, unitId: string): Promise<string> {
  const id = newId()
  await house.db
    .insertInto('deputy')
    .values({
      id,
      absent_id: absent,
      deputy_id: await addPerson(house, 'unit-operator', { unitId }),
      valid_from: '2026-11-23',
      valid_to: '2026-11-30',
      reason: '测试',
      created_at: house.clock.now(),
    })
    .execute()
  return id
}

/** One for the permission checks. Out: its id. */
export async function addSession(house: House, person: string): Promise<string> {
  const id = newId()
  const now = house.clock.now()
  await house.db
    .insertInto('auth_session')
    .values({ id, account_id: person, token_hash: id, created_at: now, seen_at: now })
    .execute()
  return id
}

/** A register as a person keeps it. */
export async function addView(house: House, person: string): Promise<string> {
  const id = newId()
  await house.db
    .insertInto('saved_view')
    .values({
      account_id: person,
      id,
      register: 'sample',
      name: '样例',
      query: 'overdue=1',
      created_at: house.clock.now(),
    })
    .execute()
  return id
}

/** What an officer remarked on a case. */
export async function addRemark(house: House, unitId: string, caseId: string, person: string) {
  const id = newId()
  await house.db
    .insertInto('licence_remark')
    .values({
      unit_id: unitId,
      case_id: caseId,
      id,
      at: 'consignor',
      text: '测试',
      by_account: person,
      created_at: house.clock.now(),
    })
    .execute()
  return id
}
