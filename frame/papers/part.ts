import { addGauge } from '#frame/http/metrics.ts'
import type { HousePart } from '#frame/http/part.ts'
import { keepCoverage, tryCoverage } from './held-coverage.ts'
import { certificateOf, stopRenderer } from './press.ts'
import { paperRoutes } from './routes.ts'

/** Papers as a part of the house. It stands before the jobs, so that it is stopped after them. */
export const papersPart: HousePart = {
  name: 'papers',
  routes: paperRoutes,
  async plugin(app, house) {
    const { db } = house
    // before the first request: acts ask which characters a paper can be set in
    await tryCoverage(house)
    addGauge(app, 'lianguan_papers_failed', 'Papers that could not be made', async () => {
      const { n } = await db
        .selectFrom('paper_state')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'failed')
        .executeTakeFirstOrThrow()
      return n
    })
  },
  // the demonstration certificate is made now, not while the first paper waits
  async start(house) {
    await certificateOf(house).catch((error: unknown) =>
      house.log.error({ err: { message: (error as Error).message } }, 'papers'),
    )
    const stopLooking = keepCoverage(house)
    return () => {
      stopLooking()
      return stopRenderer(house)
    }
  },
  async ready(house) {
    try {
      const { validFrom, validTo } = await certificateOf(house)
      const now = house.clock.now()
      if (now >= validFrom && now <= validTo) return null
      return '文书签名证书不在有效期内。请更换 SIGNING_CERTIFICATE 所指的证书。'
    } catch (error) {
      return (error as Error).message
    }
  },
}
