import { reason, type Reason } from '#frame/kernel/reason.ts'
import { hasPathogens, isUnit, purposeHas, type CaseAsk } from './asked-when.ts'
import type { CaseField } from './case-field.ts'
import type { descriptions } from './forms.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** One thing the descriptive file has to say. */
export interface Described {
  code: (typeof descriptions)[number]
  duty: string
  title: Words
  /** Whether this case's file must say it. */
  asked(ask: CaseAsk): boolean
}

const always = () => true

/** S2-170 what the guide wants written in 特殊物品描述性文件, point by point. */
export const describedPoints: readonly Described[] = [
  {
    // S2-171 how the applicant stands to consignor, consignee, users or makers
    code: 'relation',
    duty: 'S2-171',
    title: {
      zh: '与收发货单位、用户或者生产厂家的关系',
      en: 'Relation to consignor, consignee, users or makers',
    },
    asked: isUnit,
  },
  {
    // S2-172 where it comes from and how it is made
    code: 'making',
    duty: 'S2-172',
    title: {
      zh: '成分来源、生产工艺、用途和生物安全等级',
      en: 'Source of ingredients, process, use, biosafety level',
    },
    asked: always,
  },
  {
    // S2-173 names in Chinese and Latin
    code: 'names',
    duty: 'S2-173',
    title: { zh: '病原微生物的中文和拉丁文学名', en: 'Pathogens in Chinese and Latin' },
    asked: hasPathogens,
  },
  {
    // S2-174 how it is kept and carried
    code: 'conditions',
    duty: 'S2-174',
    title: { zh: '储存、运输条件和注意事项', en: 'Storage, transport and cautions' },
    asked: always,
  },
  {
    // S2-175 what is studied, and with whom
    code: 'research',
    duty: 'S2-175',
    title: { zh: '研究内容和合作协议', en: 'Research content and cooperation agreement' },
    asked: ({ form }) => purposeHas(form, 'research'),
  },
  {
    // S2-176 what other departments have to approve
    code: 'approvals',
    duty: 'S2-176',
    title: {
      zh: '是否需要主管部门批准，批准文件是否已上传',
      en: 'Whether other approvals are needed and uploaded',
    },
    asked: always,
  },
  {
    // S2-177 the promise that all is true
    code: 'truth',
    duty: 'S2-177',
    title: { zh: '真实性承诺', en: 'Promise of truthfulness' },
    asked: always,
  },
  {
    // S2-178 whatever else matters
    code: 'other',
    duty: 'S2-178',
    title: { zh: '其他需要说明的情况', en: 'Other information' },
    asked: () => false,
  },
]

/** The applicant goes through the points beside the file it uploads. */
export const describedFields: readonly CaseField[] = [
  {
    name: 'describes',
    duty: 'S2-170',
    kind: 'described',
    required: true,
    wide: true,
    title: { zh: '描述性文件已写明', en: 'The descriptive file says' },
    hint: {
      zh: '请对照文件逐项确认，没有写的补充后再勾选。',
      en: 'Go through the file and confirm each point.',
    },
  },
]

/** Each point the descriptive file must hold is confirmed by the applicant, with the duty of the point. */
export function undescribed(ask: CaseAsk): Reason[] {
  const said = ask.form.describes ?? []
  return describedPoints
    .filter((point) => point.asked(ask) && !said.includes(point.code))
    .map((point) =>
      reason(
        point.duty,
        'undescribed',
        `还没有确认描述性文件写明“${point.title.zh}”。请核对文件内容后勾选；没有写的，请补充后重新上传。`,
        'describes',
      ),
    )
}
