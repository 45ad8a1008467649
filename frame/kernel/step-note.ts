import { z } from 'zod'
import type { Words } from './lifecycle.ts'

/**
 * One sentence of the product in a history: what it is filled with, and how it reads. A row keeps only code
 * and params, so that the same step reads in the language of whoever opens it; what a person wrote stands
 * in it as typed.
 */
export interface NoteForm<S extends z.ZodRawShape = z.ZodRawShape> {
  params: z.ZodObject<S>
  words(params: z.output<z.ZodObject<S>>): Words
}

/** A sentence as a row keeps it. */
export interface StepNote {
  code: string
  params: Record<string, unknown>
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list mixes sentences of different params
type AnyForm = NoteForm<any>

/** The sentences of one room. */
export interface StepNotes<N extends Record<string, AnyForm>> {
  /** One of them, filled. */
  note<C extends keyof N & string>(code: C, params: z.input<N[C]['params']>): StepNote
  /** How a stored one reads. A row of the time when rows kept the sentence itself reads as it stands. */
  words(stored: string | null): Words | null
}

/** Declares one sentence; only fixes its types. */
export function noteForm<S extends z.ZodRawShape>(
  shape: S,
  words: NoteForm<S>['words'],
): NoteForm<S> {
  return { params: z.strictObject(shape), words }
}

const storedNote = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) })

/** The sentences a room writes into its histories, by code. */
export function stepNotes<N extends Record<string, AnyForm>>(forms: N): StepNotes<N> {
  return {
    note: (code, params) => ({ code, params: forms[code]!.params.parse(params) }),
    words(stored) {
      if (stored === null) return null
      const kept = storedNote.safeParse(parsed(stored))
      const form = kept.success ? forms[kept.data.code] : undefined
      const params = form?.params.safeParse(kept.data?.params)
      return form && params?.success ? form.words(params.data) : { zh: stored, en: stored }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
