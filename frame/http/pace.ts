import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/** How slow a sender may be before the house hangs up. All times in milliseconds. */
export interface Pace {
  /** For the head of a request, from the opening of the connection. */
  head: number
  /** Without one byte of a body that has begun. */
  silent: number
  /** What every body may take, however slow it is. */
  grace: number
  /** What a longer one must make on the average after that. */
  bytesPerSecond: number
  /** A connection without any traffic, either way. */
  idle: number
  /** Kept for the next request; longer than proxies keep theirs, so that they never send into a closing one. */
  keepAlive: number
  /** How often is looked. */
  beat: number
  /** Connections at the same time. */
  connections: number
}

/**
 * The pace of the house. There is no limit to the whole time of a request: fifty megabytes on a poor line take
 * as long as they take, while somebody who sends a byte now and then to occupy connections is cut off.
 */
export const housePace: Pace = {
  head: 20_000,
  silent: 60_000,
  grace: 60_000,
  bytesPerSecond: 4096,
  idle: 600_000,
  keepAlive: 72_000,
  beat: 1000,
  connections: 2000,
}

/** What the server is made with. Its own limit of a whole request is off: it knows no slow upload. */
export function paceOptions(pace: Pace): Pick<
  FastifyServerOptions,
  'connectionTimeout' | 'keepAliveTimeout' | 'requestTimeout'
> & {
  http: { headersTimeout: number; connectionsCheckingInterval: number }
} {
  return {
    connectionTimeout: pace.idle,
    keepAliveTimeout: pace.keepAlive,
    requestTimeout: 0,
    http: { headersTimeout: pace.head, connectionsCheckingInterval: pace.beat },
  }
}

interface Body {
  answer: ServerResponse
  /** Bytes of the connection before this body. */
  before: number
  received: number
  /** How long the house has waited for this sender in all, and since his last byte. */
  waited: number
  silent: number
}

/** Watches every body that comes in and hangs up on senders slower than the pace. */
export function addPace(app: FastifyInstance, pace: Pace): void {
  const bodies = new Map<IncomingMessage, Body>()
  app.server.maxConnections = pace.connections
  app.server.on('request', (request: IncomingMessage, answer: ServerResponse) => {
    const before = request.socket.bytesRead
    bodies.set(request, { answer, before, received: 0, waited: 0, silent: 0 })
  })
  const watch = setInterval(() => {
    for (const [request, body] of bodies) {
      if (request.complete || request.destroyed) bodies.delete(request)
      else if (isTooSlow(request, body, pace)) hangUp(request, body)
    }
  }, pace.beat).unref()
  app.addHook('onClose', async () => clearInterval(watch))
}

function isTooSlow(request: IncomingMessage, body: Body, pace: Pace): boolean {
  // What has come and lies unread is the house's own slowness.
  if (request.readableLength > 0) return false
  const received = request.socket.bytesRead - body.before
  body.waited += pace.beat
  body.silent = received > body.received ? 0 : body.silent + pace.beat
  body.received = received
  const allowed = pace.grace + (received / pace.bytesPerSecond) * 1000
  return body.silent > pace.silent || body.waited > allowed
}

const tooSlow = JSON.stringify({
  type: '/problems/too-slow',
  title: '发送太慢',
  status: 408,
  detail:
    '内容发送得太慢，服务器已停止等待，没有保存任何内容。请检查网络后重新提交；上传文件请点“继续上传”。',
})

/** Says why where nothing was answered yet, and closes the connection. */
function hangUp(request: IncomingMessage, { answer }: Body): void {
  const { socket } = request
  if (answer.headersSent) return void socket.destroy()
  const head = [
    'HTTP/1.1 408 Request Timeout',
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(tooSlow)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${tooSlow}`, () => socket.destroy())
}
