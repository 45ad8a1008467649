/**
 * Laboratory levels of GB 19489: BSL-1…4, and ABSL-1…4 where animals are infected.
 * S1-110 and S2-012 ask for a level that matches the article.
 */
export const labLevels = [
  'BSL-1',
  'BSL-2',
  'BSL-3',
  'BSL-4',
  'ABSL-1',
  'ABSL-2',
  'ABSL-3',
  'ABSL-4',
] as const

export type LabLevel = (typeof labLevels)[number]

/** Whether the level is one for work with infected animals. */
export const isAnimalLevel = (level: LabLevel): boolean => level.startsWith('ABSL')

/** 1 to 4. */
export const rankOf = (level: LabLevel): number => Number(level.at(-1))

/** The level of the same kind with another rank. */
export const withRank = (level: LabLevel, rank: 1 | 2 | 3 | 4): LabLevel =>
  `${isAnimalLevel(level) ? 'ABSL' : 'BSL'}-${rank}`

/**
 * Reads a level as people write it: `bsl2`, `P3`, `ＢＳＬ－３`, `ABSL 3`, `生物安全二级`.
 * Returns null when it is none.
 */
export const parseLabLevel = (text: string): LabLevel | null => {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_–—－-]/g, '')
    .replace(/^(动物)?生物安全([一二三四])级.*$/, (_, animal: string | undefined, rank: string) =>
      animal === undefined
        ? `BSL${'一二三四'.indexOf(rank) + 1}`
        : `ABSL${'一二三四'.indexOf(rank) + 1}`,
    )
  const found = /^(A?BSL|P)([1-4])$/.exec(plain)
  if (found === null) return null
  return `${found[1] === 'ABSL' ? 'ABSL' : 'BSL'}-${found[2] as '1' | '2' | '3' | '4'}`
}

/** S2-185 a laboratory of level 3 or 4 must be accredited by the national accreditation body. */
export const needsAccreditation = (level: LabLevel): boolean => rankOf(level) >= 3

export interface LabComparison {
  enough: boolean
  /** The held level that suffices, else the best one of the same kind, else null. */
  best: LabLevel | null
  /** Chinese, one sentence, for the reviewer and the applicant. */
  message: string
}

/**
 * Is one of the `held` laboratories enough for `required`? Animal work asks for an ABSL of at least the
 * rank, other work for a BSL; an ABSL does not stand in for a BSL, nor the other way round, because
 * each is accredited or filed for its own use: a unit with both names both.
 */
export const compareLabs = (held: readonly LabLevel[], required: LabLevel): LabComparison => {
  const same = held
    .filter((level) => isAnimalLevel(level) === isAnimalLevel(required))
    .sort((a, b) => rankOf(b) - rankOf(a))
  const best = same[0] ?? null
  const kind = isAnimalLevel(required) ? '动物生物安全实验室（ABSL）' : '生物安全实验室（BSL）'
  if (best === null)
    return { enough: false, best, message: `需要${required}实验室，但没有填报任何${kind}。` }
  if (rankOf(best) >= rankOf(required))
    return { enough: true, best, message: `需要${required}实验室，已有${best}，满足要求。` }
  return {
    enough: false,
    best,
    message: `需要${required}实验室，填报的最高为${best}，防护等级不够。`,
  }
}
