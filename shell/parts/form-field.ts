import type { ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'

/**
 * One field of a form to fill. Rooms declare their fields once, in `forms.ts`, for server and web; what
 * stands there fits here. Kinds the part knows: choice, choices, yes-no, text, long, integer, day, days.
 * Any other kind is drawn by the page's own control of that name.
 */
export interface FormField {
  name: string
  title: Words
  kind: string
  required?: boolean
  duty?: string | null
  hint?: Words
  /** The person may state that there is nothing to fill. */
  mayNotApply?: boolean
  wide?: boolean
  max?: number
  unit?: Words
}

/** What a control of one field gets. */
export interface ControlProps<V = unknown> {
  id: string
  value: V | undefined
  change: (value: V | undefined) => void
  disabled: boolean
  /** Draw the error state. */
  bad: boolean
  /** Ids of hint and error, for `aria-describedby`. */
  describedBy: string | undefined
  label: string
  required: boolean
}

/** Draws a field of a kind of the page's own. */
export type Control = (props: ControlProps) => ReactNode
