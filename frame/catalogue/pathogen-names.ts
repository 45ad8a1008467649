import type { Pathogen } from './pathogen.ts'
import { pinyinInitials } from './pinyin-initials.ts'

/** How sure a key is: 0 a name as printed, 1 a common alias or former name, 2 derived, 3 pinyin initials. */
type KeyRank = 0 | 1 | 2 | 3

export interface NameKey {
  key: string
  rank: KeyRank
  /** Places in the key where a word of the name begins; every character of a Chinese name is one. */
  starts: readonly number[]
}

/**
 * What is compared: full-width and half-width, case, accents, spaces and punctuation make no
 * difference. `SARS-CoV-2`, `sars cov 2` and `ＳＡＲＳ—ＣｏＶ２` give the same.
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Splits `甲（乙）丙` into the text outside and the texts inside brackets. */
const brackets = (text: string): { outside: string; inside: string[] } => {
  const inside: string[] = []
  const outside = text
    .normalize('NFKC')
    .replace(/\(([^()]*)\)/g, (_, within: string) => {
      inside.push(within)
      return ' '
    })
    .trim()
  return { outside, inside }
}

/** Names the remark gives: 旧称, 亦称, 原名, members of a complex; Latin and Chinese apart. */
const namesInRemark = (remark: string): string[] => {
  const found = /(?:旧称|亦称|原名|复合群包括|包括|如)：?([^。；]*)/.exec(remark)
  if (found === null) return []
  return found[1]!
    .replace(/等.*$/, '')
    .split(/[、，]/)
    .flatMap((name) => [
      name.replace(/\p{Script=Han}+/gu, ' ').trim(),
      name.replace(/[^\p{Script=Han}]+/gu, ''),
    ])
    .filter((name) => name.length > 1)
}

/** `Mycobacterium tuberculosis` → `M. tuberculosis`; null for `spp.`, `Other … species` and viruses. */
const initialAndSpecies = (pathogen: Pathogen): string | null => {
  if (pathogen.group === 'virus' || pathogen.group === 'prion') return null
  const [genus, species, ...more] = brackets(pathogen.sci).outside.split(/[\s.,]+/)
  if (genus === undefined || species === undefined) return null
  if (/^(other|pathogenic)$/i.test(genus) || /^(spp|species)$/i.test(species)) return null
  const rest = more.filter((word) => !/^(subsp|complex)$/i.test(word))
  return [`${genus[0]!}.`, species, ...rest].join(' ')
}

/** `Hepatitis B virus` → `HBV`; null when it would be shorter than three letters. */
const acronym = (pathogen: Pathogen): string | null => {
  if (pathogen.group !== 'virus') return null
  const words = brackets(pathogen.sci.replace(/,.*$/, ''))
    .outside.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(and|of|the|with|to|causing|other)$/i.test(word))
  if (words.length < 3) return null
  return words.map((word) => word[0]!.toUpperCase()).join('')
}

/** Every key under which a pathogen can be found, best rank first, each once. */
export const nameKeys = (pathogen: Pathogen): NameKey[] => {
  const zh = brackets(pathogen.zh)
  const sci = brackets(pathogen.sci)
  const ranked: [KeyRank, (string | null)[]][] = [
    [0, [pathogen.zh, zh.outside, ...zh.inside, pathogen.sci, sci.outside, ...sci.inside]],
    [1, [...pathogen.aliases, ...namesInRemark(pathogen.remark)]],
    [2, [initialAndSpecies(pathogen), acronym(pathogen)]],
    [3, [pinyinInitials(searchKey(zh.outside))]],
  ]
  const keys = new Map<string, NameKey>()
  for (const [rank, names] of ranked) {
    for (const name of names) {
      const key = searchKey(name ?? '')
      if (key.length > 1 && !keys.has(key)) keys.set(key, { key, rank, starts: startsOf(name!) })
    }
  }
  return [...keys.values()]
}

/** Where in the key of a name its words begin. */
const startsOf = (name: string): number[] => {
  const starts: number[] = []
  let at = 0
  for (const word of name.normalize('NFKC').split(/[^\p{L}\p{N}]+|(?=\p{Script=Han})/u)) {
    if (word !== '') starts.push(at)
    at += searchKey(word).length
  }
  return starts
}
