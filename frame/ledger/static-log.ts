import type { FastifyInstance, FastifyReply } from 'fastify'
import type { House } from '#frame/house.ts'
import { addGauge } from '#frame/http/metrics.ts'
import { absent } from '#frame/kernel/reason.ts'
import { newestSize } from './ledger.ts'
import { proofFile } from './proof-file.ts'
import { proveLeaf } from './prove.ts'
import { waitingEvents } from './sequencer.ts'
import { readCheckpoint, readTile, tileFolder } from './tile-store.ts'
import { parseTilePath } from './tiles.ts'

/**
 * The log as the tile format wants it, for monitors of any make: `/checkpoint` and `/tile/…`, public; and
 * the proof of a leaf as a file.
 * They hold hashes only: an entry is the SHA-256 of an event, never the event.
 */
export async function addStaticLog(app: FastifyInstance, house: House): Promise<void> {
  const folder = tileFolder(house.config.dataDir)
  app.get('/checkpoint', { schema: { hide: true } }, async (_request, reply) => {
    const note = await readCheckpoint(folder)
    if (note === null) throw absent()
    return forAnybody(reply)
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(note)
  })
  app.get('/tile/*', { schema: { hide: true } }, async (request, reply) => {
    const tile = parseTilePath(request.url.slice(1))
    const bytes = tile && (await readTile(folder, tile))
    if (!bytes) throw absent()
    return forAnybody(reply)
      .header('content-type', 'application/octet-stream')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(bytes)
  })
  app.get(proofFile(':leafIndex'), { schema: { hide: true } }, async (request, reply) => {
    const { leafIndex } = request.params as { leafIndex: string }
    const known = /^(0|[1-9]\d{0,15})$/.test(leafIndex)
    const made = known ? await proveLeaf(house, Number(leafIndex)) : null
    if (!made) throw absent()
    return forAnybody(reply)
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="leaf-${leafIndex}.tlog-proof"`)
      .send(made.proof)
  })
  addGauges(app, house)
}

// A verifier may run in a page of another site.
function forAnybody(reply: FastifyReply): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
}

function addGauges(app: FastifyInstance, house: House): void {
  addGauge(app, 'lianguan_ledger_leaves', 'Leaves in the newest signed head', () =>
    newestSize(house),
  )
  addGauge(app, 'lianguan_ledger_waiting', 'Events waiting for their place', async () => {
    return (await waitingEvents(house)).count
  })
  addGauge(app, 'lianguan_ledger_waiting_seconds', 'Age of the oldest waiting event', async () => {
    return (await waitingEvents(house)).seconds
  })
}
