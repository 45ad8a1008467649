import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const folder = path.resolve(import.meta.dirname, '../../dist/web')

/**
 * Serves the built web. Files with a hash in their name never change; the page itself is always asked
 * for again. Addresses that are none of the server's open the page, which knows its own ways.
 */
export async function addWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    // .br and .gz are made with the build
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, file) {
      const lasting = file.includes(`${path.sep}assets${path.sep}`)
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** Whether a request nobody else answers is a person opening a page of the web. */
export function opensPage(request: FastifyRequest): boolean {
  const address = request.url.split('?')[0] ?? ''
  return (
    request.method === 'GET' &&
    !/^\/(api|assets)\//.test(address) &&
    (request.headers.accept ?? '').includes('text/html')
  )
}

/** The page of the web, whatever the address. */
export function sendPage(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile('index.html')
}
