import { z } from 'zod'
import law from '#law/rule-sets.json' with { type: 'json' }
import { labelSources } from './article-classes.ts'
import { settingFormOf, type SettingKey } from './setting.ts'

export const ruleSetCodes = ['S2', '2025', '2026'] as const
export type RuleSetCode = (typeof ruleSetCodes)[number]

const words = z.strictObject({ zh: z.string(), en: z.string() })
const grade = z.strictObject({
  code: z.string(),
  title: words,
  /** The setting that gives the permit's validity in months. */
  monthsKey: z.string().refine((key) => settingFormOf(key) !== undefined),
  uses: z.enum(['once', 'many']),
  /** Whether a permit may be written off in parts. */
  partialWriteOff: z.boolean(),
  /** Least share of batches inspected at the port, percent; null where the table is not known. */
  inspection: z.strictObject({ entry: z.int(), exit: z.int() }).nullable(),
  followUp: z.enum(['all', 'none']),
  assessment: words,
  covers: z.array(z.string()),
})

const ruleSetList = z.array(
  z.strictObject({
    code: z.enum(ruleSetCodes),
    title: words,
    /** A draft holds only from the day an administrator puts it in force. */
    draft: z.boolean(),
    validFrom: z.string().nullable(),
    source: z.string(),
    /** Printed on papers. */
    legalBasis: z.array(z.string()).min(1),
    classLabel: z.enum(labelSources),
    /** Kinds with one of these traits are no special articles under the set. */
    excludedTraits: z.array(z.string()),
    /** Drugs, veterinary drugs and devices are no special articles under the set. */
    excludesRegulatedProducts: z.boolean(),
    /** What is not known of the set and must be checked before it is put in force. */
    gaps: z.array(z.string()),
    grades: z.array(grade).min(1),
  }),
)

/** The rule sets of C-34: the guide as printed, and the drafts of 2025 and 2026. */
export const ruleSets = ruleSetList.parse(law.ruleSets)
export type RuleSet = (typeof ruleSets)[number]
export type Grade = RuleSet['grades'][number]

/** A rule set by its code; the codes of cases are always known. Errors: throws for another text. */
export const ruleSetOf = (code: string): RuleSet => {
  const found = ruleSets.find((set) => set.code === code)
  if (found === undefined) throw new RangeError(`no rule set ${code}`)
  return found
}

/** A grade of a set by its code, or undefined. */
export const gradeOf = (set: RuleSet, code: string): Grade | undefined =>
  set.grades.find((one) => one.code === code)

/** The setting with the months a permit of this grade is valid. */
export const monthsKeyOf = (one: Grade): SettingKey => one.monthsKey as SettingKey
