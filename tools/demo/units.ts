import { demoMobile, demoUscc } from '#frame/catalogue/codes/demo.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'

/** A registered unit of the demonstration; all of it is fictitious. */
interface DemoUnit {
  code: string
  nameZh: string
  nameEn: string
  branch: string
  classes: string[]
  address: string
  contact: string
  laboratories: { name: string; level: string; filingNo: string; address: string }[]
}

const units: readonly DemoUnit[] = [
  {
    code: 'jinghua',
    nameZh: '京华大学医学部',
    nameEn: 'Jinghua University Health Science Center',
    branch: 'zhongguancun',
    classes: ['user'],
    address: '北京市海淀区知新路 1 号',
    contact: '林知远',
    laboratories: [
      {
        name: '免疫学实验室',
        level: 'BSL-2',
        filingNo: '京海备 2025-0101',
        address: '医学楼 B203',
      },
      {
        name: '微生物学实验室',
        level: 'BSL-2',
        filingNo: '京海备 2025-0102',
        address: '医学楼 B315',
      },
    ],
  },
  {
    code: 'beichen',
    nameZh: '北辰生物技术（北京）有限公司',
    nameEn: 'Beichen Biotechnology (Beijing) Co., Ltd.',
    branch: 'bda',
    classes: ['producer', 'user'],
    address: '北京经济技术开发区荣景路 18 号',
    contact: '苏苒',
    laboratories: [
      {
        name: '质量检定实验室',
        level: 'BSL-2',
        filingNo: '京经备 2025-0037',
        address: '荣景路 18 号 3 号楼',
      },
    ],
  },
]

/** Makes the registered units. In: branch ids by code. Out: unit ids by code. */
export async function makeUnits(
  house: House,
  branches: Record<string, string>,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const [n, unit] of units.entries()) {
    const id = newId()
    ids[unit.code] = id
    await house.db
      .insertInto('unit')
      .values({
        id,
        uscc: demoUscc(101 + n),
        name_zh: unit.nameZh,
        name_en: unit.nameEn,
        status: 'registered',
        branch_id: branches[unit.branch]!,
        classes: unit.classes,
        address: unit.address,
        contact_name: unit.contact,
        contact_phone: demoMobile(n),
        laboratories: JSON.stringify(unit.laboratories),
        created_at: house.clock.now(),
      })
      .execute()
  }
  return ids
}
