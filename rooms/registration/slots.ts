import type { FileKind } from '#frame/files/file-kind.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { is } from './fields.ts'
import type { RegistrationForm, UnitClass } from './forms.ts'

/** Why a unit brings a document: its class and the duty of that class. */
interface Ground {
  of: UnitClass
  duty: string
  /** False: brought where there is something to bring. */
  required: boolean
  /** Asked only when the form says so. */
  when?: (form: RegistrationForm) => boolean
}

/** A place for one document of the registration (S2-160). */
export interface RegistrationSlot {
  code: string
  title: Words
  kinds: readonly FileKind[]
  grounds: readonly Ground[]
  /** Its certificate says from when until when it holds. */
  dated: boolean
}

/** A slot as this form asks for it: with every ground that applies. */
export interface AskedSlot {
  slot: RegistrationSlot
  required: boolean
  grounds: readonly Ground[]
}

const scans: readonly FileKind[] = ['pdf', 'jpeg', 'png']
const papers: readonly FileKind[] = ['pdf', 'docx', 'doc']

const slot = (
  code: string,
  zh: string,
  en: string,
  kinds: readonly FileKind[],
  grounds: readonly Ground[],
  dated = false,
): RegistrationSlot => ({ code, title: { zh, en }, kinds, grounds, dated })

const by = (of: UnitClass, duty: string, required = true, when?: Ground['when']): Ground => ({
  of,
  duty,
  required,
  ...(when ? { when } : {}),
})

/** A document that each class of unit brings. */
const ofAll = (producer: string, seller: string, user: string, required = true) => [
  by('producer', producer, required),
  by('seller', seller, required),
  by('user', user, required),
]

/** Since 2015 the licence itself carries the code (C-30): the old certificate is brought by whoever still has one. */
const onlyOld = false

/** A user whose certificate is a business licence shows that once, not twice (C-40). */
const notTheLicence = (form: RegistrationForm) =>
  form.bodyCertificate !== 'business' || !(is(form, 'producer') || is(form, 'seller'))

/** The documents of 附件1 三(一)2 in its order; each class has its own, and a unit brings the union (C-41). */
export const registrationSlots: readonly RegistrationSlot[] = [
  slot(
    'business-licence',
    '单位营业执照',
    'Business licence',
    scans,
    [by('producer', 'S2-098'), by('seller', 'S2-113')],
    true,
  ),
  slot(
    'body-certificate',
    '事业单位法人证书（或营业执照等登记证照）',
    'Certificate of the institution',
    scans,
    [by('user', 'S2-120', true, notTheLicence)],
    true,
  ),
  slot(
    'org-code',
    '组织机构代码证',
    'Organisation code certificate',
    scans,
    ofAll('S2-099', 'S2-113', 'S2-120', onlyOld),
    true,
  ),
  slot(
    'production-qualification',
    '药品监管部门颁发的生产资质及认证证书',
    'Production qualification',
    scans,
    [by('producer', 'S2-100')],
    true,
  ),
  slot('trade-filing', '对外贸易经营者备案登记表', 'Foreign-trade filing', scans, [
    by('seller', 'S2-114'),
  ]),
  slot(
    'device-licence',
    '医疗器械经营企业许可证',
    'Medical-device trading licence',
    scans,
    [by('seller', 'S2-115', true, (f) => f.sells?.includes('ivd') ?? false)],
    true,
  ),
  slot(
    'drug-licence',
    '药品经营许可证',
    'Drug trading licence',
    scans,
    [by('seller', 'S2-115', true, (f) => f.sells?.includes('drug') ?? false)],
    true,
  ),
  slot(
    'laboratory-filing',
    '实验室生物安全登记证明',
    'Biosafety filing of the laboratory',
    scans,
    [by('user', 'S2-121')],
    true,
  ),
  slot(
    'quality-certification',
    '管理体系认证情况',
    'Management-system certification',
    [...scans, 'docx', 'doc'],
    ofAll('S2-102', 'S2-117', 'S2-123'),
    true,
  ),
  slot(
    'production-plan',
    '生产、仓储设施设备及平面图',
    'Production and storage facilities, floor plan',
    [...scans, 'docx', 'doc'],
    [by('producer', 'S2-103')],
  ),
  slot(
    'storage-plan',
    '仓储设施设备及平面图',
    'Storage facilities, floor plan',
    [...scans, 'docx', 'doc'],
    [by('seller', 'S2-117', true, (f) => !is(f, 'producer'))],
  ),
  slot(
    'laboratory-plan',
    '实验室设施设备及平面图',
    'Laboratory facilities, floor plan',
    [...scans, 'docx', 'doc'],
    [by('user', 'S2-123')],
  ),
  slot('process', '产品加工情况、生产过程或工艺流程', 'Processing, production process', papers, [
    by('producer', 'S2-104'),
  ]),
  slot('preparation', '产品制备过程及使用情况', 'Preparation and use of products', papers, [
    by('user', 'S2-123'),
  ]),
  slot(
    'rules-storage',
    '特殊物品储存管理制度',
    'Rules of storage',
    papers,
    ofAll('S2-105', 'S2-118', 'S2-124'),
  ),
  slot(
    'rules-use',
    '特殊物品使用管理制度',
    'Rules of use',
    papers,
    ofAll('S2-106', 'S2-118', 'S2-124'),
  ),
  slot(
    'rules-waste',
    '特殊物品废弃物处置管理制度',
    'Rules of waste disposal',
    papers,
    ofAll('S2-107', 'S2-118', 'S2-124'),
  ),
  slot(
    'rules-staff',
    '专业人员管理制度',
    'Rules for professional staff',
    papers,
    ofAll('S2-108', 'S2-118', 'S2-124'),
  ),
  slot(
    'rules-emergency',
    '突发事件应急处置规程',
    'Emergency procedure',
    papers,
    ofAll('S2-109', 'S2-118', 'S2-124'),
  ),
  slot(
    'other',
    '其他需要说明的单位资质',
    'Other qualifications',
    [...scans, 'docx', 'doc'],
    ofAll('S2-101', 'S2-116', 'S2-122', false),
  ),
]

/** S2-140, S2-141, S2-142 what is brought for another contact person, all with the unit's seal. */
export const contactSlots: readonly (Pick<RegistrationSlot, 'code' | 'title' | 'kinds'> & {
  duty: string
})[] = [
  {
    code: 'contact-form',
    duty: 'S2-140',
    title: { zh: '《申请单位账号注册申请表》（加盖公章）', en: 'Sealed application form' },
    kinds: scans,
  },
  {
    code: 'contact-letter',
    duty: 'S2-141',
    title: { zh: '单位介绍信（加盖公章）', en: 'Sealed letter of introduction' },
    kinds: scans,
  },
  {
    code: 'contact-id',
    duty: 'S2-142',
    title: {
      zh: '新联系人身份证复印件（加盖公章）',
      en: 'Sealed copy of the new contact’s ID card',
    },
    kinds: scans,
  },
]

/** S2-095 the documents this form asks for, by the classes ticked, each with its grounds. */
export function askedSlots(form: RegistrationForm): AskedSlot[] {
  return registrationSlots.flatMap((one) => {
    const grounds = one.grounds.filter((g) => is(form, g.of) && (g.when?.(form) ?? true))
    if (grounds.length === 0) return []
    return [{ slot: one, grounds, required: grounds.some((g) => g.required) }]
  })
}

/** Title of a slot of any kind of registration; the code itself for one that is none. */
export function slotTitle(code: string): Words {
  const known = [...registrationSlots, ...contactSlots].find((one) => one.code === code)
  return known?.title ?? { zh: code, en: code }
}
