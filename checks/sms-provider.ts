import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One call the provider got. */
export interface SmsCall {
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

/** What the provider answers: a status, or a way to misbehave. */
export type SmsAnswer = number | 'hang' | 'cut' | 'endless' | 'redirect'

/** A real HTTP server on loopback in the place of a short message provider. */
export interface SmsProvider {
  url: string
  calls: SmsCall[]
  /** How the next calls are answered, first one first; afterwards all with 200. */
  answer(...next: SmsAnswer[]): void
  close(): Promise<void>
}

/** Starts a provider. */
export async function startSmsProvider(): Promise<SmsProvider> {
  const calls: SmsCall[] = []
  const plan: SmsAnswer[] = []
  const server = createServer((request, reply) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (text += chunk))
    request.on('end', () => {
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
      calls.push({ headers: request.headers, body })
      const how = plan.shift() ?? 200
      if (how === 'hang') return
      if (how === 'cut') return void request.socket.destroy()
      if (how === 'redirect') return void reply.writeHead(307, { location: '/elsewhere' }).end()
      if (how === 'endless') {
        const more = () => {
          while (!reply.destroyed && reply.write('x'.repeat(65_536)));
        }
        reply.on('drain', more)
        return more()
      }
      reply.writeHead(how, { 'content-type': 'application/json' })
      reply.end(JSON.stringify({ id: `p-${calls.length}` }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/send`,
    calls,
    answer: (...next) => void plan.push(...next),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
