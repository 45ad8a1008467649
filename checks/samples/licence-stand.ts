import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { addPerson, testHouse, type TestHouse, type TestHouseOptions } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'
import { makeOffice } from '#frame/files/corpus/office.ts'
import { makePdf, onePage } from '#frame/files/corpus/pdf.ts'
import { stopRenderer } from '#frame/papers/press.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import type { CaseForm } from '#rooms/licence/forms.ts'
import type { ItemLine } from '#rooms/licence/item-lines.ts'
import type { CaseView } from '#rooms/licence/views.ts'
import { serumForm, serumLine } from './licence-facts.ts'

/** The persons of a stand; those called far work at another branch, the stranger in another unit. */
export type Who =
  | 'operator'
  | 'colleague'
  | 'stranger'
  | 'window'
  | 'first'
  | 'otherFirst'
  | 'second'
  | 'leader'
  | 'port'
  | 'farWindow'
  | 'farFirst'
  | 'farSecond'
  | 'hqSecond'

/** What a refused request says. */
export interface Problem {
  status: number
  detail: string
  instance: string
  reasons: Reason[]
}

/** A house with a unit, its officers and a second unit and branch, spoken to over HTTP. */
export interface LicenceStand {
  t: TestHouse
  unitId: string
  foreignUnitId: string
  branchId: string
  farBranchId: string
  people: Record<Who, string>
  /** Sets the day, at ten in the morning in Beijing unless said otherwise. */
  on(day: string, time?: string): void
  /** A new draft of the unit; filled, with its documents, unless `form` is null. Out: its id. */
  draft(form?: CaseForm | null, lines?: ItemLine[], who?: Who): Promise<string>
  /** Uploads a document into a slot as the browser does. */
  upload(who: Who, id: string, slot: string, bytes?: Buffer): Promise<LightMyRequestResponse>
  /** The case as this person's page gets it. */
  see(who: Who, id: string): Promise<CaseView>
  /** An act on a case with the version as it now is. */
  act(who: Who, id: string, act: string, said?: object): Promise<LightMyRequestResponse>
  /** The same, which must succeed. */
  do(who: Who, id: string, act: string, said?: object): Promise<void>
  /** The codes with which an act is refused; empty when it was done. */
  refusal(who: Who, id: string, act: string, said?: object): Promise<string[]>
  version(id: string): Promise<number>
  close(): Promise<void>
}

/** Said by a first reviewer who finds nothing against human serum. */
export const toGrant = { conclusion: 'grant', grade: 'A', opinion: '材料齐全属实，拟准予许可' }

/** What each act's form takes, so that an answer depends on person and case alone. */
export const sayings: Record<string, object> = {
  save: { changes: [] },
  submit: {},
  withdraw: { why: '不进口了' },
  accept: {},
  'ask-correction': { items: [{ at: 'consignor', what: '请填写全称' }] },
  'open-step': { kind: 'expert', reason: '需专家评估', expectedDays: 5 },
  'close-step': { result: '专家意见：可行' },
  propose: toGrant,
  'return-to-first': { why: '请补充审查意见' },
  'not-in-scope': { kind: 'no-approval', reason: '按兽药管理，不是特殊物品' },
  lapse: {},
  'return-to-window': { why: '描述性文件缺少成分含量' },
  'send-on': { mended: '已与申请人核对成分含量' },
  'propose-refusal': { facts: '查明的事实', reasons: '理由如上', basis: '第三十八条' },
  extend: { reason: '境外机构尚未答复核实函' },
  'clear-prohibition': { exception: 'stem-cells', basis: '中国红十字会证明' },
  deliver: { way: 'posted' },
  receive: {},
  grant: {},
  refuse: { facts: '查明的事实', reasons: '理由如上', basis: '第三十八条' },
}

/** A document that its slot takes. */
export const goodDocument = (slot: string) =>
  slot === 'description' ? makeOffice() : makePdf({ objects: onePage() })

/** Opens the stand on a day. */
export async function licenceStand(
  at = '2026-11-23T10:00:00+08:00',
  more: TestHouseOptions = {},
): Promise<LicenceStand> {
  const t = await testHouse({ at, ...more })
  const branchId = await branchOf(t, 'zhongguancun')
  const farBranchId = await branchOf(t, 'bda')
  const unitId = await addUnit(t.house, branchId)
  const foreignUnitId = await addUnit(t.house, farBranchId)
  await giveLaboratory(t, unitId)
  const people = await makePeople(t, { unitId, foreignUnitId, branchId, farBranchId })
  const as = (who: Who) => t.as(people[who])
  const stand: LicenceStand = {
    t,
    unitId,
    foreignUnitId,
    branchId,
    farBranchId,
    people,
    on: (day, time = '10:00:00') => t.setClock(`${day}T${time}+08:00`),
    async draft(form = serumForm, lines = [serumLine], who = 'operator') {
      const unit = who === 'stranger' ? foreignUnitId : unitId
      const made = await as(who).post('/api/licences', { unitId: unit })
      assert.equal(made.statusCode, 200, made.body)
      const { id } = made.json<{ id: string }>()
      if (form === null) return id
      const saved = await as(who).post(`/api/licences/${id}/save`, {
        changes: Object.entries(await receivedBy(t, unit, form)).map(([name, value]) => ({
          name,
          seen: null,
          value,
        })),
        lines,
      })
      assert.equal(saved.statusCode, 200, saved.body)
      const { slots } = await stand.see(who, id)
      for (const { code, required } of slots)
        if (required) assert.equal((await stand.upload(who, id, code)).statusCode, 200)
      return id
    },
    upload(who, id, slot, bytes = goodDocument(slot)) {
      const name = slot === 'description' ? '描述性文件.docx' : `${slot}.pdf`
      return as(who).put(`/api/files/licence/${id}/${slot}`, bytes, {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
        'x-file-sha256': createHash('sha256').update(bytes).digest('hex'),
      })
    },
    async see(who, id) {
      const shown = await as(who).get(`/api/licences/${id}`)
      assert.equal(shown.statusCode, 200, shown.body)
      return shown.json<CaseView>()
    },
    async act(who, id, act, said = {}) {
      const version = await stand.version(id)
      return as(who).post(`/api/licences/${id}/${act}`, { version, ...said })
    },
    async do(who, id, act, said) {
      const answer = await stand.act(who, id, act, said)
      assert.equal(answer.statusCode, 200, `${who} ${act}: ${answer.body}`)
    },
    async refusal(who, id, act, said) {
      const answer = await stand.act(who, id, act, said)
      return answer.statusCode === 200 ? [] : answer.json<Problem>().reasons.map((r) => r.code)
    },
    async version(id) {
      const row = await t.house.db
        .selectFrom('licence_case')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.version ?? 1
    },
    async close() {
      await stopRenderer(t.house)
      await t.close()
    },
  }
  return stand
}

async function branchOf(t: TestHouse, code: string): Promise<string> {
  const row = await t.house.db
    .selectFrom('branch')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return row.id
}

/** S2-056 the sample's consignee stands for whichever unit applies. */
async function receivedBy(t: TestHouse, unitId: string, form: CaseForm): Promise<CaseForm> {
  if (form.consignee !== serumForm.consignee) return form
  const unit = await t.house.db
    .selectFrom('unit')
    .select('name_zh')
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  return { ...form, consignee: unit.name_zh }
}

async function giveLaboratory(t: TestHouse, unitId: string): Promise<void> {
  const laboratory = {
    name: '微生物教研室',
    level: 'BSL-2',
    filingNo: '京实备 0001',
    address: '北京市海淀区知新路 1 号医学楼',
  }
  await t.house.db
    .updateTable('unit')
    .set({ laboratories: JSON.stringify([laboratory]) })
    .where('id', '=', unitId)
    .execute()
}

async function makePeople(
  t: TestHouse,
  places: { unitId: string; foreignUnitId: string; branchId: string; farBranchId: string },
): Promise<Record<Who, string>> {
  const { unitId, branchId } = places
  const far = { branchId: places.farBranchId }
  return {
    operator: await addPerson(t.house, 'unit-operator', { unitId }),
    colleague: await addPerson(t.house, 'unit-biosafety', { unitId }),
    stranger: await addPerson(t.house, 'unit-operator', { unitId: places.foreignUnitId }),
    window: await addPerson(t.house, 'customs-window', { branchId }),
    first: await addPerson(t.house, 'customs-first', { branchId }),
    otherFirst: await addPerson(t.house, 'customs-first', { branchId }),
    second: await addPerson(t.house, 'customs-second', { branchId }),
    leader: await addPerson(t.house, 'customs-leader'),
    port: await addPerson(t.house, 'customs-port'),
    farWindow: await addPerson(t.house, 'customs-window', far),
    farFirst: await addPerson(t.house, 'customs-first', far),
    farSecond: await addPerson(t.house, 'customs-second', far),
    // S2-067 a branch role without a branch works at headquarters
    hqSecond: await addPerson(t.house, 'customs-second'),
  }
}
