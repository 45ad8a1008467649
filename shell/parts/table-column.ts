import type { ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** One column of a register. */
export interface Column<Row> {
  key: string
  title: Words | string
  render: (row: Row) => ReactNode
  /** The server can sort by this key. */
  sort?: boolean
  width?: number
  align?: 'left' | 'right' | 'center'
  /** Not shown until the person picks it. */
  hidden?: boolean
  /** Cannot be taken away. */
  always?: boolean
  /** Long text is cut after one line; the full text is in the tooltip. */
  cut?: boolean
}

/** One filter; its value stands in the address under `key`. */
export type Filter = { key: string; label: Words | string } & (
  | { kind: 'choice' | 'choices'; options: readonly { value: string; label: Words | string }[] }
  | { kind: 'text' }
  /** Two days `from..to` joined by a comma. */
  | { kind: 'days' }
  /** One day, e.g. the day as of which the register is shown. */
  | { kind: 'day' }
  | { kind: 'flag' }
)
