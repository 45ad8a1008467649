import type { z } from 'zod'
import type { Door } from '#frame/http/door.ts'
import { errorOf, offlineError, type CallError } from './call-error.ts'
import { sessionRenewed } from './session.ts'
import { keyMark } from './shown-key.ts'

type Schema = z.core.$ZodType

/** One part of what a door takes: absent when the door declares none, required when it does. */
type Part<K extends string, S extends Schema> =
  unknown extends z.input<S> ? { [key in K]?: undefined } : { [key in K]: z.input<S> }

/** What a door takes: `{ params, query, body }`, each as the door declares it. */
export type CallInput<P extends Schema, Q extends Schema, B extends Schema> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B>

export interface CallOptions {
  /** One key per intention, kept over retries: the server makes repeats one effect. */
  intent?: string
  signal?: AbortSignal
  /** The sign-in pages handle an ended session themselves. */
  ownSession?: boolean
  /** Asked by the page and not by a person: it keeps no idle session alive. */
  background?: boolean
}

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))
/** Waits between tries of a call that is safe to repeat, in milliseconds. */
const retryAfter = [400, 1600]

/**
 * Calls a door of the server. In: the door object itself, its parts and options. Out: the reply, typed
 * by the door. A read, or a write with an intent, is tried again by itself when no answer came; an ended
 * session asks the person to sign in and then goes on.
 * Errors: {@link CallError} with the server's reasons; `AbortError` when the signal was raised.
 */
export async function call<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  door: Door<P, Q, B, R>,
  input: CallInput<P, Q, B>,
  options: CallOptions = {},
): Promise<z.output<R>> {
  const { params, query, body } = input as Record<string, unknown>
  const address = addressOf(door.path, params, query)
  const repeatable = door.method === 'GET' || options.intent !== undefined
  let renewals = 0
  for (let tries = 0; ; tries += 1) {
    const answer = await send(door.method, address, body, options)
    if (answer.ok) return answer.reply as z.output<R>
    const { error } = answer
    if (error.kind === 'unauthenticated' && !options.ownSession && renewals === 0) {
      renewals += 1
      if (await sessionRenewed()) continue
      throw error
    }
    const wait = retryAfter[tries]
    if (!repeatable || !error.passing || wait === undefined) throw error
    await pause(wait)
  }
}

type Answer = { ok: true; reply: unknown } | { ok: false; error: CallError }

async function send(
  method: string,
  address: string,
  body: unknown,
  { intent, signal, background }: CallOptions,
): Promise<Answer> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...(background ? { 'x-lianguan': 'background' } : ownMark),
    ...keyMark(),
  }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (intent !== undefined) headers['idempotency-key'] = intent
  let response: Response
  try {
    response = await fetch(address, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    return { ok: false, error: offlineError() }
  }
  if (!response.ok) return { ok: false, error: await errorOf(response) }
  if (response.status === 204) return { ok: true, reply: undefined }
  return { ok: true, reply: await response.json() }
}

/** A header that a page of another site cannot send: the server takes writes only with it. */
export const ownMark = { 'x-lianguan': 'web' } as const

/** The address of a door. In: its path with `:name`, values for them, and the query. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, unknown>
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))
  })
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one))
  }
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}
