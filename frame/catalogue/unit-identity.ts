import type { Words } from '#frame/kernel/lifecycle.ts'

/** What a unit is told apart by, with its name as a paper prints it. */
export interface UnitIdentity {
  codeName: Words
  code: string
}

/** A person's document as kept: only what may be shown is readable (C-42). */
export interface PersonDocument {
  kind: 'id-card' | 'passport'
  /** The number with its middle hidden. */
  masked: string
  /** The whole number, sealed under the key of the house. */
  sealed: string
}

const words = {
  unit: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  'id-card': { zh: '身份证号码', en: 'ID card number' },
  passport: { zh: '护照号码', en: 'Passport number' },
} as const

/** S2-023, C-42 a unit by its code, a natural person by the hidden number of his document. */
export function identityOf(unit: { uscc: string | null; person_document: unknown }): UnitIdentity {
  if (unit.uscc !== null) return { codeName: words.unit, code: unit.uscc }
  const { kind, masked } = unit.person_document as PersonDocument
  return { codeName: words[kind], code: masked }
}
