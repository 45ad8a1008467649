import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { words } from '#frame/http/reply-parts.ts'
import { administratorRoles, roleCodes, type Role } from '#frame/people/roles.ts'

const tag = '留痕'
const leaf = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** The log itself: who signs, and the head shown now. */
export const logDoor = door({
  method: 'GET',
  path: '/api/ledger',
  permission: 'ledger.log',
  who: 'public',
  tag,
  summary: {
    zh: '留痕日志的名称、公钥与最新检查点',
    en: 'Name, public key and newest head of the log',
  },
  reply: z.object({
    origin: z.string(),
    vkey: z.string(),
    size: z.int(),
    /** Base64. */
    root: z.string(),
    checkpoint: z.string(),
  }),
})

const madeProof = z.object({
  leafIndex: z.int(),
  size: z.int(),
  /** Text of a `.tlog-proof` file. */
  proof: z.string(),
})

/** Proof of a leaf by its place. It holds hashes only, so anybody may have it. */
export const proofDoor = door({
  method: 'GET',
  path: '/api/ledger/proof/:leafIndex',
  permission: 'ledger.proof',
  who: 'public',
  tag,
  summary: { zh: '按叶序号取证明', en: 'Proof of a leaf by its place' },
  params: z.object({ leafIndex: leaf }),
  reply: madeProof,
})

/** Proof that an older head is the beginning of the one shown now. */
export const consistencyDoor = door({
  method: 'GET',
  path: '/api/ledger/consistency/:size',
  permission: 'ledger.consistency',
  who: 'public',
  tag,
  summary: {
    zh: '证明旧检查点是现检查点的前段',
    en: 'Proof that an older head is the beginning of this one',
  },
  params: z.object({ size: leaf }),
  reply: z.object({
    size: z.int(),
    /** Hashes, base64. */
    path: z.array(z.string()),
    checkpoint: z.string(),
  }),
})

/** The audit administrator, and whoever works on cases. */
export const eventReaders: readonly Role[] = roleCodes.filter(
  (r) => r !== 'system-admin' && r !== 'security-admin',
)

/** Proof of an event by its id, for who reaches the event. */
export const eventProofDoor = door({
  method: 'GET',
  path: '/api/ledger/events/:id/proof',
  permission: 'ledger.event-proof',
  who: eventReaders,
  tag,
  summary: { zh: '按事件取证明', en: 'Proof of an event by its id' },
  params: z.object({ id: z.uuid() }),
  reply: madeProof,
})

/** How the ledger is doing. */
export const statusDoor = door({
  method: 'GET',
  path: '/api/ledger/status',
  permission: 'ledger.status',
  who: administratorRoles,
  tag,
  summary: { zh: '留痕的运行状态', en: 'How the ledger is doing' },
  reply: z.object({
    /** Leaves in the newest head of the database. */
    size: z.int(),
    /** Leaves in the head shown by this server. */
    shown: z.int(),
    waiting: z.int(),
    /** For how many seconds the oldest has waited. */
    waitingSeconds: z.number(),
    /** What is wrong now, in Chinese; null when nothing. */
    trouble: z.string().nullable(),
    /** Why the database does not keep the ledger append-only; null when it does. */
    notEnforced: z.string().nullable(),
  }),
})

const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, '日期应写成 2026-03-02 的样子')

/** One event as the audit administrator sees it: who, what act, on what, when; never what was written. */
export const eventRow = z.object({
  id: z.string(),
  at: z.string(),
  actorKind: z.enum(['person', 'system', 'public']),
  /** Name and sign-in name; null for the system and the public. */
  actor: z.object({ name: z.string(), login: z.string() }).nullable(),
  act: z.string(),
  /** The act in words, where the house has them. */
  title: words.nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  leafIndex: z.int().nullable(),
})

/** The register of events, newest first. */
export const eventsDoor = door({
  method: 'GET',
  path: '/api/ledger/events',
  permission: 'ledger.events',
  who: ['audit-admin'],
  tag,
  summary: { zh: '审计：事件列表（不含办件内容）', en: 'Audit: events, without case content' },
  query: z.object({
    /** Part of a name or sign-in name. */
    actor: z.string().max(100).optional(),
    actorKind: z.enum(['person', 'system', 'public']).optional(),
    /** Beginning of an act's name, e.g. `licence.`. */
    act: z.string().max(100).optional(),
    /** Id of the object, or of the event. */
    object: z.string().max(100).optional(),
    /** Beijing days `from,to`, either may be empty. */
    days: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.tuple([day, day]).or(z.tuple([day])))
      .optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(100).optional(),
  }),
  reply: z.object({ rows: z.array(eventRow), next: z.string().nullable() }),
})
