import type { ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Control, FormField } from './form-field.ts'

/** What an act asks before it is done. Without one, a plain confirmation is asked. */
export interface ActForm {
  /** What will happen, in a sentence. */
  text?: Words | ReactNode
  fields?: readonly FormField[]
  choices?: (name: string) => Record<string, Words> | undefined
  controls?: Readonly<Record<string, Control>>
  initial?: Readonly<Record<string, unknown>>
  /** Cannot be undone or refuses somebody: a red button. */
  danger?: boolean
  /** Done at once, without a dialog. */
  plain?: boolean
  /** Word on the confirming button; the act's title unless told. */
  confirm?: Words
  wide?: boolean
}
