import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'

let units = 0

/** Adds a registered unit supervised by a branch. Out: its id. */
export async function addUnit(house: House, branchId: string): Promise<string> {
  const id = newId()
  units += 1
  await house.db
    .insertInto('unit')
    .values({
      id,
      // not a real code: the check digits are asked where units register
      uscc: `91110000TEST${String(units).padStart(6, '0')}`,
      name_zh: `测试单位${units}`,
      status: 'registered',
      branch_id: branchId,
      classes: ['user'],
      address: '北京市海淀区测试路1号',
      contact_name: '测试联系人',
      contact_phone: '13900000001',
      created_at: house.clock.now(),
    })
    .execute()
  return id
}
