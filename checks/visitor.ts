import { createHash } from 'node:crypto'

/** A person of the demonstration, signed in over HTTP. */
export interface Visitor {
  login: string
  /** The session cookie, `name=value`. */
  cookie(): string
  /** Asks and gets the reply parsed. Errors: throws for anything but success, and when nobody answers. */
  get<T>(path: string): Promise<T>
  /** Sends once, with a key of its own when one is given. Out: status and reply; throws when nobody answers. */
  post(path: string, body: unknown, key?: string): Promise<Answer>
  /** Puts a document into a slot. Errors: throws when it is not taken. */
  upload(path: string, name: string, bytes: Buffer): Promise<void>
}

/** What an act answered; a refusal has no id. */
export interface Answer {
  status: number
  reply: { id: string }
}

const own = { 'x-lianguan': 'test', 'sec-fetch-site': 'same-origin' }
const json = { ...own, 'content-type': 'application/json' }

interface SignInState {
  stage: string
  demo: { password: string; code: string | null; wait: number }
}

/**
 * Signs a demonstration account in by its password and, where its role needs one, the code of its phone,
 * which a demonstration tells. In: the server's address and the login.
 */
export async function signIn(base: string, login: string): Promise<Visitor> {
  let cookie = ''
  const send = async (method: string, path: string, body?: unknown, key?: string) => {
    const answer = await fetch(base + path, {
      method,
      headers: {
        ...(body === undefined ? own : json),
        ...(cookie ? { cookie } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return { status: answer.status, reply: (await answer.json()) as { id: string } }
  }
  const visitor: Visitor = {
    login,
    cookie: () => cookie,
    async get<T>(path: string) {
      const { status, reply } = await send('GET', path)
      if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(reply)}`)
      return reply as unknown as T
    },
    post: (path, body, key) => send('POST', path, body, key),
    async upload(path, name, bytes) {
      const answer = await fetch(base + path, {
        method: 'PUT',
        headers: {
          ...own,
          cookie,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
          'x-file-sha256': createHash('sha256').update(bytes).digest('hex'),
        },
        body: new Uint8Array(bytes),
      })
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
    },
  }
  const { demo } = await visitor.get<SignInState>('/api/sign-in')
  await visitor.post('/api/sign-in', { login, password: demo.password })
  const asked = await visitor.get<SignInState>('/api/sign-in')
  if (asked.stage === 'code') {
    const entered = await visitor.post('/api/sign-in/code', { code: asked.demo.code })
    if (entered.status !== 200) throw new Error(`${login}: ${JSON.stringify(entered.reply)}`)
  }
  return visitor
}
