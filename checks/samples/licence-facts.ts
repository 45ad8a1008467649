import type { StoredClock } from '#frame/calendar/clock-store.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import { lawNotices } from '#frame/calendar/law-notices.ts'
import { createWorkCalendar } from '#frame/calendar/work-calendar.ts'
import { recordsOf } from '#frame/calendar/year-notice.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { everyCharacter } from '#frame/papers/coverage.ts'
import type { Role } from '#frame/people/roles.ts'
import type { LicenceFacts } from '#rooms/licence/facts.ts'
import type { CaseForm } from '#rooms/licence/forms.ts'
import type { ItemLine } from '#rooms/licence/item-lines.ts'
import { namedPathogens } from '#rooms/licence/named-pathogens.ts'
import type { LicenceStatus } from '#rooms/licence/states.ts'

export const sampleUnitId = '00000000-0000-7000-8000-0000000000a1'
export const sampleBranchId = '00000000-0000-7000-8000-0000000000b1'
export const sampleCaseId = '00000000-0000-7000-8000-0000000000c1'

/** Human serum, 500 ml in 10 tubes, for a university laboratory: complete and in order. */
export const serumForm: CaseForm = {
  direction: 'entry',
  unitClass: 'user',
  standing: 'receives-to-use',
  articleClass: 'blood',
  articleKind: 'serum',
  trade: 'commercial',
  purpose: 'research',
  consignor: 'Northfield Biobank Ltd.',
  consignee: '京华大学医学部',
  manufacturer: 'Northfield Biobank Ltd.',
  originCountry: 'GBR',
  country: 'GBR',
  currency: 'GBP',
  amount: '12500.00',
  rate: '1.312500',
  rateDay: '2026-09-01',
  port: 'PEK',
  destination: '北京市',
  shippingDay: '2026-12-15',
  plannedDay: '2026-12-20',
  storage: 'frozen',
  transport: 'air',
  packing: '干冰保温箱，三层包装',
  useAddress: '北京市海淀区知新路 1 号医学楼 B203',
  pathogenState: 'none',
  contactName: '林知远',
  contactPhone: '010-00000000',
  describes: ['relation', 'making', 'conditions', 'research', 'approvals', 'truth'],
  notApplicable: ['contractNo', 'hsCode', 'ciqCode'],
}

/** One whole row of 附表. */
export const serumLine: ItemLine = {
  nameZh: '人血清',
  nameEn: 'Human serum',
  otherName: '',
  labelSays: '',
  catalogueNo: 'NB-HS-50',
  productPage: 'https://www.example.cn/nb-hs-50',
  batchNo: 'NB2611',
  quantity: 10,
  packUnit: '管',
  specification: '50 ml/管，共 500 ml',
  ingredients: '健康成人混合血清，无防腐剂',
  use: '用于自身免疫抗体检测方法学研究',
}

/** The same application for a live culture of Bacillus anthracis (class 2). */
export const strainForm: CaseForm = {
  ...serumForm,
  articleClass: 'microorganism',
  articleKind: 'bacterium',
  pathogenState: 'contained',
  pathogens: [{ pathogenId: 'bacteria-2', activity: 'liveCulture' }],
  laboratory: '微生物教研室',
  describes: ['relation', 'making', 'names', 'conditions', 'research', 'approvals', 'truth'],
}

const port = (code: string, zh: string, en: string) => ({
  code,
  name: { zh, en },
  kind: 'air' as const,
  branchId: null,
  customsArea: null,
})
const samplePorts = [
  port('PEK', '首都国际机场口岸', 'Beijing Capital International Airport'),
  port('PKX', '大兴国际机场口岸', 'Beijing Daxing International Airport'),
]

const document = (slot: string) => ({
  slot,
  fileId: slot,
  name: `${slot}.pdf`,
  version: 1,
  usable: true,
})

/** Facts of one case in a status; `over` replaces parts. */
export function licenceFacts(
  status: LicenceStatus,
  over: Partial<LicenceFacts> = {},
  entries: ClockEntry[] = [],
): LicenceFacts {
  const form = over.form ?? serumForm
  const clock: StoredClock = {
    unitId: sampleUnitId,
    subject: { kind: 'licence', id: sampleCaseId },
    kind: 'decision',
    id: 'clock',
    label: '0110-2026-000001',
    path: '/licence/x',
    calendar: createWorkCalendar(lawNotices.flatMap(recordsOf)),
    version: 1,
    terms: { days: 20, usualDays: 5, intakeDays: 5, extensionDays: 10 },
    entries,
  }
  return {
    subject: {
      kind: 'licence',
      id: sampleCaseId,
      unitId: sampleUnitId,
      branchId: sampleBranchId,
      status,
      version: 3,
    },
    number: '0110-2026-000001',
    form,
    marks: {},
    lines: [serumLine],
    documents: [
      'approval-health',
      'description',
      'test-report',
      'research-basis',
      'approval-pathogen',
      'lab-level',
      'biology',
    ].map(document),
    unit: {
      id: sampleUnitId,
      kind: 'organisation',
      nameZh: '京华大学医学部',
      address: '北京市海淀区知新路 1 号',
      status: 'registered',
      classes: ['producer', 'user'],
      contact: { name: '林知远', phone: '010-00000000' },
      branchId: sampleBranchId,
      laboratories: [
        { name: '微生物教研室', level: 'BSL-2', filingNo: '京实备 0001', address: '医学楼' },
      ],
    },
    pathogens: namedPathogens(form),
    clock: entries.length ? clock : null,
    acceptedDay: entries.find((e) => e.kind === 'accepted')?.day ?? null,
    ports: samplePorts,
    proposal: null,
    correction: null,
    firstReviewer: null,
    filings: entries.length ? 1 : 0,
    previous: null,
    filed: null,
    returns: 0,
    windowReturns: 0,
    windowReturn: null,
    clearances: [],
    deliveryClock: null,
    delivery: null,
    ruleSet: 'S2',
    settings: settingOn('2026-11-23'),
    coverage: everyCharacter,
    ...over,
  }
}

/** Somebody with one role, on a day. */
export function contextOf(role: Role, accountId = 'a-1', day = '2026-11-23'): DecideContext {
  const grant = { role, unitId: sampleUnitId, branchId: sampleBranchId, agencyId: null }
  return {
    actor: { kind: 'person', accountId, name: '测试', grants: [grant] },
    now: new Date(`${day}T09:00:00+08:00`),
    today: day,
  }
}
