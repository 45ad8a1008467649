import { everyCharacter } from '#frame/papers/coverage.ts'
import { demoMobile, demoUscc } from '#frame/catalogue/codes/demo.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import type {
  CountedDocument,
  RegisteredUnit,
  RegistrationFacts,
  RegistrationKind,
} from '#rooms/registration/facts.ts'
import type { RegistrationForm } from '#rooms/registration/forms.ts'
import { askedSlots, contactSlots } from '#rooms/registration/slots.ts'
import type { RegistrationStatus } from '#rooms/registration/states.ts'

const unitId = '00000000-0000-7000-8000-0000000000a1'
const branchId = '00000000-0000-7000-8000-0000000000b1'
const registrationId = '00000000-0000-7000-8000-0000000000d1'

/** A university: user alone, complete and in order. */
export const userForm: RegistrationForm = {
  nameZh: '京华大学医学部',
  nameEn: 'Jinghua University Health Science Center',
  classes: ['user'],
  nature: 'institution',
  bodyCertificate: 'institution',
  legalRep: '贺知章',
  head: '沈括',
  scope: '医学教育；医学、生物学研究；医疗服务',
  approvalScope: ['blood', 'human-tissue'],
  contact: '林知远',
  mobile: demoMobile(1),
  email: 'office@example.cn',
  landline: '010-55500101',
  postcode: '100191',
  registeredAddress: '北京市海淀区知新路 1 号',
  businessAddress: '北京市海淀区知新路 1 号医学楼',
  storageAddress: '北京市海淀区知新路 1 号医学楼 B1',
  laboratories: [
    {
      name: '免疫学实验室',
      level: 'BSL-2',
      filingNo: '京海备 2025-0101',
      address: '医学楼 B203',
    },
  ],
  intro: '从事医学教育与研究。',
  notApplicable: ['approvalSiteNo', 'fax'],
}

/** A company that produces, sells and uses: the union of all three classes (C-41). */
export const companyForm: RegistrationForm = {
  ...userForm,
  nameZh: '北辰生物技术（北京）有限公司',
  nameEn: 'Beichen Biotechnology (Beijing) Co., Ltd.',
  classes: ['producer', 'seller', 'user'],
  nature: 'enterprise',
  bodyCertificate: 'medical',
  scope: '生产、销售生物制品、体外诊断试剂；技术开发、技术服务',
  scopeWords: '生物制品、体外诊断试剂',
  sells: ['ivd', 'drug'],
  productionAddress: '北京经济技术开发区荣景路 18 号',
}

/** A unit with this form in force, or with nothing in force yet. */
export function sampleUnit(
  profile: RegistrationForm = {},
  over: Partial<RegisteredUnit> = {},
): RegisteredUnit {
  return {
    id: unitId,
    kind: 'organisation',
    nameZh: profile.nameZh ?? '京华大学医学部',
    codeName: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    code: demoUscc(101),
    orgCode: null,
    status: profile.nameZh ? 'registered' : 'enrolled',
    version: 1,
    branch: { id: branchId, name: { zh: '中关村海关', en: 'Zhongguancun Customs' } },
    profile,
    documents: {},
    ...over,
  }
}

/** A document that stands in a slot. */
export const counted = (slot: string, over: Partial<CountedDocument> = {}): CountedDocument => ({
  slot,
  fileId: `file-${slot}`,
  name: `${slot}.pdf`,
  version: 1,
  usable: true,
  inForce: false,
  ...over,
})

/** Every document this form must bring. */
export const allDocuments = (form: RegistrationForm): CountedDocument[] =>
  askedSlots(form)
    .filter((asked) => asked.required)
    .map((asked) => counted(asked.slot.code))

/** The three papers of another contact person. */
export const contactDocuments = (): CountedDocument[] => contactSlots.map((s) => counted(s.code))

/** Facts of one registration in a status; `over` replaces parts. */
export function registrationFacts(
  about: RegistrationKind,
  status: RegistrationStatus,
  over: Partial<RegistrationFacts> = {},
): RegistrationFacts {
  const form = over.form ?? userForm
  return {
    subject: { kind: 'registration', id: registrationId, unitId, branchId, status, version: 3 },
    about,
    number: null,
    unit: sampleUnit(about === 'first' ? {} : userForm),
    form,
    marks: {},
    reason: null,
    items: [],
    remarks: [],
    submittedDay: null,
    handInBy: null,
    documents: about === 'contact' ? contactDocuments() : allDocuments(form),
    settings: settingOn('2026-11-23'),
    coverage: everyCharacter,
    ...over,
  }
}
