import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { House } from '#frame/house.ts'
import type { HousePart } from './part.ts'

/** /healthz: the process lives. /readyz: the database answers and every part can do its work. */
export function addHealth(app: FastifyInstance, house: House, parts: readonly HousePart[]): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const troubles = await troublesOf(house, parts)
    reply.code(troubles.length ? 503 : 200)
    return { status: troubles.length ? 'not-ready' : 'ok', troubles }
  })
}

async function troublesOf(house: House, parts: readonly HousePart[]) {
  try {
    await sql`select 1`.execute(house.db)
  } catch {
    return [{ part: 'database', trouble: '数据库没有应答' }]
  }
  const asked = await Promise.all(
    parts.map(async (part) => ({ part: part.name, trouble: (await part.ready?.(house)) ?? null })),
  )
  return asked.filter((t) => t.trouble !== null)
}
