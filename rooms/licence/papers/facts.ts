import { z } from 'zod'

const text = z.string().min(1)
const day = z.iso.date()

/** Who the paper is addressed to. */
export const applicantFacts = z.strictObject({
  name: text,
  /** 统一社会信用代码, or the kind of a person's document. */
  codeName: text,
  code: text,
  address: text,
})

const onCase = {
  applicant: applicantFacts,
  /** e.g. 入境特殊物品卫生检疫审批 */
  matter: text,
  caseNumber: text,
  /** The first article, with “等 n 项” when there are more. */
  articles: text,
}

const onFiledCase = { ...onCase, receivedDay: day }
const legal = { basis: text, contact: text }

/** S2-029 what 受理凭证 says. */
export const acceptanceFacts = z.strictObject({
  ...onFiledCase,
  ...legal,
  acceptedDay: day,
  /** Accepted by law, since nobody answered in time (行政许可法 32(4)). */
  deemed: z.boolean(),
  dueDay: day,
  limitDays: z.int().positive(),
  usualDays: z.int().positive(),
  materials: z.array(text),
  fee: text,
})

/** S2-033 what 材料补正告知书 says: every item, once. */
export const correctionFacts = z.strictObject({
  ...onFiledCase,
  ...legal,
  deadline: day,
  /** What follows when the day passes; may be empty. */
  consequence: z.string(),
  items: z.array(z.strictObject({ place: text, problem: text, demand: z.string() })).min(1),
})

/** S2-034 what 行政许可不予受理决定书 says. */
export const nonAcceptanceFacts = z.strictObject({
  ...onFiledCase,
  reasons: z.array(text).min(1),
  basis: z.array(text).min(1),
  /** Where to apply instead; null when there is no such place. */
  instead: text.nullable(),
  remedies: text,
})

/** S2-039 what 不予行政许可决定书 says. */
export const refusalFacts = z.strictObject({
  ...onFiledCase,
  acceptedDay: day,
  findings: z.array(text).min(1),
  reasons: z.array(text).min(1),
  basis: z.array(text).min(1),
  remedies: text,
})

/** S2-047 what 特殊环节时间告知书 says. */
export const specialStepFacts = z.strictObject({
  ...onCase,
  ...legal,
  acceptedDay: day,
  /** 专家资料审查, 现场评估 or 实验室检测 */
  step: text,
  startDay: day,
  /** Working days. */
  expectedDays: z.int().positive(),
  expectedEnd: day,
  cause: text,
  /** The end of the term if the step ends as expected; null when it cannot be said. */
  dueDay: day.nullable(),
  /** What the applicant is asked to do meanwhile; may be empty. */
  duties: z.array(text),
})

/** S2-045 what 延长办理期限告知书 says. */
export const extensionFacts = z.strictObject({
  ...onCase,
  ...legal,
  acceptedDay: day,
  formerDueDay: day,
  dueDay: day,
  cause: text,
  approver: text,
  approvedDay: day,
  extraDays: z.int().positive(),
})

/** S2-040 what 入/出境特殊物品卫生检疫审批单 says. */
export const permitFacts = z.strictObject({
  direction: z.enum(['entry', 'exit']),
  applicant: applicantFacts,
  caseNumber: text,
  consignor: text,
  consignee: text,
  manufacturer: text,
  originCountry: text.default('***'),
  countryLabel: text,
  country: text,
  portLabel: text,
  port: text,
  destination: text,
  /** *** where there is none (S2-146). */
  contractNo: text,
  /** Storage, transport, packing. */
  carriage: text.default('***'),
  useAddress: text,
  laboratory: text.nullable(),
  articleClass: text,
  purpose: text,
  pathogens: z.array(z.strictObject({ name: text, latin: z.string(), class: text })),
  grade: text,
  usesText: text,
  validFrom: day,
  validTo: day,
  rows: z
    .array(
      z.strictObject({
        name: text,
        foreign: text.nullable(),
        /** S2-199 the name in another language of the label. */
        other: text.optional(),
        /** S2-149 the maker's batch; *** where there is none. */
        batch: text.optional(),
        catalogueNo: text.nullable(),
        spec: text,
        quantity: text,
        use: text,
      }),
    )
    .min(1),
  conditions: z.array(text),
  basis: text,
})
