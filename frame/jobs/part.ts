import { addGauge } from '#frame/http/metrics.ts'
import type { HousePart } from '#frame/http/part.ts'
import { openQueues } from './queue-schema.ts'
import { jobFigures } from './reads.ts'
import { jobRoutes } from './routes.ts'
import { startWorkers } from './worker.ts'

/**
 * Jobs as a part of the house. It must stand last: what it starts works for all other parts, and it is
 * stopped first.
 */
export const jobsPart: HousePart = {
  name: 'jobs',
  routes: jobRoutes,
  fill: (house) => openQueues(house.db),
  async start(house) {
    const workers = await startWorkers(house)
    return () => workers.stop()
  },
  async plugin(app, { db }) {
    addGauge(
      app,
      'lianguan_jobs_due',
      'Jobs that could run now',
      async () => (await jobFigures(db)).due,
    )
    addGauge(
      app,
      'lianguan_jobs_dead',
      'Jobs given up, waiting for a person',
      async () => (await jobFigures(db)).dead,
    )
    addGauge(
      app,
      'lianguan_jobs_oldest_seconds',
      'Age of the oldest job that could run now',
      async () => (await jobFigures(db)).oldest,
    )
  },
}
