import { isAnimalLevel, rankOf, withRank, type LabLevel } from './laboratory.ts'
import type { Activity, HazardClass, Pathogen, PathogenVariant } from './pathogen.ts'

/** What is known of the strain or material beyond the row itself. */
export interface Material {
  /** Code of one of the pathogen's variants. */
  variant?: string
  /** Unfixed human or animal tissue: more virus in it than in other uncultured material (table 1, note c). */
  tissue?: boolean
  /** A recombinant virus: able to replicate, or conditionally replicating / deficient (table 1, explanation 4). */
  recombinant?: 'competent' | 'deficient'
}

/** The level an activity needs, or null with the reason when the catalogue gives none. */
export type LevelNeed = { level: LabLevel; why: string } | { level: null; why: string }

const variantOf = (pathogen: Pathogen, code: string | undefined): PathogenVariant | undefined => {
  if (code === undefined) return undefined
  const found = pathogen.variants.find((variant) => variant.code === code)
  if (found === undefined) throw new RangeError(`${pathogen.id} has no variant ${code}`)
  return found
}

/**
 * Hazard class 1–4 of the pathogen or of one of its variants.
 * Errors: RangeError for a variant the row does not have.
 */
export const hazardClass = (pathogen: Pathogen, variant?: string): HazardClass =>
  variantOf(pathogen, variant)?.class ?? pathogen.class

/** Class 1 and 2 are 高致病性 (条例第七条); S2-168 then asks for the health authority's approval. */
export const isHighlyPathogenic = (pathogen: Pathogen, variant?: string): boolean =>
  hazardClass(pathogen, variant) <= 2

/**
 * The laboratory level the catalogue demands for an activity.
 * Null level: the table does not list this activity, so the unit's biosafety committee assesses it
 * (表1 说明 2). Errors: RangeError for a variant the row does not have.
 */
export const requiredLevel = (
  pathogen: Pathogen,
  activity: Activity,
  material: Material = {},
): LevelNeed => {
  const variant = variantOf(pathogen, material.variant)
  const asCulture = material.tissue === true && activity === 'unculturedInfectious'
  const row = asCulture ? 'culture' : activity
  const printed = variant?.levels?.[row] ?? pathogen.levels[row]
  if (printed === undefined)
    return {
      level: null,
      why: '《人间传染的病原微生物目录》没有列出这种实验活动，由单位生物安全委员会评估确定防护等级；涉及高致病性的，须经国家病原微生物实验室生物安全专家委员会论证。',
    }
  if (material.recombinant === 'deficient' && pathogen.group === 'virus')
    return {
      level: withRank(printed, 2),
      why: '条件复制型或复制缺陷型重组病毒可降低防护条件，但不得低于 BSL-2（表1 说明 4），须经单位生物安全委员会评估。',
    }
  if (asCulture)
    return {
      level: printed,
      why: '未经可靠灭活或固定的人和动物组织标本含病毒量较高，比照病毒培养（表1 注 c）。',
    }
  if (variant?.levels?.[row] !== undefined)
    return { level: printed, why: `${variant.zh}：按目录备注和注释执行。` }
  if (material.recombinant === 'competent' && pathogen.group === 'virus')
    return { level: printed, why: '复制型重组病毒的防护条件不低于其母本病毒（表1 说明 4）。' }
  return { level: printed, why: '《人间传染的病原微生物目录》所列等级。' }
}

/**
 * The highest level any of several activities needs, so that one laboratory list can be asked once.
 * BSL and ABSL are kept apart; activities the table does not list are left to the caller.
 */
export const requiredLevels = (
  pathogen: Pathogen,
  wanted: readonly Activity[],
  material: Material = {},
): LabLevel[] => {
  const best = new Map<boolean, LabLevel>()
  for (const activity of wanted) {
    const { level } = requiredLevel(pathogen, activity, material)
    if (level === null) continue
    const animal = isAnimalLevel(level)
    const known = best.get(animal)
    if (known === undefined || rankOf(known) < rankOf(level)) best.set(animal, level)
  }
  return [...best.values()]
}

/** A recombinant that takes up genes of several parents follows the most dangerous of them (表1 说明 4). */
export const mostDangerous = (pathogens: readonly Pathogen[]): Pathogen | undefined =>
  pathogens.toSorted((a, b) => a.class - b.class)[0]

export interface TransportNeed {
  pack: 'A' | 'B'
  un: string
  why: string
}

/**
 * Transport category and UN number of a culture (for bacteria and fungi: strain or live culture) or
 * of any other specimen with the pathogen. Source: 国际民航组织 Doc 9284 as cited in the notes.
 */
export const transportOf = (
  pathogen: Pathogen,
  what: 'culture' | 'specimen',
  variant?: string,
): TransportNeed => {
  const other = variantOf(pathogen, variant)
  const pack = other?.pack ?? pathogen.pack
  const un = other?.un ?? pathogen.un
  if (pack === 'B') return { pack, un, why: '目录标明 B 类，按 UN3373 包装。' }
  if (what === 'specimen' && pathogen.categoryA === 'culture')
    return {
      pack: 'B',
      un: 'UN3373',
      why: '目录的 A 类仅限培养物（细菌、真菌为菌株或活菌培养物），其他标本按 UN3373 包装。',
    }
  return {
    pack,
    un,
    why:
      pathogen.categoryA === 'culture'
        ? `目录标明 A 类，培养物按 ${un} 包装。`
        : `目录标明 A 类，涉及该病原体的所有材料按 ${un} 包装。`,
  }
}
