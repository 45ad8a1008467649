// Acts per second and p99 over HTTP with 32 clients, beside the same SQL statements sent straight through
// the driver, in one run against one durable database. Prints figures; asserts nothing.
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { servedHouse } from '#checks/served-house.ts'
import { signIn, type Visitor } from '#checks/visitor.ts'
import { readConfig } from '#frame/config.ts'
import { openPool } from '#frame/db/connect.ts'
import { buildApp } from '#frame/http/app.ts'
import { openHouse } from '#frame/open-house.ts'
import { authenticateBySession } from '#frame/people/authenticate.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { reachDatabase } from '#tools/ledger-database.ts'
import { median, show } from './figures.ts'
import { measure, type Run } from './measure.ts'
import { freshKeys, statementsOf, type Statement } from './statements.ts'

const clients = 32
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)
const rounds = 3

const served = await servedHouse()
try {
  await served.start()
  const config = readConfig({ DATA_DIR: served.dataDir, PUBLIC_URL: served.base })
  const { url } = await reachDatabase(config, () => {})
  const visitor = await signIn(served.base, 'shenqing')
  const { units } = await visitor.get<{ units: { id: string }[] }>('/api/licence-start')
  const unitId = units[0]!.id
  const statements = await captured(url, visitor, unitId)
  const pool = openPool(url, clients)
  const replay = () => sendAll(pool, statements)
  const http: Run[] = []
  const straight: Run[] = []
  for (let round = 0; round < rounds; round += 1) {
    http.push(await overClients(visitor, unitId))
    straight.push(await measure(replay, clients, seconds))
  }
  await pool.end()
  console.log(
    `licence.create, ${clients} clients, ${rounds} rounds of ${seconds} s, ${statements.length} statements a request`,
  )
  show('over HTTP (whole corridor)', median(http))
  show('same SQL through the driver', median(straight))
  const ratio = median(http).perSecond / median(straight).perSecond
  console.log(`ratio ${ratio.toFixed(2)}`)
} finally {
  await served.remove()
}

/** The statements of one request as the driver sees them, told apart from those of another by new keys. */
async function captured(url: string, visitor: Visitor, unitId: string): Promise<Statement[]> {
  const config = readConfig({ DATA_DIR: served.dataDir, PUBLIC_URL: served.base })
  const { house, close } = openHouse({ config, databaseUrl: url, connections: 2 })
  house.log.level = 'silent'
  const app = await buildApp(house, {
    parts: houseParts,
    authenticate: authenticateBySession(house),
  })
  const request = () =>
    app.inject({
      method: 'POST',
      url: '/api/licences',
      headers: {
        cookie: visitor.cookie(),
        'x-lianguan': 'bench',
        'idempotency-key': `bench-${crypto.randomUUID()}`,
      },
      payload: { unitId },
    })
  // once before, so that what is remembered between requests is not taken for a part of them
  await request()
  const statements = freshKeys(await statementsOf(request), await statementsOf(request))
  await app.close()
  await close()
  return statements
}

/** Sends the statements of one request in order, new keys replaced by newer ones. */
async function sendAll(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const fresh = new Map<unknown, string>()
  const client = await pool.connect()
  try {
    for (const { text, values } of statements) {
      const given = values.map((v) =>
        v.fresh ? (fresh.get(v.value) ?? renewed(fresh, v.value)) : v.value,
      )
      await client.query(text, given)
    }
  } finally {
    client.release()
  }
}

function renewed(fresh: Map<unknown, string>, value: unknown): string {
  const key = `${String(value).startsWith('bench-') ? 'bench-' : ''}${crypto.randomUUID()}`
  fresh.set(value, key)
  return key
}

function overClients(visitor: Visitor, unitId: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const workerData = {
      address: served.base,
      headers: {
        cookie: visitor.cookie(),
        'x-lianguan': 'bench',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ unitId }),
      clients,
      seconds,
    }
    const worker = new Worker(new URL('./http-clients.ts', import.meta.url), { workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
