import { createHash } from 'node:crypto'
import { request } from 'node:http'

/** What came back. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  json: { reasons: { code: string; message: string; duty: string | null }[] } & Record<
    string,
    never
  >
}

/** The headers of an upload by a test person. */
export function uploadHeaders(accountId: string, name: string, bytes: Buffer) {
  return {
    'x-test-account': accountId,
    'x-lianguan': '1',
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(name),
    'x-file-sha256': createHash('sha256').update(bytes).digest('hex'),
  }
}

/** A request with its body. */
export interface Sent {
  headers: Record<string, string>
  body?: Buffer
  /** Send without announcing the length. */
  chunked?: boolean
}

/** Speaks HTTP over a real socket. */
export function overSocket(
  base: string,
  method: string,
  path: string,
  sent: Sent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const r = open(base, method, path, sent)
    r.on('error', reject)
    r.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const isJson = /json/.test(response.headers['content-type'] ?? '')
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body,
          json: (isJson ? JSON.parse(body.toString('utf8')) : {}) as Answer['json'],
        })
      })
    })
    r.end(sent.body)
  })
}

/** The same, but the connection breaks after so many bytes of the body; no answer comes. */
export function cutOff(base: string, path: string, sent: Sent, after: number): Promise<void> {
  return new Promise((resolve) => {
    const r = open(base, 'PUT', path, sent)
    r.on('error', () => resolve())
    r.write(sent.body!.subarray(0, after), () => setTimeout(() => r.destroy(), 5))
    r.on('close', () => resolve())
  })
}

function open(base: string, method: string, path: string, { headers, body, chunked }: Sent) {
  const length = body && !chunked ? { 'content-length': String(body.length) } : {}
  return request(new URL(path, base), { method, headers: { ...headers, ...length }, agent: false })
}
