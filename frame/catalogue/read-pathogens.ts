import type { z } from 'zod'
import { absent } from '#frame/kernel/reason.ts'
import type { pathogensDoor } from './doors.ts'
import { lawPathogens, pathogenById, pathogenEdition } from './law-pathogens.ts'
import type { HazardClass, Pathogen } from './pathogen.ts'
import { pathogenIndex, searchPathogens, type PathogenIndex } from './pathogen-search.ts'
import { isHighlyPathogenic, transportOf } from './pathogens.ts'
import type { PathogenRow, PathogenView } from './views.ts'

let index: PathogenIndex | undefined

const rowOf = (pathogen: Pathogen): PathogenRow => ({
  id: pathogen.id,
  group: pathogen.group,
  no: pathogen.no,
  zh: pathogen.zh,
  sci: pathogen.sci,
  family: pathogen.family,
  class: pathogen.class,
  highlyPathogenic: isHighlyPathogenic(pathogen),
  levels: pathogen.levels,
  pack: pathogen.pack,
  un: pathogen.un,
  categoryA: pathogen.categoryA,
  remark: pathogen.remark,
  variants: pathogen.variants,
  aliases: pathogen.aliases,
})

/** One page of the pathogens found. In: the door's query. */
export function findPathogens(
  query: z.output<NonNullable<typeof pathogensDoor.query>>,
): z.input<typeof pathogensDoor.reply> {
  index ??= pathogenIndex(lawPathogens())
  const found = searchPathogens(index, query.q, {
    group: query.group,
    class: query.class === undefined ? undefined : (Number(query.class) as HazardClass),
    highlyPathogenic: query.high === '1',
  })
  const from = (query.page - 1) * query.size
  return { rows: found.slice(from, from + query.size).map(rowOf), total: found.length }
}

/** S2-159 one pathogen with everything the notice says of it. Errors: absent. */
export function showPathogen(id: string): PathogenView {
  const pathogen = pathogenById(id)
  if (pathogen === undefined) throw absent()
  const edition = pathogenEdition()
  const table = edition.tables.find(({ group }) => group === pathogen.group)!
  // Notes that some row points at concern that row; the others explain the table.
  const ofOneRow = new Set(table.rows.flatMap(({ notes }) => notes))
  const correction = edition.corrections.find((one) => one.id === id)
  return {
    ...rowOf(pathogen),
    table: table.title,
    notes: Object.entries(table.notes)
      .map(([letter, text]) => ({ letter, text, own: pathogen.notes.includes(letter) }))
      .filter(({ letter, own }) => own || !ofOneRow.has(letter)),
    explanations: table.explanations,
    correction:
      correction === undefined
        ? null
        : {
            field: correction.field,
            printed: correction.printed,
            read: correction.read,
            why: correction.why,
          },
    transport: (['culture', 'specimen'] as const).map((what) => ({
      what,
      ...transportOf(pathogen, what),
    })),
    source: edition.source,
  }
}
