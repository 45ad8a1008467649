import { z } from 'zod'
import type { Day } from '#frame/calendar/day.ts'
import law from '#law/prohibitions.json' with { type: 'json' }
import { articleClasses, articleKind, type ArticleClass } from './article-classes.ts'

const words = z.strictObject({ zh: z.string(), en: z.string() })
const prohibitionList = z.array(
  z.strictObject({
    code: z.string(),
    title: words,
    directions: z.array(z.enum(['entry', 'exit', 'transit'])),
    /** Null: whatever the purpose. */
    purposes: z.array(z.string()).nullable(),
    /** Trait of the article kinds it concerns; null: every article. */
    kindTrait: z.string().nullable(),
    duties: z.array(z.string()),
    exceptions: z.array(z.strictObject({ code: z.string(), title: words })),
    /** The role that may clear it by naming an exception; null: nobody may. */
    clearedBy: z.string().nullable(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    source: z.string(),
  }),
)

export const prohibitions = prohibitionList.parse(law.prohibitions)
export type Prohibition = (typeof prohibitions)[number]

/** What is to be brought in or out. */
export interface Traffic {
  direction: 'entry' | 'exit' | 'transit'
  purpose: string | undefined
  articleClass: ArticleClass
  /** Code of the kind within the class; undefined when it is not known yet: then the class counts. */
  kind?: string | undefined
}

const concerns = (traffic: Traffic, trait: string | null): boolean => {
  if (trait === null) return true
  const kind = traffic.kind === undefined ? undefined : articleKind(traffic.kind)
  if (kind !== undefined) return kind.traits.includes(trait)
  const row = articleClasses.find(({ code }) => code === traffic.articleClass)
  return row?.kinds.some((one) => one.traits.includes(trait)) ?? false
}

/**
 * S1-012, S2-039 the prohibitions of law that stand against a traffic on a day; empty when none does.
 * Where the kind is not named the whole class is taken, so that a doubt stops and does not pass.
 */
export const prohibitionsFor = (traffic: Traffic, on: Day): Prohibition[] =>
  prohibitions.filter(
    (rule) =>
      rule.validFrom <= on &&
      (rule.validTo === null || on <= rule.validTo) &&
      rule.directions.includes(traffic.direction) &&
      (rule.purposes === null ||
        (traffic.purpose !== undefined && rule.purposes.includes(traffic.purpose))) &&
      concerns(traffic, rule.kindTrait),
  )
