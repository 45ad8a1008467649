import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that another site's page makes a browser send (request forgery), before anything is read:
 * the browser's own word on where it comes from, the origin it names, and a header that a foreign page
 * cannot add without asking first. Reads change nothing and pass.
 */
export function addForgeryCheck(app: FastifyInstance, house: House): void {
  const own = new URL(house.config.publicUrl).origin
  app.addHook('onRequest', async (request) => {
    if (!harmless.has(request.method) && isForged(request, own))
      throw new Refused('forbidden', [
        reason(
          null,
          'foreign-origin',
          `这个请求不是从本系统的页面发出的，已被拦下。请从 ${own} 打开系统后重试；程序调用时请带上请求头 x-lianguan。`,
        ),
      ])
  })
}

function isForged({ headers }: FastifyRequest, own: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  if (headers.origin !== undefined && !isOwn(headers.origin, own, headers.host)) return true
  return headers['x-lianguan'] === undefined
}

// Beside the configured address also the one the request itself was sent to: localhost for 127.0.0.1.
function isOwn(origin: string, own: string, host: string | undefined): boolean {
  if (origin === own) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}
