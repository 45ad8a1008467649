import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { actView, instant, stateView, words } from '#frame/http/reply-parts.ts'
import { messageStates, pageMark, wishForm } from './forms.ts'

const unread = z.object({ unread: z.number().int() })
const tag = 'notify'

/** One notice in both languages; the reader's page chooses. */
export const inboxLine = z.object({
  id: z.uuid(),
  at: instant,
  kind: words,
  title: words,
  lines: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** The page it opens, from the root of the site. */
  href: z.string().nullable(),
  read: z.boolean(),
})

export const inboxDoor = door({
  method: 'GET',
  path: '/api/inbox',
  permission: 'inbox.read',
  who: 'signed-in',
  tag,
  summary: { zh: '本人的消息', en: 'My messages' },
  query: z.strictObject({
    size: z.coerce.number().int().min(1).max(100).default(20),
    unread: z.literal('1').optional(),
    after: pageMark.optional(),
  }),
  reply: z.object({
    unread: z.number().int(),
    rows: z.array(inboxLine),
    next: z.string().nullable(),
  }),
})

export const readNoticeDoor = door({
  method: 'POST',
  path: '/api/inbox/:id/read',
  permission: 'inbox.mark',
  who: 'signed-in',
  tag,
  summary: { zh: '标为已读', en: 'Mark as read' },
  params: z.strictObject({ id: z.uuid() }),
  reply: unread,
})

export const readAllDoor = door({
  method: 'POST',
  path: '/api/inbox/read',
  permission: 'inbox.mark-all',
  who: 'signed-in',
  tag,
  summary: { zh: '全部标为已读', en: 'Mark all as read' },
  reply: unread,
})

export const wishesDoor = door({
  method: 'GET',
  path: '/api/inbox/wishes',
  permission: 'wish.read',
  who: 'signed-in',
  tag,
  summary: { zh: '本人的通知设置', en: 'My notice settings' },
  reply: z.object({
    wishes: wishForm,
    /** The mailbox, so that the person sees where mails go. */
    mailbox: z.string(),
    kinds: z.array(z.object({ kind: z.string(), words, always: z.boolean() })),
  }),
})

export const setWishesDoor = door({
  method: 'PUT',
  path: '/api/inbox/wishes',
  permission: 'wish.set',
  who: 'signed-in',
  tag,
  summary: { zh: '修改通知设置', en: 'Change notice settings' },
  body: wishForm,
  reply: stateView,
})

/** One mail or short message. */
export const outboxLine = z.object({
  id: z.uuid(),
  at: instant,
  channel: z.enum(['mail', 'sms']),
  to: z.string(),
  kind: words,
  state: z.enum(messageStates),
  attempts: z.number().int(),
  error: z.string().nullable(),
  version: z.number().int(),
  /** Its text and link; only in the demonstration. */
  body: z
    .object({
      language: z.enum(['zh', 'en']),
      title: z.string(),
      lines: z.array(z.string()),
      href: z.string().nullable(),
      link: z.string().nullable(),
    })
    .nullable(),
  acts: z.array(actView),
})

export const outboxDoor = door({
  method: 'GET',
  path: '/api/outbox',
  permission: 'outbox.read',
  // in the demonstration everybody, else the system administrator: the read decides
  who: 'public',
  tag,
  summary: { zh: '发件箱', en: 'Outbox' },
  query: z.strictObject({
    size: z.coerce.number().int().min(1).max(100).default(20),
    state: z.enum(messageStates).optional(),
    after: pageMark.optional(),
  }),
  reply: z.object({
    demo: z.boolean(),
    /** Channels that are set up. */
    channels: z.object({ mail: z.boolean(), sms: z.boolean() }),
    rows: z.array(outboxLine),
    next: z.string().nullable(),
  }),
})

const decide = {
  method: 'POST',
  who: ['system-admin'],
  tag,
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ version: z.number().int().optional() }),
  reply: stateView,
} as const

export const resendDoor = door({
  ...decide,
  path: '/api/outbox/:id/resend',
  permission: 'message.resend',
  summary: { zh: '重新发送', en: 'Send again' },
})

export const confirmDoor = door({
  ...decide,
  path: '/api/outbox/:id/confirm',
  permission: 'message.confirm',
  summary: { zh: '确认已送达', en: 'Mark as delivered' },
})
