import { checkIdCard } from '#frame/catalogue/codes/id-card.ts'
import { checkPassport } from '#frame/catalogue/codes/passport.ts'
import type { CodeCheck } from '#frame/catalogue/codes/check.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import { keyedHash, seal, unseal } from '#frame/people/sign-in/vault.ts'
import type { DocumentKind } from './forms.ts'
import type { SealedDocument } from './save.ts'

/** Checks the number of a document. In: the day, after which nobody was born yet. */
export function checkDocument(kind: DocumentKind, text: string, today: Day): CodeCheck {
  return kind === 'id-card' ? checkIdCard(text, today) : checkPassport(text)
}

/**
 * C-42 a document's number as it is kept: encrypted, beside it what may be shown and, when the number is
 * sound, the keyed hash by which the person is told apart. In: the number as typed.
 */
export async function sealDocument(
  house: House,
  kind: DocumentKind,
  typed: string,
  today: Day,
): Promise<SealedDocument> {
  const checked = checkDocument(kind, typed, today)
  // A number that cannot be right is good for nothing: only what was shown of it is kept.
  if (!checked.ok)
    return { kind, masked: maskNumber(typed.trim()), sealed: '', sound: false, identity: null }
  const number = checked.value
  const identity = (await keyedHash(house, 'person-document', `${kind} ${number}`)).toString('hex')
  const sealed = await seal(house, ownerOf(identity), Buffer.from(number))
  const kept = { kind, masked: maskNumber(number), sealed: sealed.toString('base64') }
  return { ...kept, sound: true, identity }
}

/**
 * The whole number of a sealed document. In: the document and the keyed hash it was kept with. Errors:
 * Refused when the house has lost its key, or the document belongs to somebody else.
 */
export async function openDocument(
  house: House,
  { sealed }: { sealed: string },
  identity: string,
): Promise<string> {
  return (await unseal(house, ownerOf(identity), Buffer.from(sealed, 'base64'))).toString()
}

const ownerOf = (identity: string) => `person-document ${identity}`

/** 110101********002X: the ends of a number, its middle hidden; of a short one only the last two signs. */
function maskNumber(number: string): string {
  const signs = Array.from(number)
  const [head, tail] = signs.length >= 15 ? [3, 4] : signs.length >= 7 ? [2, 2] : [0, 2]
  const hidden = Math.max(0, signs.length - head - tail)
  return `${signs.slice(0, head).join('')}${'*'.repeat(hidden)}${signs.slice(head + hidden).join('')}`
}
