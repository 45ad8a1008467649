import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { labLevels } from './laboratory.ts'
import { activities, pathogenGroups, type Pathogen } from './pathogen.ts'

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const hazard = z.literal([1, 2, 3, 4])
const levels = z.partialRecord(z.enum(activities), z.enum(labLevels))
const pack = z.enum(['A', 'B'])

const variant = z.strictObject({
  code: z.string().min(1),
  ...words.shape,
  class: hazard.optional(),
  levels: levels.optional(),
  pack: pack.optional(),
  un: z.string().optional(),
})

const row = z.strictObject({
  id: z.string().regex(/^(virus|prion|bacteria|fungus)-\d+[ab]?$/),
  no: z.int().positive(),
  zh: z.string().min(1),
  sci: z.string().min(1),
  family: z.string().optional(),
  class: hazard,
  levels,
  pack,
  un: z.enum(['UN2814', 'UN2900', 'UN3373']),
  categoryA: z.enum(['all', 'culture']).nullable(),
  remark: z.string(),
  notes: z.array(z.string().length(1)),
  variants: z.array(variant).optional(),
})

const table = z.strictObject({
  group: z.enum(pathogenGroups),
  title: words,
  activities: z.array(z.enum(activities)),
  notes: z.record(z.string(), z.string()),
  explanations: z.array(z.string()),
  rows: z.array(row),
})

const edition = z.strictObject({
  title: z.string(),
  source: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  corrections: z.array(
    z.strictObject({
      id: z.string(),
      field: z.string(),
      printed: z.string(),
      read: z.string(),
      why: z.string(),
    }),
  ),
  tables: z.array(table),
})

const aliasFile = z.strictObject({
  title: z.string(),
  ours: z.literal(true),
  source: z.string(),
  aliases: z.record(z.string(), z.array(z.string().min(1))),
})

const readLaw = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../law/${name}`, import.meta.url), 'utf8'))

/** The catalogue with its notes, explanations and corrected faults (`law/pathogens-2023.json`). */
export type PathogenEdition = z.infer<typeof edition>

let known: { edition: PathogenEdition; rows: Pathogen[]; byId: Map<string, Pathogen> } | undefined

// A national list that nobody here may edit: it stays in law/ and is read once, not copied into tables.
const catalogue = () => {
  if (known !== undefined) return known
  const parsed = edition.parse(readLaw('pathogens-2023.json'))
  const { aliases } = aliasFile.parse(readLaw('pathogen-aliases.json'))
  const rows = parsed.tables.flatMap((part) =>
    part.rows.map((printed) => ({
      ...printed,
      group: part.group,
      family: printed.family ?? null,
      variants: printed.variants ?? [],
      aliases: aliases[printed.id] ?? [],
    })),
  )
  known = { edition: parsed, rows, byId: new Map(rows.map((row) => [row.id, row])) }
  return known
}

/** The catalogue as printed. Errors: throws when a law file is not of its form. */
export const pathogenEdition = (): PathogenEdition => catalogue().edition

/** Its 509 rows in printed order, with our search aliases. */
export const lawPathogens = (): readonly Pathogen[] => catalogue().rows

/** One row by its id (`virus-57`), or undefined. */
export const pathogenById = (id: string): Pathogen | undefined => catalogue().byId.get(id)
