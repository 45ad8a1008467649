import { testHouse, addPerson, type TestHouse, type TestHouseOptions } from '#checks/house.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { newId } from '#frame/kernel/id.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { notifyPart } from '#frame/notify/part.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { FileKind } from './file-kind.ts'
import { filesPart } from './part.ts'
import { defineSlots, type Slot } from './slot.ts'

const mega = 1024 * 1024

/** A subject of a room that exists in tests only: who owns it, and whether it takes files now. */
interface Dossier {
  unitId: string
  open: boolean
}

const dossiers = new Map<string, Dossier>()

const slotRow = (code: string, kinds: FileKind[], mostBytes: number, mostFiles: number) => ({
  code,
  title: { zh: `材料 ${code}`, en: `Document ${code}` },
  duty: 'S2-170',
  required: true,
  kinds,
  mostBytes,
  mostDuty: 'S2-161',
  mostFiles,
  filesDuty: 'S2-160',
})

const rows = [
  slotRow('one', ['pdf', 'docx', 'doc', 'png'], 2 * mega, 1),
  slotRow('many', ['pdf'], 2 * mega, 3),
  slotRow('large', ['pdf'], 50 * mega, 1),
]

defineSlots({
  subject: 'dossier',
  async open(db, id, { actor, lock }) {
    const dossier = dossiers.get(id)
    if (!dossier) return null
    if (lock)
      await db
        .selectFrom('unit')
        .select('id')
        .where('id', '=', dossier.unitId)
        .forUpdate()
        .execute()
    const owner = { unitId: dossier.unitId, branchId: null }
    const writes = within(reachOf(actor, unitRoles), owner)
    if (!writes && !within(reachOf(actor, ['customs-leader']), owner)) return null
    const closed: Reason[] = []
    if (!writes) closed.push(reason(null, 'reader', '您只能查看材料。'))
    if (!dossier.open) closed.push(reason(null, 'closed', '已提交，材料不能再改。'))
    const slots: Slot[] = rows.map((row) => ({ ...row, closed }))
    return { subject: { kind: 'dossier', id, ...owner, status: 'draft', version: 1 }, slots }
  },
})

/** A house with one unit, its operator, a stranger of another unit, an officer who reads, and a dossier. */
export interface FileStand {
  t: TestHouse
  operator: string
  stranger: string
  officer: string
  dossierId: string
  dossier: Dossier
  /** Address of a slot. */
  slot(code: string): string
}

/** Opens the stand; the test closes `t`. */
export async function fileStand(options: TestHouseOptions = {}): Promise<FileStand> {
  const t = await testHouse({ ...options, parts: [notifyPart, filesPart, jobsPart] })
  const [unitId, otherUnit] = [await addUnit(t, 'A'), await addUnit(t, 'B')]
  const dossierId = newId()
  const dossier = { unitId, open: true }
  dossiers.set(dossierId, dossier)
  return {
    t,
    operator: await addPerson(t.house, 'unit-operator', { unitId }),
    stranger: await addPerson(t.house, 'unit-operator', { unitId: otherUnit }),
    officer: await addPerson(t.house, 'customs-leader'),
    dossierId,
    dossier,
    slot: (code) => `/api/files/dossier/${dossierId}/${code}`,
  }
}

async function addUnit({ house }: TestHouse, letter: string): Promise<string> {
  const now = house.clock.now()
  const [id, branch] = [newId(), newId()]
  await house.db
    .insertInto('branch')
    .values({ id: branch, code: `t-${letter}`, name_zh: `测试关${letter}`, name_en: letter })
    .execute()
  await house.db
    .insertInto('unit')
    .values({
      id,
      uscc: `91110000MA0000000${letter}`,
      name_zh: `测试单位${letter}`,
      status: 'registered',
      branch_id: branch,
      classes: ['user'],
      address: '北京市',
      contact_name: '张某',
      contact_phone: '13900000001',
      created_at: now,
    })
    .execute()
  return id
}
