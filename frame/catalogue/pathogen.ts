import type { LabLevel } from './laboratory.ts'

export const pathogenGroups = ['virus', 'prion', 'bacteria', 'fungus'] as const
export type PathogenGroup = (typeof pathogenGroups)[number]

/** The kinds of work the catalogue sets a level for; which ones exist depends on the table. */
export const activities = [
  'culture',
  'animal',
  'unculturedInfectious',
  'inactivated',
  'nonInfectious',
  'liveCulture',
  'sampleTesting',
  'tissueCulture',
  'infectiousTesting',
] as const
export type Activity = (typeof activities)[number]

/** 1 most dangerous … 4 (条例第七条). */
export type HazardClass = 1 | 2 | 3 | 4

/** A strain for which the catalogue's remark or note says something else than the row. */
export interface PathogenVariant {
  code: string
  zh: string
  en: string
  class?: HazardClass | undefined
  levels?: Partial<Record<Activity, LabLevel>> | undefined
  pack?: 'A' | 'B' | undefined
  un?: string | undefined
}

/** One row of 《人间传染的病原微生物目录》. */
export interface Pathogen {
  /** `virus-57`, `bacteria-9`; the two rows of number 150 are `virus-150a` and `virus-150b`. */
  id: string
  group: PathogenGroup
  /** Number printed in its table. */
  no: number
  zh: string
  /** Latin or English name as printed. */
  sci: string
  /** Taxonomy (viruses only). */
  family: string | null
  class: HazardClass
  levels: Partial<Record<Activity, LabLevel>>
  pack: 'A' | 'B'
  un: string
  /** What of it is category A: everything, only cultures, or nothing. */
  categoryA: 'all' | 'culture' | null
  remark: string
  /** Letters of the table's notes that concern this row. */
  notes: string[]
  variants: PathogenVariant[]
  aliases: string[]
}

/** Which of the catalogue's activities exist in the group's table, in printed order. */
export const activitiesOf: Record<PathogenGroup, readonly Activity[]> = {
  virus: ['culture', 'animal', 'unculturedInfectious', 'inactivated', 'nonInfectious'],
  prion: ['tissueCulture', 'animal', 'infectiousTesting'],
  bacteria: ['liveCulture', 'animal', 'sampleTesting', 'nonInfectious'],
  fungus: ['liveCulture', 'animal', 'sampleTesting', 'nonInfectious'],
}
