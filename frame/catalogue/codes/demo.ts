import { idCardCheckChar } from './id-card.ts'
import { orgCodeCheckChar } from './org-code.ts'
import { usccCheckChar } from './uscc.ts'

/** A whole number from 0 to `below` - 1, always the same for the same seed (FNV-1a). */
const draw = (seed: string | number, below: number): number => {
  let hash = 2166136261
  for (const char of `demo:${seed}`) {
    hash = Math.imul(hash ^ char.codePointAt(0)!, 16777619) >>> 0
  }
  return hash % below
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/**
 * A valid but fictitious 统一社会信用代码 for demonstration data and tests: the same seed gives the
 * same code. Area 110000 and a subject code beginning with YY are not given to real units.
 * Numbers 0–999999 as seed never collide; other seeds may, one in a million.
 */
export const demoUscc = (seed: string | number): string => {
  const plain = typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && seed < 1_000_000
  const org = `YY${padded(plain ? seed : draw(seed, 1_000_000), 6)}`
  const body = `91110000${org}${orgCodeCheckChar(org)}`
  return body + usccCheckChar(body)
}

/** A valid but fictitious ID number: area 119900 does not exist. */
export const demoIdCard = (seed: string | number): string => {
  const year = 1960 + draw(`${seed}:y`, 40)
  const month = 1 + draw(`${seed}:m`, 12)
  const day = 1 + draw(`${seed}:d`, 28)
  const body = `119900${year}${padded(month, 2)}${padded(day, 2)}${padded(draw(`${seed}:n`, 1000), 3)}`
  return body + idCardCheckChar(body)
}

/** An invented mobile number, 13900000000–13900009999. */
export const demoMobile = (seed: string | number): string =>
  `1390000${padded(typeof seed === 'number' ? seed % 10_000 : draw(seed, 10_000), 4)}`

/** An invented 海关注册编码 of Haidian (11089). */
export const demoCustomsCode = (seed: string | number): string =>
  `110896${padded(draw(`${seed}:c`, 10_000), 4)}`
