import { z } from 'zod'
import { actView, instant, words } from '#frame/http/reply-parts.ts'
import { role } from '../views.ts'

/** Who has one role's part of a subject in hand; nobody yet where `holder` is null. */
export const taskLine = z.object({
  role,
  roleWords: words,
  holder: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  since: instant.nullable(),
  /** Who handed it to the holder, and why; null when he took it up himself. */
  givenBy: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.int(),
  acts: z.array(actView),
})

/** Somebody who can take a task over. */
export const colleagueLine = z.object({
  id: z.uuid(),
  name: z.string(),
  body: z.string(),
  /** He holds the role only while a colleague is away. */
  deputy: z.boolean(),
})
