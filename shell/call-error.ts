import type { Reason } from '#frame/kernel/reason.ts'

/** What kind of no it is, as the last part of the problem's type. `offline`: no answer came at all. */
export type CallErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'absent'
  | 'stale'
  | 'conflict'
  | 'refused'
  | 'too-many'
  | 'unavailable'
  | 'fault'
  | 'offline'

/** A call that did not succeed: title, sentence, all reasons, and the number to quote to support. */
export class CallError extends Error {
  readonly kind: CallErrorKind
  readonly status: number
  readonly title: string
  readonly reasons: readonly Reason[]
  readonly requestId: string | null

  constructor(at: {
    kind: CallErrorKind
    status: number
    title: string
    detail: string
    reasons?: readonly Reason[]
    requestId?: string | null
  }) {
    super(at.detail)
    this.name = 'CallError'
    this.kind = at.kind
    this.status = at.status
    this.title = at.title
    this.reasons = at.reasons ?? []
    this.requestId = at.requestId ?? null
  }

  /** Whether asking again with the same idempotency key may succeed by itself. */
  get passing(): boolean {
    return this.kind === 'offline' || this.kind === 'unavailable'
  }
}

const kinds: readonly string[] = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'absent',
  'stale',
  'conflict',
  'refused',
  'too-many',
  'unavailable',
  'fault',
] satisfies CallErrorKind[]

function kindOf(status: number, type: unknown): CallErrorKind {
  const last = typeof type === 'string' ? type.split('/').at(-1) : undefined
  if (last !== undefined && kinds.includes(last)) return last as CallErrorKind
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'absent'
  if (status === 429) return 'too-many'
  if (status === 502 || status === 503 || status === 504) return 'unavailable'
  return status < 500 ? 'invalid' : 'fault'
}

/** Reads the answer of a failed call. In: the response. Out: never throws, whatever came back. */
export async function errorOf(response: Response): Promise<CallError> {
  const body: unknown = await response.json().catch(() => null)
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const kind = kindOf(response.status, problem['type'])
  const text = (key: string, otherwise: string) =>
    typeof problem[key] === 'string' ? problem[key] : otherwise
  return new CallError({
    kind,
    status: response.status,
    title: text('title', kind === 'unavailable' ? '服务暂不可用' : '没有办成'),
    detail: text('detail', '系统没有给出说明。请稍后再试；仍不行时请把下面的编号告诉系统管理员。'),
    reasons: Array.isArray(problem['reasons']) ? (problem['reasons'] as Reason[]) : [],
    requestId: text('instance', response.headers.get('x-request-id') ?? '') || null,
  })
}

/** No answer came: the network or the server is away. */
export function offlineError(): CallError {
  return new CallError({
    kind: 'offline',
    status: 0,
    title: '连接不上服务器',
    detail: '网络中断或服务器没有应答。您填写的内容仍在页面上，网络恢复后请重试，不会重复提交。',
  })
}

/** Turns whatever was thrown into a {@link CallError}, so that pages show one kind of error. */
export function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error
  return new CallError({
    kind: 'fault',
    status: 0,
    title: '页面出错了',
    detail: error instanceof Error ? error.message : String(error),
  })
}
