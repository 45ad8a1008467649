import { z } from 'zod'
import law from '#law/article-classes.json' with { type: 'json' }

/** S2-013 the four classes; one code list for both documents (C-33). */
export const articleClassCodes = [
  'microorganism',
  'human-tissue',
  'biological-product',
  'blood',
] as const
export type ArticleClass = (typeof articleClassCodes)[number]

/** Whose words are printed: the guide, the pilot's forms, the pilot's footnote, or the law of 2025. */
export const labelSources = ['s2', 's1', 's1Note', 'law2025'] as const
export type LabelSource = (typeof labelSources)[number]

const words = z.strictObject({ zh: z.string(), en: z.string() })
const classList = z.array(
  z.strictObject({
    code: z.enum(articleClassCodes),
    labels: z.record(z.enum(labelSources), words),
    duty: z.string(),
    kinds: z.array(
      z.strictObject({
        code: z.string(),
        title: words,
        traits: z.array(z.string()),
        duty: z.string().optional(),
      }),
    ),
  }),
)

/** The classes with their kinds (S2-014…S2-018) in the order the guide names them. */
export const articleClasses = classList.parse(law.classes)
export type ArticleKind = (typeof articleClasses)[number]['kinds'][number]

/** The class's name as a document prints it. */
export const classLabel = (code: ArticleClass, source: LabelSource) =>
  articleClasses.find((row) => row.code === code)!.labels[source]

/** A kind by its code, which is unique over all classes; undefined when there is none. */
export const articleKind = (code: string): (ArticleKind & { class: ArticleClass }) | undefined => {
  for (const row of articleClasses) {
    const kind = row.kinds.find((one) => one.code === code)
    if (kind !== undefined) return { ...kind, class: row.code }
  }
  return undefined
}
