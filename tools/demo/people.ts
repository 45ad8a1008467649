import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { addAccount, addRoleGrant } from '#frame/people/add-account.ts'
import type { Role } from '#frame/people/roles.ts'
import { furnishDemoPerson } from '#frame/people/sign-in/demo.ts'

/** One person of the demonstration. Where `unit` or `branch` is a code, the role reaches only there. */
interface DemoRow {
  login: string
  name: string
  role: Role
  hint: { zh: string; en: string }
  unit?: string
  branch?: string
  agency?: string
}

const person = (
  login: string,
  name: string,
  role: Role,
  zh: string,
  en: string,
  reach: Partial<DemoRow> = {},
): DemoRow => ({
  login,
  name,
  role,
  hint: { zh, en },
  ...reach,
})

const here = { branch: 'zhongguancun' }

/** Everybody of the demonstration, in the order of the sign-in page. */
export const demoPeople: readonly DemoRow[] = [
  person(
    'shenqing',
    '林知远',
    'unit-operator',
    '申请单位经办人（京华大学医学部）',
    'Applicant, Jinghua University',
    { unit: 'jinghua' },
  ),
  person(
    'shengan',
    '程以宁',
    'unit-biosafety',
    '申请单位生物安全负责人（京华大学医学部）',
    'Biosafety lead, Jinghua University',
    { unit: 'jinghua' },
  ),
  person('chuangkou', '周雨桐', 'customs-window', '海关窗口受理岗', 'Customs window', here),
  person('chushen', '何建安', 'customs-first', '海关初审岗', 'Customs first reviewer', here),
  person(
    'chushen2',
    '叶蓁',
    'customs-first',
    '海关初审岗（同科室同事）',
    'Customs first reviewer, a colleague',
    here,
  ),
  person('fuhe', '郑书宁', 'customs-second', '海关复核岗', 'Customs second reviewer', here),
  person('kouan', '马骁', 'customs-port', '口岸查验岗', 'Port officer'),
  person('fuzeren', '沈立群', 'customs-leader', '海关负责人', 'Customs leader'),
  person('zhanghao', '卢晓棠', 'customs-accounts', '海关账号管理岗', 'Account administrator', here),
  person(
    'zongzhanghao',
    '于海棠',
    'customs-accounts',
    '海关账号管理岗（卫生检疫监管处）',
    'Account administrator, headquarters',
  ),
  person(
    'shenqing2',
    '苏苒',
    'unit-operator',
    '申请单位经办人（北辰生物技术）',
    'Applicant, Beichen Biotech',
    { unit: 'beichen' },
  ),
  person(
    'anning',
    '许知意',
    'unit-operator',
    '正在填报单位登记的单位（安宁转化医学研究院）',
    'A unit filling in its registration',
    { unit: 'anning' },
  ),
  person(
    'lushui',
    '董一帆',
    'unit-operator',
    '已预约窗口的单位（漉水试剂贸易）',
    'A unit that has booked the window',
    { unit: 'lushui' },
  ),
  person(
    'yunshan',
    '谢南乔',
    'unit-operator',
    '正在变更登记的单位（云山诊断试剂）',
    'A unit changing its registration',
    { unit: 'yunshan' },
  ),
  person(
    'geren',
    '岑安歌',
    'unit-operator',
    '自然人（个人疾病治疗用）',
    'A natural person, for his own treatment',
    { unit: 'person' },
  ),
  person(
    'chuangkou2',
    '段青禾',
    'customs-window',
    '海关窗口受理岗（经开区）',
    'Customs window (BDA)',
    { branch: 'bda' },
  ),
  person('jizhi', '高亦凡', 'office-clerk', '联合监管机制办公室经办', 'Mechanism Office clerk'),
  person('weijian', '江南星', 'agency-liaison', '市卫生健康委联络员', 'Health commission liaison', {
    agency: 'health',
  }),
  person('xitong', '施博文', 'system-admin', '系统管理员', 'System administrator'),
  person('anquan', '顾问渠', 'security-admin', '安全管理员', 'Security administrator'),
  person('shenji', '孟静秋', 'audit-admin', '审计管理员', 'Audit administrator'),
]

/** Ids by code, for the reach of roles. */
export interface Places {
  units: Record<string, string>
  branches: Record<string, string>
  agencies: Record<string, string>
}

/**
 * Makes the persons of the demonstration whose place is there: officers first, people of units once these
 * are. Whoever has an account by his unit's request is only shown on the sign-in page. In: the account ids
 * by login so far, to which the new ones are added.
 */
export async function makePeople(
  house: House,
  places: Places,
  accounts: Record<string, string>,
): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction().execute(async (tx) => {
    for (const [place, row] of demoPeople.entries()) {
      const unitId = row.unit === undefined ? null : places.units[row.unit]
      if (unitId === undefined || (unitId === null && accounts[row.login])) continue
      const accountId =
        accounts[row.login] ?? (await addPerson(tx, row, place, unitId, places, now))
      await furnishDemoPerson(house, tx, { accountId, place, hint: row.hint })
      accounts[row.login] = accountId
    }
  })
}

async function addPerson(
  tx: Tx,
  row: DemoRow,
  place: number,
  unitId: string | null,
  places: Places,
  now: Date,
): Promise<string> {
  const accountId = await addAccount(
    tx,
    {
      login: row.login,
      name: row.name,
      mailbox: `${row.login}@example.cn`,
      phone: `139000010${String(place).padStart(2, '0')}`,
      status: 'active',
    },
    { now },
  )
  const reach = {
    unitId,
    branchId: row.branch ? places.branches[row.branch] : null,
    agencyId: row.agency ? places.agencies[row.agency] : null,
  }
  await addRoleGrant(
    tx,
    accountId,
    { role: row.role, ...reach, validFrom: '2026-01-01' },
    { now, grantedBy: null, founding: true },
  )
  return accountId
}
