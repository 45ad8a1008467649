import { z } from 'zod'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** The languages a notice is written in. */
export type Language = 'zh' | 'en'

/** Where a notice goes: the in-box of the house, a mailbox, a mobile phone. */
export type Channel = 'inbox' | 'mail' | 'sms'

/** A notice in one language: one line of title and the sentences under it, all plain text. */
export interface NoticeText {
  title: string
  lines: string[]
  /** Word on the link, when there is one. */
  link?: string
}

type Text<S extends z.core.$ZodType> = Record<Language, (params: z.output<S>) => NoticeText>

/**
 * One kind of notice. The words stand here once, in both languages; a row keeps only `params`, so the
 * same notice reads in the language of whoever opens it. Personal data in `params` only as far as the
 * sentence needs it.
 */
export interface NoticeKind<S extends z.core.$ZodType = z.core.$ZodType> {
  kind: string
  /** What the person reads in the list of wishes. */
  words: Words
  params: S
  channels: readonly Channel[]
  text: Text<S>
  /** The short message, one sentence; needed when `channels` has sms. */
  sms?: Record<Language, (params: z.output<S>) => string>
  /** Nobody may switch its mail off: account links and what the law has notified. */
  always: boolean
}

// oxlint-disable-next-line typescript/no-explicit-any -- the register mixes kinds of different params
type AnyKind = NoticeKind<any>

const register = new Map<string, AnyKind>()

/**
 * Declares a kind of notice and enters it in the register. In: name as `room.what`; `always` is false
 * unless said. Errors: throws when the name is taken, or a short message has no words.
 */
export function defineNotice<S extends z.core.$ZodType>(
  definition: Omit<NoticeKind<S>, 'always'> & { always?: boolean },
): NoticeKind<S> {
  const kind: NoticeKind<S> = { always: false, ...definition }
  if (register.has(kind.kind)) throw new Error(`notice ${kind.kind} is defined twice`)
  if (kind.channels.includes('sms') && !kind.sms)
    throw new Error(`notice ${kind.kind} goes by sms but has no words for it`)
  register.set(kind.kind, kind)
  return kind
}

/** All kinds of this process, by name. */
export function allNoticeKinds(): AnyKind[] {
  return [...register.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
}

/** The words of a kind, also of one that this version no longer has. */
export function kindWords(kind: string): Words {
  return register.get(kind)?.words ?? { zh: kind, en: kind }
}

/**
 * The text of a stored notice. In: kind, stored params and language. Out: its text; when this version no
 * longer knows the kind or its params, its name alone, so that an old row never breaks a list.
 */
export function noticeText(kind: string, params: unknown, language: Language): NoticeText {
  const known = register.get(kind)
  const parsed = known ? z.safeParse(known.params, params) : null
  if (!known || !parsed?.success) return { title: kindWords(kind)[language], lines: [] }
  return known.text[language](parsed.data)
}

/** The short message of a stored notice; its title when the kind has no words of its own for it. */
export function smsText(kind: string, params: unknown, language: Language): string {
  const known = register.get(kind)
  const parsed = known ? z.safeParse(known.params, params) : null
  if (!known?.sms || !parsed?.success) return noticeText(kind, params, language).title
  return known.sms[language](parsed.data)
}

/** Params checked against the kind's form. Errors: throws when they do not fit, a fault of the caller. */
export function checkedParams<S extends z.core.$ZodType>(
  kind: NoticeKind<S>,
  params: unknown,
): z.output<S> {
  const parsed = z.safeParse(kind.params, params)
  if (parsed.success) return parsed.data
  throw new Error(`params of notice ${kind.kind}: ${z.prettifyError(parsed.error)}`)
}
