import { z } from 'zod'

/** Everything a message can be; the table's comment says what each means. */
export const messageStates = [
  'waiting',
  'sending',
  'handing',
  'sent',
  'failed',
  'unknown',
  'kept',
] as const
export type MessageState = (typeof messageStates)[number]

/** What a person wishes about notices. */
export const wishForm = z.strictObject({
  /** Kinds not wanted by mail. */
  mailOff: z.array(z.string().max(100)).max(200),
  /** One mail each Monday with what waits and what ends. */
  digest: z.boolean(),
  /** Language of mails and short messages; null: as the account's own. */
  language: z.enum(['zh', 'en']).nullable(),
})
export type Wishes = z.output<typeof wishForm>

/** Where a page of a list begins: `<instant>~<id>`, as `next` of the page before gave it. */
export const pageMark = z.string().transform((text, ctx) => {
  const [at = '', id = ''] = text.split('~')
  const parsed = z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id })
  if (parsed.success) return { at: new Date(at), id }
  ctx.addIssue({ code: 'custom', message: '翻页的位置不对。请从第一页重新查看。' })
  return z.NEVER
})
