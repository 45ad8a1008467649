import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const registries = new WeakMap<FastifyInstance, Registry>()

/** /metrics in Prometheus text: request times by route and status, process figures, parts' own gauges. */
export function addMetrics(app: FastifyInstance): void {
  const registry = new Registry()
  registries.set(app, registry)
  collectDefaultMetrics({ register: registry })
  const times = new Histogram({
    name: 'lianguan_http_seconds',
    help: 'Time to answer, by route pattern and status class',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    times.observe({ method: request.method, route, status }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('content-type', registry.contentType)
    return registry.metrics()
  })
}

/** Adds a gauge whose value is asked for at each scrape. */
export function addGauge(
  app: FastifyInstance,
  name: string,
  help: string,
  read: () => Promise<number> | number,
): void {
  const registry = registries.get(app)
  if (!registry) throw new Error('metrics are added before gauges')
  registry.registerMetric(
    new Gauge({
      name,
      help,
      registers: [],
      async collect() {
        this.set(await read())
      },
    }),
  )
}
