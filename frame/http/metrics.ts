import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Config } from '#frame/config.ts'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'

const registries = new WeakMap<FastifyInstance, Registry>()

/**
 * /metrics in Prometheus text: request times by route and status, process figures, parts' own gauges. How busy
 * an authority is and what fails there is nobody's business: see {@link mayScrape}.
 */
export function addMetrics(app: FastifyInstance, { config }: House): void {
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
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayScrape(request, config)) throw refusedScrape(reply, config)
    reply.header('content-type', registry.contentType)
    return registry.metrics()
  })
}

const digest = (text: string) => createHash('sha256').update(text).digest()

const sameSecret = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

// A proxy adds one of these; what it hands on comes from this machine and yet from anywhere.
const handedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** Who shows the token; without one only this very machine, where no proxy can stand between. */
function mayScrape({ headers, raw }: FastifyRequest, config: Config): boolean {
  if (config.metricsToken !== null)
    return sameSecret(headers.authorization ?? '', `Bearer ${config.metricsToken}`)
  const near = /^(::ffff:)?127\.|^::1$/.test(raw.socket.remoteAddress ?? '')
  return config.metricsHere && near && handedOn.every((name) => headers[name] === undefined)
}

function refusedScrape(reply: FastifyReply, { metricsToken }: Config): Refused {
  if (metricsToken === null)
    return new Refused('forbidden', [
      reason(
        null,
        'metrics-closed',
        '运行指标只对本机开放；正式运行或经代理访问时不开放。请在服务器上设置 METRICS_TOKEN，抓取时带请求头 Authorization: Bearer 和这个值。',
      ),
    ])
  reply.header('www-authenticate', 'Bearer')
  return new Refused('unauthenticated', [
    reason(
      null,
      'metrics-token',
      '查看运行指标须带请求头 Authorization: Bearer 和 METRICS_TOKEN 的值。请核对抓取程序的设置。',
    ),
  ])
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
