import type { Pathogen } from './pathogen.ts'
import { nameKeys, searchKey, type NameKey } from './pathogen-names.ts'

/** Pathogens with the keys they are found by; made once per list. */
export type PathogenIndex = readonly { pathogen: Pathogen; keys: readonly NameKey[] }[]

/** Prepares a list for `searchPathogens`. */
export const pathogenIndex = (pathogens: readonly Pathogen[]): PathogenIndex =>
  pathogens.map((pathogen) => ({ pathogen, keys: nameKeys(pathogen) }))

/**
 * Distance of one key from the query, smaller is nearer, Infinity for no match. In the middle of a name
 * a short query only matches where a word begins, or HIV would find every Negis*hi v*irus.
 */
const distance = ({ key, rank, starts }: NameKey, query: string): number => {
  if (key === query) return rank
  if (rank === 3) return key.startsWith(query) && query.length > 2 ? 24 : Infinity
  if (key.startsWith(query)) return 10 + rank
  const isChinese = /\p{Script=Han}/u.test(query)
  if (!isChinese && query.length < 3) return Infinity
  if (starts.some((start) => key.startsWith(query, start))) return 20 + rank
  return (isChinese || query.length > 3) && key.includes(query) ? 30 + rank : Infinity
}

const nearest = (keys: readonly NameKey[], query: string): number =>
  keys.reduce((best, key) => Math.min(best, distance(key, query)), Infinity)

/** All words of the query found in any order, `HIV 1 型` or `杆菌 炭疽`: behind every whole match. */
const allWords = (keys: readonly NameKey[], words: readonly string[]): number => {
  if (words.length < 2) return Infinity
  const found = words.map((word) => nearest(keys, word))
  return found.every(Number.isFinite) ? 50 + Math.max(...found) : Infinity
}

export interface PathogenFilter {
  group?: Pathogen['group'] | undefined
  class?: Pathogen['class'] | undefined
  /** Only classes 1 and 2. */
  highlyPathogenic?: boolean | undefined
}

const passes = (pathogen: Pathogen, filter: PathogenFilter): boolean =>
  (filter.group === undefined || pathogen.group === filter.group) &&
  (filter.class === undefined || pathogen.class === filter.class) &&
  (filter.highlyPathogenic !== true || pathogen.class <= 2)

/**
 * Finds pathogens by Chinese name, Latin or English name, abbreviation, former name, initial and
 * species (`M. tuberculosis`) or pinyin initials. Nearest first; the more dangerous class before the
 * less dangerous among equals, then the catalogue's order. An empty query gives the filtered list.
 */
export const searchPathogens = (
  index: PathogenIndex,
  text: string,
  filter: PathogenFilter = {},
): Pathogen[] => {
  const rows = index.filter(({ pathogen }) => passes(pathogen, filter))
  const query = searchKey(text)
  if (query === '') return rows.map(({ pathogen }) => pathogen)
  const words = text
    .normalize('NFKC')
    .split(/[\s,，、;；/]+/)
    .map(searchKey)
    .filter((word) => word !== '')
  return rows
    .map((row, order) => ({
      pathogen: row.pathogen,
      order,
      far: Math.min(nearest(row.keys, query), allWords(row.keys, words)),
    }))
    .filter(({ far }) => Number.isFinite(far))
    .sort((a, b) => a.far - b.far || a.pathogen.class - b.pathogen.class || a.order - b.order)
    .map(({ pathogen }) => pathogen)
}
